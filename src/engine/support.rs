//! The support of a track under one choice of readings: each measure, and what they come to together.

use super::pass::{Results, gated};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::measure::Form;
use crate::pack::rules::{MeasureRule, Stack};

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
            // What is no sum is there once its conditions hold.
            _ if rule.in_kind => Truth::Met,
            Amount { low, .. } if low.is_positive() => Truth::Met,
            Amount { high: Some(high), .. } if !high.is_positive() => Truth::NotMet,
            _ => Truth::Unknown,
        };
        let truth = results.truth(rule.gate).and(brings);
        Self { truth, amount: gated(truth, amount) }
    }
}

/// What all measures come to together: the largest of each group, and the groups added up.
pub fn total(track: TrackRef<'_>, results: &Results, choices: &Choices) -> Amount {
    let amounts: Vec<Amount> =
        track.rules.measures.iter().map(|rule| MeasureResult::of(*rule, results).amount).collect();
    total_of(track.rules.stack(choices), &amounts)
}

/// The same of amounts that are known, one for each measure.
pub fn total_of(stack: &Stack, amounts: &[Amount]) -> Amount {
    let amount = |index: &usize| amounts.get(*index).copied();
    let largest = |group: &Vec<usize>| group.iter().filter_map(amount).fold(Amount::ZERO, Amount::larger);
    stack.groups.iter().map(largest).fold(Amount::ZERO, Amount::plus)
}

/// Adds up the measures of a track.
pub fn support(track: TrackRef<'_>, results: &Results, choices: &Choices) -> Support {
    let rules = &track.rules.measures;
    let measures: Vec<MeasureResult> = rules.iter().map(|rule| MeasureResult::of(*rule, results)).collect();
    let mut forms: Vec<Form> = rules.iter().map(|rule| rule.form).collect();
    forms.sort_unstable();
    forms.dedup();
    let mut by_form: Vec<(Form, Amount)> = forms.into_iter().map(|form| (form, Amount::ZERO)).collect();
    let mut chosen = Vec::new();
    for group in &track.rules.stack(choices).groups {
        let group = Alternatives::new(group, rules, &measures);
        chosen.extend(group.surest);
        for (form, sum) in &mut by_form {
            *sum = sum.plus(group.of_form(*form));
        }
    }
    chosen.sort_unstable();
    Support { total: total(track, results, choices), by_form, chosen, measures }
}

/// Measures of which one is received. Which one it will be may still be open; then each form may turn out to bring nothing.
struct Alternatives {
    /// The measures that may turn out to be the largest.
    contenders: Vec<(Form, Amount)>,
    /// The one with the largest certain amount, if any is certain.
    surest: Option<usize>,
}

impl Alternatives {
    fn new(group: &[usize], rules: &[MeasureRule], measures: &[MeasureResult]) -> Self {
        let members = || {
            let member = |index: &usize| Some((*index, rules.get(*index)?.form, measures.get(*index)?.amount));
            group.iter().filter_map(member)
        };
        let certain = members().map(|(_, _, amount)| amount.low).max().unwrap_or_default();
        let surest = members().find(|(_, _, amount)| amount.low == certain && certain.is_positive());
        let surest = surest.map(|(index, _, _)| index);
        // Of two that come to the same, the first stands: one before the surest need only draw level with it.
        let reaches = |(index, _, amount): &(usize, Form, Amount)| {
            let level = surest.is_some_and(|surest| *index <= surest);
            amount.high.is_none_or(|high| high > certain || (level && high == certain))
        };
        Self { contenders: members().filter(reaches).map(|(_, form, amount)| (form, amount)).collect(), surest }
    }

    fn of_form(&self, form: Form) -> Amount {
        let own = self.contenders.iter().filter(|(its, _)| *its == form);
        let largest = own.map(|(_, amount)| *amount).fold(Amount::ZERO, Amount::larger);
        if self.contenders.iter().all(|(its, _)| *its == form) { largest } else { largest.or(Amount::ZERO) }
    }
}
