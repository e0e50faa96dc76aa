//! The support of a track under one choice of readings: each measure, and what they come to together.

use super::pass::{Results, gated, stacking};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::cumulation::Stacking;
use crate::pack::load::TrackRef;
use crate::pack::measure::Form;
use crate::pack::rules::MeasureRule;

/// What a track comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// In the order of the pack.
    pub measures: Vec<MeasureResult>,
    pub total: Amount,
    /// Each form of support that the track has, in order.
    pub by_form: Vec<(Form, Amount)>,
    /// Positions of the measures the lower end of the total rests on.
    pub chosen: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureResult {
    pub truth: Truth,
    pub amount: Amount,
}

impl MeasureResult {
    /// A measure is met where its conditions hold and it brings something.
    pub fn of(rule: MeasureRule, results: &Results) -> Self {
        let amount = results.amount(rule.amount);
        let brings = match amount {
            Amount { low, .. } if low.is_positive() => Truth::Met,
            Amount { high: Some(high), .. } if !high.is_positive() => Truth::NotMet,
            _ => Truth::Unknown,
        };
        let truth = results.truth(rule.gate).and(brings);
        Self { truth, amount: gated(truth, amount) }
    }
}

/// Adds up the measures of a track.
pub fn support(track: TrackRef<'_>, results: &Results, choices: &Choices) -> Support {
    let rules = &track.rules.measures;
    let measures: Vec<MeasureResult> = rules.iter().map(|rule| MeasureResult::of(*rule, results)).collect();
    let mut forms: Vec<Form> = rules.iter().map(|rule| rule.form).collect();
    forms.sort_unstable();
    forms.dedup();
    match stacking(&track.rules.stacking, choices) {
        Stacking::Add | Stacking::AddOneUnitEach => {
            let sum = |form: Option<Form>| {
                let of_form = rules.iter().zip(&measures).filter(|(rule, _)| form.is_none_or(|form| rule.form == form));
                of_form.map(|(_, measure)| measure.amount).fold(Amount::ZERO, Amount::plus)
            };
            let met = measures.iter().enumerate().filter(|(_, measure)| measure.truth == Truth::Met);
            let chosen = met.map(|(index, _)| index).collect();
            let by_form = forms.iter().map(|form| (*form, sum(Some(*form)))).collect();
            Support { total: sum(None), by_form, chosen, measures }
        }
        Stacking::LargestOne => largest_one(rules, measures, &forms),
    }
}

/// One measure in all. Which one it will be may still be open; then each form may turn out to bring nothing.
fn largest_one(rules: &[MeasureRule], measures: Vec<MeasureResult>, forms: &[Form]) -> Support {
    let total = measures.iter().map(|measure| measure.amount).fold(Amount::ZERO, Amount::larger);
    let surest = measures.iter().position(|measure| measure.amount.low == total.low && total.low.is_positive());
    // Of two that come to the same, the first stands: one before the surest need only draw level with it.
    let reaches = |index: usize, measure: &MeasureResult| {
        let level = surest.is_some_and(|surest| index <= surest);
        measure.amount.high.is_none_or(|high| high > total.low || (level && high == total.low))
    };
    let contenders: Vec<usize> = measures
        .iter()
        .enumerate()
        .filter(|(index, measure)| reaches(*index, measure))
        .map(|(index, _)| index)
        .collect();
    let form_of = |index: &usize| rules.get(*index).map(|rule| rule.form);
    let by_form = forms.iter().map(|form| {
        let own = contenders.iter().filter(|index| form_of(index) == Some(*form));
        let amounts = own.filter_map(|index| measures.get(*index)).map(|measure| measure.amount);
        let largest = amounts.fold(Amount::ZERO, Amount::larger);
        let alone = contenders.iter().all(|index| form_of(index) == Some(*form));
        (*form, if alone { largest } else { largest.or(Amount::ZERO) })
    });
    Support { total, by_form: by_form.collect(), chosen: surest.into_iter().collect(), measures }
}
