//! The best lawful combination of support: what to choose, what each choice forfeits, and the next best.
//!
//! Measures stand in groups of which one each is received, so the best combination takes the best of every group,
//! and the next best gives up least in one of them. Both are exact.

use std::cmp::Reverse;

use serde::Serialize;

use super::case::Case;
use super::pass::Results;
use super::support::{MeasureResult, ceilings, each_capped, total, total_of};
use crate::model::{Amount, Quantity};
use crate::pack::rules::{AmountId, AmountNode, MeasureRule};

/// A combination, judged by what is certain under the answers given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// What is certain and what could come: with answers that are open, more than what is chosen may come to.
    pub total: Amount,
    /// The measures to take, in the order of the pack.
    pub chosen: Vec<ChosenMeasure>,
    pub forfeits: Vec<Forfeit>,
    /// The best other combination to which nothing could be added; `null` where there is no other.
    pub runner_up: Option<RunnerUp>,
    /// Whether no answer that is still open can make another choice better.
    pub settled: bool,
    /// The clause on receiving several measures.
    pub cite: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChosenMeasure {
    pub measure: String,
    pub amount: Amount,
}

/// Something that is certain by itself and is not received beside the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Forfeit {
    pub measure: String,
    /// The facts it rests on, where it is only a part of the measure.
    pub facts: Vec<String>,
    pub amount: Amount,
    /// The measure it gives way to.
    pub gives_way_to: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RunnerUp {
    pub chosen: Vec<String>,
    pub total: Amount,
    /// How much less is certain.
    pub less: Quantity,
}

/// A measure of a group.
#[derive(Clone, Copy)]
struct Member {
    index: usize,
    amount: Amount,
}

/// The plan for a track with measures; `None` on any other.
pub fn plan(case: &Case<'_>) -> Option<Plan> {
    let declared = case.track.track.support.as_ref()?;
    let rules = &case.track.rules.measures;
    let amounts: Vec<Amount> = rules.iter().map(|rule| MeasureResult::of(*rule, &case.results).amount).collect();
    let amounts = each_capped(case.track.rules, &amounts, &ceilings(case.track.rules, &case.results));
    let groups = groups(case, &amounts);
    let chosen: Vec<Member> = groups.iter().filter_map(|group| best(group)).collect();
    let id = |member: &Member| id(case, member);
    let mut forfeits = Vec::new();
    for group in &groups {
        let Some(best) = best(group) else { continue };
        let parts = rules.get(best.index).map(|rule| parts_forfeited(case, *rule)).unwrap_or_default();
        forfeits.extend(parts.into_iter().map(|(facts, amount)| Forfeit {
            measure: id(&best),
            facts,
            amount,
            gives_way_to: id(&best),
        }));
        forfeits.extend(certain(group).skip(1).map(|other| Forfeit {
            measure: id(other),
            facts: Vec::new(),
            amount: other.amount,
            gives_way_to: id(&best),
        }));
    }
    let settled = groups.iter().all(|group| {
        let best = best(group);
        let certain = best.map(|best| best.amount.low).unwrap_or_default();
        let mut others = group.iter().skip(usize::from(best.is_some()));
        others.all(|other| other.amount.high.is_some_and(|high| high <= certain))
    });
    let runner_up = runner_up(case, &groups).map(|members| {
        let total = sum(case, &members);
        let less = sum(case, &chosen).low.minus(total.low);
        RunnerUp { chosen: in_order(members).iter().map(id).collect(), total, less }
    });
    Some(Plan {
        total: total(case.track, &case.results, case.choices),
        chosen: named(case, chosen),
        forfeits,
        runner_up,
        settled,
        cite: declared.cumulation.cite.clone(),
    })
}

/// What the best combination takes where the measures come to these amounts, in the order of the pack.
pub(super) fn chosen(case: &Case<'_>, amounts: &[Amount]) -> Vec<ChosenMeasure> {
    let amounts = each_capped(case.track.rules, amounts, &ceilings(case.track.rules, &case.results));
    named(case, groups(case, &amounts).iter().filter_map(|group| best(group)).collect())
}

