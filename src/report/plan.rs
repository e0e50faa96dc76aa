//! The best lawful combination: what is taken, what that forfeits, and the next best.

use super::{Clause, Total};
use crate::engine::Case;
use crate::engine::plan::{ChosenMeasure, Forfeit, Plan, plan};
use crate::model::Lang;
use crate::pack::load::TrackRef;

/// A combination in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanReport {
    pub chosen: Vec<PlanRow>,
    /// Said where the combination is empty.
    pub nothing: Option<&'static str>,
    pub total: Total,
    /// Said of a plan that answers may still change.
    pub unsettled: Option<&'static str>,
    pub forfeits: Vec<PlanRow>,
    /// The titles of the next best, and what it comes to.
    pub runner_up: Option<(String, String)>,
    pub clause: Clause,
}

/// A measure, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub title: String,
    pub range: String,
    /// What a forfeit gives way to; empty for what is taken.
    pub why: String,
}

impl PlanReport {
    /// The best plan of a case; `None` on a track without measures.
    pub fn best(case: &Case<'_>, lang: Lang) -> Option<Self> {
        plan(case).map(|plan| Self::of(case.track, &plan, lang))
    }

    pub fn of(track: TrackRef<'_>, plan: &Plan, lang: Lang) -> Self {
        let part = |part: &ChosenMeasure| PlanRow {
            title: title(track, &part.measure, lang).to_owned(),
            range: lang.range(part.amount),
            why: String::new(),
        };
        let forfeit = |one: &Forfeit| PlanRow {
            title: forfeited(track, one, lang),
            range: lang.range(one.amount),
            why: instead(track, one, lang),
        };
        let runner_up = plan.runner_up.as_ref().map(|next| {
            let titles: Vec<&str> = next.chosen.iter().map(|id| title(track, id, lang)).collect();
            let (total, less) = (lang.range(next.total), lang.money(next.less));
            let sum = match (next.less.is_positive(), lang) {
                (true, Lang::Zh) => format!("合计 {total}，少 {less}"),
                (true, Lang::En) => format!("Total {total}, less by {less}"),
                (false, Lang::Zh) => format!("合计 {total}，同样多"),
                (false, Lang::En) => format!("Total {total}, just as much"),
            };
            (lang.list(&titles), sum)
        });
        let nothing = lang.pick("目前没有确定可以享受的支持", "nothing is certain yet");
        Self {
            chosen: plan.chosen.iter().map(part).collect(),
            nothing: plan.chosen.is_empty().then_some(nothing),
            total: Total::of(plan.total, lang),
            unsettled: (!plan.settled && !plan.chosen.is_empty()).then(|| unsettled(lang)),
            forfeits: plan.forfeits.iter().map(forfeit).collect(),
            runner_up,
            clause: Clause::of(track.pack, &plan.cite, lang),
        }
    }

    /// Whether it says anything that the plain sum does not.
    pub const fn is_a_choice(&self) -> bool {
        !self.forfeits.is_empty()
    }

    /// The clause that says what may be received together, as a line.
    pub fn rule(&self, lang: Lang) -> String {
        format!("{}{}", lang.pick("叠加规则：", "rule on receiving several: "), self.clause.label)
    }
}

/// Said of a combination that answers may still change.
pub(super) const fn unsettled(lang: Lang) -> &'static str {
    lang.pick("尚未填写的情况可能改变这一组合", "answers that are still open may change this combination")
}

/// The title of a measure.
fn title<'a>(track: TrackRef<'a>, id: &str, lang: Lang) -> &'a str {
    let mut measures = track.track.support.iter().flat_map(|support| &support.measures);
    measures.find(|measure| measure.id == id).map_or("", |measure| measure.title.get(lang))
}

/// What is given up: a measure, or the part of it that rests on the facts named.
pub(super) fn forfeited(track: TrackRef<'_>, forfeit: &Forfeit, lang: Lang) -> String {
    let title = title(track, &forfeit.measure, lang);
    let facts = forfeit.facts.iter().filter_map(|id| track.pack.fact(id)).map(|fact| fact.label.get(lang));
    let facts: Vec<&str> = facts.collect();
    match (facts.is_empty(), lang) {
        (true, _) => title.to_owned(),
        (false, Lang::Zh) => format!("{title}（{}）", lang.list(&facts)),
        (false, Lang::En) => format!("{title} ({})", lang.list(&facts)),
    }
}

/// What a forfeit gives way to.
pub(super) fn instead(track: TrackRef<'_>, forfeit: &Forfeit, lang: Lang) -> String {
    let chosen = title(track, &forfeit.gives_way_to, lang);
    match lang {
        _ if forfeit.measure == forfeit.gives_way_to => {
            lang.pick("本项只计较大者", "of this measure only the larger part counts").to_owned()
        }
        Lang::Zh => format!("让位于{chosen}"),
        Lang::En => format!("gives way to {chosen}"),
    }
}
