//! Differences in words, of a draft in which one line was changed.

use serde_json::json;

use super::*;
use crate::draft::{Dossier, Inputs, build, verify};
use crate::pack::{Choices, Pack};

fn inputs(pack: &Pack, answers: &Json, lang: Lang) -> Inputs {
    Inputs {
        answers: pack.take_answers(answers).unwrap(),
        dossier: Dossier::default(),
        as_of: "2020-10-01".parse().unwrap(),
        choices: Choices::default(),
        lang,
    }
}

/// What is said, in a language, of a draft in which one line was changed.
fn said(pointer: &str, value: Json, lang: Lang) -> Vec<(String, String, String)> {
    let pack = Pack::load(include_str!("../../../../tests/packs/good/sample.json")).unwrap().pack;
    let track = pack.track("apply").unwrap();
    let answers = json!({ "body.plan": true, "body.site": "park", "body.courses": 3, "body.public_courses": true });
    let mut draft = build(track, &inputs(&pack, &answers, lang)).json;
    *draft.pointer_mut(pointer).unwrap() = value;
    let report = verify(&draft.to_string(), |_| Some(&pack)).unwrap();
    let lines = report.differences.iter().map(|one| difference(one, track, lang));
    lines.map(|Differing { place, stated, recomputed }| (place, stated, recomputed)).collect()
}

#[track_caller]
fn has(lines: &[(String, String, String)], line: [&str; 3]) {
    let [place, stated, recomputed] = line.map(ToOwned::to_owned);
    assert!(lines.contains(&(place, stated, recomputed)), "{line:?} in {lines:#?}");
}

#[test]
fn a_changed_answer_and_what_follows_from_it() {
    let lines = said("/answers/body.courses", json!(4), Lang::Zh);
    has(&lines, ["培训", "4 次", "与生成草稿时不同，或者它的校验记号被改动"]);
    has(&lines, ["支持事项“培训资助”：已确定的金额", "1.5 万元", "2 万元"]);
    has(&lines, ["支持合计，已确定", "1.5 万元", "2 万元"]);
    assert_eq!(lines.last().map(|(place, ..)| place.as_str()), Some("草稿的校验值"));
}

#[test]
fn a_changed_result() {
    let verdict = "/assessment/eligibility/verdict";
    has(
        &said(verdict, json!("eligible"), Lang::En),
        ["Verdict", "Preliminarily meets the conditions", "Needs more information"],
    );
    let truth = "/assessment/eligibility/conditions/0/truth";
    has(&said(truth, json!("not_met"), Lang::Zh), ["条件“有方案”：判断", "尚不符合", "初步符合"]);
    let status = "/assessment/indicators/0/status";
    has(&said(status, json!("reached"), Lang::Zh), ["自我评价“进展”：判断", "已达到", "待补充"]);
    let high = "/assessment/support/total/high";
    has(&said(high, json!(null), Lang::En), ["Total support, at most", "no upper limit yet", "CNY 45,000"]);
}

