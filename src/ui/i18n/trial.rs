//! What is tried out beside what is kept, in words.

use super::{phrases, words};
use crate::draft::words::{eligibility, tally};
use crate::engine::Assessment;
use crate::engine::say::value_text;
use crate::model::{Amount, Lang, Truth};
use crate::pack::{Fact, Pack};
use crate::ui::filing::Filing;
use crate::ui::session::Session;

/// Something before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub what: String,
    pub before: String,
    pub after: String,
}

impl Change {
    pub fn is_none(&self) -> bool {
        self.before == self.after
    }

    fn of(what: &str, [before, after]: [String; 2]) -> Self {
        Self { what: what.to_owned(), before, after }
    }

    /// `集聚区内服务机构：3 → 30`.
    pub fn line(&self, lang: Lang) -> String {
        let Self { what, before, after } = self;
        format!("{what}{}{before} → {after}", lang.pick("：", ": "))
    }
}

/// The answers that are tried out, by fact. A fact means the same in every programme, so any pack that has it names it.
pub fn answers(session: &Session, packs: &[Pack]) -> Vec<(String, Change)> {
    let lang = session.lang;
    let kept = session.kept();
    let change = |id: String| {
        let fact = packs.iter().find_map(|pack| pack.fact(&id))?;
        let said = [&kept, &session.filing].map(|filing| answer(filing, fact, lang));
        Some((id, Change::of(fact.label.get(lang), said)))
    };
    session.tried().into_iter().filter_map(change).collect()
}

fn answer(filing: &Filing, fact: &Fact, lang: Lang) -> String {
    let w = words(lang);
    let unread = filing.unread(&fact.id);
    let open = if filing.unsure.contains(&fact.id) { w.unsure } else { unread.unwrap_or(w.blank) };
    filing.answers.get(&fact.id).map_or_else(|| open.to_owned(), |value| value_text(fact, value, lang))
}

/// What a trial makes of the result: the verdict and the sum, whether they move or not, and what else moves.
pub fn results(before: &Assessment, after: &Assessment, lang: Lang) -> Vec<Change> {
    let w = words(lang);
    let both = [before, after];
    let change = |what: &str, said: [Option<String>; 2]| {
        let [before, after] = said;
        Some(Change::of(what, [before?, after?]))
    };
    let verdict = both.map(|one| eligibility(&one.eligibility, lang).map(ToOwned::to_owned));
    let support = both.map(|one| one.support.as_ref().map(|support| sum(support.total, lang)));
    let counts = change(w.self_evaluation, both.map(|one| Some(phrases::tally(&tally(&one.indicators, lang), lang))));
    let is_all = after.eligibility.verdict.is_none() && after.support.is_none();
    let main = [change(w.conclusion_title, verdict), change(w.trial_support, support)];
    let counted = [change(w.trial_met, both.map(met)), counts];
    let counted = counted.into_iter().flatten().filter(|change| is_all || !change.is_none());
    main.into_iter().flatten().chain(counted).collect()
}

/// How many conditions are met, where there are several.
fn met(assessment: &Assessment) -> Option<String> {
    let conditions = &assessment.eligibility.conditions;
    let met = conditions.iter().filter(|finding| finding.truth == Truth::Met).count();
    (conditions.len() > 1).then(|| format!("{met} / {}", conditions.len()))
}

/// A ceiling is said to be one.
fn sum(total: Amount, lang: Lang) -> String {
    let is_ceiling = total.high.is_some_and(crate::model::Quantity::is_positive);
    let limit = if is_ceiling { words(lang).slip_at_most } else { "" };
    format!("{limit} {}", phrases::range_in_short(total, lang)).trim_start().to_owned()
}

/// What moved, as a sentence.
pub fn sentence(results: &[Change], lang: Lang) -> String {
    let moved = results.iter().filter(|change| !change.is_none());
    let said = moved.map(|Change { what, before, after }| match lang {
        Lang::Zh => format!("{what}由“{before}”变为“{after}”"),
        Lang::En => format!("{what}: from “{before}” to “{after}”"),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return words(lang).trial_same.to_owned();
    }
    said.join(lang.pick("；", "; ")) + lang.pick("。", ".")
}