/// The measures of which one each is received.
fn groups(case: &Case<'_>, amounts: &[Amount]) -> Vec<Vec<Member>> {
    let member = |index: &usize| Some(Member { index: *index, amount: *amounts.get(*index)? });
    let groups = &case.track.rules.stack(case.choices).groups;
    groups.iter().map(|group| ranked(group.iter().filter_map(member))).collect()
}

fn named(case: &Case<'_>, members: Vec<Member>) -> Vec<ChosenMeasure> {
    in_order(members).iter().map(|one| ChosenMeasure { measure: id(case, one), amount: one.amount }).collect()
}

fn in_order(mut members: Vec<Member>) -> Vec<Member> {
    members.sort_by_key(|member| member.index);
    members
}

fn id(case: &Case<'_>, member: &Member) -> String {
    let declared = case.track.track.support.as_ref().and_then(|support| support.measures.get(member.index));
    declared.map(|one| one.id.clone()).unwrap_or_default()
}

/// The largest certain amount first; of equal ones the first of the pack.
fn ranked(members: impl Iterator<Item = Member>) -> Vec<Member> {
    let mut members: Vec<Member> = members.collect();
    members.sort_by_key(|member| Reverse(member.amount.low));
    members
}

fn certain(group: &[Member]) -> impl Iterator<Item = &Member> {
    group.iter().filter(|member| member.amount.low.is_positive())
}

fn best(group: &[Member]) -> Option<Member> {
    certain(group).next().copied()
}

/// What these come to together, under every ceiling.
fn sum(case: &Case<'_>, members: &[Member]) -> Amount {
    let rules = case.track.rules;
    let of = |index| members.iter().find(|member| member.index == index).map(|member| member.amount);
    let amounts: Vec<Amount> = (0..rules.measures.len()).map(|index| of(index).unwrap_or(Amount::ZERO)).collect();
    total_of(rules, &rules.stack(case.choices).groups, &amounts, &ceilings(case.track.rules, &case.results))
}

/// The best of every group but one, and there the second: where that gives up least.
fn runner_up(case: &Case<'_>, groups: &[Vec<Member>]) -> Option<Vec<Member>> {
    let swapped = |swapped: usize| -> Option<Vec<Member>> {
        let second = groups.get(swapped).and_then(|group| certain(group).nth(1))?;
        let member = |(at, group): (usize, &Vec<Member>)| if at == swapped { Some(*second) } else { best(group) };
        Some(groups.iter().enumerate().filter_map(member).collect())
    };
    let ways = (0..groups.len()).filter_map(swapped);
    ways.min_by_key(|members| Reverse(sum(case, members).low))
}

/// Parts of one measure of which only the largest counts, apart from that one.
fn parts_forfeited(case: &Case<'_>, rule: MeasureRule) -> Vec<(Vec<String>, Amount)> {
    let mut found = Vec::new();
    visit(case, rule.amount, &mut found);
    found
}

fn visit(case: &Case<'_>, id: AmountId, found: &mut Vec<(Vec<String>, Amount)>) {
    let results: &Results = &case.results;
    match case.track.rules.amounts.get(id.0) {
        Some(AmountNode::LargerOf(parts)) => {
            let mut certain: Vec<AmountId> =
                parts.positions().map(AmountId).filter(|part| results.amount(*part).low.is_positive()).collect();
            certain.sort_by_key(|part| Reverse(results.amount(*part).low));
            if let Some(largest) = certain.first() {
                visit(case, *largest, found);
            }
            found.extend(certain.iter().skip(1).map(|part| (facts_of(case, *part), results.amount(*part))));
        }
        Some(AmountNode::Sum(parts)) => parts.positions().for_each(|part| visit(case, AmountId(part), found)),
        Some(AmountNode::When { then: part, .. } | AmountNode::Capped { of: part, .. }) => visit(case, *part, found),
        Some(AmountNode::ByReading { reading, cases }) => {
            visit(case, AmountId(cases.at(case.choices.case(*reading))), found);
        }
        _ => {}
    }
}

/// Ids of the facts an amount rests on.
fn facts_of(case: &Case<'_>, id: AmountId) -> Vec<String> {
    let slots = case.track.rules.facts_of_amount(id, case.choices);
    slots.into_iter().filter_map(|slot| case.pack().fact_at(slot)).map(|fact| fact.id.clone()).collect()
}
