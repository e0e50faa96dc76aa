//! The search against trying everything: every answer to every fact, under every reading.

use serde_json::{Value as Json, json};

use super::{Formula, Space};
use crate::model::{Quantity, Truth};
use crate::pack::fact::FactOption;
use crate::pack::rules::Slot;
use crate::pack::{Condition, Fact, PackFile};

/// The facts of a small world; each can be few things.
const FACTS: [&str; 7] = ["a", "b", "c", "s", "n", "m", "t"];
/// How many things each can be, and how many cases the reading has.
const SIZES: World = [2, 2, 3, 4, 3, 3, 1, 2];

/// One answer to every fact, as the number of the answer, and the case of the reading last.
type World = [usize; FACTS.len() + 1];

fn file(gates: &[(usize, Json)]) -> PackFile {
    let mut file: Json = serde_json::from_str(include_str!("../../../../tests/packs/good/minimal.json")).unwrap();
    let text = json!({ "zh": "文", "en": "text" });
    let fact = |id: &str| {
        let mut fact = json!({ "id": id, "type": "bool", "label": text, "question": text, "cite": "第一条" });
        match id {
            "c" => {
                fact["type"] = json!("choice");
                fact["options"] = ["x", "y", "z"].map(|id| json!({ "id": id, "label": text })).into();
            }
            "s" => {
                fact["type"] = json!("set");
                fact["options"] = ["x", "y"].map(|id| json!({ "id": id, "label": text })).into();
            }
            "n" => (fact["type"], fact["max"]) = (json!("count"), json!(2)),
            "m" => (fact["type"], fact["min"], fact["max"]) = (json!("number"), json!(1), json!(1.0002)),
            "t" => fact["type"] = json!("date"),
            _ => {}
        }
        fact
    };
    file["facts"] = FACTS.map(fact).into();
    for (fact, gate) in gates {
        file["facts"][fact]["asked_when"] = gate.clone();
    }
    let case = |id| json!({ "id": id, "label": text });
    file["readings"] = json!([{
        "id": "r", "question": text, "cases": [case("k"), case("l")], "reason": text, "cite": "第一条"
    }]);
    serde_json::from_value(file).unwrap()
}

/// Numbers that look drawn, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    /// A condition on some facts.
    fn condition(&mut self, depth: u64, facts: &[&str]) -> Json {
        if depth == 0 || self.below(4) == 0 {
            return self.leaf(facts);
        }
        let parts: Vec<Json> = (0..=self.below(3)).map(|_| self.condition(depth - 1, facts)).collect();
        match self.below(8) {
            0..=2 => json!({ "all": parts }),
            3 => json!({ "any": parts }),
            4 => json!({ "at_least": { "n": 1 + self.below(parts.len() as u64), "of": parts } }),
            5 => json!({ "not": parts[0] }),
            6 => json!({ "judged": parts[0] }),
            _ => {
                let mut case = |id| json!({ "case": id, "then": self.condition(depth - 1, facts) });
                json!({ "by_reading": { "reading": "r", "cases": [case("l"), case("k")] } })
            }
        }
    }

    fn leaf(&mut self, facts: &[&str]) -> Json {
        const OPS: [&str; 5] = ["at_least", "more_than", "at_most", "less_than", "equals"];
        let fact = self.of(facts);
        match fact {
            "c" if self.below(3) == 0 => {
                json!({ "one_of": { "fact": fact, "options": ["x"], "discretion": [self.of(&["y", "z"])] } })
            }
            "c" => {
                json!({ "one_of": { "fact": fact, "options": self.of(&[&["x"][..], &["y"], &["x", "z"]]) } })
            }
            "s" if self.below(3) == 0 => {
                json!({ "includes": { "fact": fact, "options": ["x", "y"], "at_least": 1 } })
            }
            "s" => json!({ "includes": { "fact": fact, "options": self.of(&[&["x"][..], &["y"], &["x", "y"]]) } }),
            "m" if self.below(2) == 0 => {
                let (fact, of) = self.of(&[("n", "m"), ("m", "n")]);
                json!({ "compare_facts": { "fact": fact, "op": self.of(&OPS), "times": self.of(&[1, 2]), "of": of } })
            }
            "n" => json!({ "compare": { "fact": fact, "op": self.of(&OPS), "value": self.below(3) } }),
            "m" => {
                json!({ "compare": { "fact": fact, "op": self.of(&OPS), "value": self.of(&[1.0, 1.0001, 1.0002]) } })
            }
            "t" => json!({ "given": fact }),
            _ => json!({ "is": fact }),
        }
    }
}

