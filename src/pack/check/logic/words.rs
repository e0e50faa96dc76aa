//! A condition in plain words, for somebody who looks for the contradiction in it.

use super::super::super::condition::Op;
use super::super::super::score::ScoreTest;
use super::super::super::{Condition, Number};
use crate::model::Quantity;

/// A reading and one of its cases, by id.
pub type TakenCase<'a> = (&'a str, &'a str);

/// Names facts and options by their ids; a reading that is taken in one case is what it says there.
pub fn words(condition: &Condition, taken: Option<TakenCase<'_>>) -> String {
    let joined = |parts: &[Condition], by: &str| match parts {
        [only] => words(only, taken),
        _ => parts.iter().map(|part| bracketed(part, taken)).collect::<Vec<_>>().join(by),
    };
    match condition {
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::Not(part) => format!("not {}", bracketed(part, taken)),
        Condition::AtLeast { n, of } => format!("{n} of {}", joined(of, ", ")),
        Condition::Is(fact) => format!("`{fact}`"),
        Condition::Given(fact) => format!("`{fact}` given"),
        Condition::Compare(one) => format!("`{}` {} {}", one.fact, op(one.op), one.value),
        Condition::CompareFacts(one) => {
            let times = if one.times == Quantity::whole(1) { String::new() } else { format!("{} times ", one.times) };
            format!("`{}` {} {times}`{}`", one.fact, op(one.op), one.of)
        }
        Condition::OneOf { fact, options, .. } => format!("`{fact}` one of {}", listed(options)),
        Condition::CompareNumbers(one) => {
            let times = if one.times == Quantity::whole(1) { String::new() } else { format!("{} times ", one.times) };
            format!("{} {} {times}{}", number(&one.number), op(one.op), number(&one.of))
        }
        Condition::Includes { fact, options, at_least: None } => format!("`{fact}` with {}", listed(options)),
        Condition::Includes { fact, options, at_least: Some(n) } => {
            format!("`{fact}` with {n} of {}", listed(options))
        }
        Condition::Score(ScoreTest::Passes) => "a score that passes".to_owned(),
        Condition::Score(ScoreTest::Grade(grade)) => format!("a score of grade `{grade}`"),
        Condition::Judged(part) => format!("{}, or the authority judges", bracketed(part, taken)),
        Condition::ByReading { reading, cases } => {
            let case = taken.filter(|(id, _)| id == reading).map(|(_, case)| case);
            let entry = cases.iter().find(|entry| Some(entry.case.as_str()) == case);
            entry.map_or_else(|| format!("what `{reading}` says"), |entry| bracketed(&entry.then, taken))
        }
    }
}

/// A group within another stands in brackets.
fn bracketed(part: &Condition, taken: Option<TakenCase<'_>>) -> String {
    match part {
        Condition::All(parts) | Condition::Any(parts) if parts.len() == 1 => {
            parts.iter().map(|only| bracketed(only, taken)).collect()
        }
        Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. } => format!("({})", words(part, taken)),
        _ => words(part, taken),
    }
}

fn number(number: &Number) -> String {
    let facts: Vec<String> = number.facts().into_iter().map(|fact| format!("`{fact}`")).collect();
    match number {
        Number::Fact(_) => facts.concat(),
        _ => format!("a number from {}", facts.join(", ")),
    }
}

fn listed(options: &[String]) -> String {
    options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", ")
}

const fn op(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "at least",
        Op::MoreThan => "more than",
        Op::AtMost => "at most",
        Op::LessThan => "less than",
        Op::Equals => "equal to",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(condition: serde_json::Value, taken: Option<TakenCase<'_>>, expected: &str) {
        assert_eq!(words(&serde_json::from_value(condition).unwrap(), taken), expected);
    }

    #[test]
    fn groups_are_bracketed_where_they_would_run_together() {
        let either = json!({ "any": [{ "is": "a" }, { "not": { "given": "b" } }] });
        check(json!({ "all": [either, { "is": "c" }] }), None, "(`a` or not `b` given) and `c`");
        check(json!({ "all": [either] }), None, "`a` or not `b` given");
        check(json!({ "not": { "all": [either] } }), None, "not (`a` or not `b` given)");
    }

    #[test]
    fn two_numbers_show_a_factor_that_is_not_one() {
        check(json!({ "compare_facts": { "fact": "a", "op": "at_most", "of": "b" } }), None, "`a` at most `b`");
        let times = json!({ "compare_facts": { "fact": "a", "op": "more_than", "times": 0.4, "of": "b" } });
        check(times, None, "`a` more than 0.4 times `b`");
    }

    #[test]
    fn a_reading_is_what_it_says_in_the_case_it_is_taken_in() {
        let case =
            |id, options: [&str; 2]| json!({ "case": id, "then": { "one_of": { "fact": "a", "options": options } } });
        let read = json!({ "by_reading": { "reading": "r", "cases": [case("k", ["x", "y"]), case("l", ["y", "z"])] } });
        check(read.clone(), Some(("r", "l")), "`a` one of `y`, `z`");
        check(read.clone(), Some(("q", "l")), "what `r` says");
        check(read, None, "what `r` says");
    }
}
