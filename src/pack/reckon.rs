//! Working a number out: from the least to the most it can be under what is known of its facts.

use super::number::{Between, Day, FromYear, Part};
use super::rows::Rows;
use super::{Constant, Number, Parameter};
use crate::model::interval::End;
use crate::model::period::{days_between, months_between};
use crate::model::{Date, Interval, Quantity, Ratio, Truth};

/// What is known while a number is worked out.
pub trait Scope<F> {
    /// What a number can be: nothing where the fact does not apply.
    fn number(&self, fact: &F) -> Interval;
    fn is_percent(&self, fact: &F) -> bool;
    /// Whether a date applies, and the day if it is known.
    fn day(&self, fact: &F) -> (Truth, Option<Date>);
    /// The day of the assessment.
    fn as_of(&self) -> Option<Date>;
    fn parameter(&self, id: &str) -> Option<&Parameter>;
    /// What the rows of a list that count come to: so many, or that much of a column.
    fn tally(&self, rows: &Rows<F>, column: Option<&str>) -> Interval;
}

const HUNDRED: Interval = Interval::exactly(Quantity::whole(100));

impl<F> Number<F> {
    /// Interval arithmetic: an answer makes it narrower, never wider.
    pub fn reckon(&self, scope: &dyn Scope<F>) -> Interval {
        let of = |part: &Self| part.reckon(scope);
        let fold = |parts: &[Self], with: fn(Interval, Interval) -> Interval| parts.iter().map(of).reduce(with);
        let worked_out = match self {
            Self::Fact(fact) => Some(scope.number(fact)),
            Self::Constant(constant) => Some(Interval::exactly(constant.value)),
            Self::Sum(parts) => fold(parts, Interval::plus),
            Self::Minus { from, less } => Some(less.iter().map(of).fold(of(from), Interval::minus)),
            Self::Times(parts) => {
                let factor = |part: &Self| part.as_factor(scope);
                let product = parts.iter().map(factor).reduce(Interval::times);
                if self.is_percent(scope) { product.map(|product| product.times(HUNDRED)) } else { product }
            }
            Self::Over { of: whole, by } if self.is_percent(scope) => Some(of(whole).over(of(by))),
            Self::Over { of: whole, by } => Some(whole.as_factor(scope).over(by.as_factor(scope))),
            Self::Share { of: part, among } => Some(of(part).over(of(among)).times(HUNDRED)),
            Self::Growth { from, to } => {
                let grown = of(to).over(of(from)).minus(Interval::exactly(Quantity::whole(1)));
                Some(grown.times(HUNDRED))
            }
            Self::LeastOf(parts) => fold(parts, Interval::smaller),
            Self::LargestOf(parts) => fold(parts, Interval::larger),
            Self::FloorAt { at, of: part } => Some(of(part).larger(Interval::exactly(*at))),
            Self::Whole(part) => Some(of(part).whole()),
            Self::InParts { of: whole, parts } => Some(in_parts(of(whole), parts)),
            Self::Years(between) => Some(between.reckon(scope, |from, to| months_between(from, to) / 12)),
            Self::Months(between) => Some(between.reckon(scope, months_between)),
            Self::Days(between) => Some(between.reckon(scope, days_between)),
            Self::ByYear(years) => Some(by_year(years, scope.as_of())),
            Self::Count(rows) => Some(scope.tally(rows, None)),
            Self::Total { column, of: rows } => Some(scope.tally(rows, Some(column))),
            Self::Parameter(id) => Some(scope.parameter(id).map_or(Interval::EVERYTHING, |one| on(one, scope.as_of()))),
        };
        worked_out.unwrap_or(Interval::ZERO)
    }

