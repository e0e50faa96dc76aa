//! Conditions, leaf by leaf.

use std::cmp::Ordering;

use zhice::model::Value;
use zhice::pack::Condition;
use zhice::pack::condition::{Comparison, Op, Relation};

use super::fraction::Fraction;
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
            Condition::Judged(part) => match self.says(part) {
                Says::No => Says::Left,
                other => other,
            },
            Condition::CompareNumbers(one) => {
                let (left, right) = (self.ends(&one.number), self.ends(&one.of));
                let times = Fraction::of(units(one.times));
                let right = (right.0.times(times), right.1.times(times));
                let lies = |left: Fraction, right: Fraction| {
                    lies(
                        match left.cmp(&right) {
                            Ordering::Less => -1,
                            Ordering::Equal => 0,
                            Ordering::Greater => 1,
                        },
                        one.op,
                    )
                };
                let mut held = vec![lies(left.0, right.1), lies(left.1, right.0)];
                // Where the two may meet, they may be equal.
                let meet = left.0 <= right.1 && left.1 >= right.0;
                if meet && one.op == Op::Equals {
                    held.push(true);
                }
                let facts = one.facts();
                match (held.contains(&true), held.contains(&false)) {
                    (holds, fails) if holds != fails => holds.into(),
                    _ if facts.iter().any(|id| self.is_waited_for(id)) => Says::Open,
                    _ => Says::Left,
                }
            }
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
            Condition::Includes { fact, options, at_least } => self.leaf(fact, |value| {
                let Value::Set(held) = value else { return Says::No };
                let lacking = options.iter().filter(|option| !held.contains(*option)).count();
                (options.len() - lacking >= at_least.unwrap_or(options.len())).into()
            }),
            Condition::Score(test) => self.tested(test),
            Condition::ByReading { reading, cases } => self.says(self.case(reading, cases)),
        }
    }

    pub(super) fn is_waited_for(&self, id: &str) -> bool {
        match self.applies(id) {
            Says::Open => true,
            Says::No => false,
            _ => match self.answers.get(id) {
                Some(Value::List(_)) => self.is_list_open(id),
                answer => answer.is_none(),
            },
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
