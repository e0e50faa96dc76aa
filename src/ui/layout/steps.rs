//! Support as steps laid end to end.

use super::thousandths;
use crate::model::{Amount, Quantity};

/// Measures as steps over the whole width: what is certain is laid end to end from zero, what is open follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// One for each measure; none for a measure that brings nothing.
    pub bars: Vec<Option<Bar>>,
    /// Where the certain part of the total ends.
    pub certain: i64,
}

/// One measure in the drawing: where each part starts and how wide it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    pub certain: (i64, i64),
    pub possible: (i64, i64),
    /// A larger one counts in its stead.
    pub outdone: bool,
    /// Nothing bounds it yet.
    pub open: bool,
}

impl Bar {
    /// Where it ends.
    pub fn end(self) -> i64 {
        let end = |(start, width): (i64, i64)| start + width;
        if self.possible.1 > 0 { end(self.possible) } else { end(self.certain) }
    }
}

/// How much of the width is kept for what has no bound yet.
const UNBOUNDED: i64 = 120;

/// Of each group of measures one counts; nothing where none of them brings anything.
pub fn steps(groups: &[Vec<usize>], amounts: &[Amount]) -> Option<Steps> {
    let of = |group: &Vec<usize>| {
        let amounts = group.iter().filter_map(|index| amounts.get(*index));
        amounts.copied().fold(Amount::ZERO, Amount::larger)
    };
    let finite = |amount: Amount| amount.high.unwrap_or(amount.low);
    let bounded = |group: &Vec<usize>| {
        let amounts = group.iter().filter_map(|index| amounts.get(*index));
        amounts.map(|amount| finite(*amount)).max().unwrap_or_default()
    };
    let low = groups.iter().map(of).fold(Quantity::ZERO, |sum, amount| sum.plus(amount.low));
    let high = groups.iter().map(bounded).fold(Quantity::ZERO, Quantity::plus);
    let is_open = amounts.iter().any(|amount| amount.high.is_none());
    if !high.is_positive() && !is_open {
        return None;
    }
    let room = if is_open { 1_000 - UNBOUNDED } else { 1_000 };
    let at = |sum: Quantity| if high.is_positive() { thousandths(sum, high) * room / 1_000 } else { 0 };
    let span = |from: Quantity, length: Quantity| (at(from), at(from.plus(length)) - at(from));
    let mut steps = Steps { bars: vec![None; amounts.len()], certain: at(low) };
    let (mut certain, mut possible) = (Quantity::ZERO, low);
    for group in groups {
        let sure = of(group).low;
        let mut surest = group.iter().filter(|index| amounts.get(**index).is_some_and(|one| one.low == sure));
        let surest = surest.next().copied();
        for index in group {
            let Some((amount, bar)) = amounts.get(*index).zip(steps.bars.get_mut(*index)) else { continue };
            if *amount == Amount::ZERO {
                continue;
            }
            let more = finite(*amount).max(sure).minus(sure);
            let open = amount.high.is_none();
            *bar = Some(Bar {
                certain: span(certain, amount.low),
                possible: if open { (at(possible), 1_000 - at(possible)) } else { span(possible, more) },
                outdone: amount.low.is_positive() && surest != Some(*index),
                open,
            });
        }
        certain = certain.plus(sure);
        possible = possible.plus(bounded(group).max(sure).minus(sure));
    }
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn number(whole: i64) -> Quantity {
        Quantity::whole(whole)
    }

    fn yuan(low: i64, high: i64) -> Amount {
        Amount::between(number(low), number(high))
    }

    fn apiece(count: usize) -> Vec<Vec<usize>> {
        (0..count).map(|index| vec![index]).collect()
    }

    #[test]
    fn what_is_certain_lies_end_to_end_and_what_is_open_follows_it() {
        let amounts = [yuan(20, 20), yuan(0, 50), yuan(10, 30), Amount::ZERO];
        let drawn = steps(&apiece(4), &amounts).unwrap();
        assert_eq!(drawn.certain, 300);
        let bar = |index: usize| drawn.bars.get(index).copied().flatten();
        assert_eq!(bar(0).unwrap().certain, (0, 200));
        assert_eq!(bar(1).unwrap().possible, (300, 500));
        assert_eq!((bar(2).unwrap().certain, bar(2).unwrap().possible), ((200, 100), (800, 200)));
        assert_eq!(bar(3), None);
        assert_eq!(steps(&apiece(1), &[Amount::ZERO]), None);
    }

    #[test]
    fn of_measures_that_do_not_add_up_the_largest_counts() {
        let drawn = steps(&[vec![0, 1, 2]], &[yuan(20, 20), yuan(50, 50), yuan(0, 80)]).unwrap();
        assert_eq!(drawn.certain, 625);
        let outdone: Vec<bool> = drawn.bars.iter().flatten().map(|bar| bar.outdone).collect();
        assert_eq!(outdone, [true, false, false]);
        assert_eq!(drawn.bars.get(2).copied().flatten().unwrap().possible, (625, 375));
    }

    #[test]
    fn what_has_no_bound_runs_to_the_edge() {
        let drawn = steps(&apiece(2), &[yuan(10, 10), Amount::at_least(Quantity::ZERO)]).unwrap();
        let open = drawn.bars.get(1).copied().flatten().unwrap();
        assert!(open.open && open.end() == 1_000 && drawn.certain < 1_000, "{drawn:?}");
        assert!(steps(&apiece(1), &[Amount::at_least(Quantity::ZERO)]).is_some());
    }
}
