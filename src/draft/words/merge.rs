//! What drafts that are merged say, and where.

use super::material_state;
use crate::draft::merge::{Entered, Place};
use crate::model::Lang;
use crate::pack::load::TrackRef;
use crate::report::value_text;

/// A place of a draft by the name a person knows.
pub fn place(place: &Place, track: TrackRef<'_>, lang: Lang) -> String {
    let TrackRef { pack, track, .. } = track;
    let label = |fact: &str| pack.fact(fact).map(|fact| fact.label.get(lang).to_owned());
    let with = |label: Option<String>, [zh, en]: [&str; 2]| {
        label.map(|label| format!("{label}{}{}", lang.pick("：", ": "), lang.pick(zh, en)))
    };
    let named = match place {
        Place::Answer(fact) => label(fact),
        Place::Actions(fact) => with(label(fact), ["已做的工作", "what is done"]),
        Place::Evidence(fact) => with(label(fact), ["佐证材料", "evidence"]),
        Place::Applicant(field) => Some(field.label(track.applicant, lang).to_owned()),
        Place::Reading(id) => {
            let reading = pack.file.readings.iter().find(|one| one.id == *id);
            reading.map(|one| one.question.get(lang).to_owned())
        }
        Place::Narrative(id) => {
            track.narratives.iter().find(|one| one.id == *id).map(|one| one.title.get(lang).to_owned())
        }
        Place::Material(id) => {
            track.materials.iter().find(|one| one.id == *id).map(|one| one.title.get(lang).to_owned())
        }
    };
    named.unwrap_or_else(|| place.to_string())
}

/// What was entered there.
pub fn entered(entered: &Entered, at: &Place, track: TrackRef<'_>, lang: Lang) -> String {
    let pack = track.pack;
    match (entered, at) {
        (Entered::Answer(value), Place::Answer(fact)) => {
            pack.fact(fact).map(|fact| value_text(fact, value, lang)).unwrap_or_default()
        }
        (Entered::Actions(done), Place::Actions(fact)) => {
            let listed = track.actions_of(fact).iter().filter(|action| done.contains(&action.id));
            let listed: Vec<&str> = listed.map(|action| action.says.get(lang)).collect();
            listed.join(lang.pick("；", "; "))
        }
        (Entered::Case(case), Place::Reading(id)) => {
            let reading = pack.file.readings.iter().find(|one| one.id == *id);
            let case = reading.and_then(|one| one.cases.iter().find(|one| one.id == *case));
            case.map(|case| case.label.get(lang).to_owned()).unwrap_or_default()
        }
        (Entered::Text(text), _) => text.clone(),
        (Entered::Material(state), _) => material_state(*state, lang).to_owned(),
        // A place has what belongs there.
        _ => String::new(),
    }
}