fn worlds() -> impl Iterator<Item = World> {
    (0..SIZES.iter().product()).map(|mut number: usize| {
        SIZES.map(|size| {
            let answer = number % size;
            number /= size;
            answer
        })
    })
}

/// What a condition comes to, everything being known.
fn truth(file: &PackFile, world: &World, condition: &Condition) -> Truth {
    let part = |part: &Condition| truth(file, world, part);
    let answer = |id: &str| world[FACTS.iter().position(|fact| *fact == id).unwrap()];
    let number = |id: &str| match (id, i64::try_from(answer(id)).unwrap()) {
        ("n", answer) => Quantity::whole(answer),
        (_, answer) => Quantity::whole(1).plus(Quantity::whole(answer).times(Quantity::STEP)),
    };
    let says: Truth = match condition {
        Condition::Score(_) => panic!("no score is drawn here"),
        Condition::All(parts) => return Truth::all(parts.iter().map(part)),
        Condition::Any(parts) => return Truth::any(parts.iter().map(part)),
        Condition::AtLeast { n, of } => return Truth::at_least(*n, of.iter().map(part)),
        Condition::Not(inner) => return part(inner).not(),
        Condition::Judged(inner) => return part(inner).judged(),
        Condition::ByReading { cases, .. } => {
            let taken = ["k", "l"][world[FACTS.len()]];
            return part(&cases.iter().find(|case| case.case == taken).unwrap().then);
        }
        Condition::Is(fact) => (answer(fact) == 0).into(),
        Condition::Given(_) => Truth::Met,
        Condition::Compare(one) => one.op.holds(number(&one.fact), one.value).into(),
        Condition::CompareFacts(one) => one.holds(number(&one.fact), number(&one.of)).into(),
        Condition::OneOf { fact, options, discretion } => {
            let chosen = ["x", "y", "z"][answer(fact)].to_owned();
            if discretion.contains(&chosen) { Truth::Judged } else { options.contains(&chosen).into() }
        }
        Condition::Includes { fact, options, at_least } => {
            let held = options.iter().filter(|option| answer(fact) & if *option == "x" { 1 } else { 2 } != 0).count();
            (held >= at_least.unwrap_or(options.len())).into()
        }
        Condition::CompareNumbers(_) => unreachable!("none is drawn"),
    };
    let gates = condition.facts().into_iter().map(|id| {
        let gate = file.facts.iter().find(|fact| fact.id == id).and_then(|fact| fact.asked_when.as_ref());
        gate.map_or(Truth::Met, |gate| part(gate).gates())
    });
    says.where_applicable(Truth::all(gates))
}

fn has_relation(condition: &Condition) -> bool {
    matches!(condition, Condition::CompareFacts(_)) || condition.parts().iter().any(|(_, part)| has_relation(part))
}

