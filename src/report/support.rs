//! What the measures come to together.

use super::form::form;
use super::measure::{self, MeasureRow};
use super::{Clause, Mark, sum};
use crate::engine::assess::CeilingFinding;
use crate::engine::{Assessment, Case};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::Measure;

/// The support of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    pub measures: Vec<MeasureRow>,
    pub total: Total,
    /// Each form the track has.
    pub by_form: Vec<FormSum>,
    /// The total over all readings: `0–30 万元`.
    pub span: String,
    pub span_amount: Amount,
    /// The measures that count, where some that are met do not.
    pub counted: Option<String>,
    /// What several measures come to at most together.
    pub ceilings: Vec<CeilingRow>,
    /// The clause on receiving several measures.
    pub clause: Clause,
    /// The measures of which one each is received, by position.
    pub groups: Vec<Vec<usize>>,
    /// Which measures do not add up, a sentence for each group of which more than one could count.
    pub one_of_each: Vec<String>,
}

/// A ceiling over several measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeilingRow {
    /// `各项合计不超过 50 万元`.
    pub says: String,
    pub clause: Clause,
}

/// All measures together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    pub amount: Amount,
    /// `合计，最高可达`; while it is not settled, `合计`.
    pub label: &'static str,
    pub range: String,
    /// The range as short as it can be said: `30 万元起`.
    pub in_short: String,
    /// The same, where a ceiling is said to be one: `最高可达 30 万元`.
    pub at_most: String,
    /// What of it is certain, what could still come, and what it comes to at most, in one sentence.
    pub prospect: String,
}

/// What comes in one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSum {
    pub form: &'static str,
    pub range: String,
    /// Whether anything can come of it.
    pub brings: bool,
}

impl Support {
    /// `None` on a track without measures.
    pub fn of(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Option<Self> {
        let (declared, found) = (case.track.track.support.as_ref()?, assessment.support.as_ref()?);
        let rows = declared.measures.iter().zip(&found.measures);
        let rows = rows.map(|(one, finding)| measure::row(case, one, finding, found.chosen.contains(&one.id), lang));
        let measures: Vec<MeasureRow> = rows.collect();
        let by_form = found.by_form.iter().map(|(one, amount)| FormSum {
            form: form(*one, lang),
            range: lang.range(*amount),
            brings: amount.high.is_none_or(Quantity::is_positive),
        });
        let ceilings: Vec<CeilingRow> =
            found.ceilings.iter().map(|one| CeilingRow::of(case, one, &declared.measures, lang)).collect();
        let mut total = Total::of(found.total, lang);
        for CeilingRow { says, .. } in &ceilings {
            total.prospect += lang.pick("", " ");
            total.prospect += says;
            total.prospect += lang.pick("。", ".");
        }
        let groups = case.track.rules.stack(case.choices).groups.clone();
        Some(Self {
            total,
            by_form: by_form.collect(),
            span: lang.range(found.span),
            span_amount: found.span,
            ceilings,
            counted: counted(&measures, lang),
            clause: Clause::of(case.pack(), &declared.cumulation.cite, lang),
            one_of_each: one_of_each(&measures, &groups, lang),
            groups,
            measures,
        })
    }

    /// What all measures come to, and which of them do not add up, in sentences.
    pub fn prospect(&self) -> impl Iterator<Item = &str> {
        [&self.total.prospect].into_iter().chain(&self.one_of_each).map(String::as_str)
    }
}

impl CeilingRow {
    pub fn of(case: &Case<'_>, found: &CeilingFinding, declared: &[Measure], lang: Lang) -> Self {
        let covered = declared.iter().filter(|measure| found.measures.contains(&measure.id));
        let titles: Vec<&str> = covered.map(|measure| measure.title.get(lang)).collect();
        let at = lang.range(found.at);
        let all = found.measures.len() == declared.len();
        let together = match (all, lang) {
            (true, Lang::Zh) => "各项合计".to_owned(),
            (true, Lang::En) => "All measures together".to_owned(),
            (false, Lang::Zh) => format!("{}合计", lang.list(&titles)),
            (false, Lang::En) => format!("{} together", lang.list(&titles)),
        };
        let says = match (found.at.is_settled(), lang) {
            (true, Lang::Zh) => format!("{together}不超过 {at}"),
            (true, Lang::En) => format!("{together}: at most {at}"),
            (false, Lang::Zh) => format!("{together}的上限待定（{at}）"),
            (false, Lang::En) => format!("{together}: the ceiling is not settled yet ({at})"),
        };
        Self { says, clause: Clause::of(case.pack(), &found.cite, lang) }
    }
}

impl Total {
    pub fn of(amount: Amount, lang: Lang) -> Self {
        let label = if amount.is_settled() {
            lang.pick("合计，最高可达", "Total, at most")
        } else {
            lang.pick("合计", "Total")
        };
        Self {
            amount,
            label,
            range: lang.range(amount),
            at_most: sum::at_most(amount, lang),
            in_short: sum::in_short(amount, lang),
            prospect: sum::prospect(amount, lang),
        }
    }
}

fn counted(measures: &[MeasureRow], lang: Lang) -> Option<String> {
    let met = measures.iter().filter(|one| one.row.mark == Mark::Met).count();
    let counted: Vec<&str> = measures.iter().filter(|one| one.counts).map(|one| one.row.title.as_str()).collect();
    (counted.len() < met).then(|| lang.list(&counted))
}

/// Of which measures only the largest counts: of all, or of those named, where others are added to them.
fn one_of_each(measures: &[MeasureRow], groups: &[Vec<usize>], lang: Lang) -> Vec<String> {
    let says = |group: &Vec<usize>| {
        let bring = group.iter().filter_map(|index| measures.get(*index)).filter(|one| one.amount != Amount::ZERO);
        let titles: Vec<&str> = bring.map(|one| one.row.title.as_str()).collect();
        let all = groups.len() == 1;
        (titles.len() > 1).then(|| match (all, lang) {
            (true, Lang::Zh) => "各项不相加，只计最大的一项。".to_owned(),
            (true, Lang::En) => "The measures do not add up; only the largest counts.".to_owned(),
            (false, Lang::Zh) => format!("{}不相加，只计其中最大的一项。", lang.list(&titles)),
            (false, Lang::En) => format!("Only the largest of these counts: {}.", lang.list(&titles)),
        })
    };
    groups.iter().filter_map(says).collect()
}
