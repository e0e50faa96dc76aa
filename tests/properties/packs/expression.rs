//! Random numbers made of every word there is, each fact once.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use zhice::model::{Date, Kind, Quantity};
use zhice::pack::number::{Between, Day, FromYear, Part};
use zhice::pack::{Fact, Number};

use super::PARAMETER;
use super::known::Known;
use super::list::{count, total};

/// A number that does not know its facts yet.
#[derive(Clone, Debug)]
pub enum Expression {
    Leaf(Index, i64),
    Node(u8, i64, Vec<Self>),
}

/// What a number is to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Plain,
    Percent,
    Yuan,
}

pub fn expression() -> impl Strategy<Value = Expression> {
    let leaf = (any::<Index>(), 0..5_i64).prop_map(|(fact, figure)| Expression::Leaf(fact, figure));
    leaf.prop_recursive(4, 9, 3, |part| {
        (any::<u8>(), 0..5_i64, vec(part, 1..4)).prop_map(|(word, figure, parts)| Expression::Node(word, figure, parts))
    })
}

/// The facts that no part has taken yet.
struct Pool<'a>(Vec<&'a Fact>);

impl<'a> Pool<'a> {
    fn take(&mut self, index: Index, kinds: &[Kind]) -> Option<&'a Fact> {
        let fitting: Vec<usize> =
            self.0.iter().enumerate().filter(|(_, fact)| kinds.contains(&fact.kind)).map(|(at, _)| at).collect();
        let at = *fitting.get(index.index(fitting.len().max(1)))?;
        Some(self.0.remove(at))
    }

    fn first(&mut self, kind: Kind) -> Option<String> {
        let at = self.0.iter().position(|fact| fact.kind == kind)?;
        Some(self.0.remove(at).id.clone())
    }
}

impl Expression {
    pub fn number(&self, known: Known<'_>, wanted: Wanted) -> Number {
        self.build(&mut Pool(known.facts.iter().collect()), wanted)
    }

    fn build(&self, pool: &mut Pool<'_>, wanted: Wanted) -> Number {
        match self {
            Self::Leaf(fact, figure) => {
                let kinds: &[Kind] = match wanted {
                    Wanted::Plain => &[Kind::Count, Kind::Number, Kind::List],
                    Wanted::Percent => &[Kind::Percent],
                    Wanted::Yuan => &[Kind::Money, Kind::List],
                };
                let seed = u8::try_from(fact.index(256)).unwrap();
                match pool.take(*fact, kinds) {
                    Some(list) if list.kind == Kind::List && wanted == Wanted::Yuan => total(list, seed),
                    Some(list) if list.kind == Kind::List => count(list, seed),
                    Some(fact) => Number::Fact(fact.id.clone()),
                    None => figure_of(*figure, wanted),
                }
            }
            Self::Node(word, figure, parts) => match word % 8 {
                0 => Number::Sum(all(parts, pool, wanted)),
                1 => Number::LeastOf(all(parts, pool, wanted)),
                2 => Number::LargestOf(all(parts, pool, wanted)),
                3 => {
                    let mut parts = all(parts, pool, wanted);
                    let from = Box::new(parts.remove(0));
                    let less = if parts.is_empty() { vec![figure_of(*figure, wanted)] } else { parts };
                    Number::Minus { from, less }
                }
                4 => {
                    let of = Box::new(parts[0].build(pool, wanted));
                    Number::FloorAt { at: Quantity::whole(figure - 2), of }
                }
                other => match wanted {
                    Wanted::Plain => plain(other, *figure, parts, pool),
                    Wanted::Percent => percent(other, *figure, parts, pool),
                    Wanted::Yuan => yuan(other, *figure, parts, pool),
                },
            },
        }
    }
}

fn all(parts: &[Expression], pool: &mut Pool<'_>, wanted: Wanted) -> Vec<Number> {
    parts.iter().map(|part| part.build(pool, wanted)).collect()
}

fn constant(text: &str) -> Number {
    Number::Constant(text.parse().unwrap())
}

fn figure_of(figure: i64, wanted: Wanted) -> Number {
    match wanted {
        Wanted::Plain => Number::from(Quantity::whole(figure)),
        Wanted::Percent => constant(&format!("{}%", figure * 10)),
        Wanted::Yuan => constant(&format!("{figure} 元")),
    }
}

