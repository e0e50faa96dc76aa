//! Indicators: what is entered, what it is held against, and what number would do.

use serde_json::{Value as Json, json};
use zhice::engine::indicators::IndicatorFinding;
use zhice::engine::outcome::Status;
use zhice::model::Kind;
use zhice::pack::condition::{Comparison, Op, Relation};
use zhice::pack::indicator::Measured;

use super::{ONE, Says, Units, World, number, units};

/// One indicator, as the assessment states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stands {
    pub status: Status,
    pub value: Option<Json>,
    pub target: Option<Units>,
    pub gap: Option<Units>,
}

impl From<&IndicatorFinding> for Stands {
    fn from(finding: &IndicatorFinding) -> Self {
        Self {
            status: finding.status,
            value: finding.value.as_ref().map(|value| json!(value)),
            target: finding.target.map(units),
            gap: finding.gap.map(units),
        }
    }
}

impl<'a> World<'a> {
    /// Each indicator of the track, in its order.
    pub fn indicators(&self) -> Vec<Stands> {
        self.track.indicators.iter().map(|indicator| self.stands(&indicator.measured)).collect()
    }

    fn stands(&self, measured: &'a Measured) -> Stands {
        match measured {
            Measured::Target(goal) => self.against_target(goal),
            Measured::Comparison(relation) => self.against_other(relation),
            Measured::Checklist(points) => count(&self.all(points)),
            Measured::Maturity { fact, reached } if reached.is_empty() => {
                let rated = self.leaf(fact, |_| Says::Void);
                let value = self.entered(fact).filter(|_| self.applies(fact) != Says::No);
                Stands { status: status(rated), value, target: None, gap: None }
            }
            Measured::Maturity { fact, reached } => {
                let says = self.leaf(fact, |value| reached.iter().any(|id| json!(value) == json!(id)).into());
                let value = self.entered(fact).filter(|_| says != Says::Void);
                Stands { status: status(says), value, target: None, gap: None }
            }
        }
    }

    fn against_target(&self, goal: &Comparison) -> Stands {
        let says = self.compared(goal);
        let target = units(goal.value);
        let enough = if self.is_counted(&goal.fact) { next_whole(target, goal.op) } else { target };
        Stands { target: Some(target), ..self.held(&goal.fact, says, enough) }
    }

    /// Where a side does not apply there is nothing to show.
    fn against_other(&self, relation: &Relation) -> Stands {
        let Relation { fact, op, times, of } = relation;
        let says = self.related(relation);
        let (Some(of), false) = (self.answers.get(of), says == Says::Void) else {
            return Stands { gap: None, ..self.held(fact, says, 0) };
        };
        let product = units(*times) * number(of);
        let down = product.div_euclid(ONE);
        // The nearest number that can be entered on the side that is asked for.
        let target =
            if matches!(op, Op::AtMost | Op::LessThan) { down } else { down + (product - down * ONE).signum() };
        let whole = self.is_counted(fact) && units(*times) % ONE == 0;
        let enough = if whole { next_whole(target, *op) } else { target };
        Stands { target: Some(target), ..self.held(fact, says, enough) }
    }

    /// What was entered against a number that would be enough.
    fn held(&self, fact: &str, says: Says, enough: Units) -> Stands {
        let entered = self.answers.get(fact).filter(|_| says != Says::Void);
        let gap = entered.and_then(|value| match says {
            Says::Yes => Some(0),
            Says::No => Some((enough - number(value)).abs()),
            Says::Void | Says::Open | Says::Left => None,
        });
        Stands { status: status(says), value: entered.map(|value| json!(value)), target: None, gap }
    }

    fn entered(&self, fact: &str) -> Option<Json> {
        self.answers.get(fact).map(|value| json!(value))
    }

    fn is_counted(&self, fact: &str) -> bool {
        self.fact(fact).kind == Kind::Count
    }
}

/// The whole number nearest to a whole target that is enough.
fn next_whole(target: Units, op: Op) -> Units {
    match op {
        Op::AtLeast | Op::AtMost | Op::Equals => target,
        Op::MoreThan => target + ONE,
        Op::LessThan => target - ONE,
    }
}

fn count(points: &[Says]) -> Stands {
    let number = |says: Says| points.iter().filter(|point| **point == says).count();
    let (held, failed) = (number(Says::Yes), number(Says::No));
    let (unanswered, left) = (number(Says::Open), number(Says::Left));
    let open = unanswered + left;
    let status = match (held, failed, unanswered, left) {
        (_, 1.., _, _) => Status::Short,
        (_, 0, 1.., _) => Status::Unknown,
        (_, 0, 0, 1..) => Status::Judged,
        (1.., 0, 0, 0) => Status::Reached,
        (0, 0, 0, 0) => Status::NotApplicable,
    };
    let gap = match status {
        Status::Reached => Some(0),
        Status::Short => Some(failed + open),
        Status::Unknown | Status::Judged | Status::NotApplicable => None,
    };
    let in_units = |number: usize| Units::try_from(number).unwrap() * ONE;
    Stands { status, value: Some(json!(held)), target: Some(in_units(held + failed + open)), gap: gap.map(in_units) }
}

fn status(says: Says) -> Status {
    match says {
        Says::Yes => Status::Reached,
        Says::No => Status::Short,
        Says::Open => Status::Unknown,
        Says::Left => Status::Judged,
        Says::Void => Status::NotApplicable,
    }
}
