//! Links between programmes: packs come one by one, so what a link leads to is looked at with those that are there.

use super::diagnostic::{Code, Diagnostic};
use super::link::Carried;
use super::measure::NotWith;
use super::rules::facts_of;
use super::{Link, Pack};
use crate::model::text::text;
use crate::model::{Kind, Text};

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
    let programme = &other.file.id;
    let (step, message) = match (&one.track, &one.measure) {
        (Some(id), _) if tracks().next().is_none() => ("track", no_track(programme, id)),
        (_, Some(id)) if !measures().any(|measure| measure.id == *id) => {
            let message =
                text!("政策事项 `{programme}` 没有支持事项 `{id}`", "programme `{programme}` has no measure `{id}`");
            ("measure", message)
        }
        _ => return None,
    };
    let help = text!("改正编号，或者不写", "correct the id, or leave it out");
    Some(Diagnostic::error(Code::Dangling, format!("{place}/{step}"), message, help))
}

fn leads(link: &Link, other: Option<&Pack>, place: &str, found: &mut Vec<Diagnostic>) {
    let mut report = |code, step: &str, message: Text, help: Text| {
        found.push(Diagnostic::error(code, format!("{place}/{step}"), message, help));
    };
    let Some(other) = other else {
        let programme = &link.programme;
        let message = text!("这里没有政策事项 `{programme}`", "no programme `{programme}` is here");
        let help = text!(
            "改正编号，或者连同它的政策包一起检查；在此之前不会提示接着申报",
            "correct the id, or bring its pack along; until then the link leads nowhere"
        );
        found.push(Diagnostic::error(Code::Dangling, format!("{place}/programme"), message, help).as_warning());
        return;
    };
    let track = other.file.tracks.iter().find(|track| track.id == link.track);
    let Some(track) = track else {
        let message = no_track(&link.programme, &link.track);
        report(Code::Dangling, "track", message, text!("写它的一个类别", "name one of its tracks"));
        return;
    };
    let asked = facts_of(track);
    for (index, Carried { fact: id, option }) in link.carries.iter().enumerate() {
        let step = format!("carries/{index}");
        match other.fact(id).filter(|_| asked.contains(&id.as_str())) {
            None => {
                let track = &link.track;
                let message = text!("类别 `{track}` 不询问 `{id}`", "track `{track}` does not ask `{id}`");
                report(Code::Dangling, &step, message, text!("写它询问的填报项", "name a fact that it asks"));
            }
            Some(fact) if fact.kind != Kind::Choice => {
                let kind = fact.kind.name();
                let message = text!(
                    "`{id}` 的类型是 `{kind}`，能够带去的只有 `choice`",
                    "`{id}` is a {kind}, a link carries a choice"
                );
                report(Code::TypeMismatch, &step, message, text!("删去", "leave it out"));
            }
            Some(fact) if fact.option(option).is_none() => {
                let message = text!("`{id}` 没有选项 `{option}`", "`{id}` has no option `{option}`");
                report(Code::Dangling, &step, message, text!("写它的一个选项", "name one of its options"));
            }
            Some(_) => {}
        }
    }
}

fn no_track(programme: &str, id: &str) -> Text {
    text!("政策事项 `{programme}` 没有类别 `{id}`", "programme `{programme}` has no track `{id}`")
}
