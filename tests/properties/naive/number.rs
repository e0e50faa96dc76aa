//! Numbers that are worked out: every combination of what each part could turn out to be, one by one.

use zhice::model::period::{days_between, months_between};
use zhice::model::{Date, Kind, Quantity, Value};
use zhice::pack::number::{Between, Day, Part};
use zhice::pack::{Constant, Number};

use super::fraction::Fraction;
use super::money::{End, Money};
use super::{ONE, Says, World, number, units};

/// How far a number goes that nothing bounds: so far that no other comes near it.
const FAR: [i128; 2] = [100_000_000_000_000 * ONE, 1_000_000_000_000_000 * ONE];

/// What bounds a fact that is not answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// What can be typed.
    Typed,
    /// What the pack says, and else so far.
    Said(i128),
}

impl<'a> World<'a> {
    /// The least and the most a number can be, as far as anything can be typed.
    pub(super) fn ends(&self, number: &'a Number) -> (Fraction, Fraction) {
        let values = self.values(number, Bound::Typed);
        (*values.iter().min().unwrap(), *values.iter().max().unwrap())
    }

    /// The least and the most it can be where a number that nothing bounds has no end.
    pub(super) fn said_ends(&self, number: &'a Number) -> [(Fraction, Fraction); 2] {
        FAR.map(|far| {
            let values = self.values(number, Bound::Said(far));
            (*values.iter().min().unwrap(), *values.iter().max().unwrap())
        })
    }

    /// An end of a number of yuan.
    pub(super) fn yuan(&self, number: &'a Number, end: End) -> Money {
        let [near, far] = self.said_ends(number);
        match end {
            End::Least => Money::Units(near.0.units().max(0)),
            End::Most if far.1 > near.1 => Money::Boundless,
            End::Most => Money::Units(near.1.units().max(0)),
        }
    }

