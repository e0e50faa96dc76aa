//! Measures, and what they come to together: every way in which they could end is paid out.

use std::collections::{BTreeMap, BTreeSet};

use zhice::pack::AmountRule;
use zhice::pack::cumulation::{CumulationRule, Stacking};
use zhice::pack::measure::{Form, Measure};

use super::money::{End, Money};
use super::{Range, Says, World};

/// One measure, as the assessment states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brings {
    pub truth: Says,
    pub amount: Range,
}

impl<'a> World<'a> {
    /// How the measures of the track add up.
    pub fn stacking(&self) -> &'a Stacking {
        match self.track.support.as_ref().map(|support| &support.cumulation.rule) {
            None => &Stacking::Add,
            Some(CumulationRule::Always(stacking)) => stacking,
            Some(CumulationRule::ByReading { reading, cases }) => self.case(reading, cases),
        }
    }

    fn declared(&self) -> Vec<&'a Measure> {
        self.track.support.iter().flat_map(|support| &support.measures).collect()
    }

    fn measure(&self, measure: &'a Measure) -> Brings {
        let gates = self.track.support.iter().flat_map(|support| &support.gates);
        let required = self.track.conditions.iter().chain(gates).filter(|one| measure.requires.contains(&one.id));
        let mut gate: Vec<Says> = required.map(|one| self.says(&one.needs)).collect();
        gate.extend(measure.when.as_ref().map(|condition| self.says(condition)));
        let range = self.range(&measure.amount);
        gate.push(match range {
            _ if measure.amount == AmountRule::InKind => Says::Yes,
            Range { least, .. } if least > Money::NOTHING => Says::Yes,
            Range { most, .. } if most <= Money::NOTHING => Says::No,
            _ => Says::Open,
        });
        let truth = Says::every(&gate);
        let least = range.least.only_where(truth, End::Least);
        let most = range.most.only_where(truth, End::Most);
        Brings { truth, amount: Range { least, most } }
    }

    /// Each measure of the track, in its order.
    pub fn measures(&self) -> Vec<Brings> {
        self.declared().into_iter().map(|measure| self.measure(measure)).collect()
    }

    /// Whether at most one of two measures is paid.
    fn exclude_each_other(&self, one: &Measure, other: &Measure) -> bool {
        match self.stacking() {
            Stacking::Add | Stacking::AddOneUnitEach => false,
            Stacking::LargestOne => true,
            Stacking::LargestOfEach(groups) => {
                groups.iter().any(|group| group.contains(&one.id) && group.contains(&other.id))
            }
        }
    }

    /// A measure is paid unless one it excludes comes to more, or to the same and stands before it in the pack.
    fn pay(&self, wanted: &[Money]) -> Vec<Money> {
        let all: Vec<(usize, (&Measure, &Money))> = self.declared().into_iter().zip(wanted).enumerate().collect();
        let paid = |(at, (measure, amount)): &(usize, (&Measure, &Money))| {
            let beaten = all.iter().any(|(other_at, (other, more))| {
                at != other_at
                    && self.exclude_each_other(measure, other)
                    && (more > amount || (more == amount && other_at < at))
            });
            if beaten { Money::NOTHING } else { **amount }
        };
        all.iter().map(paid).collect()
    }

    /// What is paid for each measure, in every way in which all of them could end at one of their ends.
    fn payments(&self) -> Vec<Vec<Money>> {
        let mut ways = vec![Vec::new()];
        for (at, Brings { amount: Range { least, most }, .. }) in self.measures().into_iter().enumerate() {
            let (least, most) = (self.under_each(at, least, End::Least), self.under_each(at, most, End::Most));
            let ends = BTreeSet::from([least, most]);
            let extended =
                |way: &Vec<Money>| ends.iter().map(|end| [way.as_slice(), &[*end]].concat()).collect::<Vec<_>>();
            ways = ways.iter().flat_map(extended).collect();
        }
        ways.iter().map(|way| self.pay(way)).collect()
    }

    /// The positions each ceiling covers, and what it comes to at one end; the smaller sets first.
    fn ceilings(&self, end: End) -> Vec<(Vec<usize>, Money)> {
        let (declared, support) = (self.declared(), self.track.support.iter());
        let covered = |names: &[String]| -> Vec<usize> {
            let is_covered = |id: &String| names.is_empty() || names.contains(id);
            declared.iter().enumerate().filter(|(_, one)| is_covered(&one.id)).map(|(at, _)| at).collect()
        };
        let all = support.flat_map(|support| &support.cumulation.ceilings);
        let mut all: Vec<_> = all.map(|one| (covered(&one.measures), self.yuan(&one.at, end))).collect();
        all.sort_by_key(|(covered, _)| covered.len());
        all
    }

    /// What is left of one measure under every ceiling over it.
    pub fn under_each(&self, at: usize, amount: Money, end: End) -> Money {
        let over = self.ceilings(end).into_iter().filter(|(covered, _)| covered.contains(&at));
        over.map(|(_, ceiling)| ceiling).chain([amount]).min().unwrap()
    }

    /// Payments with what a ceiling does not leave taken off, the last first.
    pub fn cut(&self, mut amounts: Vec<Money>, end: End) -> Vec<Money> {
        for (covered, ceiling) in self.ceilings(end) {
            let mut left = ceiling;
            for at in covered {
                let paid = amounts[at].min(left);
                left = match (left, paid) {
                    (Money::Units(left), Money::Units(paid)) => Money::Units(left - paid),
                    (left, _) => left,
                };
                amounts[at] = paid;
            }
        }
        amounts
    }

    /// Both ends of a sum over every way in which it could be paid.
    fn paid(&self, counts: impl Fn(&Measure) -> bool) -> Range {
        let measures = self.declared();
        let sum = |amounts: Vec<Money>| {
            let counted = measures.iter().zip(amounts).filter(|(measure, _)| counts(measure));
            counted.map(|(_, amount)| amount).fold(Money::NOTHING, Money::and)
        };
        let sums = |end| self.payments().into_iter().map(move |way| (way, end));
        let sums = sums(End::Least).chain(sums(End::Most)).map(|(way, end)| sum(self.cut(way, end)));
        let sums: BTreeSet<Money> = sums.collect();
        Range { least: *sums.first().unwrap(), most: *sums.last().unwrap() }
    }

    /// What the measures come to together.
    pub fn total(&self) -> Range {
        self.paid(|_| true)
    }

    /// Ids of the measures that the least of the total rests on.
    pub fn chosen(&self) -> Vec<&'a str> {
        let least = self.measures().into_iter().map(|brings| brings.amount.least).enumerate();
        let least: Vec<Money> = least.map(|(at, least)| self.under_each(at, least, End::Least)).collect();
        let paid = self.declared().into_iter().zip(self.pay(&least));
        paid.filter(|(_, amount)| *amount > Money::NOTHING).map(|(measure, _)| measure.id.as_str()).collect()
    }

    /// What the measures come to in each form of support.
    pub fn by_form(&self) -> BTreeMap<Form, Range> {
        let forms = self.declared().into_iter().map(|measure| measure.form);
        forms.map(|form| (form, self.paid(|measure| measure.form == form))).collect()
    }
}
