//! The cases on the boundaries of a pack: for every threshold, tier and ceiling of a number one below, one at and one
//! above it, each with what the engine makes of it today.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::engine::reach::{Goal, reach};
use crate::engine::{Case, assess};
use crate::model::{Answers, AsOf, Kind, Quantity};
use crate::pack::cases::AS_OF;
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Constant, Fact, Pack};

/// The cases of a track as a file, in the form of `tests/cases`; nothing where the track has no such boundary.
pub fn cases(track: TrackRef<'_>) -> Option<Value> {
    let TrackRef { pack, track: declared, .. } = track;
    let as_of = pack.file.standing.in_force.or_else(|| AS_OF.parse().ok())?;
    let mut cases: Vec<Value> = Vec::new();
    for place in places(track) {
        let base = fulfilling(track, &place.goal, as_of);
        for (fact, bound) in &place.bounds {
            let Some(declared) = pack.fact(fact) else { continue };
            for (side, value) in around(declared, *bound) {
                let mut answers = base.clone();
                answers.insert(fact.clone(), json!(value));
                let Some(expect) = expectation(track, &answers, as_of, &place) else { continue };
                cases.push(json!({
                    "name": format!("{}: `{fact}` {side} {bound}", place.name),
                    "answers": answers,
                    "as_of": as_of,
                    "expect": expect,
                }));
            }
        }
    }
    (!cases.is_empty()).then(|| json!({ "programme": pack.file.id, "track": declared.id, "cases": cases }))
}

/// An element of a track and the bounds in it.
struct Place {
    /// Key of what a case expects of it, and its id.
    key: &'static str,
    id: String,
    name: String,
    goal: Goal,
    bounds: BTreeSet<(String, Quantity)>,
}

fn places(track: TrackRef<'_>) -> Vec<Place> {
    let json = serde_json::to_value(track.track).unwrap_or_default();
    let elements = |pointer: &str| json.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
    let place = |key: &'static str, element: &Value, goal: fn(String) -> Goal, bounds: BTreeSet<(String, Quantity)>| {
        let id = element.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        Place { key, name: format!("{key}/{id}"), goal: goal(id.clone()), id, bounds }
    };
    let own = |element: &Value| {
        let mut found = BTreeSet::new();
        bounds(element, &mut found);
        found
    };
    let mut places = Vec::new();
    for (key, goal) in [("conditions", Goal::Condition as fn(String) -> Goal), ("indicators", Goal::Indicator)] {
        places.extend(elements(&format!("/{key}")).iter().map(|one| place(key, one, goal, own(one))));
    }
    let ceilings = elements("/support/cumulation/ceilings");
    for measure in elements("/support/measures") {
        let mut found = own(&measure);
        let id = measure.get("id");
        let covers = |ceiling: &&Value| {
            let named = ceiling.get("measures").and_then(Value::as_array);
            named.is_none_or(|named| named.is_empty() || named.iter().any(|one| Some(one) == id))
        };
        for at in ceilings.iter().filter(covers).filter_map(|ceiling| quantity(ceiling.get("at"))) {
            found.extend(measure.get("amount").and_then(|amount| full(amount, at)));
        }
        places.push(place("measures", &measure, Goal::Measure, found));
    }
    let of_groups: Vec<Value> =
        elements("/score/groups").iter().filter_map(|group| group.get("items").cloned()).collect();
    let items = of_groups.iter().filter_map(Value::as_array).flatten().cloned();
    for one in items.chain(elements("/score/deductions")).chain(elements("/score/direct")) {
        places.push(place("score", &one, |_| Goal::Pass, own(&one)));
    }
    places.retain(|place| !place.bounds.is_empty());
    places
}

fn quantity(value: Option<&Value>) -> Option<Quantity> {
    value.filter(|value| value.is_number()).and_then(|value| serde_json::from_value(value.clone()).ok())
}

/// Every number at which something changes, with the fact it is of.
fn bounds(rule: &Value, found: &mut BTreeSet<(String, Quantity)>) {
    match rule {
        Value::Object(fields) => {
            let fact = fields.get("fact").or_else(|| fields.get("number")?.get("fact")).and_then(Value::as_str);
            if let Some(fact) = fact {
                let tiers = fields.get("tiers").and_then(Value::as_array).into_iter().flatten();
                let starts = tiers.filter_map(|tier| tier.get("starts")?.as_object()?.values().next());
                let of = fields.get("of").filter(|_| fields.contains_key("number"));
                let all = fields.get("value").into_iter().chain(of).chain(starts);
                found.extend(all.filter_map(|one| Some((fact.to_owned(), quantity(Some(one))?))));
            }
            if let Some(capped) = fields.get("capped")
                && let Some((at, of)) = quantity(capped.get("at")).zip(capped.get("of"))
            {
                found.extend(full(of, at));
            }
            if let Some(in_parts) = fields.get("in_parts")
                && let Some(fact) = in_parts.pointer("/of/fact").and_then(Value::as_str)
            {
                let parts = in_parts.get("parts").and_then(Value::as_array).into_iter().flatten();
                let rates = parts.filter_map(|part| quantity(part.get("over"))).filter(|over| over.is_positive());
                found.extend(rates.map(|over| (fact.to_owned(), over)));
            }
            fields.values().for_each(|part| bounds(part, found));
        }
        Value::Array(parts) => parts.iter().for_each(|part| bounds(part, found)),
        _ => {}
    }
}

