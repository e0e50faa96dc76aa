//! Measures of support: what each comes to, and how.

use super::form::form;
use super::row::{Row, facts, sentences};
use super::value::truth_word;
use super::{Clause, Mark, sum};
use crate::engine::Case;
use crate::engine::assess::MeasureFinding;
use crate::engine::explain::Step;
use crate::engine::reasoning::About;
use crate::model::{Amount, Lang, Quantity};
use crate::pack::Measure;
use crate::pack::measure::Form;

/// A measure with what only measures have. The reasons of its row are the steps to its amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    pub row: Row,
    pub form: &'static str,
    /// It is given as a voucher, not as money.
    pub is_voucher: bool,
    pub amount: Amount,
    /// `最高可达 3 万元`, `0–20 万元`; nothing where it brings nothing.
    pub sum: Option<String>,
    /// The words before a settled sum.
    pub limit: &'static str,
    pub ceiling: Option<Ceiling>,
    /// It is among those the lower end of the total rests on.
    pub counts: bool,
    /// What to know beside the figure.
    pub note: Option<String>,
}

/// A ceiling that takes effect, or may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    pub reached: bool,
    /// `已到上限 20 万元`.
    pub says: String,
}

impl MeasureRow {
    /// The words before a settled sum and the sum; or why there is none.
    pub fn sum_in_parts(&self) -> (Option<&str>, &str) {
        let said = self.sum_or_word();
        said.strip_prefix(self.limit).map_or((None, said), |sum| (Some(self.limit), sum.trim_start()))
    }

    /// The sum, or why there is none: what a face writes where it has one place for both.
    pub fn sum_or_word(&self) -> &str {
        let brings = !matches!(self.row.mark, Mark::NotMet | Mark::Idle);
        self.sum.as_deref().filter(|_| brings).unwrap_or(&self.row.word)
    }
}

pub fn row(case: &Case<'_>, measure: &Measure, finding: &MeasureFinding, counts: bool, lang: Lang) -> MeasureRow {
    let pack = case.pack();
    // To bring nothing while nothing stands in its way is no failure.
    let (mark, word) = if finding.is_idle() {
        (Mark::Idle, lang.pick("本项暂无", "nothing here"))
    } else {
        (finding.truth.into(), truth_word(finding.truth, lang))
    };
    MeasureRow {
        row: Row {
            about: About::Measure(finding.id.clone()),
            title: measure.title.get(lang).to_owned(),
            clause: Clause::of(pack, &finding.cite, lang),
            mark,
            word: word.to_owned(),
            reasons: sentences(&finding.steps, pack, lang),
            facts: facts(&finding.steps),
            missing: Vec::new(),
        },
        form: form(measure.form, lang),
        is_voucher: measure.form == Form::Voucher,
        amount: finding.amount,
        sum: sum::said(measure.limit, finding.amount, lang),
        limit: sum::limit(measure.limit, lang),
        ceiling: ceiling(finding).map(|(at, reached)| Ceiling { reached, says: ceiling_text(at, reached, lang) }),
        counts,
        note: note(measure, lang),
    }
}

/// What to know beside the figure, and what is not received beside it.
fn note(measure: &Measure, lang: Lang) -> Option<String> {
    let not_with: Vec<&str> = measure.not_with.iter().map(|one| one.says.get(lang)).collect();
    let not_with = (!not_with.is_empty()).then(|| match lang {
        Lang::Zh => format!("同一事项不与{}重复享受。", lang.list(&not_with)),
        Lang::En => format!("Not received for the same matter beside {}.", lang.list(&not_with)),
    });
    let note = measure.note.as_ref().map(|note| note.get(lang).to_owned());
    note.into_iter().chain(not_with).reduce(|note, more| format!("{note}{}{more}", lang.pick("", " ")))
}

/// The ceiling of a measure that takes effect or may, and whether it does by now.
fn ceiling(finding: &MeasureFinding) -> Option<(Quantity, bool)> {
    finding.steps.iter().rev().find_map(|step| match step {
        Step::Capped { at, before, amount } if amount.high == finding.amount.high => Some((*at, before.low >= *at)),
        _ => None,
    })
}

fn ceiling_text(at: Quantity, reached: bool, lang: Lang) -> String {
    let at = lang.money(at);
    match (reached, lang) {
        (true, Lang::Zh) => format!("已到上限 {at}"),
        (true, Lang::En) => format!("at its ceiling of {at}"),
        (false, Lang::Zh) => format!("上限 {at}"),
        (false, Lang::En) => format!("ceiling {at}"),
    }
}
