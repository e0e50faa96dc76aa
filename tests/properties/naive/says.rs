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
    /// The authority decides, whatever is answered.
    Left,
}

impl From<Truth> for Says {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Met => Self::Yes,
            Truth::NotMet => Self::No,
            Truth::Unknown => Self::Open,
            Truth::Judged => Self::Left,
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

/// Tries every way the open parts could turn out, and for each of them every way the authority could decide: settled
/// only where all lead to the same, left to the authority where no answer can settle it.
fn settle(parts: &[Says], judge: impl Fn(usize, usize) -> Says) -> Says {
    let mut outcomes = BTreeSet::new();
    for answered in ways(&[(0, 0)].into(), parts, Says::Open, &[Says::Yes, Says::No, Says::Void]) {
        let left: Vec<Says> = parts.iter().copied().filter(|part| *part == Says::Left).collect();
        let decided = ways(&[answered].into(), &left, Says::Left, &[Says::Yes, Says::No]);
        let decided: BTreeSet<Says> = decided.into_iter().map(|(yes, no)| judge(yes, no)).collect();
        outcomes.insert(if let (Some(only), 1) = (decided.first(), decided.len()) { *only } else { Says::Left });
    }
    match outcomes.first() {
        Some(only) if outcomes.len() == 1 => *only,
        _ => Says::Open,
    }
}

/// How many parts may turn out to be yes and how many no, on top of `counts`, where each `open` one is any of `turns`.
fn ways(counts: &Counts, parts: &[Says], open: Says, turns: &[Says]) -> Counts {
    let add = |(yes, no): (usize, usize), way: &Says| match way {
        Says::Yes => (yes + 1, no),
        Says::No => (yes, no + 1),
        _ => (yes, no),
    };
    parts.iter().fold(counts.clone(), |counts, part| {
        let turns = if *part == open { turns } else { std::slice::from_ref(part) };
        counts.iter().flat_map(|count| turns.iter().map(move |way| add(*count, way))).collect()
    })
}

type Counts = BTreeSet<(usize, usize)>;
