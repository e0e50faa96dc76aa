//! A page of questions as it stands: what is dealt with, what is open, what can change nothing, what is not used.

use std::collections::BTreeSet;
use std::iter::Sum;
use std::sync::Arc;

use super::assessed::AssessedEntry;
use super::filing::Filing;
use super::topic_page::TopicPage;
use crate::pack::Pack;

/// What the entries of a draft make of their facts, taken together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relevance {
    /// Facts that are known to apply in some entry.
    pub asked: BTreeSet<String>,
    /// Facts that can still change a result of some entry, that lead to one of those, or that an application records.
    pub needed: BTreeSet<String>,
}

/// How a fact stands; of the facts of one question, the foremost counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionState {
    Open,
    Answered,
    /// Answered with 暂不清楚.
    Unsure,
    /// Asked and not answered, and no answer could change a result.
    Idle,
    /// Answered, and by another answer no longer asked.
    Unused,
    NotAsked,
}

/// How much of what a page asks has been dealt with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub settled: usize,
    /// How many of these with 暂不清楚.
    pub unsure: usize,
    /// How many questions count: those that are settled or can still change a result.
    pub all: usize,
}

impl Relevance {
    pub fn of(entries: &[Arc<AssessedEntry>], packs: &[Pack]) -> Self {
        let mut relevance = Self::default();
        for entry in entries {
            relevance.asked.extend(entry.asked.iter().cloned());
            relevance.needed.extend(entry.missing.iter().chain(&entry.signs).cloned());
            let recorded = entry.id.find(packs).into_iter().flat_map(|track| &track.track.record);
            relevance.needed.extend(recorded.cloned());
        }
        relevance
    }
}

impl QuestionState {
    pub fn of(fact: &str, filing: &Filing, relevance: &Relevance) -> Self {
        let has_text = filing.typed.get(fact).is_some_and(|text| !text.trim().is_empty());
        let is_answered = filing.answers.get(fact).is_some();
        match relevance.asked.contains(fact) {
            false if is_answered || has_text => Self::Unused,
            false => Self::NotAsked,
            true if is_answered => Self::Answered,
            true if filing.unsure.contains(fact) => Self::Unsure,
            // A text that is not right yet has to be mended, whatever hangs on it.
            true if has_text || relevance.needed.contains(fact) => Self::Open,
            true => Self::Idle,
        }
    }

    /// Whether a question is folded away at the end of its page. One that had the focus stays where it is; what was dealt
    /// with among the folded ones comes back once somebody is busy elsewhere.
    pub const fn is_folded(self, was_folded: bool, had_focus: bool, busy_in_fold: bool) -> bool {
        match self {
            Self::Idle => was_folded || !had_focus,
            Self::Open | Self::Answered | Self::Unsure => was_folded && busy_in_fold,
            Self::Unused | Self::NotAsked => was_folded,
        }
    }
}

impl Progress {
    pub fn of<'f>(facts: impl IntoIterator<Item = &'f String>, filing: &Filing, relevance: &Relevance) -> Self {
        facts.into_iter().fold(Self::default(), |Self { settled, unsure, all }, fact| {
            match QuestionState::of(fact, filing, relevance) {
                QuestionState::Open => Self { settled, unsure, all: all + 1 },
                QuestionState::Answered => Self { settled: settled + 1, unsure, all: all + 1 },
                QuestionState::Unsure => Self { settled: settled + 1, unsure: unsure + 1, all: all + 1 },
                QuestionState::Idle | QuestionState::Unused | QuestionState::NotAsked => Self { settled, unsure, all },
            }
        })
    }

    /// The same of each page.
    pub fn of_pages(pages: &[TopicPage], filing: &Filing, relevance: &Relevance) -> Vec<Self> {
        pages.iter().map(|page| Self::of(&page.facts, filing, relevance)).collect()
    }

    pub const fn is_settled(self) -> bool {
        self.settled == self.all
    }

    /// The class of a page of questions.
    pub const fn state(self) -> &'static str {
        match self {
            Self { all: 0, .. } => "idle",
            of if of.is_settled() => "settled",
            Self { settled: 0, .. } => "open",
            _ => "begun",
        }
    }

    /// How far it is, as a sign: `2/5`.
    pub fn mark(self) -> String {
        match self {
            Self { all: 0, .. } => "–".to_owned(),
            of if of.is_settled() => "✓".to_owned(),
            Self { settled, all, .. } => format!("{settled}/{all}"),
        }
    }
}