/// Everything there is to know about the facts of a file, with their gates.
fn space(file: &PackFile) -> Space<'_> {
    let mut space = Space::new(file);
    for (slot, fact) in file.facts.iter().enumerate() {
        if let Some(gate) = &fact.asked_when {
            let gate = space.formula(gate);
            space.gate(Slot(slot), gate);
        }
    }
    space
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    let mut draw = Draw(1);
    let (mut possible, mut impossible) = (0, 0);
    for _ in 0..400 {
        // A fact depends on those before it.
        let mut gates = Vec::new();
        for fact in [1, 2, 5] {
            if draw.below(2) == 0 {
                gates.push((fact, draw.condition(1, &FACTS[..fact])));
            }
        }
        let file = file(&gates);
        let mut space = space(&file);
        // Rules on few facts contradict each other more often.
        let facts = [draw.of(&FACTS), draw.of(&FACTS)];
        let rules: Vec<Condition> =
            (0..=draw.below(3)).map(|_| serde_json::from_value(draw.condition(3, &facts)).unwrap()).collect();
        let formulas: Vec<Formula> = rules.iter().map(|rule| space.formula(rule)).collect();
        for neutral in [false, true] {
            let holds = |world: &World| match Truth::all(rules.iter().map(|rule| truth(&file, world, rule))) {
                // What is left to the authority may be decided for the applicant.
                Truth::Met | Truth::Unknown | Truth::Judged => true,
                Truth::NotApplicable => neutral,
                Truth::NotMet => false,
            };
            let expected = worlds().any(|world| holds(&world));
            let found = space.possible(&formulas.iter().collect::<Vec<_>>(), neutral, &[]);
            // Two numbers are only compared by their ranges: a contradiction may go unseen, but none is made up.
            let exact = !rules.iter().chain(file.facts.iter().flat_map(|fact| &fact.asked_when)).any(has_relation);
            assert!(if exact { found == expected } else { found || !expected }, "{gates:?}\n{rules:?}");
            *if expected { &mut possible } else { &mut impossible } += 1;
        }
    }
    assert!(possible > 200 && impossible > 50, "{possible} possible, {impossible} impossible");
}

#[test]
fn numbers_are_known_to_their_last_decimal() {
    let file = file(&[]);
    let compare = |fact: &str, op: &str, value: Json| json!({ "compare": { "fact": fact, "op": op, "value": value } });
    let against = |fact: &str, op: &str, of: &str| json!({ "compare_facts": { "fact": fact, "op": op, "of": of } });
    for (parts, expected) in [
        ([compare("n", "more_than", json!(0)), compare("n", "less_than", json!(2))], true),
        ([compare("n", "more_than", json!(0)), compare("n", "less_than", json!(1))], false),
        ([compare("m", "more_than", json!(1)), compare("m", "less_than", json!(1.0002))], true),
        ([compare("m", "more_than", json!(1.0001)), compare("m", "less_than", json!(1.0002))], false),
        ([against("n", "less_than", "m"), compare("n", "at_least", json!(1))], true),
        ([against("n", "less_than", "m"), compare("n", "at_least", json!(2))], false),
        ([against("n", "less_than", "m"), against("m", "at_most", "n")], false),
    ] {
        let mut space = Space::new(&file);
        let rule = space.formula(&serde_json::from_value(json!({ "all": parts })).unwrap());
        assert_eq!(space.possible(&[&rule], false, &[]), expected, "{parts:?}");
    }
}

#[test]
fn what_takes_too_long_to_settle_counts_as_possible() {
    // One hole fewer than pigeons, no two of which sit together: proving that takes trying nearly everything.
    let possible = |pigeons: usize| {
        let mut file = file(&[]);
        let hole = FactOption { id: String::new(), label: file.title.clone(), says: None, code: None };
        let holes = 1..pigeons;
        let options: Vec<FactOption> =
            holes.clone().map(|hole_id| FactOption { id: hole_id.to_string(), ..hole.clone() }).collect();
        let pigeon = Fact { options, ..file.facts[2].clone() };
        file.facts = (0..pigeons).map(|id| Fact { id: id.to_string(), ..pigeon.clone() }).collect();
        let sits = |id: usize, hole| json!({ "one_of": { "fact": id.to_string(), "options": [hole] } });
        let alone = |hole: usize| {
            let of: Vec<Json> = (0..pigeons).map(|id| sits(id, hole.to_string())).collect();
            json!({ "not": { "at_least": { "n": 2, "of": of } } })
        };
        let rule = json!({ "all": holes.map(alone).collect::<Vec<_>>() });
        let mut space = Space::new(&file);
        let rule = space.formula(&serde_json::from_value(rule).unwrap());
        space.possible(&[&rule], false, &[])
    };
    assert!(!possible(4));
    assert!(possible(14));
}
