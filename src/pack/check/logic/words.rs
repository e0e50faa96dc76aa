//! A condition in plain words, for somebody who looks for the contradiction in it.

use super::super::super::condition::Op;
use super::super::super::score::ScoreTest;
use super::super::super::{Condition, Number};
use crate::model::text::spaced;
use crate::model::{Lang, Quantity};

/// A reading and one of its cases, by id.
pub type TakenCase<'a> = (&'a str, &'a str);

/// Names facts and options by their ids; a reading that is taken in one case is what it says there.
pub fn words(condition: &Condition, taken: Option<TakenCase<'_>>, lang: Lang) -> String {
    Wording { taken, lang }.condition(condition)
}

struct Wording<'a> {
    taken: Option<TakenCase<'a>>,
    lang: Lang,
}

impl Wording<'_> {
    fn condition(&self, condition: &Condition) -> String {
        let lang = self.lang;
        match condition {
            Condition::All(parts) => self.joined(parts, lang.pick("，且", "and")),
            Condition::Any(parts) => self.joined(parts, lang.pick("，或", "or")),
            Condition::Not(part) => self.together(&[lang.pick("并非", "not"), &self.bracketed(part)]),
            Condition::AtLeast { n, of } => match lang {
                Lang::Zh => format!("{}，其中至少 {n} 项", self.all(of)),
                Lang::En => format!("{n} of {}", self.all(of)),
            },
            Condition::Is(fact) => match lang {
                Lang::Zh => format!("`{fact}` 答“是”"),
                Lang::En => format!("`{fact}`"),
            },
            Condition::Given(fact) => format!("`{fact}` {}", lang.pick("已填写", "given")),
            Condition::Compare(one) => format!("`{}` {} {}", one.fact, self.op(one.op), one.value),
            Condition::CompareFacts(one) => {
                self.relation(&format!("`{}`", one.fact), one.op, one.times, &format!("`{}`", one.of))
            }
            Condition::CompareNumbers(one) => {
                self.relation(&self.number(&one.number), one.op, one.times, &self.number(&one.of))
            }
            Condition::OneOf { fact, options, .. } => match (options.as_slice(), lang) {
                ([_], Lang::Zh) => format!("`{fact}` 为 {}", self.listed(options)),
                (_, Lang::Zh) => format!("`{fact}` 为 {} 之一", self.listed(options)),
                (_, Lang::En) => format!("`{fact}` one of {}", self.listed(options)),
            },
            Condition::Includes { fact, options, at_least } => match (at_least, lang) {
                (None, _) => format!("`{fact}` {} {}", lang.pick("含", "with"), self.listed(options)),
                (Some(n), Lang::Zh) => format!("`{fact}` 含 {} 中的 {n} 项", self.listed(options)),
                (Some(n), Lang::En) => format!("`{fact}` with {n} of {}", self.listed(options)),
            },
            Condition::Score(ScoreTest::Passes) => lang.pick("评分合格", "a score that passes").to_owned(),
            Condition::Score(ScoreTest::Grade(grade)) => {
                format!("{} `{grade}`", lang.pick("评分达到等级", "a score of grade"))
            }
            Condition::Judged(part) => {
                format!("{}{}", self.bracketed(part), lang.pick("，或由主管部门判断", ", or the authority judges"))
            }
            Condition::ByReading { reading, cases } => {
                let case = self.taken.filter(|(id, _)| id == reading).map(|(_, case)| case);
                let entry = cases.iter().find(|entry| Some(entry.case.as_str()) == case);
                entry.map_or_else(|| self.reading(reading), |entry| self.bracketed(&entry.then))
            }
        }
    }

    /// A group within another stands in brackets.
    fn bracketed(&self, part: &Condition) -> String {
        match part {
            Condition::All(parts) | Condition::Any(parts) if parts.len() == 1 => {
                parts.iter().map(|only| self.bracketed(only)).collect()
            }
            Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. } => match self.lang {
                Lang::Zh => format!("（{}）", self.condition(part)),
                Lang::En => format!("({})", self.condition(part)),
            },
            _ => self.condition(part),
        }
    }

    /// Conditions with a word between each two.
    fn joined(&self, parts: &[Condition], by: &str) -> String {
        let joined = self.each(parts).into_iter().reduce(|before, part| self.together(&[&before, by, &part]));
        joined.unwrap_or_default()
    }

    fn all(&self, parts: &[Condition]) -> String {
        self.lang.list(&self.each(parts))
    }

    /// Conditions that stand beside each other, or one that stands alone.
    fn each(&self, parts: &[Condition]) -> Vec<String> {
        match parts {
            [only] => vec![self.condition(only)],
            _ => parts.iter().map(|part| self.bracketed(part)).collect(),
        }
    }

    fn relation(&self, left: &str, op: Op, times: Quantity, right: &str) -> String {
        let op = self.op(op);
        match (times == Quantity::whole(1), self.lang) {
            (true, _) => self.together(&[left, op, right]),
            (false, Lang::Zh) => spaced(&[left, op, right, &format!("的 {times} 倍")]),
            (false, Lang::En) => format!("{left} {op} {times} times {right}"),
        }
    }

    fn reading(&self, id: &str) -> String {
        match self.lang {
            Lang::Zh => format!("理解方式 `{id}` 的要求"),
            Lang::En => format!("what `{id}` says"),
        }
    }

    fn number(&self, number: &Number) -> String {
        let facts: Vec<String> = number.facts().into_iter().map(ToOwned::to_owned).collect();
        let facts = self.listed(&facts);
        match (number, self.lang) {
            (Number::Fact(_), _) => facts,
            (_, Lang::Zh) => spaced(&["由", &facts, "算出的数"]),
            (_, Lang::En) => format!("a number from {facts}"),
        }
    }

    fn listed(&self, ids: &[String]) -> String {
        self.lang.list(&ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>())
    }

    const fn op(&self, op: Op) -> &'static str {
        match op {
            Op::AtLeast => self.lang.pick("不低于", "at least"),
            Op::MoreThan => self.lang.pick("超过", "more than"),
            Op::AtMost => self.lang.pick("不超过", "at most"),
            Op::LessThan => self.lang.pick("低于", "less than"),
            Op::Equals => self.lang.pick("等于", "equal to"),
        }
    }

    /// Words side by side, as the language parts them.
    fn together(&self, words: &[&str]) -> String {
        match self.lang {
            Lang::Zh => spaced(words),
            Lang::En => words.join(" "),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(condition: serde_json::Value, taken: Option<TakenCase<'_>>, zh: &str, en: &str) {
        let condition = serde_json::from_value(condition).unwrap();
        assert_eq!([Lang::Zh, Lang::En].map(|lang| words(&condition, taken, lang)), [zh, en]);
    }

    #[test]
    fn groups_are_bracketed_where_they_would_run_together() {
        let either = json!({ "any": [{ "is": "a" }, { "not": { "given": "b" } }] });
        check(
            json!({ "all": [either, { "is": "c" }] }),
            None,
            "（`a` 答“是”，或并非 `b` 已填写），且 `c` 答“是”",
            "(`a` or not `b` given) and `c`",
        );
        check(json!({ "all": [either] }), None, "`a` 答“是”，或并非 `b` 已填写", "`a` or not `b` given");
        check(
            json!({ "not": { "all": [either] } }),
            None,
            "并非（`a` 答“是”，或并非 `b` 已填写）",
            "not (`a` or not `b` given)",
        );
        let two = json!({ "at_least": { "n": 2, "of": [either, { "is": "c" }, { "is": "d" }] } });
        check(
            two,
            None,
            "（`a` 答“是”，或并非 `b` 已填写）、`c` 答“是”、`d` 答“是”，其中至少 2 项",
            "2 of (`a` or not `b` given), `c`, `d`",
        );
    }

    #[test]
    fn two_numbers_show_a_factor_that_is_not_one() {
        let once = json!({ "compare_facts": { "fact": "a", "op": "at_most", "of": "b" } });
        check(once, None, "`a` 不超过 `b`", "`a` at most `b`");
        let times = json!({ "compare_facts": { "fact": "a", "op": "more_than", "times": 0.4, "of": "b" } });
        check(times, None, "`a` 超过 `b` 的 0.4 倍", "`a` more than 0.4 times `b`");
        let sum = json!({ "sum": [{ "fact": "b" }, { "fact": "c" }] });
        let reckoned = json!({ "compare_numbers": { "number": { "fact": "a" }, "op": "at_least", "of": sum } });
        check(reckoned, None, "`a` 不低于由 `b`、`c` 算出的数", "`a` at least a number from `b`, `c`");
    }

    #[test]
    fn a_reading_is_what_it_says_in_the_case_it_is_taken_in() {
        let case =
            |id, options: [&str; 2]| json!({ "case": id, "then": { "one_of": { "fact": "a", "options": options } } });
        let read = json!({ "by_reading": { "reading": "r", "cases": [case("k", ["x", "y"]), case("l", ["y", "z"])] } });
        check(read.clone(), Some(("r", "l")), "`a` 为 `y`、`z` 之一", "`a` one of `y`, `z`");
        check(read.clone(), Some(("q", "l")), "理解方式 `r` 的要求", "what `r` says");
        check(read, None, "理解方式 `r` 的要求", "what `r` says");
    }
}
