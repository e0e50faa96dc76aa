//! Where things stand in a picture, in thousandths of its width: no floats, no pixels.

mod scale;
mod steps;

pub use scale::AxisScale;
pub use steps::{Bar, Steps, steps};

use std::cmp::Ordering;

use crate::model::Quantity;

/// How far out the largest of several figures lies: a goal is never at the edge.
const REACH: i64 = 880;
/// The least distance that is seen as one.
const SEEN: i64 = 15;
/// Beyond this many times its goal a bar is cut off rather than the goal pushed to the edge.
const FAR: i64 = 3;

/// The share of a whole in thousandths, for drawing only.
pub fn thousandths(part: Quantity, whole: Quantity) -> i64 {
    let reaches = |share: i64| whole.times(Quantity::whole(share)) <= part.times(Quantity::whole(1_000));
    let (mut low, mut high) = (0, 1_000);
    while low < high {
        let middle = (low + high + 1) / 2;
        if reaches(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

/// Thousandths as a percentage that SVG and CSS understand: `42.5%`.
pub fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// On which side of `x` a text of this width stands so that it does not stick out.
pub const fn anchor(x: i64, width: i64) -> &'static str {
    if x < width / 2 {
        "start"
    } else if x > 1_000 - width / 2 {
        "end"
    } else {
        "middle"
    }
}

/// About how wide a small text is in the narrowest drawing that lies on its side.
pub fn width(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { 17 } else { 29 }).sum()
}

/// A figure drawn at `at` that differs from one drawn at `other` is seen to differ.
fn apart(at: i64, other: i64, ordering: Ordering) -> i64 {
    match ordering {
        Ordering::Less => at.min(other - SEEN).max(0),
        Ordering::Equal => other,
        Ordering::Greater => at.max(other + SEEN),
    }
}

/// A figure against its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    pub zero: i64,
    pub value: i64,
    pub goal: i64,
    /// What the goal is a multiple of, where it is one.
    pub base: i64,
    /// The figure lies further out than the drawing goes.
    pub goes_on: bool,
}

impl Against {
    /// Nothing where all of them are zero.
    pub fn new(value: Quantity, goal: Quantity, base: Option<Quantity>) -> Option<Self> {
        let base = base.unwrap_or_default();
        let limit = goal.max(base).times(Quantity::whole(FAR));
        let goes_on = limit.is_positive() && value > limit;
        let shown = if goes_on { limit } else { value };
        let lowest = shown.min(goal).min(base).min(Quantity::ZERO);
        let whole = shown.max(goal).max(base).max(Quantity::ZERO).minus(lowest);
        let at = |figure: Quantity| thousandths(figure.minus(lowest), whole) * REACH / 1_000;
        let value = if goes_on { 1_000 } else { apart(at(value), at(goal), value.cmp(&goal)) };
        whole.is_positive().then(|| Self { zero: at(Quantity::ZERO), value, goal: at(goal), base: at(base), goes_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn number(whole: i64) -> Quantity {
        Quantity::whole(whole)
    }

    fn against(value: i64, goal: i64) -> Against {
        Against::new(number(value), number(goal), None).unwrap()
    }

    #[test]
    fn one_short_among_millions_is_seen_to_be_short_and_the_goal_itself_is_not() {
        let short = against(11_999_999, 12_000_000);
        assert!(short.value < short.goal, "{short:?}");
        let reached = against(12_000_000, 12_000_000);
        assert_eq!(reached.value, reached.goal);
        let over = against(12_000_001, 12_000_000);
        assert!(over.value > over.goal, "{over:?}");
    }

    #[test]
    fn a_figure_far_beyond_its_goal_is_cut_off_and_the_goal_stays_in_sight() {
        let far = against(1_000_000, 5);
        assert!(far.goes_on && far.value == 1_000 && far.goal > 200, "{far:?}");
        assert!(!against(14, 5).goes_on);
        assert!(!against(4, 0).goes_on, "a goal of zero has no multiple");
        assert_eq!(Against::new(Quantity::ZERO, Quantity::ZERO, None), None);
    }

    #[test]
    fn a_fall_is_drawn_to_the_left_of_zero() {
        let fall = against(-3, 6);
        assert!(fall.value < fall.zero && fall.zero < fall.goal, "{fall:?}");
    }
}