    /// Whether it counts in per cent.
    pub fn is_percent(&self, scope: &dyn Scope<F>) -> bool {
        match self {
            Self::Fact(fact) => scope.is_percent(fact),
            Self::Constant(constant) => constant.is_percent(),
            Self::Share { .. } | Self::Growth { .. } => true,
            Self::Times(parts) => {
                parts.iter().any(|part| part.is_percent(scope))
                    && parts.iter().all(|part| part.is_percent(scope) || part.is_bare(scope))
            }
            Self::Over { of, by } => of.is_percent(scope) && by.is_bare(scope),
            Self::ByYear(_) | Self::Parameter(_) => self.figure(scope).is_some_and(Constant::is_percent),
            Self::InParts { .. }
            | Self::Years(_)
            | Self::Months(_)
            | Self::Days(_)
            | Self::Count(_)
            | Self::Total { .. } => false,
            Self::Sum(_)
            | Self::Minus { .. }
            | Self::LeastOf(_)
            | Self::LargestOf(_)
            | Self::FloorAt { .. }
            | Self::Whole(_) => self.parts().into_iter().any(|(_, part)| part.is_percent(scope)),
        }
    }

    /// Whether it is made of bare figures alone, which count whatever stands beside them.
    fn is_bare(&self, scope: &dyn Scope<F>) -> bool {
        match self {
            Self::Constant(constant) => constant.unit.is_none(),
            Self::ByYear(_) | Self::Parameter(_) => self.figure(scope).is_some_and(|figure| figure.unit.is_none()),
            _ => {
                let parts = self.parts();
                let worked_out = !matches!(self, Self::Share { .. } | Self::Growth { .. } | Self::InParts { .. });
                worked_out && !parts.is_empty() && parts.into_iter().all(|(_, part)| part.is_bare(scope))
            }
        }
    }

    /// The first of figures that change.
    fn figure<'s>(&'s self, scope: &'s dyn Scope<F>) -> Option<&'s Constant> {
        match self {
            Self::ByYear(years) => years.first().map(|year| &year.value),
            Self::Parameter(id) => scope.parameter(id)?.values.first().map(|value| &value.value),
            _ => None,
        }
    }

    /// In a product a percentage is a share.
    fn as_factor(&self, scope: &dyn Scope<F>) -> Interval {
        let number = self.reckon(scope);
        if self.is_percent(scope) { number.over(HUNDRED) } else { number }
    }
}

/// The rates are not negative, so the ends come of the ends.
fn in_parts(whole: Interval, parts: &[Part]) -> Interval {
    let end = |end: End| {
        let bounds = parts.iter().skip(1).map(|part| Some(part.over)).chain([None]);
        let part = |(part, next): (&Part, Option<Quantity>)| {
            let over = End::At(Ratio::new(part.over));
            let reached = if let Some(next) = next { end.min(End::At(Ratio::new(next))) } else { end };
            let reached = Interval { low: reached.max(over), high: reached.max(over) };
            let rate = Interval::exactly(part.each.value);
            let rate = if part.each.is_percent() { rate.over(HUNDRED) } else { rate };
            reached.minus(Interval::exactly(part.over)).times(rate)
        };
        parts.iter().zip(bounds).map(part).fold(Interval::ZERO, Interval::plus)
    };
    Interval { low: end(whole.low).low, high: end(whole.high).high }
}

fn by_year(years: &[FromYear], day: Option<Date>) -> Interval {
    let figure = |year: &FromYear| Interval::exactly(year.value.value);
    match day {
        Some(day) => {
            let last = years.iter().rfind(|year| year.from <= day.year());
            last.map_or(Interval::EVERYTHING, figure)
        }
        None => Interval::EVERYTHING,
    }
}

fn on(parameter: &Parameter, day: Option<Date>) -> Interval {
    let figure = day.and_then(|day| parameter.on(day));
    figure.map_or(Interval::EVERYTHING, |figure| Interval::exactly(figure.value.value))
}