    /// Each part stands for itself, so whatever one of them is, the others can be anything they could be.
    fn values(&self, number: &'a Number, bound: Bound) -> Vec<Fraction> {
        let of = |part: &'a Number| self.values(part, bound);
        let fold = |parts: &'a [Number], with: fn(Fraction, Fraction) -> Fraction| {
            parts.iter().map(of).reduce(|a, b| pairs(&a, &b, with)).unwrap()
        };
        let factor = |part: &'a Number| -> Vec<Fraction> {
            let share = if self.is_percent(part) { Fraction::HUNDRED } else { Fraction::of(ONE) };
            of(part).into_iter().map(|value| value.over(share)).collect()
        };
        let per_cent = |values: Vec<Fraction>| values.into_iter().map(|value| value.times(Fraction::HUNDRED)).collect();
        match number {
            Number::Fact(id) => self.fact_values(id, bound),
            Number::Constant(constant) => vec![Fraction::of(units(constant.value))],
            Number::Sum(parts) => fold(parts, Fraction::plus),
            Number::LeastOf(parts) => fold(parts, Ord::min),
            Number::LargestOf(parts) => fold(parts, Ord::max),
            Number::Minus { from, less } => {
                less.iter().map(of).fold(of(from), |left, part| pairs(&left, &part, Fraction::minus))
            }
            Number::Times(parts) => {
                let product = parts.iter().map(factor).reduce(|a, b| pairs(&a, &b, Fraction::times)).unwrap();
                if self.is_percent(number) { per_cent(product) } else { product }
            }
            Number::Over { of: whole, by } => {
                let quotient = quotients(&factor(whole), &factor(by), far(bound));
                if self.is_percent(number) { per_cent(quotient) } else { quotient }
            }
            Number::Share { of: part, among } => per_cent(quotients(&of(part), &of(among), far(bound))),
            Number::Growth { from, to } => {
                let grown =
                    quotients(&of(to), &of(from), far(bound)).into_iter().map(|times| times.minus(Fraction::of(ONE)));
                per_cent(grown.collect())
            }
            Number::FloorAt { at, of: part } => {
                of(part).into_iter().map(|value| value.max(Fraction::of(units(*at)))).collect()
            }
            Number::Whole(part) => of(part).into_iter().map(Fraction::whole).collect(),
            Number::InParts { of: whole, parts } => of(whole).into_iter().map(|value| in_parts(value, parts)).collect(),
            Number::Years(between) => self.between(between, bound, |from, to| months_between(from, to) / 12),
            Number::Months(between) => self.between(between, bound, months_between),
            Number::Days(between) => self.between(between, bound, days_between),
            Number::ByYear(years) => {
                let holds = years.iter().filter(|year| year.from <= self.as_of.year()).max_by_key(|year| year.from);
                holds.map_or_else(|| anything(far(bound)), |year| vec![Fraction::of(units(year.value.value))])
            }
            Number::Count(rows) => self.listed(&rows.list, self.tally(rows, None, far(bound))),
            Number::Total { column, of: rows } => self.listed(&rows.list, self.tally(rows, Some(column), far(bound))),
            Number::Parameter(id) => {
                let parameter = self.file.parameters.iter().find(|parameter| parameter.id == *id).unwrap();
                let holds = parameter.values.iter().filter(|value| value.from <= self.as_of);
                let last = holds.max_by_key(|value| value.from);
                last.map_or_else(|| anything(far(bound)), |value| vec![Fraction::of(units(value.value.value))])
            }
        }
    }

    fn fact_values(&self, id: &'a str, bound: Bound) -> Vec<Fraction> {
        let fact = self.fact(id);
        let own = match (self.answers.get(id), bound) {
            (Some(value), _) => vec![number(value)],
            (None, Bound::Typed) => {
                let domain = fact.domain();
                let least = domain.floor().map_or(-units(Quantity::MAX_INPUT), units);
                vec![least, units(domain.largest_input())]
            }
            (None, Bound::Said(far)) => {
                vec![fact.domain().floor().map_or(-far, units), fact.max.map_or(far, units)]
            }
        };
        self.listed(id, own.into_iter().map(Fraction::of).collect())
    }

    /// What a fact comes to, or nothing where it does not apply.
    fn listed(&self, id: &str, own: Vec<Fraction>) -> Vec<Fraction> {
        match self.applies(id) {
            Says::No => vec![Fraction::NOTHING],
            Says::Open | Says::Left => [own, vec![Fraction::NOTHING]].concat(),
            Says::Yes | Says::Void => own,
        }
    }

    fn between(&self, between: &'a Between, bound: Bound, count: fn(Date, Date) -> i64) -> Vec<Fraction> {
        let day = |day: &'a Day| match day {
            Day::AsOf => Some(self.as_of),
            Day::On(day) => Some(*day),
            Day::Fact(id) => match self.answers.get(id) {
                Some(Value::Date(day)) => Some(*day),
                _ => None,
            },
        };
        let known = day(&between.from).zip(day(&between.to));
        let own = match known {
            Some((from, to)) => vec![Fraction::of(i128::from(count(from, to)) * ONE)],
            None => vec![Fraction::NOTHING, Fraction::of(far(bound))],
        };
        let applies = [&between.from, &between.to].map(|day| day.fact().map_or(Says::Yes, |id| self.applies(id)));
        match Says::every(&applies) {
            Says::No => vec![Fraction::NOTHING],
            Says::Open | Says::Left => [own, vec![Fraction::NOTHING]].concat(),
            Says::Yes | Says::Void => own,
        }
    }

    /// Whether a number counts in per cent.
    fn is_percent(&self, number: &'a Number) -> bool {
        match number {
            Number::Fact(id) => self.fact(id).kind == Kind::Percent,
            Number::Share { .. } | Number::Growth { .. } => true,
            Number::Over { of, by } => self.is_percent(of) && self.is_bare(by),
            Number::Times(parts) => {
                let counts: Vec<bool> = parts.iter().map(|part| self.is_percent(part)).collect();
                counts.contains(&true) && parts.iter().zip(counts).all(|(part, percent)| percent || self.is_bare(part))
            }
            Number::InParts { .. }
            | Number::Years(_)
            | Number::Months(_)
            | Number::Days(_)
            | Number::Count(_)
            | Number::Total { .. } => false,
            other => {
                let own = self.figure(other).is_some_and(Constant::is_percent);
                own || other.parts().into_iter().any(|(_, part)| self.is_percent(part))
            }
        }
    }

    fn is_bare(&self, number: &'a Number) -> bool {
        match number {
            Number::Fact(_)
            | Number::Share { .. }
            | Number::Growth { .. }
            | Number::InParts { .. }
            | Number::Years(_)
            | Number::Months(_)
            | Number::Days(_)
            | Number::Count(_)
            | Number::Total { .. } => false,
            other => match self.figure(other) {
                Some(figure) => figure.unit.is_none(),
                None => other.parts().into_iter().all(|(_, part)| self.is_bare(part)),
            },
        }
    }

    fn figure(&self, number: &'a Number) -> Option<&'a Constant> {
        match number {
            Number::Constant(constant) => Some(constant),
            Number::ByYear(years) => years.first().map(|year| &year.value),
            Number::Parameter(id) => {
                let parameter = self.file.parameters.iter().find(|parameter| parameter.id == *id)?;
                parameter.values.first().map(|value| &value.value)
            }
            _ => None,
        }
    }
}

fn anything(far: i128) -> Vec<Fraction> {
    vec![Fraction::of(-far), Fraction::of(far)]
}

const fn far(bound: Bound) -> i128 {
    if let Bound::Said(far) = bound { far } else { FAR[0] }
}

fn pairs(first: &[Fraction], second: &[Fraction], with: fn(Fraction, Fraction) -> Fraction) -> Vec<Fraction> {
    first.iter().flat_map(|a| second.iter().map(move |b| with(*a, *b))).collect()
}

/// Anything where one divides by what may be nothing.
fn quotients(first: &[Fraction], second: &[Fraction], far: i128) -> Vec<Fraction> {
    let (least, most) = (second.iter().min().unwrap(), second.iter().max().unwrap());
    if *least <= Fraction::NOTHING && *most >= Fraction::NOTHING {
        return anything(far);
    }
    pairs(first, second, Fraction::over)
}

/// Unit by unit of each part, as far as the number goes.
fn in_parts(number: Fraction, parts: &[Part]) -> Fraction {
    let mut sum = Fraction::NOTHING;
    for (index, part) in parts.iter().enumerate() {
        let (over, next) = (Fraction::of(units(part.over)), parts.get(index + 1).map(|next| units(next.over)));
        let to = next.map_or(number, |next| number.min(Fraction::of(next)));
        if to > over {
            let rate = Fraction::of(units(part.each.value));
            let rate = if part.each.is_percent() { rate.over(Fraction::HUNDRED) } else { rate };
            sum = sum.plus(to.minus(over).times(rate));
        }
    }
    sum
}
