//! A line of a draft that does not hold, as a table shows it.

mod score;

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
const TRUTHS: [Truth; 5] = [Truth::Met, Truth::NotMet, Truth::Unknown, Truth::Judged, Truth::NotApplicable];
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
        let named = |kind, title, within| self.named(kind, title, within);
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
            [Key("assessment"), Key("score"), within @ ..] => self.score(within),
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

    /// A part of the track, and what of it.
    fn named(self, kind: [&'static str; 2], title: Option<&Text>, within: &[Segment<&str>]) -> Option<String> {
        let title = title?.get(self.lang);
        let aspect = self.aspect(within).map(|aspect| format!("{}{aspect}", self.lang.pick("：", ": ")));
        Some(format!("{}“{title}”{}", self.pick(kind), aspect.unwrap_or_default()))
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
            [Key("truth" | "status" | "reached")] => ["判断", "judgement"],
            [Key("points"), Key("low")] => ["已确定的得分", "points, certain"],
            [Key("points"), Key("high")] => ["最高得分", "points, at most"],
            [Key("most")] => ["满分", "points there are"],
            [Key("at_least")] => ["最低分", "least points"],
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
        let of_score = match (steps, json) {
            ([Key("assessment"), Key("score"), within @ ..], Some(json)) => self.score_value(within, json),
            _ => None,
        };
        let said = match (steps, json) {
            _ if of_score.is_some() => of_score,
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
                word(&TRUTHS, json).map(|one| truth_word(one, self.lang).to_owned())
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
mod tests;
