//! What each case of a reading makes of the result, in a few words beside the choice.

use super::indicator::counted_as;
use super::tally::{Tally, in_short};
use super::verdict_word;
use crate::engine::effects::effects as found_of;
use crate::engine::screen::Screen;
use crate::engine::{Case, Status};
use crate::model::Lang;

/// For each case in the order of the pack: the total, and of the verdict and the indicators what is not the same in
/// every case. Where all of that is, the verdict.
pub fn effects(case: &Case<'_>, reading: &str, lang: Lang) -> Vec<String> {
    let found = found_of(case, reading);
    let has_support = case.track.track.support.is_some();
    let verdict = |one: &Screen| one.verdict.map(|verdict| verdict_word(verdict, lang).to_owned());
    let total = |one: &Screen| has_support.then(|| lang.range(one.total));
    let (verdicts, tallies) = (differs(&found, verdict), differs(&found, |one| counts(one, lang)));
    let effect = |one: &Screen| {
        let tally = tallies.then(|| in_short(&counts(one, lang), lang));
        let parts: Vec<String> = [total(one), tally].into_iter().flatten().collect();
        let verdict = verdict(one).filter(|_| verdicts || parts.is_empty());
        verdict.into_iter().chain(parts).collect::<Vec<_>>().join(lang.pick("，", ", "))
    };
    found.iter().map(effect).collect()
}

fn differs<T: PartialEq>(found: &[Screen], of: impl Fn(&Screen) -> T) -> bool {
    found.iter().any(|one| found.first().map(&of) != Some(of(one)))
}

fn counts(one: &Screen, lang: Lang) -> Vec<Tally> {
    let counts = [
        (one.reached, Status::Reached),
        (one.rated, Status::NotApplicable),
        (one.short, Status::Short),
        (one.judged, Status::Judged),
        (one.unknown, Status::Unknown),
    ];
    let tally = |(count, status): (usize, Status)| {
        (count > 0).then(|| Tally { count, mark: status.into(), word: counted_as(status, lang).to_owned() })
    };
    counts.into_iter().filter_map(tally).collect()
}