/// Never nothing, so that one can divide by it; and never far from it, so that no end is next to nothing.
fn divisor(part: &Expression, pool: &mut Pool<'_>, wanted: Wanted) -> Number {
    let near = Number::LeastOf(vec![part.build(pool, wanted), figure_of(4, wanted)]);
    Number::FloorAt { at: Quantity::whole(1), of: Box::new(near) }
}

/// A factor that keeps products within what can be held.
fn near(part: &Expression, pool: &mut Pool<'_>, wanted: Wanted) -> Number {
    let near = Number::LeastOf(vec![part.build(pool, wanted), figure_of(4, wanted)]);
    Number::FloorAt { at: Quantity::whole(-3), of: Box::new(near) }
}

fn plain(word: u8, figure: i64, parts: &[Expression], pool: &mut Pool<'_>) -> Number {
    let part = |pool: &mut Pool<'_>| Box::new(parts[0].build(pool, Wanted::Plain));
    let last = parts.last().unwrap();
    match (word, figure) {
        (5, 0) => Number::Whole(part(pool)),
        (5, 1) => match *part(pool) {
            // A percentage of bare figures alone would stay one.
            figures if figures.facts().is_empty() => figures,
            whole => Number::Times(vec![figure_of(2, Wanted::Percent), whole]),
        },
        (5, _) => Number::Times(vec![*part(pool), near(last, pool, Wanted::Plain)]),
        (6, 0) => Number::Over { of: part(pool), by: Box::new(last.build(pool, Wanted::Plain)) },
        (6, _) => Number::Over { of: part(pool), by: Box::new(divisor(last, pool, Wanted::Plain)) },
        (_, 0) => Number::Parameter(PARAMETER.to_owned()),
        (_, 1) => Number::ByYear(vec![year(2018, "1"), year(2021, "3")]),
        (_, figure) => {
            let day = |pool: &mut Pool<'_>| pool.first(Kind::Date).map(Day::Fact);
            let from = day(pool).unwrap_or_else(|| Day::On(Date::from_days_since_epoch(17_500).unwrap()));
            let to = day(pool).filter(|_| figure == 4).unwrap_or_default();
            let between = Between { from, to };
            let (number, unit) = match figure {
                2 => (Number::Days(between), "天"),
                3 => (Number::Months(between), "个月"),
                _ => (Number::Years(between), "年"),
            };
            Number::Over { of: Box::new(number), by: Box::new(constant(&format!("2 {unit}"))) }
        }
    }
}

fn year(from: u16, value: &str) -> FromYear {
    FromYear { from, value: value.parse().unwrap() }
}

fn percent(word: u8, figure: i64, parts: &[Expression], pool: &mut Pool<'_>) -> Number {
    let (first, last) = (&parts[0], parts.last().unwrap());
    let part = |pool: &mut Pool<'_>| Box::new(first.build(pool, Wanted::Plain));
    match (word, figure) {
        (5, 0) => Number::Share { of: part(pool), among: Box::new(last.build(pool, Wanted::Plain)) },
        (5, _) => Number::Share { of: part(pool), among: Box::new(divisor(last, pool, Wanted::Plain)) },
        (6, 0) => Number::Growth { from: part(pool), to: Box::new(last.build(pool, Wanted::Plain)) },
        (6, _) => Number::Growth {
            from: Box::new(divisor(first, pool, Wanted::Plain)),
            to: Box::new(last.build(pool, Wanted::Plain)),
        },
        _ => Number::Times(vec![first.build(pool, Wanted::Percent), figure_of(figure, Wanted::Percent)]),
    }
}

fn yuan(word: u8, figure: i64, parts: &[Expression], pool: &mut Pool<'_>) -> Number {
    let (first, last) = (&parts[0], parts.last().unwrap());
    match word {
        5 => Number::Times(vec![figure_of(figure, Wanted::Yuan), first.build(pool, Wanted::Plain)]),
        6 => Number::Times(vec![near(first, pool, Wanted::Percent), last.build(pool, Wanted::Yuan)]),
        _ => {
            let of = Box::new(first.build(pool, Wanted::Plain));
            let part =
                |over, each: i64| Part { over: Quantity::whole(over), each: format!("{each} 元").parse().unwrap() };
            let parts = vec![part(figure - 2, 2), part(figure, figure), part(figure + 3, 1 - figure.min(1))];
            Number::InParts { of, parts }
        }
    }
}
