//! Links between programmes: packs come one by one, so what a link leads to is looked at with those that are there.

use super::diagnostic::{Code, Diagnostic};
use super::link::Carried;
use super::measure::NotWith;
use super::rules::facts_of;
use super::{Link, Pack};
use crate::model::Kind;

/// What is wrong with the links of a pack among these others. A programme that is not there is a warning, since it may
/// be elsewhere; one that is there has the track, the facts and the options the link names.
pub fn check(pack: &Pack, others: &[Pack]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, track) in pack.file.tracks.iter().enumerate() {
        for (at, link) in track.leads_to.iter().enumerate() {
            let other = others.iter().chain([pack]).find(|other| other.file.id == link.programme);
            leads(link, other, &format!("/tracks/{index}/leads_to/{at}"), &mut found);
        }
        for (at, measure) in track.support.iter().flat_map(|support| &support.measures).enumerate() {
            for (which, one) in measure.not_with.iter().enumerate() {
                let place = format!("/tracks/{index}/support/measures/{at}/not_with/{which}");
                let mut programmes = others.iter().chain([pack]);
                let other = programmes.find(|other| one.programme.as_ref() == Some(&other.file.id));
                found.extend(other.and_then(|other| not_there(one, other, &place)));
            }
        }
    }
    found
}

/// What a programme that is here does not have.
fn not_there(one: &NotWith, other: &Pack, place: &str) -> Option<Diagnostic> {
    let tracks = || other.file.tracks.iter().filter(|track| one.track.as_ref().is_none_or(|id| *id == track.id));
    let measures = || tracks().filter_map(|track| track.support.as_ref()).flat_map(|support| &support.measures);
    let (step, id) = match (&one.track, &one.measure) {
        (Some(id), _) if tracks().next().is_none() => ("track", id),
        (_, Some(id)) if !measures().any(|measure| measure.id == *id) => ("measure", id),
        _ => return None,
    };
    let message = format!("programme `{}` has no {step} `{id}`", other.file.id);
    Some(Diagnostic::error(Code::Dangling, format!("{place}/{step}"), message, "correct the id, or leave it out"))
}

fn leads(link: &Link, other: Option<&Pack>, place: &str, found: &mut Vec<Diagnostic>) {
    let mut report = |code, step: &str, message: String, help: &str| {
        found.push(Diagnostic::error(code, format!("{place}/{step}"), message, help));
    };
    let Some(other) = other else {
        let message = format!("no programme `{}` is here", link.programme);
        let help = "correct the id, or bring its pack along; until then the link leads nowhere";
        found.push(Diagnostic::error(Code::Dangling, format!("{place}/programme"), message, help).as_warning());
        return;
    };
    let track = other.file.tracks.iter().find(|track| track.id == link.track);
    let Some(track) = track else {
        let message = format!("programme `{}` has no track `{}`", link.programme, link.track);
        report(Code::Dangling, "track", message, "name one of its tracks");
        return;
    };
    let asked = facts_of(track);
    for (index, Carried { fact: id, option }) in link.carries.iter().enumerate() {
        let step = format!("carries/{index}");
        match other.fact(id).filter(|_| asked.contains(&id.as_str())) {
            None => {
                let message = format!("track `{}` does not ask `{id}`", link.track);
                report(Code::Dangling, &step, message, "name a fact that it asks");
            }
            Some(fact) if fact.kind != Kind::Choice => {
                let message = format!("`{id}` is a {}, a link carries a choice", fact.kind.name());
                report(Code::TypeMismatch, &step, message, "leave it out");
            }
            Some(fact) if fact.option(option).is_none() => {
                let message = format!("`{id}` has no option `{option}`");
                report(Code::Dangling, &step, message, "name one of its options");
            }
            Some(_) => {}
        }
    }
}