/// Where a sum for each unit comes to a ceiling, rounded up to a whole unit.
fn full(amount: &Value, ceiling: Quantity) -> Option<(String, Quantity)> {
    let amount = amount.get("capped").and_then(|capped| capped.get("of")).unwrap_or(amount);
    let (fact, each) = match amount.get("per_unit") {
        Some(per_unit) => (per_unit.get("fact")?.as_str()?, quantity(per_unit.get("each"))?),
        None => product(amount.get("number")?)?,
    };
    each.is_positive().then_some(())?;
    Some((fact.to_owned(), ceiling.shared_by(each).whole_up()))
}

/// The one fact of a product, and what the figures beside it come to.
fn product(number: &Value) -> Option<(&str, Quantity)> {
    let (mut fact, mut each) = (None, Quantity::whole(1));
    for part in number.get("times")?.as_array()? {
        match part.get("fact").and_then(Value::as_str) {
            Some(_) if fact.is_some() => return None,
            Some(id) => fact = Some(id),
            None => {
                let figure: Constant = serde_json::from_value(part.clone()).ok()?;
                let share = Quantity::whole(if figure.is_percent() { 100 } else { 1 });
                each = each.times(figure.value).shared_by(share);
            }
        }
    }
    Some((fact?, each))
}

/// The values around a bound that the fact can have.
fn around(fact: &Fact, bound: Quantity) -> Vec<(&'static str, Quantity)> {
    // The least step that people count in.
    let step = match fact.kind {
        Kind::Count | Kind::Money => Quantity::whole(1),
        _ => Quantity::whole(1).shared_by(Quantity::whole(100)),
    };
    let values = [("below", bound.minus(step)), ("at", bound), ("above", bound.plus(step))];
    let least = fact.min.unwrap_or(Quantity::ZERO);
    let can_be = |value: Quantity| value >= least && fact.max.is_none_or(|max| value <= max);
    values.into_iter().filter(|(_, value)| can_be(*value)).collect()
}

/// Answers under which the element holds, as far as they can be found: so that the bound alone decides.
fn fulfilling(track: TrackRef<'_>, goal: &Goal, as_of: AsOf) -> Map<String, Value> {
    let (none, choices) = (Answers::default(), Choices::default());
    let case = Case::on(as_of, track, &none, &choices);
    let way = reach(&case, goal, as_of).map(|reach| reach.changes).unwrap_or_default();
    way.into_iter().map(|change| (change.fact, json!(change.to))).collect()
}

/// What comes of the answers; nothing where the pack refuses them.
fn expectation(track: TrackRef<'_>, answers: &Map<String, Value>, as_of: AsOf, place: &Place) -> Option<Value> {
    let pack: &Pack = track.pack;
    let answers = pack.take_answers(&Value::Object(answers.clone())).ok()?;
    let assessment = serde_json::to_value(assess(track, &answers, as_of, &Choices::default())).ok()?;
    let part = |value: &Value, key: &str| value.get(key).cloned().unwrap_or_default();
    let mut expect = Map::new();
    expect.insert("verdict".to_owned(), assessment.pointer("/eligibility/verdict").cloned().unwrap_or_default());
    if place.key == "score" {
        let score = assessment.get("score")?;
        let points = part(score, "points");
        let points = [part(&points, "low"), part(&points, "high")];
        let of_score = json!({ "points": points, "passes": part(score, "passes"), "grade": part(score, "grade") });
        expect.insert("score".to_owned(), of_score);
        return Some(Value::Object(expect));
    }
    let list = match place.key {
        "conditions" => "/eligibility/conditions",
        "indicators" => "/indicators",
        _ => "/support/measures",
    };
    let found = assessment.pointer(list)?.as_array()?.iter().find(|one| one.get("id") == Some(&json!(place.id)))?;
    let of_place = match place.key {
        "conditions" => part(found, "truth"),
        "indicators" => json!({ "status": part(found, "status") }),
        _ => {
            let amount = part(found, "amount");
            json!({ "truth": part(found, "truth"), "low": part(&amount, "low"), "high": part(&amount, "high") })
        }
    };
    expect.insert(place.key.to_owned(), json!({ (place.id.clone()): of_place }));
    if let Some(total) = assessment.pointer("/support/total") {
        expect.insert("total".to_owned(), json!([part(total, "low"), part(total, "high")]));
    }
    Some(Value::Object(expect))
}
