//! What the lists of an applicant come to: worked out once, so that the pass never goes through their rows.

use super::known::Known;
use crate::model::interval::End;
use crate::model::{Date, Interval, Row, Truth};
use crate::pack::reckon::Scope;
use crate::pack::rules::Slot;
use crate::pack::{Fact, Pack, Parameter, Rows};

/// The lists that are given, by the fact each answers.
#[derive(Debug, Default)]
pub struct Lists<'a>(Vec<(Slot, &'a [Row])>);

/// What some rows of a list that is given come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    rows: Rows<Slot>,
    column: Option<String>,
    pub comes_to: Interval,
}

impl Tallied {
    pub const fn list(&self) -> Slot {
        self.rows.list
    }

    pub fn is_of<F>(&self, list: Slot, rows: &Rows<F>, column: Option<&str>) -> bool {
        self.rows.list == list && self.column.as_deref() == column && self.rows.are_those_of(rows)
    }
}

impl<'a> Extend<(Slot, &'a [Row])> for Lists<'a> {
    fn extend<I: IntoIterator<Item = (Slot, &'a [Row])>>(&mut self, lists: I) {
        self.0.extend(lists);
    }
}

impl Lists<'_> {
    /// Everything that rules of the pack ask of the lists that are given.
    pub fn tallies(&self, pack: &Pack, as_of: Option<Date>) -> Vec<Tallied> {
        let tallied = |(rows, column): &(Rows<Slot>, Option<String>)| {
            let (_, given) = self.0.iter().find(|(slot, _)| *slot == rows.list)?;
            let of = column.as_ref().and_then(|id| pack.fact_at(rows.list)?.column(id));
            Some(Tallied { rows: rows.clone(), column: column.clone(), comes_to: rows.tally(given, of, as_of) })
        };
        pack.tallies().iter().filter_map(tallied).collect()
    }

    /// The facts that are counted from lists that are given, with what is known of them by that.
    pub fn counted(&self, pack: &Pack, tallies: &[Tallied]) -> Vec<(Slot, Known)> {
        let counted = |(slot, fact): (usize, &Fact)| {
            let number = fact.counted.as_ref()?.map(&|id: &String| pack.slot(id).unwrap_or(Slot(usize::MAX)));
            let is_given = |list: &&Slot| self.0.iter().any(|(slot, _)| slot == *list);
            let is_counted = number.leaves().iter().all(is_given);
            Some((Slot(slot), is_counted.then(|| within(fact, number.reckon(&Given(tallies))))??))
        };
        if self.0.is_empty() {
            return Vec::new();
        }
        pack.file.facts.iter().enumerate().filter_map(counted).collect()
    }
}

/// Nothing that could not be entered is counted.
fn within(fact: &Fact, Interval { low, high }: Interval) -> Option<Known> {
    let domain = fact.domain();
    let low = domain.floor().map_or(low.cut(), |floor| floor.max(low.cut()));
    let most = domain.largest_input();
    let high = if high == End::Above { domain.max } else { Some(high.cut().min(most)) };
    match high {
        Some(high) if low > high => None,
        Some(high) if low == high => Some(Known::Number(low)),
        high => Some(Known::Between(low, high)),
    }
}

/// Lists alone: what a fact is counted from looks at nothing else.
struct Given<'a>(&'a [Tallied]);

