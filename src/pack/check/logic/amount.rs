//! Amounts: what is never received, whatever is answered.

use super::super::super::condition::{Comparison, Op};
use super::super::super::diagnostic::{Code, Diagnostic};
use super::super::super::measure::{Start, Tier};
use super::super::super::{AmountRule, Condition};
use super::super::possible::{Formula, Taken};
use super::{CONTRADICTORY, Logic, mend};
use crate::model::Text;
use crate::model::text::text;

impl Logic<'_> {
    /// Reports the parts of an amount that nobody receives who meets the context, with these readings taken.
    pub(super) fn amount(
        &mut self,
        rule: &AmountRule,
        pointer: &str,
        context: &mut Vec<Formula>,
        taken: &mut Vec<Taken>,
    ) {
        let (outer, read) = (context.len(), taken.len());
        match rule {
            AmountRule::When { condition, .. } => {
                let pointer = format!("{pointer}/when/condition");
                let possible = self.rule(condition, &pointer, &CONTRADICTORY);
                context.push(self.space.formula(condition));
                let what = text!("在计入这一项的情况下，这个条件从不成立", "this never holds where the measure counts");
                if !possible || !self.reached(context, taken, &pointer, what) {
                    context.truncate(outer);
                    return;
                }
            }
            AmountRule::PerUnit { fact, .. } => _ = self.counts(fact, &format!("{pointer}/per_unit"), context, taken),
            AmountRule::Tiered { fact, tiers } => {
                let pointer = format!("{pointer}/tiered");
                if self.counts(fact, &pointer, context, taken) {
                    for index in 0..tiers.len() {
                        let what = text!(
                            "`{fact}` 在这里可能取的值都不落在这一档",
                            "no `{fact}` that is possible here ends in this tier"
                        );
                        let highest = highest(fact, tiers, index);
                        self.bracket(&highest, &format!("{pointer}/tiers/{index}"), context, taken, what);
                    }
                }
            }
            AmountRule::ByChoice { fact, amounts } => {
                let pointer = format!("{pointer}/by_choice");
                if self.counts(fact, &pointer, context, taken) {
                    for (index, one) in amounts.iter().enumerate() {
                        let option = &one.option;
                        let what = text!(
                            "在计入这一项的情况下，`{fact}` 不会是 `{option}`",
                            "`{fact}` is never `{option}` where the measure counts"
                        );
                        let options = vec![one.option.clone()];
                        let chosen = Condition::OneOf { fact: fact.clone(), options, discretion: Vec::new() };
                        self.bracket(&chosen, &format!("{pointer}/amounts/{index}"), context, taken, what);
                    }
                }
            }
            _ => {}
        }
        for (index, (step, part)) in rule.parts().into_iter().enumerate() {
            if let AmountRule::ByReading { reading, cases } = rule
                && let Some(entry) = cases.get(index)
            {
                taken.push(self.space.taken(reading, &entry.case));
            }
            // A case that the measure itself rules out was reported with its conditions.
            if self.space.possible(&context.iter().collect::<Vec<_>>(), true, taken) {
                self.amount(part, &format!("{pointer}/{step}"), context, taken);
            }
            taken.truncate(read);
        }
        context.truncate(outer);
    }

    /// Whether the fact of a rule can apply here.
    fn counts(&mut self, fact: &str, pointer: &str, context: &mut Vec<Formula>, taken: &[Taken]) -> bool {
        context.extend(self.space.gate_of(fact));
        let what = text!("在计入这一项的情况下，`{fact}` 从不适用", "`{fact}` never applies where the measure counts");
        self.reached(context, taken, &format!("{pointer}/fact"), what)
    }

    fn bracket(
        &mut self,
        condition: &Condition,
        pointer: &str,
        context: &mut Vec<Formula>,
        taken: &[Taken],
        what: Text,
    ) {
        context.push(self.space.formula(condition));
        self.reached(context, taken, pointer, what);
        context.pop();
    }

    fn reached(&mut self, context: &[Formula], taken: &[Taken], pointer: &str, what: Text) -> bool {
        let possible = self.space.possible(&context.iter().collect::<Vec<_>>(), true, taken);
        if !possible {
            self.found.push(Diagnostic::error(Code::Unreachable, pointer, what, mend()).as_warning());
        }
        possible
    }
}

/// The fact reaches this tier and none above.
fn highest(fact: &str, tiers: &[Tier], index: usize) -> Condition {
    let reaches = |tier: &Tier| {
        let (op, value) = match tier.starts {
            Start::Over(value) => (Op::MoreThan, value),
            Start::From(value) => (Op::AtLeast, value),
        };
        Condition::Compare(Comparison { fact: fact.to_owned(), op, value })
    };
    let next = tiers.get(index + 1).map(|tier| Condition::Not(Box::new(reaches(tier))));
    Condition::All(tiers.get(index).map(reaches).into_iter().chain(next).collect())
}
