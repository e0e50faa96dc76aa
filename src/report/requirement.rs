//! Conditions, and what is preferred without being required.

use super::Clause;
use super::row::{Row, facts, sentences};
use super::value::truth_word;
use crate::engine::Case;
use crate::engine::assess::Finding;
use crate::engine::reasoning::About;
use crate::model::Lang;
use crate::pack::track::Requirement;

/// A row for each requirement, in the order of the pack.
pub fn rows(
    case: &Case<'_>,
    declared: &[Requirement],
    found: &[Finding],
    about: fn(String) -> About,
    lang: Lang,
) -> Vec<Row> {
    let pack = case.pack();
    let row = |(requirement, finding): (&Requirement, &Finding)| Row {
        about: about(finding.id.clone()),
        title: requirement.title.get(lang).to_owned(),
        clause: Clause::of(pack, &finding.cite, lang),
        mark: finding.truth.into(),
        word: truth_word(finding.truth, lang).to_owned(),
        reasons: sentences(&finding.reasons, pack, lang),
        facts: facts(&finding.reasons),
        missing: finding.missing.clone(),
    };
    declared.iter().zip(found).map(row).collect()
}
