//! A plan in words: what is taken, what that forfeits, and the next best.

use crate::engine::plan::{Forfeit, Plan, RunnerUp};
use crate::model::Lang;
use crate::pack::load::TrackRef;

/// The title of a measure.
pub fn title<'a>(track: TrackRef<'a>, id: &str, lang: Lang) -> &'a str {
    let mut measures = track.track.support.iter().flat_map(|support| &support.measures);
    measures.find(|measure| measure.id == id).map_or("", |measure| measure.title.get(lang))
}

pub fn titles(track: TrackRef<'_>, ids: &[String], lang: Lang) -> String {
    let titles: Vec<&str> = ids.iter().map(|id| title(track, id, lang)).collect();
    lang.list(&titles)
}

/// Said where the combination is empty.
pub const fn nothing_certain(lang: Lang) -> &'static str {
    lang.pick("目前没有确定可以享受的支持", "nothing is certain yet")
}

pub fn total(plan: &Plan, lang: Lang) -> String {
    format!("{}{}", lang.pick("合计，最高可达 ", "Total, at most "), lang.range(plan.total))
}

/// The clause that says what may be received together.
pub fn rule(track: TrackRef<'_>, plan: &Plan, lang: Lang) -> String {
    let clause = track.pack.clause(&plan.cite).map_or(plan.cite.as_str(), |clause| clause.label(lang));
    format!("{}{clause}", lang.pick("叠加规则：", "rule on receiving several: "))
}

/// Said of a plan that is not settled.
pub const fn unsettled(lang: Lang) -> &'static str {
    lang.pick("尚未填写的情况可能改变这一选择", "answers that are still open may change the choice")
}

/// What is given up: a measure, or the part of it that rests on the facts named.
pub fn forfeited(track: TrackRef<'_>, forfeit: &Forfeit, lang: Lang) -> String {
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
pub fn instead(track: TrackRef<'_>, forfeit: &Forfeit, lang: Lang) -> String {
    let chosen = title(track, &forfeit.gives_way_to, lang);
    match lang {
        _ if forfeit.measure == forfeit.gives_way_to => {
            lang.pick("本项只计较大者", "of this measure only the larger part counts").to_owned()
        }
        Lang::Zh => format!("让位于{chosen}"),
        Lang::En => format!("gives way to {chosen}"),
    }
}

/// What the next best comes to, and how much less that is.
pub fn runner_up(next: &RunnerUp, lang: Lang) -> String {
    let (total, less) = (lang.range(next.total), lang.money(next.less));
    match (next.less.is_positive(), lang) {
        (true, Lang::Zh) => format!("合计 {total}，少 {less}"),
        (true, Lang::En) => format!("Total {total}, less by {less}"),
        (false, Lang::Zh) => format!("合计 {total}，同样多"),
        (false, Lang::En) => format!("Total {total}, just as much"),
    }
}
