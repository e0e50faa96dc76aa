//! A line of a draft that does not hold, as a table shows it.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::draft::difference::{Difference, DifferenceKind};
use crate::draft::path::Segment::{self, At, Key};
use crate::engine::{Status, Verdict};
use crate::model::{Lang, Quantity, Text, Truth};
use crate::pack::load::TrackRef;
use crate::pack::{Column, Form, Reading};
use crate::report::{cell_text, form, truth_word, value_text, verdict_word};

const CONDITION: [&str; 2] = ["条件", "Condition "];
const PRIORITY: [&str; 2] = ["优先条件", "Priority "];
const INDICATOR: [&str; 2] = ["自我评价", "Self-evaluation "];
const SCORE: [&str; 2] = ["评分", "Score "];
const MEASURE: [&str; 2] = ["支持事项", "Measure "];

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
    let Difference { path, kind, stated, recomputed } = difference;
    let (steps, place) = (path.segments(), PlaceNames { track, lang });
    let gone = stated.as_ref().filter(|_| recomputed.is_none()).and_then(|one| place.gone(&steps, one));
    let mut said = [stated, recomputed].map(|value| place.value(&steps, value.as_ref()));
    if let (true, Some(stated), Some(recomputed)) = (said[0] == said[1], stated, recomputed) {
        // The same value in another writing: "6" and 6.
        said = [stated, recomputed].map(Json::to_string);
    }
    let [stated, worked_out] = said;
    Differing {
        place: gone.or_else(|| place.name(&steps)).unwrap_or_else(|| path.to_string()),
        stated,
        recomputed: match kind {
            DifferenceKind::Entered => lang
                .pick(
                    "与生成草稿时不同，或者它的校验记号被改动",
                    "not what it was when the draft was drawn up, or its mark was changed",
                )
                .to_owned(),
            // A question or an option that another version of the pack had.
            _ if recomputed.is_none() && steps.first() == Some(&Key("answers")) => {
                lang.pick("不再采用", "no longer taken").to_owned()
            }
            _ => worked_out,
        },
    }
}

/// What the places of a draft of this track are called, and how their values read.
#[derive(Clone, Copy)]
struct PlaceNames<'a> {
    track: TrackRef<'a>,
    lang: Lang,
}

impl<'a> PlaceNames<'a> {
    /// `None` where a person would not know the place by a name.
    fn name(self, steps: &[Segment<&str>]) -> Option<String> {
        let track = self.track.track;
        let support = track.support.as_ref();
        let named = |kind: [&'static str; 2], title: Option<&Text>, within: &[Segment<&str>]| {
            let title = title?.get(self.lang);
            let aspect = self.aspect(within).map(|aspect| format!("{}{aspect}", self.lang.pick("：", ": ")));
            Some(format!("{}“{title}”{}", self.pick(kind), aspect.unwrap_or_default()))
        };
        match steps {
            [Key("notice")] => Some(self.pick(["声明", "Notice"]).to_owned()),
            [Key("as_of")] => Some(self.pick(["测算日期", "As of"]).to_owned()),
            [Key("lang")] => Some(self.pick(["语言", "Language"]).to_owned()),
            [Key("programme")] => Some(self.pick(["政策事项", "Programme"]).to_owned()),
            [Key("track")] => Some(self.pick(["类别", "Track"]).to_owned()),
            [Key("assessment"), Key("support"), Key("chosen"), ..] => {
                Some(self.pick(["支持合计所选的事项", "Measures chosen for the total"]).to_owned())
            }
            [Key("digest")] => Some(self.pick(["草稿的校验值", "Digest of the draft"]).to_owned()),
            [Key("answers"), Key(id), At(row), ..] => {
                let label = self.track.pack.fact(id)?.label.get(self.lang);
                Some(match self.lang {
                    Lang::Zh => format!("{label}，第 {} 行", row + 1),
                    Lang::En => format!("{label}, row {}", row + 1),
                })
            }
            [Key("answers"), Key(id), ..] => self.track.pack.fact(id).map(|fact| fact.label.get(self.lang).to_owned()),
            [Key("readings"), Key(id)] => {
                let question = self.reading(id).map_or(*id, |reading| reading.question.get(self.lang));
                Some(format!("{}“{question}”", self.pick(["读法", "Reading "])))
            }
            [Key("assessment"), Key("eligibility"), Key("verdict")] => Some(self.pick(["结论", "Verdict"]).to_owned()),
            [Key("assessment"), Key("eligibility"), Key("conditions"), At(index), within @ ..] => {
                named(CONDITION, track.conditions.get(*index).map(|one| &one.title), within)
            }
            [Key("assessment"), Key("priorities"), At(index), within @ ..] => {
                named(PRIORITY, track.priorities.get(*index).map(|one| &one.title), within)
            }
            [Key("assessment"), Key("indicators"), At(index), within @ ..] => {
                named(INDICATOR, track.indicators.get(*index).map(|one| &one.title), within)
            }
            [Key("assessment"), Key("score"), Key("points"), Key("low")] => {
                Some(self.pick(["总得分，已确定", "Points in all, certain"]).to_owned())
            }
            [Key("assessment"), Key("score"), Key("points"), Key("high")] => {
                Some(self.pick(["总得分，最高", "Points in all, at most"]).to_owned())
            }
            [Key("assessment"), Key("score"), Key("groups"), At(index), within @ ..] => {
                named(SCORE, track.score.as_ref()?.groups.get(*index).map(|one| &one.title), within)
            }
            [Key("assessment"), Key("score"), ..] => Some(self.pick(["评分", "Score"]).to_owned()),
            [Key("assessment"), Key("support"), Key("measures"), At(index), within @ ..] => {
                named(MEASURE, support?.measures.get(*index).map(|one| &one.title), within)
            }
            [Key("assessment"), Key("support"), Key("total"), Key("low")] => {
                Some(self.pick(["支持合计，已确定", "Total support, certain"]).to_owned())
            }
            [Key("assessment"), Key("support"), Key("total"), Key("high")] => {
                Some(self.pick(["支持合计，最高", "Total support, at most"]).to_owned())
            }
            [Key("assessment"), Key("support"), Key("by_form"), Key(form), Key(end)] => self.form(form, end),
            _ => None,
        }
    }

