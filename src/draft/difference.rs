//! One line of a draft that does not hold, and what kind of line it is.

use std::fmt;

use serde_json::Value;

use super::path::{Path, Segment};

/// A line that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub path: Path,
    pub kind: DifferenceKind,
    /// What the draft says; nothing where the line is gone.
    pub stated: Option<Value>,
    /// What was worked out instead. Of an entered line only its mark is known, so nothing can be said here.
    pub recomputed: Option<Value>,
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// What the applicant entered is not what it was when the draft was drawn up, or its mark is not: nothing tells
    /// which of the two was changed.
    Entered,
    /// What follows from the other lines does not follow.
    Result,
    /// It only says another difference again: a line of the printed application, a step that led to a result.
    Repeated,
    /// The draft was drawn up with another pack.
    Pack,
    /// Something was changed; which line it was is not said.
    Digest,
}

impl Difference {
    /// Of a line whose mark is not the one in the draft.
    pub const fn entered(path: Path, stated: Option<Value>) -> Self {
        Self { path, kind: DifferenceKind::Entered, stated, recomputed: None }
    }

    /// Of a line that was worked out again.
    pub fn worked_out(path: Path, stated: Option<Value>, recomputed: Option<Value>) -> Self {
        let kind = DifferenceKind::of_worked_out(&path.segments());
        Self { path, kind, stated, recomputed }
    }

    pub fn digest(stated: String, actual: String) -> Self {
        let [stated, recomputed] = [stated, actual].map(|digest| Some(Value::String(digest)));
        Self { path: Path::of("digest"), kind: DifferenceKind::Digest, stated, recomputed }
    }
}

impl DifferenceKind {
    fn of_worked_out(steps: &[Segment<&str>]) -> Self {
        use Segment::{At, Key};
        match steps {
            [Key("pack"), ..] | [Key("assessment"), Key("pack"), ..] => Self::Pack,
            [Key("application"), At(_), ..]
            | [Key("assessment"), Key("next")]
            | [Key("assessment"), Key("missing" | "readings"), At(_), ..]
            | [Key("assessment"), Key("eligibility"), Key("span"), ..]
            | [Key("assessment"), Key("support"), Key("span" | "readings"), _, ..] => Self::Repeated,
            // Of a condition, an indicator or a measure: what led to what was found.
            [Key("assessment"), within @ ..] if within.contains(&Key("reasons")) || within.contains(&Key("steps")) => {
                Self::Repeated
            }
            [Key("assessment"), .., Key("missing"), At(_)] => Self::Repeated,
            _ => Self::Result,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, kind, stated, recomputed } = self;
        let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string);
        match kind {
            DifferenceKind::Entered => {
                let stated = stated.as_ref().unwrap_or(&Value::Null);
                write!(
                    f,
                    "`{path}`: now {stated}, but that is not what it was when the draft was drawn up, or its mark in \
                     `/marks` was changed"
                )
            }
            DifferenceKind::Digest => {
                let digest =
                    |value: &Option<Value>| value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
                write!(f, "`{path}`: the draft says {}, its content has {}", digest(stated), digest(recomputed))
            }
            DifferenceKind::Result | DifferenceKind::Repeated | DifferenceKind::Pack => {
                write!(f, "`{path}`: the draft says {}, recomputed {}", shown(stated), shown(recomputed))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(keys: &str) -> DifferenceKind {
        let step = |step: &str| step.parse().map_or_else(|_| Segment::Key(step.to_owned()), Segment::At);
        let mut path = Path::default();
        keys.split(' ').map(step).for_each(|step| path.enter(step));
        Difference::worked_out(path, None, None).kind
    }

    #[test]
    fn a_line_that_repeats_another_is_told_from_a_result() {
        for path in [
            "application 3 rows 0 2",
            "assessment next",
            "assessment missing 0",
            "assessment readings 0 matters",
            "assessment eligibility span 0",
            "assessment eligibility conditions 0 reasons 0 fact",
            "assessment eligibility conditions 0 missing 1",
            "assessment support span low",
            "assessment support readings 1 case",
            "assessment support measures 0 steps 2 amount",
            "assessment indicators 4 reasons 0",
        ] {
            assert_eq!(kind(path), DifferenceKind::Repeated, "{path}");
        }
        for path in [
            "notice",
            "application",
            "assessment eligibility verdict",
            "assessment eligibility conditions 0 truth",
            "assessment eligibility conditions 0",
            "assessment indicators 4 value",
            "assessment support total low",
            "assessment support by_form money high",
            "assessment support measures 0 amount low",
            // Named like what repeats, and something else.
            "answers next",
            "readings zone.span",
            "dossier narratives steps",
        ] {
            assert_eq!(kind(path), DifferenceKind::Result, "{path}");
        }
        assert_eq!(
            (kind("pack version"), kind("assessment pack digest")),
            (DifferenceKind::Pack, DifferenceKind::Pack)
        );
    }
}
