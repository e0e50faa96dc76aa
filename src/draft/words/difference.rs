//! A line of a draft that does not hold, as a table shows it.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::{form, truth, verdict};
use crate::draft::verify::Difference;
use crate::engine::say::value_text;
use crate::engine::{Status, Verdict};
use crate::model::{Lang, Quantity, Text, Truth};
use crate::pack::load::TrackRef;
use crate::pack::{Form, Reading};

/// Where the draft says what, and what was worked out instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// In words where a person would know the place, else the JSON pointer.
    pub place: String,
    pub stated: String,
    pub recomputed: String,
}

/// A difference on the track of the draft.
pub fn difference(difference: &Difference, track: TrackRef<'_>, lang: Lang) -> Differing {
    match difference {
        Difference::Changed { pointer, stated } => {
            let pointer = Pointer::of(pointer, track, lang);
            Differing {
                place: pointer.place(),
                stated: pointer.value(Some(stated)),
                recomputed: lang.pick("与生成草稿时不同", "not what it was when the draft was drawn up").to_owned(),
            }
        }
        Difference::Recomputed { pointer, stated, recomputed } => {
            let pointer = Pointer::of(pointer, track, lang);
            let gone = stated.as_ref().filter(|_| recomputed.is_none()).and_then(|one| pointer.gone(one));
            Differing {
                place: gone.unwrap_or_else(|| pointer.place()),
                stated: pointer.value(stated.as_ref()),
                recomputed: pointer.value(recomputed.as_ref()),
            }
        }
        Difference::Digest { stated, actual } => Differing {
            place: lang.pick("草稿的校验值", "Digest of the draft").to_owned(),
            stated: stated.clone(),
            recomputed: actual.clone(),
        },
    }
}

/// A place in a draft of this track.
struct Pointer<'a> {
    text: &'a str,
    steps: Vec<String>,
    track: TrackRef<'a>,
    lang: Lang,
}

impl<'a> Pointer<'a> {
    fn of(text: &'a str, track: TrackRef<'a>, lang: Lang) -> Self {
        let steps = text.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        Self { text, steps, track, lang }
    }

    fn steps(&self) -> Vec<&str> {
        self.steps.iter().map(String::as_str).collect()
    }

    fn place(&self) -> String {
        let track = self.track.track;
        let support = track.support.as_ref();
        let at = |at: &str| at.parse::<usize>().ok();
        let named = |kind: [&'static str; 2], title: Option<&Text>, within: &[&str]| {
            let title = title?.get(self.lang);
            let aspect = self.aspect(within).map(|aspect| format!("{}{aspect}", self.lang.pick("：", ": ")));
            Some(format!("{}“{title}”{}", self.pick(kind), aspect.unwrap_or_default()))
        };
        let place = match self.steps().as_slice() {
            ["answers", id, ..] => self.track.pack.fact(id).map(|fact| fact.label.get(self.lang).to_owned()),
            ["assessment", "eligibility", "verdict"] => Some(self.pick(["结论", "Verdict"]).to_owned()),
            ["assessment", "eligibility", "conditions", index, within @ ..] => {
                let one = at(index).and_then(|index| track.conditions.get(index));
                named(["条件", "Condition "], one.map(|one| &one.title), within)
            }
            ["assessment", "priorities", index, within @ ..] => {
                let one = at(index).and_then(|index| track.priorities.get(index));
                named(["优先条件", "Priority "], one.map(|one| &one.title), within)
            }
            ["assessment", "indicators", index, within @ ..] => {
                let one = at(index).and_then(|index| track.indicators.get(index));
                named(["自我评价", "Self-evaluation "], one.map(|one| &one.title), within)
            }
            ["assessment", "support", "measures", index, within @ ..] => {
                let one = at(index).and_then(|index| support?.measures.get(index));
                named(["支持事项", "Measure "], one.map(|one| &one.title), within)
            }
            ["assessment", "support", "total", "low"] => {
                Some(self.pick(["支持合计，已确定", "Total support, certain"]).to_owned())
            }
            ["assessment", "support", "total", "high"] => {
                Some(self.pick(["支持合计，最高", "Total support, at most"]).to_owned())
            }
            ["assessment", "support", "by_form", form, end] => self.form(form, end),
            ["readings", id] => {
                let question = self.reading(id).map_or(*id, |reading| reading.question.get(self.lang));
                Some(format!("{}“{question}”", self.pick(["读法", "Reading "])))
            }
            _ => None,
        };
        place.unwrap_or_else(|| self.text.to_owned())
    }