impl Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, of| Self {
            settled: sum.settled + of.settled,
            unsure: sum.unsure + of.unsure,
            all: sum.all + of.all,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Case, assess_case, missing, proposal};
    use crate::model::{Kind, Value};
    use crate::pack::load::TrackRef;
    use crate::pack::{Pack, builtin};
    use crate::ui::filing::{Entry, TrackId};

    fn filing(entries: &[(&str, &str)]) -> Filing {
        let entries = entries.iter().map(|(programme, track)| Entry::new(TrackId::new(*programme, *track)));
        Filing { entries: entries.collect(), ..Filing::new(0, "2026-11-21".parse().unwrap()) }
    }

    fn tracks<'p>(filing: &Filing, packs: &'p [Pack]) -> Vec<TrackRef<'p>> {
        filing.entries.iter().map(|entry| entry.id.find(packs).unwrap()).collect()
    }

    fn relevance(filing: &Filing, packs: &[Pack]) -> Relevance {
        let mut relevance = Relevance::default();
        for track in tracks(filing, packs) {
            let choices = filing.choices(track.pack);
            let case = Case::on(filing.as_of, track, &filing.answers, &choices);
            relevance.asked.extend(missing::asked(&case));
            let missing = assess_case(&case, filing.as_of).missing;
            relevance.needed.extend(proposal::open_signs(&case, &missing));
            relevance.needed.extend(missing);
            relevance.needed.extend(track.track.record.iter().cloned());
        }
        relevance
    }

    fn say(filing: &mut Filing, fact: &str, value: bool) {
        filing.answers.set(fact, Value::Bool(value));
    }

    /// Under the readings that apply at first, or under another: some questions matter only there.
    #[test]
    fn with_nothing_answered_every_question_of_every_track_counts() {
        let packs = builtin::all();
        let all = packs.iter().flat_map(|pack| pack.file.tracks.iter().map(move |track| (&pack.file, &track.id)));
        for (file, track) in all {
            let at_first = filing(&[(&file.id, track)]);
            let read = |reading: &str, case: &str| {
                let mut filing = at_first.clone();
                filing.readings.insert(reading.to_owned(), case.to_owned());
                filing
            };
            let others = file.readings.iter().flat_map(|one| one.cases.iter().map(|case| read(&one.id, &case.id)));
            let filings: Vec<Filing> = std::iter::once(at_first.clone()).chain(others).collect();
            for fact in at_first.topic_pages(&packs).iter().flat_map(|page| &page.facts) {
                let is_idle = |filing: &Filing| {
                    QuestionState::of(fact, filing, &relevance(filing, &packs)) == QuestionState::Idle
                };
                // A list is not needed where what is counted from it can be answered.
                let is_list = file.facts.iter().any(|known| known.id == *fact && known.kind == Kind::List);
                assert!(
                    is_list || !filings.iter().all(is_idle),
                    "{} {track}: {fact} is asked and can never matter",
                    file.id
                );
            }
        }
    }

    #[test]
    fn what_can_change_nothing_any_more_does_not_count_and_what_is_entered_is_kept() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "zone")]);
        let facts = ["zone.mechanism", "zone.plan", "zone.policies"].map(str::to_owned);
        let progress = |filing: &Filing| Progress::of(&facts, filing, &relevance(filing, &packs));
        assert_eq!(progress(&filing), Progress { settled: 0, unsure: 0, all: 3 });
        filing.unsure.insert("zone.policies".to_owned());
        assert_eq!(progress(&filing), Progress { settled: 1, unsure: 1, all: 3 });
        say(&mut filing, "zone.mechanism", false);
        assert_eq!(progress(&filing), Progress { settled: 2, unsure: 1, all: 2 });
        assert!(progress(&filing).is_settled());
        assert_eq!(QuestionState::of("zone.plan", &filing, &relevance(&filing, &packs)), QuestionState::Idle);
        filing.typed.insert("zone.plan".to_owned(), "?".to_owned());
        assert_eq!(QuestionState::of("zone.plan", &filing, &relevance(&filing, &packs)), QuestionState::Open);
    }

    #[test]
    fn an_answer_that_another_one_rules_out_is_not_used() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "agency")]);
        let standing =
            |filing: &Filing| QuestionState::of("agency.doubling_grants", filing, &relevance(filing, &packs));
        assert_eq!(standing(&filing), QuestionState::NotAsked);
        say(&mut filing, "agency.doubling", true);
        assert_eq!(standing(&filing), QuestionState::Open);
        filing.answers.set("agency.doubling_grants", Value::Number(crate::model::Quantity::whole(5)));
        assert_eq!(standing(&filing), QuestionState::Answered);
        say(&mut filing, "agency.doubling", false);
        assert_eq!(standing(&filing), QuestionState::Unused);
    }

    #[test]
    fn a_fact_counts_as_long_as_it_matters_to_one_of_the_entries() {
        let packs = builtin::all();
        let standing = |entries: &[(&str, &str)]| {
            let mut filing = filing(entries);
            filing.answers.set("zone.area_km2", Value::Number(crate::model::Quantity::ZERO));
            QuestionState::of("zone.boundary_east", &filing, &relevance(&filing, &packs))
        };
        let (national, city) = (("cnipa-2023-zone", "pilot"), ("zibo-2020-zone", "zone"));
        assert_eq!(standing(&[national]), QuestionState::Idle, "the scope falls short without it");
        assert_eq!(standing(&[national, city]), QuestionState::Open);
    }

    #[test]
    fn a_question_stays_where_it_is_while_it_is_dealt_with() {
        let idle = |was_folded, had_focus| QuestionState::Idle.is_folded(was_folded, had_focus, false);
        assert!(idle(false, false) && idle(true, true));
        assert!(!idle(false, true), "it had the focus in its place");
        for standing in [QuestionState::Open, QuestionState::Answered, QuestionState::Unsure] {
            assert!(standing.is_folded(true, true, true), "{standing:?} under somebody's hands");
            assert!(!standing.is_folded(true, true, false), "{standing:?} once they are elsewhere");
            assert!(!standing.is_folded(false, false, true), "{standing:?} was never folded");
        }
    }
}
