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
            (None, _) if found.holds() => ("met", w.review_holds.to_owned()),
            (Some(_), _) if found.has_same_results() => ("met", w.review_same_result.to_owned()),
            (Some(_), _) if found.is_as_drawn_up() => ("unknown", review::pack_changed(telling.len(), lang)),
            (None, Some(_)) if found.has_same_results() => ("unknown", review::reworded(lang).to_owned()),
            _ => ("not", review::differs(found.differences.len(), lang)),
        };
        let other_pack = found.other_pack.as_ref().map(|(then, now)| review::other_pack(then, now, lang));
        let other_engine = found.other_engine.as_ref().filter(|_| !found.holds());
        let other_engine = other_engine.map(|(then, now)| review::other_engine(then, now, lang));
        let heads = found.other_pack.as_ref().map_or_else(
            || [w.review_stated.to_owned(), w.review_recomputed.to_owned()],
            |(then, now)| {
                [review::with_pack(w.review_stated, then, lang), review::with_pack(w.review_recomputed, now, lang)]
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
            title: filing.entry_titles(packs, lang).join(w.semicolon),
            class,
            sentence,
            banners: other_pack.into_iter().chain(other_engine).collect(),
            heads,
            telling: table(&telling),
            following: table(&following),
        }
    }
}
