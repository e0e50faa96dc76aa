//! Numbers that are worked out: every part known, units that go together, nothing that outgrows exact arithmetic.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::number::{Between, Day, NumberRelation, Part};
use super::super::super::reckon::Scope;
use super::super::super::unit::{Clash, Counts};
use super::super::super::{Constant, Fact, Number, PackFile, Parameter, Rows};
use super::super::noun::Noun;
use super::{Checker, NUMERIC};
use crate::model::interval::End;
use crate::model::text::{spaced, text};
use crate::model::{Date, Interval, Kind, Lang, Quantity, Text, Truth};

impl Checker<'_> {
    /// A number that counts what is wanted, if anything in particular is.
    pub(super) fn number(
        &mut self,
        number: &Number,
        wanted: Option<Counts>,
        pointer: &str,
        asked: Option<&BTreeSet<&str>>,
    ) {
        let before = self.found.len();
        self.parts(number, pointer, asked);
        self.once(&number.facts(), pointer);
        match self.file.counts(number, pointer) {
            Err(clash) => self.clash(&clash),
            Ok(second) => {
                let first = wanted.unwrap_or(Counts::Any);
                if first.clone().with(second.clone()).is_none() {
                    self.clash(&Clash { pointer: pointer.to_owned(), first, second });
                }
            }
        }
        if self.found.len() == before {
            self.fits(number, pointer);
        }
    }

    /// Two numbers of one unit, or with the rate between the two.
    pub(super) fn number_relation(&mut self, relation: &NumberRelation, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        let NumberRelation { number, times, of, .. } = relation;
        let (left, right) = (format!("{pointer}/number"), format!("{pointer}/of"));
        let before = self.found.len();
        self.parts(number, &left, asked);
        self.parts(of, &right, asked);
        self.asked_lists(number, &left);
        self.asked_lists(of, &right);
        self.once(&relation.facts(), pointer);
        match (self.file.counts(number, &left), self.file.counts(of, &right)) {
            (Err(clash), _) | (_, Err(clash)) => self.clash(&clash),
            (Ok(first), Ok(second)) => {
                let has_rate = *times != Quantity::whole(1) && first.has_unit() && second.has_unit();
                if !has_rate && first.clone().with(second.clone()).is_none() {
                    self.clash(&Clash { pointer: right.clone(), first, second });
                }
            }
        }
        if !times.is_positive() {
            let message = text!("{times} 不能作倍数", "{times} is no factor");
            let help = text!("写正数", "give a positive number");
            self.report(Code::OutOfDomain, &format!("{pointer}/times"), message, help);
        } else if self.found.len() == before {
            self.fits(number, &left);
            self.fits(&Number::Times(vec![of.clone(), Number::from(*times)]), &right);
        }
    }

    /// Growth is of numbers that count the same.
    pub(super) fn growth(&mut self, from: &Number, to: &Number, pointer: &str) {
        let growth = Number::Growth { from: Box::new(from.clone()), to: Box::new(to.clone()) };
        self.number(&growth, None, pointer, None);
    }

    fn parts(&mut self, number: &Number, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        let empty = match number {
            Number::Sum(parts) => parts.is_empty().then_some("sum"),
            Number::Times(parts) => parts.is_empty().then_some("times"),
            Number::LeastOf(parts) => parts.is_empty().then_some("least_of"),
            Number::LargestOf(parts) => parts.is_empty().then_some("largest_of"),
            Number::Minus { less, .. } => less.is_empty().then_some("minus/less"),
            Number::InParts { parts, .. } => parts.is_empty().then_some("in_parts/parts"),
            Number::ByYear(years) => years.is_empty().then_some("by_year"),
            _ => None,
        };
        if let Some(step) = empty {
            let pointer = format!("{pointer}/{step}");
            let message = text!("算式没有写出各部分", "a number without parts");
            self.report(Code::EmptyGroup, &pointer, message, text!("列出各部分", "list the parts"));
        }
        match number {
            Number::Fact(id) => _ = self.fact(id, &format!("{pointer}/fact"), &NUMERIC, asked),
            Number::Years(between) => self.between(between, &format!("{pointer}/years"), asked),
            Number::Months(between) => self.between(between, &format!("{pointer}/months"), asked),
            Number::Days(between) => self.between(between, &format!("{pointer}/days"), asked),
            Number::InParts { parts, .. } => self.rates(parts, &format!("{pointer}/in_parts/parts")),
            Number::ByYear(years) => {
                let order = years.iter().map(|year| (year.from, &year.value));
                self.figures(&order.collect::<Vec<_>>(), &format!("{pointer}/by_year"));
            }
            Number::Count(rows) => self.rows(rows, &format!("{pointer}/count"), asked),
            Number::Total { column, of: rows } => self.total(column, rows, &format!("{pointer}/total"), asked),
            Number::Parameter(id) => self.parameter(id, &format!("{pointer}/parameter")),
            _ => {}
        }
        for (step, part) in number.parts() {
            self.parts(part, &format!("{pointer}/{step}"), asked);
        }
    }

    fn between(&mut self, between: &Between, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        for (day, step) in [(&between.from, "from"), (&between.to, "to")] {
            if let Day::Fact(id) = day {
                self.fact(id, &format!("{pointer}/{step}/fact"), &[Kind::Date], asked);
            }
        }
    }

    /// From the first part to the last, at rates that take nothing back.
    fn rates(&mut self, parts: &[Part], pointer: &str) {
        for (index, part) in parts.iter().enumerate() {
            if part.each.value < Quantity::ZERO {
                let each = &part.each;
                let message = text!("每一单位计 {each}", "a rate of {each}");
                let help = text!("支持金额不为负", "support is never taken back");
                self.report(Code::OutOfDomain, &format!("{pointer}/{index}/each"), message, help);
            }
            if parts.get(index + 1).is_some_and(|next| next.over <= part.over) {
                let (before, this) = (index + 1, index + 2);
                let message =
                    text!("第 {this} 段的起点不高于第 {before} 段", "part {this} begins no later than part {before}");
                let help = text!("各段从低到高排列", "order the parts from the lowest to the highest");
                self.report(Code::Overlapping, &format!("{pointer}/{}", index + 1), message, help);
            }
        }
    }

    /// Figures that follow each other count the same.
    pub(super) fn figures<T: Ord>(&mut self, figures: &[(T, &Constant)], pointer: &str) {
        for (index, pair) in figures.windows(2).enumerate() {
            let [(before, first), (after, second)] = pair else { continue };
            let pointer = format!("{pointer}/{}", index + 1);
            if after <= before {
                let message =
                    text!("这个数的起用时间不晚于前一个数", "a figure that begins no later than the one before");
                let help = text!("各数从早到晚排列", "order the figures from the earliest to the latest");
                self.report(Code::Overlapping, &pointer, message, help);
            }
            if first.unit != second.unit {
                let (first, second) = (Counts::of_constant(first), Counts::of_constant(second));
                self.clash(&Clash { pointer: format!("{pointer}/value"), first, second });
            }
        }
    }

    fn parameter(&mut self, id: &str, pointer: &str) {
        if let Some(known) = self.file.parameters.iter().find(|parameter| parameter.id == id) {
            self.parameters.insert(&known.id);
        } else {
            self.found.push(Noun::PARAMETER.dangling(pointer, id));
        }
    }

    /// A fact that stood twice would be taken for two while it is open. Of one list, different rows may be counted.
    fn once(&mut self, facts: &[&str], pointer: &str) {
        let is_list = |id: &str| self.file.facts.iter().any(|fact| fact.id == id && fact.kind == Kind::List);
        let is_again = |(index, fact): &(usize, &&str)| facts.iter().take(*index).any(|one| one == *fact);
        let twice = facts.iter().enumerate().filter(is_again).find(|(_, fact)| !is_list(fact));
        if let Some((_, fact)) = twice {
            let message = text!("`{fact}` 在同一算式中出现两次", "`{fact}` stands twice in one reckoning");
            self.report(Code::Id, pointer, message, text!("每个填报项只写一次", "name each fact once"));
        }
    }

    fn clash(&mut self, Clash { pointer, first, second }: &Clash) {
        let message = Text::each(|lang| {
            let [first, second] = [first, second].map(|counts| counts.words(lang));
            match lang {
                Lang::Zh => spaced(&["单位不符，应为", &first, "，现为", &second]),
                Lang::En => format!("counts {second} where {first} is wanted"),
            }
        });
        let help = text!(
            "各数的单位要一致，或者给数写上单位，如 `\"20 元/件\"`",
            "take numbers that count the same, or give a figure its unit, such as `\"20 元/件\"`"
        );
        self.report(Code::TypeMismatch, pointer, message, help);
    }

    /// Whatever is answered, the number stays exact. Where something may be divided by nothing, it has no end anyway.
    fn fits(&mut self, number: &Number, pointer: &str) {
        let range = number.reckon(&Anything(self.file));
        let fits = |end: End| matches!(end, End::At(number) if number.cut().is_some());
        let is_exact = fits(range.low) && fits(range.high);
        if !is_exact && !has_no_end(number) {
            let message =
                text!("各项取最大时，得不出精确的数", "the largest answers make a number that cannot be held exactly");
            self.report(
                Code::OutOfDomain,
                pointer,
                message,
                text!("给其中的填报项写上 `max`", "give its facts a `max`"),
            );
        }
    }
}

