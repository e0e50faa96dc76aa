//! The programmes to choose from: each with its document and standing, and the tracks one may apply for.

use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::track::Applicant;
use crate::pack::{Pack, Track};
use crate::report;
use crate::ui::filing::TrackId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeCard {
    pub id: String,
    pub title: String,
    pub document: String,
    /// Who issued it, under which number, and from when to when it holds.
    pub source: String,
    pub standing: &'static str,
    pub is_ended: bool,
    pub tracks: Vec<TrackCard>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackCard {
    pub id: TrackId,
    pub title: String,
    /// Programme and track: tracks of two programmes may have the same name.
    pub label: String,
    /// The kind of body that applies, one of `applicants`.
    pub applicant: &'static str,
    /// Who applies, in a sentence.
    pub who: String,
    pub outcome: String,
}

/// The kinds of bodies that apply.
pub fn applicants(lang: Lang) -> [&'static str; 3] {
    Applicant::ALL.map(|kind| report::applicant(kind, lang))
}

impl ProgrammeCard {
    /// What can still be applied for comes before what has ended.
    pub fn all(packs: &[Pack], as_of: AsOf, lang: Lang) -> Vec<Self> {
        let mut cards: Vec<Self> = packs.iter().map(|pack| Self::of(pack, as_of, lang)).collect();
        cards.sort_by_key(|card| card.is_ended);
        cards
    }

    fn of(pack: &Pack, as_of: AsOf, lang: Lang) -> Self {
        let file = &pack.file;
        let (issuer, period) = (file.document.issuer.get(lang), report::period(&file.standing, lang));
        let source = [Some(issuer), file.document.number.as_deref(), Some(&*period)];
        let standing = Standing::of(&file.standing, as_of);
        Self {
            id: file.id.clone(),
            title: file.title.get(lang).to_owned(),
            document: file.document.title.get(lang).to_owned(),
            source: source.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            standing: report::standing_label(standing, lang),
            is_ended: standing.is_ended(),
            tracks: file.tracks.iter().map(|track| TrackCard::of(track, pack, lang)).collect(),
        }
    }
}

impl TrackCard {
    fn of(track: &Track, pack: &Pack, lang: Lang) -> Self {
        let title = track.title.get(lang).to_owned();
        Self {
            id: TrackId::new(&*pack.file.id, &*track.id),
            label: format!("{} · {title}", pack.file.title.get(lang)),
            title,
            applicant: report::applicant(track.applicant, lang),
            who: track.who.get(lang).to_owned(),
            outcome: track.outcome.get(lang).to_owned(),
        }
    }
}
