//! What one fact, option, reading or relation may still be, and how a leaf looks at it.

use std::cmp::Ordering;

use super::super::super::condition::Op;
use crate::model::{Quantity, Truth};

/// The values of a variable that are still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariableDomain {
    /// One bit for each value.
    Options(u64),
    /// From one number to another, both included.
    Range(Quantity, Quantity),
}

/// What a leaf asks of its variable.
#[derive(Clone, Copy, Debug)]
pub enum LeafTest {
    /// Met by the values of the first mask; by those of the second the authority decides.
    Option { met: u64, unsure: u64 },
    /// Numbers lie at least a step apart.
    Number { op: Op, value: Quantity, step: Quantity },
}

/// The values of a relation between two numbers.
pub const ORDERINGS: [Ordering; 3] = [Ordering::Less, Ordering::Equal, Ordering::Greater];

/// One bit for each ordering that is allowed.
pub fn orderings(allowed: impl Fn(Ordering) -> bool) -> u64 {
    (0..).zip(ORDERINGS).filter(|(_, ordering)| allowed(*ordering)).map(|(bit, _)| 1_u64 << bit).sum()
}

impl VariableDomain {
    /// This many values, all of them open.
    pub const fn of(values: usize) -> Self {
        Self::Options(if values < 64 { (1 << values) - 1 } else { u64::MAX })
    }

    pub fn is_empty(self) -> bool {
        match self {
            Self::Options(open) => open == 0,
            Self::Range(low, high) => low > high,
        }
    }

    /// The orderings that two numbers may have, the second being taken `times`.
    pub fn against(self, times: Quantity, other: Self) -> u64 {
        let (Self::Range(low, high), Self::Range(other_low, other_high)) = (self, other) else { return u64::MAX };
        let (least, most) = (low.cmp_product(times, other_high), high.cmp_product(times, other_low));
        orderings(|ordering| match ordering {
            Ordering::Less => least.is_lt(),
            Ordering::Equal => least.is_le() && most.is_ge(),
            Ordering::Greater => most.is_gt(),
        })
    }
}

impl LeafTest {
    /// What the leaf says of every value that is open; unknown where they differ.
    pub fn truth(self, domain: VariableDomain) -> Truth {
        match (self, domain) {
            (Self::Option { met, .. }, VariableDomain::Options(open)) if open & !met == 0 => Truth::Met,
            (Self::Option { met, unsure }, VariableDomain::Options(open)) if open & (met | unsure) == 0 => {
                Truth::NotMet
            }
            (Self::Option { unsure, .. }, VariableDomain::Options(open)) if open & !unsure == 0 => Truth::Judged,
            (Self::Number { op: Op::Equals, value, .. }, VariableDomain::Range(low, high)) if low < high => {
                if low <= value && value <= high { Truth::Unknown } else { Truth::NotMet }
            }
            (Self::Number { op, value, .. }, VariableDomain::Range(low, high))
                if op.holds(low, value) == op.holds(high, value) =>
            {
                op.holds(low, value).into()
            }
            _ => Truth::Unknown,
        }
    }

    /// Two halves of the open values that bring the leaf nearer to its truth; none where only the authority can decide.
    pub fn split(self, domain: VariableDomain) -> Option<[VariableDomain; 2]> {
        match (self, domain) {
            (Self::Option { met, unsure }, VariableDomain::Options(open)) => {
                let mask = [met, unsure].into_iter().find(|mask| open & mask != 0 && open & !mask != 0)?;
                Some([VariableDomain::Options(open & mask), VariableDomain::Options(open & !mask)])
            }
            (Self::Number { value, step, .. }, VariableDomain::Range(low, high)) => {
                let cut = [value, value.plus(step)].into_iter().find(|cut| low < *cut && *cut <= high)?;
                Some([VariableDomain::Range(cut, high), VariableDomain::Range(low, cut.minus(step))])
            }
            _ => None,
        }
    }
}
