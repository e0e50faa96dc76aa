//! What was found, in words: findings meet their declarations here and nowhere else.
//!
//! Every face (the command line, the widget, print, Word, Markdown) sets the same [`Report`] and words nothing itself.
//! Sections are typed, so that a face may set one more richly: as a picture, a switch or a fold.

mod clause;
mod dates;
mod department;
mod doubt;
mod effects;
mod explanation;
mod form;
mod formula;
mod head;
pub mod heading;
mod improve;
mod indicator;
mod link;
mod mark;
mod measure;
mod missing;
mod next_steps;
mod number;
mod plan;
mod purpose;
mod reading;
mod requirement;
mod row;
mod rows;
mod ruler;
mod say;
mod score;
mod stand;
mod standing;
mod statement;
mod step;
mod sum;
mod support;
mod tally;
mod tasks;
mod together;
mod value;
mod ways;

pub use clause::Clause;
pub use dates::Dated;
pub use department::Department;
pub use doubt::DoubtRow;
pub use effects::effects;
pub use explanation::{Explanation, ReasonLine};
pub use form::form;
pub use head::{Head, VerdictWords, verdict_word};
pub use improve::ImprovementRow;
pub use indicator::{Action, Figure, IndicatorRow, Point, Ratio};
pub use link::LinkRow;
pub use mark::Mark;
pub use measure::{Ceiling, MeasureRow};
pub use missing::{Missing, MissingFact, MissingTopic};
pub use next_steps::{ConsequenceRow, MaterialRow, NextSteps, materials};
pub use plan::{PlanReport, PlanRow};
pub use purpose::{applicant, applicant_title, details_title, draft_title};
pub use reading::{ReadingOption, ReadingRow};
pub use row::Row;
pub use rows::{cell_text, rows_text};
pub use ruler::{RulerReport, TierRow};
pub use say::say;
pub use score::{GroupRow, ItemRow, ScoreReport};
pub use standing::{StandingWords, banner, document, period, standing_label};
pub use statement::statement;
pub use step::{MissingDay, Recurrence, StepRow, overdue_word};
pub use sum::Sums;
pub use support::{CeilingRow, FormSum, Support, Total};
pub use tally::{Tally, in_short as tally_in_short, tally};
pub use together::{ExclusionRow, TogetherReport};
pub use value::{difference_text, measured, number_text, op_words, start_text, truth_word, value_text};
pub use ways::{ChangeRow, Way, Ways};

pub use crate::engine::reasoning::About;

use crate::engine::{Assessment, Case};
use crate::model::Lang;
use crate::pack::rules::facts_of;

/// What every face says about itself.
pub const fn disclaimer(lang: Lang) -> &'static str {
    lang.pick(
        "仅供参考，不作为认定或兑付依据，以主管部门审核为准。",
        "For reference only. It recognises and pays nothing; the authority decides.",
    )
}

/// An assessment in words of one language, section by section, in the order of the pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub head: Head,
    /// The verdicts that some readings lead to.
    pub verdicts: Vec<&'static str>,
    /// Nothing of what the track asks for is answered.
    pub is_blank: bool,
    pub conditions: Vec<Row>,
    /// What is preferred without being required.
    pub priorities: Vec<Row>,
    pub indicators: Vec<IndicatorRow>,
    /// What to know before reading the indicators.
    pub indicators_note: Option<String>,
    /// Who answers for some indicator, in the order of the document.
    pub departments: Vec<Department>,
    /// `None` on a track that gives no points.
    pub score: Option<ScoreReport>,
    /// `None` on a track without measures.
    pub support: Option<Support>,
    pub readings: Vec<ReadingRow>,
    pub missing: Missing,
    /// Answers that do not go together.
    pub doubts: Vec<DoubtRow>,
    pub next_steps: NextSteps,
    /// The tracks of other programmes this one leads to.
    pub leads_to: Vec<LinkRow>,
}

impl Report {
    pub fn of(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Self {
        let track = case.track.track;
        let (conditions, priorities) = (&assessment.eligibility.conditions, &assessment.priorities);
        let requirements = |declared, found, about| requirement::rows(case, declared, found, about, lang);
        Self {
            head: Head::of(case, assessment.as_of, lang),
            verdicts: assessment.eligibility.span.iter().map(|one| verdict_word(*one, lang)).collect(),
            is_blank: facts_of(track).iter().all(|fact| case.answers.get(fact).is_none()),
            conditions: requirements(&track.conditions, conditions, About::Condition),
            priorities: requirements(&track.priorities, priorities, About::Priority),
            indicators: indicator::rows(case, assessment, lang),
            indicators_note: track.indicators_note.as_ref().map(|note| note.get(lang).to_owned()),
            departments: department::departments(case.track, lang),
            score: ScoreReport::of(case, assessment, lang),
            support: Support::of(case, assessment, lang),
            readings: reading::rows(case, assessment, lang),
            missing: Missing::of(case, assessment, lang),
            doubts: DoubtRow::all(case, lang),
            leads_to: LinkRow::all(case, lang),
            next_steps: NextSteps::of(case, assessment.as_of, lang),
        }
    }
}