    fn reading(&self, id: &str) -> Option<&Reading> {
        self.track.pack.file.readings.iter().find(|reading| reading.id == id)
    }

    /// One end of the sum in one form.
    fn form(&self, id: &str, end: &str) -> Option<String> {
        let known = word(&[Form::Money, Form::Voucher], &Json::String(id.to_owned()))?;
        let end = match end {
            "low" => ["，已确定", ", certain"],
            "high" => ["，最高", ", at most"],
            _ => return None,
        };
        Some(format!("{}{}{}", self.pick(["其中", "Of which "]), form(known, self.lang), self.pick(end)))
    }

    /// Something only the draft's own pack has, known by its id.
    fn gone(&self, stated: &Json) -> Option<String> {
        let kind = match self.steps().as_slice() {
            ["assessment", "eligibility", "conditions", _] => ["条件", "Condition "],
            ["assessment", "priorities", _] => ["优先条件", "Priority "],
            ["assessment", "indicators", _] => ["自我评价", "Self-evaluation "],
            ["assessment", "support", "measures", _] => ["支持事项", "Measure "],
            _ => return None,
        };
        Some(format!("{}“{}”", self.pick(kind), stated.get("id")?.as_str()?))
    }

    /// What of a finding it is.
    fn aspect(&self, within: &[&str]) -> Option<&'static str> {
        Some(self.pick(match within {
            ["truth" | "status"] => ["判断", "judgement"],
            ["gate"] => ["前提条件", "its conditions"],
            ["amount", "low"] => ["已确定的金额", "amount, certain"],
            ["amount", "high"] => ["最高金额", "amount, at most"],
            ["value"] => ["填报值", "as entered"],
            ["target"] => ["目标值", "target"],
            ["gap"] => ["差距", "lacking"],
            ["reasons" | "steps", ..] => ["依据", "reasons"],
            ["missing", ..] => ["尚缺的信息", "missing"],
            _ => return None,
        }))
    }

    fn value(&self, json: Option<&Json>) -> String {
        let steps = self.steps();
        let said = match (steps.as_slice(), json) {
            ([.., "high"], Some(Json::Null)) => Some(self.pick(["上限未定", "no upper limit yet"]).to_owned()),
            (_, None | Some(Json::Null)) => Some(self.pick(["无", "nothing"]).to_owned()),
            (["answers", id], Some(json)) => self.track.pack.fact(id).and_then(|fact| {
                let value = fact.domain().read(json).ok()??;
                Some(value_text(fact, &value, self.lang))
            }),
            (["readings", id], Some(Json::String(case))) => {
                let case = self.reading(id).and_then(|reading| reading.cases.iter().find(|known| known.id == *case));
                case.map(|case| case.label.get(self.lang).to_owned())
            }
            ([.., "verdict"], Some(json)) => {
                let all = [Verdict::Eligible, Verdict::Ineligible, Verdict::Undetermined];
                word(&all, json).map(|one| verdict(one, self.lang).to_owned())
            }
            ([.., "truth" | "gate"], Some(json)) => {
                let all = [Truth::Met, Truth::NotMet, Truth::Unknown, Truth::NotApplicable];
                word(&all, json).map(|one| truth(one, self.lang).to_owned())
            }
            ([.., "status"], Some(json)) => {
                let all = [Status::Reached, Status::Short, Status::Unknown, Status::NotApplicable];
                word(&all, json).map(|one| self.status(one).to_owned())
            }
            (["assessment", "support", .., "low" | "high"], Some(Json::Number(yuan))) => {
                yuan.to_string().parse::<Quantity>().ok().map(|sum| self.lang.money(sum))
            }
            (_, Some(Json::Object(whole))) => self.whole(whole),
            _ => None,
        };
        let as_written = |json: &Json| json.as_str().map_or_else(|| json.to_string(), ToOwned::to_owned);
        said.unwrap_or_else(|| json.map(as_written).unwrap_or_default())
    }

    /// What matters of a condition, an indicator or a measure that only one of the packs has.
    fn whole(&self, finding: &Map<String, Json>) -> Option<String> {
        let aspect = ["amount", "status", "truth"]
            .into_iter()
            .find_map(|aspect| Some((aspect, finding.get(aspect).filter(|it| !it.is_null())?)));
        match aspect? {
            ("amount", amount) => {
                let high = Self { steps: vec!["assessment".into(), "support".into(), "high".into()], ..*self };
                Some(high.value(amount.get("high")))
            }
            (aspect, word) => Some(Self { steps: vec![aspect.into()], ..*self }.value(Some(word))),
        }
    }

    fn status(&self, status: Status) -> &'static str {
        self.pick(match status {
            Status::Reached => ["已达到", "reached"],
            Status::Short => ["未达到", "short"],
            Status::Unknown | Status::Judged => ["待补充", "to answer"],
            Status::NotApplicable => ["不适用", "does not apply"],
        })
    }

    fn pick(&self, [zh, en]: [&'static str; 2]) -> &'static str {
        self.lang.pick(zh, en)
    }
}

/// The one of these that the draft writes so.
fn word<T: Copy + Serialize>(all: &[T], json: &Json) -> Option<T> {
    all.iter().copied().find(|one| serde_json::to_value(one).is_ok_and(|written| written == *json))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::draft::{Dossier, Inputs, build, verify};
    use crate::pack::{Choices, Pack};

    /// What is said, in a language, of a draft in which one line was changed.
    fn said(pointer: &str, value: Json, lang: Lang) -> Vec<(String, String, String)> {
        let pack = Pack::load(include_str!("../../../tests/packs/good/sample.json")).unwrap().pack;
        let track = pack.track("apply").unwrap();
        let answers = json!({ "body.plan": true, "body.site": "park", "body.courses": 3, "body.public_courses": true });
        let inputs = Inputs {
            track,
            answers: &pack.take_answers(&answers).unwrap(),
            dossier: &Dossier::default(),
            as_of: "2020-10-01".parse().unwrap(),
            choices: &Choices::default(),
            lang,
        };
        let mut draft = build(inputs);
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
        has(&lines, ["培训", "4 次", "与生成草稿时不同"]);
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
        let text = include_str!("../../../tests/packs/good/sample.json");
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
        let draft = build(Inputs {
            track: before.track("apply").unwrap(),
            answers: &before.take_answers(&answers).unwrap(),
            dossier: &Dossier::default(),
            as_of: "2020-10-01".parse().unwrap(),
            choices: &Choices::default(),
            lang: Lang::Zh,
        });
        let report = verify(&draft.to_string(), |_| Some(&after)).unwrap();
        assert!(report.is_as_drawn_up());
        let track = after.track("apply").unwrap();
        let told = report.differences.iter().map(|one| difference(one, track, Lang::Zh));
        let lines: Vec<_> = told.map(|Differing { place, stated, recomputed }| (place, stated, recomputed)).collect();
        has(&lines, ["支持事项“培训资助”：已确定的金额", "1.5 万元", "1.8 万元"]);
        has(&lines, ["条件“本市单位”", "无", "需补充信息"]);
        has(&lines, ["条件“local”", "需补充信息", "无"]);
        has(&lines, ["/answers/body.founded", "2019-05-01", "无"]);
        assert!(!lines.iter().any(|(place, ..)| place.contains("有方案")), "it is the same in both: {lines:#?}");

        // The same pack leaves nothing out: there, an answer it does not know was put in by somebody.
        let mut strange = draft;
        strange["answers"]["body.nothing"] = json!(1);
        assert!(verify(&strange.to_string(), |_| Some(&before)).is_err());
    }

    #[test]
    fn a_place_without_words_is_its_pointer() {
        has(&said("/notice", json!("final"), Lang::Zh), ["/notice", "final", "草稿，未提交"]);
        let odd = said("/assessment/eligibility/verdict", json!({ "a": 1 }), Lang::Zh);
        has(&odd, ["结论", "{\"a\":1}", "需补充信息"]);
    }
}
