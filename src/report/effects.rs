//! What each case of a reading makes of the result, in a few words beside the choice.

use super::stand::counted_as;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Choices, builtin};
    use serde_json::json;

    fn of(programme: &str, track: &str, reading: &str, answers: &serde_json::Value, lang: Lang) -> Vec<String> {
        let packs = builtin::all();
        let pack = packs.iter().find(|pack| pack.file.id == programme).unwrap();
        let (answers, choices) = (pack.take_answers(answers).unwrap(), Choices::default());
        effects(&Case::new(pack.track(track).unwrap(), &answers, &choices), reading, lang)
    }

    #[test]
    fn each_case_says_the_total_it_leads_to_in_the_order_of_the_pack() {
        let answers = json!({
            "agency.patent_licensed": true, "agency.in_zone": true, "agency.new_attorneys": 3,
            "agency.pledge_loans": 0, "agency.securitisations": 0, "agency.custody_mode": "none",
            "agency.brand_national": false, "agency.brand_provincial": false, "agency.cases_won": 0,
            "agency.abnormal_filings": false, "agency.malicious_filings": false, "agency.invention_grants": 0,
            "agency.zeroing": false, "agency.doubling": false
        });
        let said = |lang| of("zibo-2020-zone", "agency", "zibo.attorney", &answers, lang);
        assert_eq!(said(Lang::Zh), ["3 万元", "1 万元"]);
        assert_eq!(said(Lang::En), ["CNY 30,000", "CNY 10,000"]);
    }

    #[test]
    fn a_verdict_is_said_where_the_cases_differ_in_it_and_where_there_is_nothing_else_to_say() {
        let coverage = |answers: &serde_json::Value, lang| of("zibo-2020-zone", "zone", "zibo.coverage", answers, lang);
        assert_eq!(coverage(&json!({}), Lang::Zh), ["需补充信息", "需补充信息"]);
        assert_eq!(coverage(&json!({}), Lang::En), ["Needs more information", "Needs more information"]);
    }
}
