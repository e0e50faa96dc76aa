//! Places of a score, and what is said at them.

use serde_json::Value as Json;

use super::PlaceNames;
use crate::draft::path::Segment::{self, At, Key};
use crate::model::{Quantity, Text};
use crate::pack::score::ScoreItem;
use crate::report::{Sums, truth_word};

const SCORE: [&str; 2] = ["评分", "Score "];
const DEDUCTION: [&str; 2] = ["扣分", "Deduction "];
const VETO: [&str; 2] = ["一票否决", "What rules it out: "];
const DIRECT: [&str; 2] = ["直通条件", "Direct way "];

impl PlaceNames<'_> {
    /// What a place within the score is called.
    pub(super) fn score(self, within: &[Segment<&str>]) -> Option<String> {
        let score = self.track.track.score.as_ref()?;
        let item = |items: &[ScoreItem], at: usize| items.get(at).map(|item| item.title.clone());
        let named = |kind, title: Option<Text>, within| self.named(kind, title.as_ref(), within);
        let plain = match within {
            [Key("points"), Key("low")] => ["总得分，已确定", "Points in all, certain"],
            [Key("points"), Key("high")] => ["总得分，最高", "Points in all, at most"],
            [Key("most")] => ["满分", "Points there are in all"],
            [Key("pass")] => ["达标分", "Points to pass"],
            [Key("passes")] => ["是否达标", "Whether it passes"],
            [Key("grade"), Key("low")] => ["等级，已确定", "Grade, certain"],
            [Key("grade"), Key("high")] => ["等级，最高", "Grade, at most"],
            [Key("groups"), At(group), Key("items"), At(at), within @ ..] => {
                return named(SCORE, item(&score.groups.get(*group)?.items, *at), within);
            }
            [Key("groups"), At(group), within @ ..] => {
                return named(SCORE, score.groups.get(*group).map(|group| group.title.clone()), within);
            }
            [Key("deductions"), At(at), within @ ..] => {
                return named(DEDUCTION, item(&score.deductions, *at), within);
            }
            [Key("vetoes"), At(at), within @ ..] => {
                return named(VETO, score.vetoes.get(*at).map(|one| one.title.clone()), within);
            }
            [Key("direct"), At(at), within @ ..] => {
                return named(DIRECT, score.direct.get(*at).map(|one| one.title.clone()), within);
            }
            _ => ["评分", "Score"],
        };
        Some(self.pick(plain).to_owned())
    }

    /// What stands at a place within the score, where it is more than it reads.
    pub(super) fn score_value(self, within: &[Segment<&str>], json: &Json) -> Option<String> {
        match (within, json) {
            ([Key("grade"), Key(_)], Json::Null) => Some(self.pick(["未达到", "none reached"]).to_owned()),
            ([Key("grade"), Key(_)], Json::String(id)) => {
                let mut grades = self.track.track.score.iter().flat_map(|score| &score.grades);
                grades.find(|grade| grade.id == *id).map(|grade| grade.title.get(self.lang).to_owned())
            }
            ([.., Key("passes" | "reached")], json) => {
                super::word(&super::TRUTHS, json).map(|one| truth_word(one, self.lang).to_owned())
            }
            ([.., Key("low" | "high" | "most" | "pass" | "at_least")], Json::Number(points)) => {
                points.to_string().parse::<Quantity>().ok().map(|points| Sums::Points.one(points, self.lang))
            }
            _ => None,
        }
    }
}
