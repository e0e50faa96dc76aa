//! What is tried out beside what is kept, in words.

use super::words;
use crate::model::Lang;
use crate::pack::{Fact, Pack};
use crate::report::{Head, tally_in_short, value_text};
use crate::ui::filing::Filing;
use crate::ui::session::Session;

/// Something before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeforeAfter {
    pub what: String,
    pub before: String,
    pub after: String,
}

impl BeforeAfter {
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
pub fn answers(session: &Session, packs: &[Pack]) -> Vec<(String, BeforeAfter)> {
    let lang = session.lang;
    let kept = session.kept();
    let change = |id: String| {
        let fact = packs.iter().find_map(|pack| pack.fact(&id))?;
        let said = [&kept, &session.filing].map(|filing| answer(filing, fact, lang));
        Some((id, BeforeAfter::of(fact.label.get(lang), said)))
    };
    session.tried().into_iter().filter_map(change).collect()
}

fn answer(filing: &Filing, fact: &Fact, lang: Lang) -> String {
    let w = words(lang);
    let unread = filing.unread(&fact.id);
    let open = if filing.unsure.contains(&fact.id) { w.unsure() } else { unread.unwrap_or(w.blank()) };
    filing.answers.get(&fact.id).map_or_else(|| open.to_owned(), |value| value_text(fact, value, lang))
}

/// What a what-if makes of the result: the verdict and the sum, whether they move or not, and what else moves.
pub fn results(before: &Head, after: &Head, lang: Lang) -> Vec<BeforeAfter> {
    let w = words(lang);
    let both = [before, after];
    let change = |what: &str, said: [Option<String>; 2]| {
        let [before, after] = said;
        Some(BeforeAfter::of(what, [before?, after?]))
    };
    let verdict = both.map(|one| one.verdict.map(|verdict| verdict.word.to_owned()));
    let support = both.map(|one| one.total.as_ref().map(|total| total.at_most.clone()));
    let counts = change(w.self_evaluation(), both.map(|one| Some(tally_in_short(&one.tally, lang))));
    let main = [change(w.conclusion_title(), verdict), change(w.what_if_support(), support)];
    let counted = [change(w.what_if_met(), both.map(met)), counts];
    let is_all = after.is_self_evaluation();
    let counted = counted.into_iter().flatten().filter(|change| is_all || !change.is_none());
    main.into_iter().flatten().chain(counted).collect()
}

/// How many conditions are met, where there are several.
fn met(head: &Head) -> Option<String> {
    (head.conditions > 1).then(|| format!("{} / {}", head.met, head.conditions))
}

/// What moved, as a sentence.
pub fn sentence(results: &[BeforeAfter], lang: Lang) -> String {
    let moved = results.iter().filter(|change| !change.is_none());
    let said = moved.map(|BeforeAfter { what, before, after }| match lang {
        Lang::Zh => format!("{what}由“{before}”变为“{after}”"),
        Lang::En => format!("{what}: from “{before}” to “{after}”"),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return words(lang).what_if_same().to_owned();
    }
    said.join(lang.pick("；", "; ")) + lang.pick("。", ".")
}
