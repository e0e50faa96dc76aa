//! Conditions, leaf by leaf.

use zhice::model::Value;
use zhice::pack::Condition;
use zhice::pack::condition::{Comparison, Op, Relation};

use super::{ONE, Says, Units, World, number, units};

impl<'a> World<'a> {
    /// Whether a fact is about this applicant at all.
    pub fn applies(&self, id: &str) -> Says {
        let gate = self.fact(id).asked_when.as_ref().map_or(Says::Yes, |condition| self.says(condition));
        // What depends on something that does not apply does not apply either.
        if gate == Says::Void { Says::No } else { gate }
    }

    pub fn says(&self, condition: &'a Condition) -> Says {
        match condition {
            Condition::All(parts) => Says::every(&self.all(parts)),
            Condition::Any(parts) => Says::some(&self.all(parts), 1),
            Condition::AtLeast { n, of } => Says::some(&self.all(of), *n),
            Condition::Not(part) => self.says(part).opposite(),
            Condition::Is(fact) => self.leaf(fact, |value| (*value == Value::Bool(true)).into()),
            Condition::Given(fact) => self.leaf(fact, |_| Says::Yes),
            Condition::Compare(comparison) => self.compared(comparison),
            Condition::CompareFacts(relation) => self.related(relation),
            Condition::OneOf { fact, options, discretion } => {
                let is_in = |list: &[String], value: &Value| list.iter().any(|id| *value == Value::Choice(id.clone()));
                self.leaf(fact, |value| match (is_in(options, value), is_in(discretion, value)) {
                    (enough, false) => enough.into(),
                    (_, true) => Says::Left,
                })
            }
            Condition::Includes { fact, options } => self.leaf(fact, |value| {
                matches!(value, Value::Set(held) if options.iter().all(|option| held.contains(option))).into()
            }),
            Condition::ByReading { reading, cases } => self.says(self.case(reading, cases)),
        }
    }

    pub(super) fn leaf(&self, fact: &str, test: impl Fn(&Value) -> Says) -> Says {
        match (self.applies(fact), self.answers.get(fact)) {
            (Says::No, _) => Says::Void,
            (open @ (Says::Open | Says::Left), _) => open,
            (_, None) => Says::Open,
            (_, Some(value)) => test(value),
        }
    }

    pub(super) fn compared(&self, Comparison { fact, op, value }: &Comparison) -> Says {
        self.leaf(fact, |left| lies(number(left) - units(*value), *op).into())
    }

    /// One leaf inside another: either side that does not apply leaves nothing to compare.
    pub(super) fn related(&self, Relation { fact, op, times, of }: &Relation) -> Says {
        match Says::every(&[self.applies(fact), self.applies(of)]) {
            Says::No => return Says::Void,
            open @ (Says::Open | Says::Left) => return open,
            Says::Yes | Says::Void => {}
        }
        self.leaf(fact, |left| {
            self.leaf(of, |right| lies(number(left) * ONE - units(*times) * number(right), *op).into())
        })
    }
}

/// Whether a difference lies on the side that is asked for.
fn lies(difference: Units, op: Op) -> bool {
    match op {
        Op::AtLeast => difference >= 0,
        Op::MoreThan => difference > 0,
        Op::AtMost => difference <= 0,
        Op::LessThan => difference < 0,
        Op::Equals => difference == 0,
    }
}