#[test]
fn what_another_pack_has_and_has_not_is_told_apart_by_its_id() {
    let text = include_str!("../../../../tests/packs/good/sample.json");
    let load = |json: &Json| Pack::load(&json.to_string()).unwrap().pack;
    let before: Json = serde_json::from_str(text).unwrap();
    let mut after = before.clone();
    after["version"] = json!("2026.2");
    // The order is another one, a condition is renamed, a grant is higher, and one question is no longer asked.
    let conditions = after.pointer_mut("/tracks/0/conditions").unwrap().as_array_mut().unwrap();
    conditions.reverse();
    conditions[0]["id"] = json!("of-the-city");
    *after.pointer_mut("/tracks/0/support/measures/0/amount/capped/of/per_unit/each").unwrap() = json!(6000);
    after.as_object_mut().unwrap()["facts"].as_array_mut().unwrap().retain(|fact| fact["id"] != "body.founded");
    for track in after["tracks"].as_array_mut().unwrap() {
        if let Some(record) = track.get_mut("record").and_then(Json::as_array_mut) {
            record.retain(|fact| fact != "body.founded");
        }
    }

    let (before, after) = (load(&before), load(&after));
    let answers = json!({
        "body.plan": true, "body.site": "park", "body.courses": 3, "body.public_courses": true,
        "body.founded": "2019-05-01"
    });
    let draft = build(before.track("apply").unwrap(), &inputs(&before, &answers, Lang::Zh)).json;
    let report = verify(&draft.to_string(), |_| Some(&after)).unwrap();
    assert!(report.is_as_drawn_up());
    let track = after.track("apply").unwrap();
    let told = report.differences.iter().map(|one| difference(one, track, Lang::Zh));
    let lines: Vec<_> = told.map(|Differing { place, stated, recomputed }| (place, stated, recomputed)).collect();
    has(&lines, ["支持事项“培训资助”：已确定的金额", "1.5 万元", "1.8 万元"]);
    has(&lines, ["条件“本市单位”", "无", "需补充信息"]);
    has(&lines, ["条件“local”", "需补充信息", "无"]);
    has(&lines, ["答案“body.founded”", "2019-05-01", "不再采用"]);
    assert!(!lines.iter().any(|(place, ..)| place.contains("有方案")), "it is the same in both: {lines:#?}");

    // The same pack leaves nothing out: there, an answer it does not know was put in by somebody.
    let mut strange = draft;
    strange["answers"]["body.nothing"] = json!(1);
    assert!(verify(&strange.to_string(), |_| Some(&before)).is_err());
}

#[test]
fn the_same_value_in_another_writing_is_seen() {
    let lines = said("/answers/body.courses", json!("3"), Lang::Zh);
    has(&lines, ["培训", "\"3\"", "3"]);
}

#[test]
fn the_places_of_a_score_and_its_points_are_in_words() {
    let pack = Pack::load(include_str!("../../../../tests/packs/good/made-up-rating.json")).unwrap().pack;
    let track = pack.track("agency").unwrap();
    let answers = json!({
        "rating.local": true, "rating.patents": 5, "rating.services": "all", "rating.management": 8,
        "rating.complaints": 1, "rating.fraud": false, "rating.exempt": false
    });
    let line = |pointer: &str, value: Json, lang| {
        let mut draft = build(track, &inputs(&pack, &answers, lang)).json;
        *draft.pointer_mut(&format!("/assessment/score/{pointer}")).unwrap() = value;
        let report = verify(&draft.to_string(), |_| Some(&pack)).unwrap();
        let Differing { place, stated, recomputed } = difference(&report.differences[0], track, lang);
        [place, stated, recomputed]
    };
    assert_eq!(line("points/low", json!(82), Lang::Zh), ["总得分，已确定", "82 分", "81 分"]);
    assert_eq!(line("passes", json!("not_met"), Lang::Zh), ["是否达标", "尚不符合", "初步符合"]);
    assert_eq!(line("grade/low", json!("excellent"), Lang::Zh), ["等级，已确定", "优秀", "良好"]);
    assert_eq!(line("grade/high", json!(null), Lang::En), ["Grade, at most", "none reached", "Good"]);
    assert_eq!(
        line("groups/0/items/0/points/high", json!(60), Lang::En),
        ["Score “Patents granted”: points, at most", "60 points", "50 points"]
    );
    assert_eq!(line("deductions/0/points/low", json!(1), Lang::En)[1..], ["1 point", "5 points"]);
}

#[test]
fn a_place_without_words_is_its_pointer() {
    has(&said("/notice", json!("final"), Lang::Zh), ["声明", "final", "草稿，未提交"]);
    has(&said("/application/0/title", json!("x"), Lang::Zh), ["/application/0/title", "x", "申报草稿"]);
    let odd = said("/assessment/eligibility/verdict", json!({ "a": 1 }), Lang::Zh);
    has(&odd, ["结论", "{\"a\":1}", "需补充信息"]);
}