impl Scope<Slot> for Given<'_> {
    fn number(&self, _: &Slot) -> Interval {
        Interval::EVERYTHING
    }

    fn is_percent(&self, _: &Slot) -> bool {
        false
    }

    fn day(&self, _: &Slot) -> (Truth, Option<Date>) {
        (Truth::Unknown, None)
    }

    fn as_of(&self) -> Option<Date> {
        None
    }

    fn parameter(&self, _: &str) -> Option<&Parameter> {
        None
    }

    fn tally(&self, rows: &Rows<Slot>, column: Option<&str>) -> Interval {
        let found = self.0.iter().find(|one| one.is_of(rows.list, rows, column));
        found.map_or(Interval::EVERYTHING, |one| one.comes_to)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::engine::assess;
    use crate::engine::facts::Facts;
    use crate::model::{Amount, Answers, Quantity};
    use crate::pack::Choices;

    /// Patents and marks, counted by themselves and together, of which five can be entered, and what the marks cost.
    fn pack() -> Pack {
        let mut file: Value = serde_json::from_str(include_str!("../../tests/packs/good/minimal.json")).unwrap();
        let words = json!({ "zh": "件数", "en": "how many" });
        let column = |id: &str, kind: &str| json!({ "id": id, "type": kind, "title": words });
        let fact = |id: &str, more: Value| {
            let mut fact = json!({ "id": id, "label": words, "question": words, "cite": "第一条" });
            fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            fact
        };
        let list =
            json!({ "type": "list", "unit": words, "columns": [column("name", "text"), column("fee", "money")] });
        let count = |number: Value| json!({ "type": "count", "unit": words, "max": 5, "counted": number });
        let of = |list: &str| json!({ "count": { "list": list } });
        let fees = json!({ "total": { "column": "fee", "of": { "list": "marks" } } });
        let facts = [
            fact("patents", list.clone()),
            fact("marks", list),
            fact("patents.count", count(of("patents"))),
            fact("marks.count", count(of("marks"))),
            fact("both.count", count(json!({ "sum": [of("patents"), of("marks")] }))),
            fact("marks.fees", json!({ "type": "money", "counted": fees.clone(), "max": 250 })),
        ];
        let ids: Vec<Value> = facts.iter().map(|fact| fact["id"].clone()).collect();
        let needs = ids.iter().skip(2).map(|id| json!({ "compare": { "fact": id, "op": "at_least", "value": 1 } }));
        file["tracks"][0]["conditions"][0]["needs"] = json!({ "all": needs.collect::<Vec<Value>>() });
        file["tracks"][0]["support"] = json!({
            "measures": [{
                "id": "rest", "title": words, "form": "money", "limit": "at_most", "requires": [], "cite": "第一条",
                "amount": { "number": { "minus": { "from": "100 元", "less": [fees] } } },
            }],
            "cumulation": { "rule": { "always": "add" }, "cite": "第一条" },
        });
        file["tracks"][0]["topics"][0]["facts"] = json!(ids);
        file["facts"] = json!(facts);
        Pack::load(&file.to_string()).unwrap().pack
    }

    /// What is known of a fact by these lists alone.
    #[track_caller]
    fn is_known(answers: &Value, fact: &str, known: Known) {
        let pack = pack();
        let facts = Facts::new(&pack, &pack.take_answers(answers).unwrap(), None);
        assert_eq!(facts.get(pack.slot(fact).unwrap()), known, "{fact} of {answers}");
    }

    const fn number(number: i64) -> Known {
        Known::Number(Quantity::whole(number))
    }

    #[test]
    fn each_list_is_counted_by_itself_and_each_column_added_up_by_itself() {
        let mark = json!({ "name": "m", "fee": 50 });
        let both = json!({ "patents": [{ "name": "p" }, { "name": "q" }], "marks": [mark, mark, mark] });
        is_known(&both, "patents.count", number(2));
        is_known(&both, "marks.count", number(3));
        is_known(&both, "marks.fees", number(150));
        is_known(&both, "both.count", number(5));
    }

    #[test]
    fn what_is_counted_from_two_lists_waits_for_both() {
        let one = json!({ "patents": [{ "name": "p" }] });
        is_known(&one, "patents.count", number(1));
        is_known(&one, "marks.count", Known::Unknown);
        is_known(&one, "both.count", Known::Unknown);
    }

    #[test]
    fn a_list_that_is_not_given_comes_to_nothing_at_least() {
        let (pack, day) = (pack(), "2025-08-01".parse().unwrap());
        let found = assess(pack.track("apply").unwrap(), &Answers::default(), day, &Choices::default());
        assert_eq!(found.support.unwrap().total, Amount::between(Quantity::ZERO, Quantity::whole(100)));
    }

    #[test]
    fn nothing_is_counted_beyond_what_can_be_entered() {
        let fees = |fees: &[Option<i64>]| {
            let row = |fee: &Option<i64>| json!({ "name": "m", "fee": fee });
            json!({ "marks": fees.iter().map(row).collect::<Vec<Value>>() })
        };
        let sum = |low, high| Known::Between(Quantity::whole(low), Some(Quantity::whole(high)));
        is_known(&fees(&[Some(100), Some(100)]), "marks.fees", number(200));
        is_known(&fees(&[Some(100), None]), "marks.fees", sum(100, 250));
        is_known(&fees(&[Some(250), None]), "marks.fees", number(250));
        is_known(&fees(&[Some(251), None]), "marks.fees", Known::Unknown);
        is_known(&fees(&[Some(1); 6]), "marks.count", Known::Unknown);
    }
}
