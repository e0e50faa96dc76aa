//! A scale with bounds on it.

use std::cmp::Ordering;

use super::{SEEN, thousandths};
use crate::model::Quantity;

/// In proportion, but each stretch at least as wide as its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisScale {
    /// From zero over the bounds to the end.
    marks: Vec<(Quantity, i64)>,
}

impl AxisScale {
    /// `needs` holds the width of the words of each stretch, the one before the first bound included; nothing where
    /// they do not fit beside each other.
    pub fn new(bounds: &[Quantity], needs: &[i64], number: Option<Quantity>) -> Option<Self> {
        let last = bounds.last().copied().unwrap_or_default().max(number.unwrap_or_default());
        let end = last.plus(last.shared_by(Quantity::whole(4))).max(Quantity::whole(1));
        let starts = std::iter::once(Quantity::ZERO).chain(bounds.iter().copied());
        let ends = bounds.iter().copied().chain([end]);
        let lengths: Vec<Quantity> = starts.zip(ends.clone()).map(|(start, end)| end.minus(start)).collect();
        let mut at = 0;
        let widths = widths(&lengths, needs)?.into_iter().map(|width| {
            at += width;
            at
        });
        Some(Self { marks: std::iter::once((Quantity::ZERO, 0)).chain(ends.zip(widths)).collect() })
    }

    /// Where each bound stands, and the end after the last.
    pub fn bounds(&self) -> Vec<i64> {
        self.marks.iter().skip(1).map(|(_, at)| *at).collect()
    }

    /// Where a number stands; `reached` says on which side of the bound it belongs where it is one.
    pub fn at(&self, number: Quantity, reached: bool) -> i64 {
        let stretches = self.marks.iter().zip(self.marks.iter().skip(1));
        let mut inside = stretches.filter(|((_, _), (end, _))| number <= *end);
        let Some(((start, from), (end, to))) = inside.next() else { return 1_000 };
        let at = from + (to - from) * thousandths(number.minus(*start), end.minus(*start)) / 1_000;
        match number.cmp(end) {
            Ordering::Equal if reached => to + SEEN / 2,
            Ordering::Equal => to - SEEN / 2,
            _ => at.clamp(from + SEEN / 2, (to - SEEN / 2).max(from + SEEN / 2)),
        }
    }
}

/// Shares the width out by length; what would be too narrow gets what it needs, and the others share the rest.
fn widths(lengths: &[Quantity], needs: &[i64]) -> Option<Vec<i64>> {
    let mut fixed: Vec<Option<i64>> = vec![None; lengths.len()];
    loop {
        let rest = 1_000 - fixed.iter().flatten().sum::<i64>();
        let free = || lengths.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none());
        let whole = free().map(|(length, _)| *length).fold(Quantity::ZERO, Quantity::plus);
        let share = |length: Quantity| rest * thousandths(length, whole) / 1_000;
        let narrow =
            lengths.iter().zip(needs).zip(&fixed).position(|((length, need), fixed)| {
                fixed.is_none() && (!whole.is_positive() || share(*length) < *need)
            });
        match narrow.and_then(|at| fixed.get_mut(at).zip(needs.get(at))) {
            _ if rest < 0 => return None,
            Some((slot, need)) => *slot = Some(*need),
            None => {
                let width = |(length, fixed): (&Quantity, &Option<i64>)| fixed.unwrap_or_else(|| share(*length));
                return Some(lengths.iter().zip(&fixed).map(width).collect());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn number(whole: i64) -> Quantity {
        Quantity::whole(whole)
    }

    #[test]
    fn stretches_are_in_proportion_unless_their_words_need_more() {
        let bounds = [70, 120, 200].map(number);
        let even = AxisScale::new(&bounds, &[0; 4], None).unwrap();
        assert_eq!(even.bounds(), [280, 480, 800, 1_000]);
        let needs = [100, 150, 150, 150];
        for number in [None, Some(Quantity::MAX_COUNT)] {
            let scale = AxisScale::new(&bounds, &needs, number).unwrap().bounds();
            let starts = std::iter::once(0).chain(scale.iter().copied());
            let widths: Vec<i64> = scale.iter().zip(starts).map(|(end, start)| end - start).collect();
            assert!(widths.iter().zip(needs).all(|(width, need)| *width >= need), "{widths:?}");
        }
        assert_eq!(AxisScale::new(&bounds, &[300; 4], None), None, "words that do not fit");
    }

    #[test]
    fn a_number_at_a_bound_stands_on_the_side_it_counts_for() {
        let scale = AxisScale::new(&[70, 120].map(number), &[0; 3], None).unwrap();
        let bound = *scale.bounds().first().unwrap();
        assert!(scale.at(number(70), false) < bound);
        assert!(scale.at(number(70), true) > bound);
        assert!(scale.at(number(71), true) > bound);
        assert!(scale.at(number(69), false) < bound);
    }
}
