//! Support of several programmes for one matter, in words: what excludes what, with both sums, and which brings more.

use super::plan::unsettled;
use super::{Clause, PlanRow, Total};
use crate::engine::Case;
use crate::engine::together::{Better, Exclusion, Place, Taken, Together, together};
use crate::model::Lang;

/// The best way through several programmes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TogetherReport {
    pub chosen: Vec<PlanRow>,
    pub total: Total,
    /// Said where answers may still change the choice.
    pub unsettled: Option<&'static str>,
    pub exclusions: Vec<ExclusionRow>,
    /// Said where there are none.
    pub nothing_excluded: &'static str,
}

/// Two measures of a filing of which one is received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExclusionRow {
    pub says: String,
    pub clause: Clause,
}

impl TogetherReport {
    pub fn of(cases: &[Case<'_>], together: &Together, lang: Lang) -> Self {
        let row = |taken: &Taken| {
            let title = title(cases, &taken.place, lang)?;
            Some(PlanRow { title, range: lang.range(taken.amount), why: String::new() })
        };
        Self {
            chosen: together.chosen.iter().filter_map(row).collect(),
            total: Total::of(together.total, lang),
            unsettled: (!together.settled).then(|| unsettled(lang)),
            exclusions: together.exclusions.iter().filter_map(|one| ExclusionRow::of(cases, one, lang)).collect(),
            nothing_excluded: lang
                .pick("各项政策之间没有不得重复享受的支持", "nothing excludes anything of another programme"),
        }
    }
}

impl ExclusionRow {
    /// Those of a filing, by its cases.
    pub fn all(cases: &[Case<'_>], lang: Lang) -> Vec<Self> {
        together(cases).exclusions.iter().filter_map(|one| Self::of(cases, one, lang)).collect()
    }

    fn of(cases: &[Case<'_>], found: &Exclusion, lang: Lang) -> Option<Self> {
        let [one, other] = [title(cases, &found.one, lang)?, title(cases, &found.other, lang)?];
        let better = match (found.better, lang) {
            (Better::One, Lang::Zh) => "取前者更多。",
            (Better::One, Lang::En) => "The first brings more.",
            (Better::Other, Lang::Zh) => "取后者更多。",
            (Better::Other, Lang::En) => "The second brings more.",
            (Better::Same, Lang::Zh) => "两者一样多。",
            (Better::Same, Lang::En) => "Both bring the same.",
            (Better::Unknown, Lang::Zh) => "哪一项更多，尚不能确定。",
            (Better::Unknown, Lang::En) => "Which brings more cannot be told yet.",
        };
        let [with_one, with_other] = [lang.range(found.with_one), lang.range(found.with_other)];
        let says = match lang {
            Lang::Zh => format!(
                "{one}与{other}不重复享受：取前者，各项合计 {with_one}；取后者，各项合计 {with_other}。{better}"
            ),
            Lang::En => format!(
                "{one} and {other} are not received together: with the first, {with_one} in all; with the second, {with_other} in all. {better}"
            ),
        };
        let case = cases.iter().find(|case| case.pack().file.id == found.one.programme)?;
        Some(Self { says, clause: Clause::of(case.pack(), &found.cite, lang) })
    }
}

/// A measure with its programme.
fn title(cases: &[Case<'_>], place: &Place, lang: Lang) -> Option<String> {
    let is_of = |case: &&Case<'_>| case.pack().file.id == place.programme && case.track.track.id == place.track;
    let case = cases.iter().find(is_of)?;
    let mut measures = case.track.track.support.iter().flat_map(|support| &support.measures);
    let measure = measures.find(|measure| measure.id == place.measure)?.title.get(lang);
    let programme = case.pack().file.title.get(lang);
    Some(match lang {
        Lang::Zh => format!("“{measure}”（{programme}）"),
        Lang::En => format!("“{measure}” ({programme})"),
    })
}
