//! A draft that was replayed: whether it holds, in a sentence, and every difference in a table.

use crate::draft::difference::{Difference, DifferenceKind};
use crate::draft::words::{Differing, difference};
use crate::model::Lang;
use crate::pack::Pack;
use crate::ui::i18n::{review, words};
use crate::ui::review::Replay;

/// How many differences are listed before the rest is only counted.
const LISTED: usize = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayReport {
    /// Programme and track.
    pub title: String,
    /// Its class, as a `Mark` has it.
    pub class: &'static str,
    pub sentence: String,
    /// That the pack or the engine is another one now.
    pub banners: Vec<String>,
    /// The headings of what is stated and of what is worked out anew.
    pub heads: [String; 2],
    /// What was changed, and what that makes different.
    pub telling: DifferenceTable,
    /// What only repeats another difference.
    pub following: DifferenceTable,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceTable {
    pub count: usize,
    pub rows: Vec<Differing>,
    /// How many more there are.
    pub more: Option<String>,
}

impl ReplayReport {
    pub fn of(replay: &Replay, packs: &[Pack], lang: Lang) -> Self {
        let (found, filing, w) = (&replay.verification, &replay.filing, words(lang));
        let (telling, following): (Vec<_>, Vec<_>) = found
            .differences
            .iter()
            .filter(|one| one.kind != DifferenceKind::Pack)
            .partition(|one| matches!(one.kind, DifferenceKind::Entered | DifferenceKind::Result));
        let (class, sentence) = match (&found.other_pack, &found.other_engine) {
            (None, _) if found.holds() => ("met", w.review_holds().to_owned()),
            (Some(_), _) if found.has_same_results() => ("met", w.review_same_result().to_owned()),
            (Some(_), _) if found.is_as_drawn_up() => ("unknown", review::pack_changed(telling.len(), lang)),
            (None, Some(_)) if found.has_same_results() => ("unknown", review::reworded(lang).to_owned()),
            _ => ("not", review::differs(found.differences.len(), lang)),
        };
        let other_pack = found.other_pack.as_ref().map(|(then, now)| review::other_pack(then, now, lang));
        let other_engine = found.other_engine.as_ref().filter(|_| !found.holds());
        let other_engine = other_engine.map(|(then, now)| review::other_engine(then, now, lang));
        let heads = found.other_pack.as_ref().map_or_else(
            || [w.review_stated().to_owned(), w.review_recomputed().to_owned()],
            |(then, now)| {
                [review::with_pack(w.review_stated(), then, lang), review::with_pack(w.review_recomputed(), now, lang)]
            },
        );
        let table = |differences: &[&Difference]| {
            let listed = differences.iter().take(LISTED);
            let more = differences.len().saturating_sub(LISTED);
            DifferenceTable {
                count: differences.len(),
                rows: filing
                    .track(packs)
                    .map(|track| listed.map(|one| difference(one, track, lang)).collect())
                    .unwrap_or_default(),
                more: (more > 0).then(|| review::more(more, lang)),
            }
        };
        Self {
            title: filing.track(packs).map(|track| track.title(lang)).unwrap_or_default(),
            class,
            sentence,
            banners: other_pack.into_iter().chain(other_engine).collect(),
            heads,
            telling: table(&telling),
            following: table(&following),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::build::to_file;
    use crate::model::Value;
    use crate::pack::builtin;
    use crate::ui::filing::{Entry, Filing, TrackId};
    use crate::ui::review::{Brought, Review};

    /// A draft as the page hands it out, changed on the way and replayed.
    fn replayed(change: impl Fn(String) -> String, lang: Lang) -> ReplayReport {
        let packs = builtin::all();
        let entries = vec![Entry::new(TrackId::new("zibo-2020-zone", "agency"))];
        let mut filing = Filing { entries, ..Filing::new(0, "2020-10-01".parse().unwrap()) };
        filing.answers.set("agency.patent_licensed", Value::Bool(true));
        filing.answers.set("agency.in_zone", Value::Bool(true));
        let file = to_file(&filing.draft(filing.track(&packs).unwrap(), lang).json);
        let review = Review::of("draft.json".to_owned(), change(file).as_bytes(), &packs);
        let Ok(Brought::Draft(replay)) = review.outcome else { panic!("{review:?}") };
        ReplayReport::of(&replay, &packs, lang)
    }

    #[test]
    fn a_draft_as_it_was_drawn_up_holds_and_lists_nothing() {
        let found = replayed(|file| file, Lang::En);
        assert!(found.title.ends_with("Yearly support for agencies"), "{}", found.title);
        assert_eq!(found.class, "met");
        assert_eq!((found.telling.count, found.following.count, found.banners), (0, 0, Vec::new()));
    }

    #[test]
    fn a_changed_answer_is_told_first_and_what_follows_from_it_apart() {
        let change = |file: String| file.replacen("\"agency.in_zone\": true", "\"agency.in_zone\": false", 1);
        for lang in [Lang::Zh, Lang::En] {
            let found = replayed(change, lang);
            assert_eq!(found.class, "not");
            let all = found.telling.count + found.following.count;
            assert!(found.telling.count > 0 && found.following.count > 0, "{found:?}");
            assert!(found.sentence.contains(&all.to_string()), "{} of {all}", found.sentence);
            assert_eq!((found.telling.rows.len(), found.telling.more), (found.telling.count, None));
        }
    }

    #[test]
    fn another_engine_is_said_above() {
        let here = format!("\"engine\": \"{}\"", crate::engine::assess::ENGINE);
        let older = |file: String| file.replace(&here, "\"engine\": \"0.0.1\"");
        let found = replayed(older, Lang::En);
        assert!(found.banners.iter().any(|banner| banner.contains("0.0.1")), "{found:?}");
    }
}