impl<F> Between<F> {
    fn reckon(&self, scope: &dyn Scope<F>, count: impl Fn(Date, Date) -> i64) -> Interval {
        let ends = [&self.from, &self.to].map(|day| match day {
            Day::AsOf => (Truth::Met, scope.as_of()),
            Day::On(day) => (Truth::Met, Some(*day)),
            Day::Fact(fact) => scope.day(fact),
        });
        let [(from_applies, from), (to_applies, to)] = ends;
        let between = match from.zip(to) {
            Some((from, to)) => Interval::exactly(Quantity::whole(count(from, to))),
            None => Interval::between(Some(Quantity::ZERO), None),
        };
        match from_applies.and(to_applies) {
            Truth::Met | Truth::NotApplicable => between,
            Truth::NotMet => Interval::ZERO,
            Truth::Unknown | Truth::Judged => between.or(Interval::ZERO),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::json::shape;

    /// Every fact is ten, `share` in per cent; the parameters are as given.
    struct Tens(Vec<Parameter>);

    impl Scope<String> for Tens {
        fn number(&self, _: &String) -> Interval {
            Interval::exactly(Quantity::whole(10))
        }

        fn is_percent(&self, fact: &String) -> bool {
            fact == "share"
        }

        fn day(&self, _: &String) -> (Truth, Option<Date>) {
            (Truth::Met, None)
        }

        fn as_of(&self) -> Option<Date> {
            "2025-08-01".parse().ok()
        }

        fn parameter(&self, id: &str) -> Option<&Parameter> {
            self.0.iter().find(|parameter| parameter.id == id)
        }

        fn tally(&self, _: &Rows<String>, _: Option<&str>) -> Interval {
            self.number(&String::new())
        }
    }

    #[test]
    fn a_percentage_is_a_share_beside_what_is_counted_and_stays_one_beside_bare_figures() {
        let parameter = |(id, value): (&str, Value)| -> Parameter {
            let words = json!({ "zh": "数", "en": "a figure" });
            let values = json!([{ "from": "2020-01-01", "value": value, "source": words }]);
            shape(&json!({ "id": id, "label": words, "values": values, "cite": "一" })).unwrap()
        };
        let scope = Tens([("two", json!(2)), ("price", json!("2 元")), ("rate", json!("50%"))].map(parameter).into());
        let in_parts = json!({ "in_parts": { "of": 2, "parts": [{ "over": 0, "each": 1 }] } });
        for (number, expected) in [
            (json!({ "times": ["50%", { "fact": "rent" }] }), "5"),
            (json!({ "times": [{ "parameter": "rate" }, { "fact": "rent" }] }), "5"),
            (json!({ "times": [{ "fact": "share" }, { "fact": "rent" }] }), "1"),
            (json!({ "times": [{ "fact": "share" }, { "fact": "rent" }, 2] }), "2"),
            (json!({ "times": ["50%", "2 元"] }), "1"),
            (json!({ "times": ["50%", { "parameter": "price" }] }), "1"),
            (json!({ "times": ["50%", { "sum": [1, { "fact": "rent" }] }] }), "5.5"),
            (json!({ "times": ["50%", { "count": { "list": "patents" } }] }), "5"),
            (json!({ "times": ["50%", in_parts] }), "1"),
            (json!({ "times": ["50%", 2] }), "100"),
            (json!({ "times": ["50%", "50%"] }), "25"),
            (json!({ "times": ["50%", { "parameter": "two" }] }), "100"),
            (json!({ "times": ["50%", { "by_year": [{ "from": 2020, "value": 2 }] }] }), "100"),
            (
                json!({ "by_year": [{ "from": 2020, "value": 2 }, { "from": 2025, "value": 4 }, { "from": 2026, "value": 8 }] }),
                "4",
            ),
            (json!({ "times": ["50%", { "sum": [1, 1] }] }), "100"),
            (json!({ "times": [{ "share": { "of": 1, "among": 2 } }, 2] }), "100"),
            (json!({ "over": { "of": "50%", "by": 2 } }), "25"),
            (json!({ "over": { "of": "50%", "by": { "fact": "rent" } } }), "0.05"),
            (json!({ "over": { "of": { "fact": "rent" }, "by": "50%" } }), "20"),
            (json!({ "over": { "of": { "fact": "rent" }, "by": 2 } }), "5"),
            (json!({ "over": { "of": "50%", "by": { "share": { "of": 1, "among": 2 } } } }), "1"),
            (json!({ "over": { "of": "50%", "by": { "growth": { "from": 1, "to": 3 } } } }), "0.25"),
        ] {
            let read: Number = shape(&number).unwrap();
            let expected = Interval::exactly(expected.parse().unwrap());
            assert_eq!(read.reckon(&scope), expected, "{number}");
        }
    }
}
