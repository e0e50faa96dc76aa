//! What would bring more support, what that takes, and how much more each way brings.

use super::Ways;
use crate::engine::Case;
use crate::engine::reach::improve::{Improvement, improvements};
use crate::model::{AsOf, Lang};

/// What stands in the way of one measure, or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImprovementRow {
    /// The titles of the measures it is about; nothing where any may bring it.
    pub titles: Option<String>,
    /// What the way that brings most adds: `+2 万元`.
    pub gain: String,
    /// What each other way adds.
    pub other_gains: Vec<String>,
    pub ways: Ways,
}

impl ImprovementRow {
    /// What takes the fewest changes first.
    pub fn all(case: &Case<'_>, as_of: AsOf, lang: Lang) -> Vec<Self> {
        improvements(case, as_of).iter().map(|one| Self::of(one, case, lang)).collect()
    }

    fn of(found: &Improvement, case: &Case<'_>, lang: Lang) -> Self {
        let declared: Vec<_> = case.track.track.support.iter().flat_map(|support| &support.measures).collect();
        let titles = found.measures.iter().filter_map(|at| declared.get(*at)).map(|one| one.title.get(lang));
        let titles: Vec<&str> = titles.collect();
        let mut gains = found.gains.iter().map(|gain| format!("+{}", lang.money(*gain)));
        Self {
            titles: (!titles.is_empty()).then(|| lang.list(&titles)),
            gain: gains.next().unwrap_or_default(),
            other_gains: gains.collect(),
            ways: Ways::of(case.pack(), &found.reach, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Choices, Pack, builtin};
    use serde_json::json;

    fn rows(pack: &Pack, answers: &serde_json::Value, lang: Lang) -> Vec<ImprovementRow> {
        let (answers, choices) = (pack.take_answers(answers).unwrap(), Choices::default());
        let case = Case::new(pack.track("agency").unwrap(), &answers, &choices);
        ImprovementRow::all(&case, "2020-10-01".parse().unwrap(), lang)
    }

    #[test]
    fn a_row_names_the_measure_what_it_brings_and_what_to_change() {
        let packs = builtin::all();
        let pack = packs.iter().find(|pack| pack.file.id == "zibo-2020-zone").unwrap();
        let answers = json!({ "agency.in_zone": true, "agency.patent_licensed": false, "agency.cases_won": 1 });
        let of = |lang| {
            let row = rows(pack, &answers, lang).remove(0);
            let change = row.ways.first.changes[0].clone();
            (row.titles.unwrap_or_default(), row.gain, change.line(), change.fact)
        };
        let [zh, en] = [of(Lang::Zh), of(Lang::En)];
        assert_eq!((&*zh.0, &*zh.1, &*zh.2), ("涉外或重大影响案件胜诉", "+5 万元", "取得专利代理资质"));
        assert_eq!(
            (&*en.0, &*en.1, &*en.2),
            ("Foreign-related or major-impact cases won", "+CNY 50,000", "Obtain the patent-agency qualification")
        );
        assert_eq!((&*zh.3, &*en.3), ("agency.patent_licensed", "agency.patent_licensed"));
    }

    #[test]
    fn what_takes_the_fewest_changes_comes_first_and_each_other_way_has_its_gain() {
        let packs = builtin::all();
        let pack = packs.iter().find(|pack| pack.file.id == "zibo-2020-zone").unwrap();
        let rows = rows(pack, &json!({ "agency.in_zone": true, "agency.cases_won": 1 }), Lang::Zh);
        let changes: Vec<usize> = rows.iter().map(|row| row.ways.first.changes.len()).collect();
        assert!(changes.len() > 1 && changes.is_sorted(), "{changes:?}");
        for row in &rows {
            assert!(row.gain.starts_with('+') && row.ways.reachable, "{row:?}");
            assert_eq!(row.other_gains.len(), row.ways.others.len(), "{row:?}");
        }
    }

    #[test]
    fn a_track_without_measures_has_no_row() {
        let packs = builtin::all();
        let pack = packs.iter().find(|pack| pack.file.id == "zibo-2024-city").unwrap();
        let (answers, choices) = (pack.take_answers(&json!({})).unwrap(), Choices::default());
        let case = Case::new(pack.track("city").unwrap(), &answers, &choices);
        assert_eq!(ImprovementRow::all(&case, "2026-11-21".parse().unwrap(), Lang::Zh), Vec::new());
    }
}
