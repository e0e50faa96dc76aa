//! What can be said of a requirement, and of several together.

use std::collections::BTreeSet;

use zhice::model::Truth;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    Yes,
    No,
    /// There is nothing it could be about.
    Void,
    Open,
}

impl From<Truth> for Says {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Met => Self::Yes,
            Truth::NotMet => Self::No,
            Truth::Unknown => Self::Open,
            Truth::NotApplicable => Self::Void,
        }
    }
}

impl From<bool> for Says {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Says {
    pub fn every(parts: &[Self]) -> Self {
        settle(parts, |yes, no| match (yes, no) {
            (0, 0) => Self::Void,
            (_, no) => (no == 0).into(),
        })
    }

    pub fn some(parts: &[Self], needed: usize) -> Self {
        settle(parts, |yes, no| if yes + no == 0 { Self::Void } else { (yes >= needed).into() })
    }

    pub fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            other => other,
        }
    }
}

/// Tries every way the open parts could turn out; settled only where all of them lead to the same.
fn settle(parts: &[Says], judge: impl Fn(usize, usize) -> Says) -> Says {
    let mut counts = BTreeSet::from([(0, 0)]);
    for part in parts {
        let ways: &[Says] = if *part == Says::Open { &[Says::Yes, Says::No, Says::Void] } else { &[*part] };
        let add = |(yes, no): (usize, usize), way: &Says| match way {
            Says::Yes => (yes + 1, no),
            Says::No => (yes, no + 1),
            _ => (yes, no),
        };
        counts = counts.iter().flat_map(|count| ways.iter().map(move |way| add(*count, way))).collect();
    }
    let outcomes: BTreeSet<Says> = counts.into_iter().map(|(yes, no)| judge(yes, no)).collect();
    match outcomes.first() {
        Some(only) if outcomes.len() == 1 => *only,
        _ => Says::Open,
    }
}
