//! The whole reasoning of an assessment: for every condition, indicator, measure, the total and the verdict, what it is,
//! the clause it rests on, and the tree of steps that leads to it.

use serde::Serialize;

use super::assess::{Assessment, Finding};
use super::case::Case;
use super::explain::{self, Reason};
use super::outcome::{Status, Verdict};
use crate::model::{Amount, Truth};
use crate::pack::rules::NodeId;

/// One thing that is concluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    #[serde(flatten)]
    pub about: About,
    #[serde(flatten)]
    pub outcome: Outcome,
    /// `null` for the verdict, which rests on all the conditions.
    pub cite: Option<String>,
    pub reasons: Vec<Reason>,
}

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "about", content = "id", rename_all = "snake_case")]
pub enum About {
    Condition(String),
    Priority(String),
    /// A condition under which nobody passes.
    Veto(String),
    /// A condition that is enough in place of points.
    Direct(String),
    Indicator(String),
    Measure(String),
    Total,
    Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Truth(Truth),
    Status(Status),
    Amount(Amount),
    Verdict(Verdict),
}

/// The statements in the order of the pack, what they lead to last.
pub fn statements(case: &Case<'_>, assessment: &Assessment) -> Vec<Statement> {
    let rules = case.track.rules;
    let mut statements = Vec::new();
    let mut judged = |findings: &[Finding], nodes: &[NodeId], about: fn(String) -> About| {
        statements.extend(findings.iter().zip(nodes).map(|(finding, node)| Statement {
            about: about(finding.id.clone()),
            outcome: Outcome::Truth(finding.truth),
            cite: Some(finding.cite.clone()),
            reasons: vec![explain::condition(case, *node)],
        }));
    };
    judged(&assessment.eligibility.conditions, &rules.conditions, About::Condition);
    judged(&assessment.priorities, &rules.priorities, About::Priority);
    if let Some(score) = &assessment.score {
        judged(&score.vetoes, &rules.score.vetoes, About::Veto);
        judged(&score.direct, &rules.score.direct, About::Direct);
    }
    statements.extend(assessment.indicators.iter().zip(&rules.indicators).map(|(finding, rule)| Statement {
        about: About::Indicator(finding.id.clone()),
        outcome: Outcome::Status(finding.status),
        cite: Some(finding.cite.clone()),
        reasons: explain::indicator(case, *rule),
    }));
    if let Some((support, declared)) = assessment.support.as_ref().zip(case.track.track.support.as_ref()) {
        statements.extend(support.measures.iter().zip(&rules.measures).map(|(finding, rule)| Statement {
            about: About::Measure(finding.id.clone()),
            outcome: Outcome::Amount(finding.amount),
            cite: Some(finding.cite.clone()),
            reasons: explain::measure(case, *rule),
        }));
        statements.push(Statement {
            about: About::Total,
            outcome: Outcome::Amount(support.total),
            cite: Some(declared.cumulation.cite.clone()),
            reasons: Vec::new(),
        });
    }
    statements.extend(assessment.eligibility.verdict.map(|verdict| Statement {
        about: About::Verdict,
        outcome: Outcome::Verdict(verdict),
        cite: None,
        reasons: Vec::new(),
    }));
    statements
}
