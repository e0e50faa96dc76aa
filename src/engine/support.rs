//! The support of a track under one choice of readings: each measure, and what they come to together.

use super::pass::{Results, gated};
use crate::model::{Amount, Grow, Quantity, Truth};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::measure::Form;
use crate::pack::rules::{MeasureRule, Rules};

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

/// What all measures come to together: the largest of each group, and the groups added up, under the ceilings.
pub fn total(track: TrackRef<'_>, results: &Results, choices: &Choices) -> Amount {
    together(track.rules, results, &track.rules.stack(choices).groups)
}

/// The same of some groups.
pub fn together(rules: &Rules, results: &Results, groups: &[Vec<usize>]) -> Amount {
    let amount = |index: &usize| rules.measures.get(*index).map(|rule| MeasureResult::of(*rule, results).amount);
    if rules.ceilings.is_empty() {
        return groups.iter().map(|group| largest(group, amount)).fold(Amount::ZERO, Amount::plus);
    }
    let amounts: Vec<Amount> = rules.measures.iter().map(|rule| MeasureResult::of(*rule, results).amount).collect();
    total_of(rules, groups, &amounts, &ceilings(rules, results))
}

fn largest(group: &[usize], amount: impl Fn(&usize) -> Option<Amount>) -> Amount {
    group.iter().filter_map(amount).fold(Amount::ZERO, Amount::larger)
}

/// What each ceiling of the track comes to.
pub fn ceilings(rules: &Rules, results: &Results) -> Vec<Amount> {
    rules.ceilings.iter().map(|ceiling| results.amount(ceiling.at)).collect()
}

/// The same of amounts that are known, one for each measure, and of ceilings that are.
pub fn total_of(rules: &Rules, groups: &[Vec<usize>], amounts: &[Amount], ceilings: &[Amount]) -> Amount {
    let amounts = each_capped(rules, amounts, ceilings);
    let block = |group: &Vec<usize>| Block {
        members: group.clone(),
        amount: largest(group, |index| amounts.get(*index).copied()),
        by_form: Vec::new(),
    };
    added_up(rules, ceilings, groups.iter().map(block).collect()).amount
}

/// No measure comes to more than a ceiling over it.
pub fn each_capped(rules: &Rules, amounts: &[Amount], ceilings: &[Amount]) -> Vec<Amount> {
    let mut amounts = amounts.to_vec();
    for (rule, ceiling) in rules.ceilings.iter().zip(ceilings) {
        for (_, amount) in amounts.iter_mut().enumerate().filter(|(index, _)| rule.measures.contains(index)) {
            *amount = amount.smaller(*ceiling);
        }
    }
    amounts
}

/// Measures that are received as one, or that stand under one ceiling.
struct Block {
    members: Vec<usize>,
    amount: Amount,
    /// What of it may come in each form of the track.
    by_form: Vec<Amount>,
}

/// Blocks added up, under each ceiling first those it covers. The checker sees to it that none is covered in part.
fn added_up(rules: &Rules, ceilings: &[Amount], mut blocks: Vec<Block>) -> Block {
    for (rule, ceiling) in rules.ceilings.iter().zip(ceilings) {
        let is_covered = |block: &Block| block.members.iter().all(|one| rule.measures.contains(one));
        let (covered, others): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_covered);
        blocks = others;
        blocks.push(covered.into_iter().fold(Block::nothing(), Block::with).capped(*ceiling));
    }
    blocks.into_iter().fold(Block::nothing(), Block::with)
}

impl Block {
    const fn nothing() -> Self {
        Self { members: Vec::new(), amount: Amount::ZERO, by_form: Vec::new() }
    }

    fn with(mut self, other: Self) -> Self {
        self.members.extend(other.members);
        self.amount = self.amount.plus(other.amount);
        self.by_form.resize(self.by_form.len().max(other.by_form.len()), Amount::ZERO);
        for (sum, amount) in self.by_form.iter_mut().zip(other.by_form) {
            *sum = sum.plus(amount);
        }
        self
    }

    /// Which form a ceiling cuts is left open: of each only what the others cannot use up is certain.
    fn capped(self, ceiling: Amount) -> Self {
        let capped = |(index, amount): (usize, &Amount)| {
            let others = self.by_form.iter().enumerate().filter(|(other, _)| *other != index);
            let others =
                others.map(|(_, other)| other.high).try_fold(Quantity::ZERO, |sum, high| Some(sum.plus(high?)));
            let left = others.map_or(Quantity::ZERO, |others| ceiling.low.minus(others).max(Quantity::ZERO));
            Amount { low: amount.low.min(left), ..amount.smaller(ceiling) }
        };
        Self {
            by_form: self.by_form.iter().enumerate().map(capped).collect(),
            amount: self.amount.smaller(ceiling),
            ..self
        }
    }
}

/// Adds up the measures of a track.
pub fn support(track: TrackRef<'_>, results: &Results, choices: &Choices) -> Support {
    let rules = &track.rules.measures;
    let measures: Vec<MeasureResult> = rules.iter().map(|rule| MeasureResult::of(*rule, results)).collect();
    let forms = rules.iter().map(|rule| rule.form).in_order();
    let ceilings = ceilings(track.rules, results);
    let amounts: Vec<Amount> = measures.iter().map(|measure| measure.amount).collect();
    let amounts = each_capped(track.rules, &amounts, &ceilings);
    let mut chosen = Vec::new();
    let mut blocks = Vec::new();
    for group in &track.rules.stack(choices).groups {
        let alternatives = Alternatives::new(group, rules, &amounts);
        chosen.extend(alternatives.surest);
        let by_form = forms.iter().map(|form| alternatives.of_form(*form)).collect();
        blocks.push(Block { members: group.clone(), amount: Amount::ZERO, by_form });
    }
    let chosen = chosen.into_iter().in_order();
    let by_form = added_up(track.rules, &ceilings, blocks).by_form;
    let by_form = forms.into_iter().zip(by_form).collect();
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
    fn new(group: &[usize], rules: &[MeasureRule], amounts: &[Amount]) -> Self {
        let members = || {
            let member = |index: &usize| Some((*index, rules.get(*index)?.form, *amounts.get(*index)?));
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