/// Whether something is divided, or rests on a figure of a day, so that nothing may bound it.
fn has_no_end(number: &Number) -> bool {
    let own = matches!(
        number,
        Number::Over { .. }
            | Number::Share { .. }
            | Number::Growth { .. }
            | Number::Years(_)
            | Number::Months(_)
            | Number::Days(_)
            | Number::ByYear(_)
            | Number::Count(_)
            | Number::Total { .. }
            | Number::Parameter(_)
    );
    own || number.parts().into_iter().any(|(_, part)| has_no_end(part))
}

/// Nothing is known yet.
pub(super) struct Anything<'a>(pub(super) &'a PackFile);

impl Anything<'_> {
    fn fact(&self, id: &str) -> Option<&Fact> {
        self.0.facts.iter().find(|fact| fact.id == id)
    }
}

impl Scope<String> for Anything<'_> {
    fn number(&self, id: &String) -> Interval {
        let domain = self.fact(id).map(Fact::domain);
        let least = domain.as_ref().map(|domain| domain.floor().unwrap_or(Quantity::ZERO.minus(Quantity::MAX_INPUT)));
        Interval::between(least, domain.map(|domain| domain.largest_input())).or(Interval::ZERO)
    }

    fn is_percent(&self, id: &String) -> bool {
        self.fact(id).is_some_and(|fact| fact.kind == Kind::Percent)
    }

    fn day(&self, _: &String) -> (Truth, Option<Date>) {
        (Truth::Unknown, None)
    }

    fn as_of(&self) -> Option<Date> {
        None
    }

    fn tally(&self, _: &Rows, _: Option<&str>) -> Interval {
        Interval::between(Some(Quantity::ZERO), None)
    }

    fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.0.parameters.iter().find(|parameter| parameter.id == id)
    }
}
