//! Verdict and totals alone: what a batch, a search or a range over readings needs of an applicant.

use super::facts::Facts;
use super::outcome::{Status, Verdict, status, verdict};
use super::pass::Results;
use super::score::grades;
use super::support::total;
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::agenda::Agenda;
use crate::pack::load::TrackRef;
use crate::pack::rules::{IndicatorRule, Rules, ScoreRule};

/// An assessment without its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    pub verdict: Option<Verdict>,
    pub total: Amount,
    /// Only on a track that gives points.
    pub score: Option<ScreenedScore>,
    /// How many indicators are reached.
    pub reached: usize,
    pub short: usize,
    /// Rated by the applicant; there is no goal to compare the rating with.
    pub rated: usize,
    /// Left to the authority.
    pub judged: usize,
    /// Not answered yet.
    pub unknown: usize,
}

/// A score without its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenedScore {
    pub points: Amount,
    /// `None` where nothing says what passes.
    pub passes: Option<Truth>,
    /// The highest grade that is certain, and the highest there can still be, by position.
    pub grades: [Option<usize>; 2],
}

impl ScreenedScore {
    fn of(rules: &ScoreRule, results: &Results) -> Option<Self> {
        (!rules.groups.is_empty()).then(|| Self {
            points: results.points(rules, None),
            passes: rules.passes.map(|passes| results.truth(passes)),
            grades: grades(rules, results),
        })
    }
}

/// Screens applicants on one track under one choice of readings: whoever screens many keeps it.
#[derive(Clone, Debug)]
pub struct Screener<'a> {
    track: TrackRef<'a>,
    choices: &'a Choices,
    /// Without the cases that were not chosen.
    rules: Rules,
    /// What nobody looks at is not worked out: checks, priorities.
    agenda: Agenda,
    results: Results,
}

impl<'a> Screener<'a> {
    pub fn new(track: TrackRef<'a>, choices: &'a Choices) -> Self {
        let rules = track.rules.under(choices);
        let results = Results::new(TrackRef { rules: &rules, ..track }, &Facts::unknown(track.pack), choices);
        Self { track, choices, agenda: Agenda::of_outcome(&rules), rules, results }
    }

    pub fn screen(&mut self, facts: &Facts) -> Screen {
        let Self { choices, agenda, results, .. } = self;
        let track = TrackRef { rules: &self.rules, ..self.track };
        results.settle(agenda, track, facts, choices);
        let mut screen = Screen {
            verdict: verdict(track, results),
            total: total(track, results, choices),
            score: ScreenedScore::of(&track.rules.score, results),
            reached: 0,
            short: 0,
            rated: 0,
            judged: 0,
            unknown: 0,
        };
        for rule in &track.rules.indicators {
            match status(*rule, results, facts) {
                Status::Reached => screen.reached += 1,
                Status::Short => screen.short += 1,
                Status::Judged => screen.judged += 1,
                Status::Unknown => screen.unknown += 1,
                Status::NotApplicable => screen.rated += usize::from(is_rated(*rule, results)),
            }
        }
        screen
    }
}

/// Of what has no status, a rating that was given; the rest does not apply.
fn is_rated(rule: IndicatorRule, results: &Results) -> bool {
    matches!(rule, IndicatorRule::Rating(fact) if results.applies(fact) != Truth::NotMet)
}