    fn reading(self, id: &str) -> Option<&'a Reading> {
        self.track.pack.file.readings.iter().find(|reading| reading.id == id)
    }

    /// One end of the sum in one form.
    fn form(self, id: &str, end: &str) -> Option<String> {
        let known = word(&[Form::Money, Form::Voucher], &Json::String(id.to_owned()))?;
        let end = match end {
            "low" => ["，已确定", ", certain"],
            "high" => ["，最高", ", at most"],
            _ => return None,
        };
        Some(format!("{}{}{}", self.pick(["其中", "Of which "]), form(known, self.lang), self.pick(end)))
    }

    /// Something only the draft's own pack has, known by its id.
    fn gone(self, steps: &[Segment<&str>], stated: &Json) -> Option<String> {
        let kind = match steps {
            [Key("assessment"), Key("eligibility"), Key("conditions"), At(_)] => CONDITION,
            [Key("assessment"), Key("priorities"), At(_)] => PRIORITY,
            [Key("assessment"), Key("indicators"), At(_)] => INDICATOR,
            [Key("assessment"), Key("support"), Key("measures"), At(_)] => MEASURE,
            [Key("answers"), Key(id)] if self.track.pack.fact(id).is_none() => {
                return Some(format!("{}“{id}”", self.pick(["答案", "Answer "])));
            }
            _ => return None,
        };
        Some(format!("{}“{}”", self.pick(kind), stated.get("id")?.as_str()?))
    }

    /// What of a finding it is.
    fn aspect(self, within: &[Segment<&str>]) -> Option<&'static str> {
        Some(self.pick(match within {
            [Key("truth" | "status")] => ["判断", "judgement"],
            [Key("gate")] => ["前提条件", "its conditions"],
            [Key("amount"), Key("low")] => ["已确定的金额", "amount, certain"],
            [Key("amount"), Key("high")] => ["最高金额", "amount, at most"],
            [Key("value")] => ["填报值", "as entered"],
            [Key("target")] => ["目标值", "target"],
            [Key("gap")] => ["差距", "lacking"],
            [Key("reasons" | "steps"), ..] => ["依据", "reasons"],
            [Key("missing"), ..] => ["尚缺的信息", "missing"],
            _ => return None,
        }))
    }

    fn value(self, steps: &[Segment<&str>], json: Option<&Json>) -> String {
        let said = match (steps, json) {
            ([.., Key("high")], Some(Json::Null)) => Some(self.pick(["上限未定", "no upper limit yet"]).to_owned()),
            (_, None | Some(Json::Null)) => Some(self.pick(["无", "nothing"]).to_owned()),
            ([Key("answers"), Key(id)], Some(json)) => self.track.pack.fact(id).and_then(|fact| {
                let value = fact.read(json).ok()??;
                Some(value_text(fact, &value, self.lang))
            }),
            ([Key("answers"), Key(id), At(_)], Some(json)) => self.row(id, json),
            ([Key("readings"), Key(id)], Some(Json::String(case))) => {
                let case = self.reading(id).and_then(|reading| reading.cases.iter().find(|known| known.id == *case));
                case.map(|case| case.label.get(self.lang).to_owned())
            }
            ([.., Key("verdict")], Some(json)) => {
                let all = [Verdict::Eligible, Verdict::Ineligible, Verdict::Undetermined, Verdict::Judged];
                word(&all, json).map(|one| verdict_word(one, self.lang).to_owned())
            }
            ([.., Key("truth" | "gate")], Some(json)) => {
                let all = [Truth::Met, Truth::NotMet, Truth::Unknown, Truth::Judged, Truth::NotApplicable];
                word(&all, json).map(|one| truth_word(one, self.lang).to_owned())
            }
            ([.., Key("status")], Some(json)) => {
                let all = [Status::Reached, Status::Short, Status::Unknown, Status::Judged, Status::NotApplicable];
                word(&all, json).map(|one| self.status(one).to_owned())
            }
            ([Key("assessment"), Key("support"), .., Key("low" | "high")], Some(Json::Number(yuan))) => {
                yuan.to_string().parse::<Quantity>().ok().map(|sum| self.lang.money(sum))
            }
            (_, Some(Json::Object(whole))) => self.whole(whole),
            _ => None,
        };
        let as_written = |json: &Json| json.as_str().map_or_else(|| json.to_string(), ToOwned::to_owned);
        said.unwrap_or_else(|| json.map(as_written).unwrap_or_default())
    }

    /// The cells of one row of a list.
    fn row(self, list: &str, row: &Json) -> Option<String> {
        let list = self.track.pack.fact(list)?;
        let cell = |column: &Column| {
            let value = column.read(row.get(&column.id)?).ok()??;
            let title = column.title.get(self.lang);
            Some(format!("{title}{}{}", self.pick(["：", ": "]), cell_text(column, &value, self.lang)))
        };
        let cells: Vec<String> = list.columns.iter().filter_map(cell).collect();
        Some(cells.join(self.pick(["；", "; "])))
    }

    /// What matters of a condition, an indicator or a measure that only one of the packs has.
    fn whole(self, finding: &Map<String, Json>) -> Option<String> {
        let aspect = ["amount", "status", "truth"]
            .into_iter()
            .find_map(|aspect| Some((aspect, finding.get(aspect).filter(|it| !it.is_null())?)));
        match aspect? {
            ("amount", amount) => {
                let high = [Key("assessment"), Key("support"), Key("high")];
                Some(self.value(&high, amount.get("high")))
            }
            (aspect, word) => Some(self.value(&[Key(aspect)], Some(word))),
        }
    }

    fn status(self, status: Status) -> &'static str {
        self.pick(match status {
            Status::Reached => ["已达到", "reached"],
            Status::Short => ["未达到", "short"],
            Status::Unknown => ["待补充", "to answer"],
            Status::Judged => return truth_word(Truth::Judged, self.lang),
            Status::NotApplicable => ["不适用", "does not apply"],
        })
    }

    fn pick(self, [zh, en]: [&'static str; 2]) -> &'static str {
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
        let pack = Pack::load(include_str!("../../../tests/packs/good/sample.json")).unwrap().pack;
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
    fn a_place_without_words_is_its_pointer() {
        has(&said("/notice", json!("final"), Lang::Zh), ["声明", "final", "草稿，未提交"]);
        has(&said("/application/0/title", json!("x"), Lang::Zh), ["/application/0/title", "x", "申报草稿"]);
        let odd = said("/assessment/eligibility/verdict", json!({ "a": 1 }), Lang::Zh);
        has(&odd, ["结论", "{\"a\":1}", "需补充信息"]);
    }
}
