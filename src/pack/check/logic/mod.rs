//! Rules that can never hold: contradictions, and what nobody can reach.

mod amount;
mod track;
mod words;

pub use self::words::words;
use super::super::diagnostic::{Code, Diagnostic};
use super::super::rules::Slot;
use super::super::{Condition, PackFile, Proposal};
use super::possible::{Space, Taken};
use crate::model::Text;
use crate::model::text::text;

/// Checks the rules of a file whose ids are known and whose rules fit their facts, these given in asking order.
pub fn check(file: &PackFile, order: &[Slot], found: &mut Vec<Diagnostic>) {
    let mut logic = Logic { file, space: Space::new(file), found };
    for slot in order {
        let fact = file.facts.get(slot.0);
        let Some((fact, condition)) = fact.and_then(|fact| Some((fact, fact.asked_when.as_ref()?))) else { continue };
        let id = &fact.id;
        let what = text!("`{id}` 从不提问，没有任何回答能满足", "`{id}` is never asked: no answers can meet");
        let never = Never { code: Code::Unreachable, zh: &what.zh, en: &what.en };
        // A fact that is never asked is said once; the rules that look at it are judged as if it were.
        if logic.rule(condition, &format!("/facts/{}/asked_when", slot.0), &never) {
            let gate = logic.space.formula(condition);
            logic.space.gate(*slot, gate);
        }
    }
    for (index, fact) in file.facts.iter().enumerate() {
        for (step, condition) in fact.proposed.iter().flat_map(Proposal::conditions) {
            logic.rule(condition, &format!("/facts/{index}/proposed/{step}"), &CONTRADICTORY);
        }
    }
    for (index, track) in file.tracks.iter().enumerate() {
        logic.track(track, &format!("/tracks/{index}"));
    }
}

/// What to say where nobody can meet a rule.
#[derive(Clone, Copy)]
struct Never<'a> {
    code: Code,
    zh: &'a str,
    en: &'a str,
}

const CONTRADICTORY: Never<'_> =
    Never { code: Code::Contradictory, zh: "没有任何回答能满足", en: "no answers can meet" };

fn mend() -> Text {
    text!("改正这里，或者删去不可能成立的内容", "correct it, or leave out what can never hold")
}

struct Logic<'a> {
    file: &'a PackFile,
    space: Space<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl Logic<'_> {
    /// Reports the smallest parts of a rule that nobody can meet, and says whether somebody can meet the whole.
    /// Where nobody can, it is an error; a part, or one case of a reading, is a warning.
    fn rule(&mut self, condition: &Condition, pointer: &str, never: &Never<'_>) -> bool {
        let whole = self.space.formula(condition);
        let possible = self.space.possible(&[&whole], false, &[]);
        let mut dead = self.dead(condition, pointer, None);
        if dead.is_empty() {
            let readings = self.space.readings(&[&whole]);
            dead.extend(readings.into_iter().flat_map(|taken| self.dead(condition, pointer, Some(taken))));
        }
        for (pointer, Text { zh, en }) in dead {
            let never = if possible { &CONTRADICTORY } else { never };
            let message = Text { zh: format!("{}：{zh}", never.zh), en: format!("{} {en}", never.en) };
            let one = Diagnostic::error(never.code, pointer, message, mend());
            self.found.push(if possible { one.as_warning() } else { one });
        }
        possible
    }

    /// The smallest parts that nobody can meet with a reading taken: where each stands, and what it comes to.
    fn dead(&mut self, condition: &Condition, pointer: &str, taken: Option<Taken>) -> Vec<(String, Text)> {
        let mut dead = Vec::new();
        for (index, (step, part)) in condition.parts().into_iter().enumerate() {
            if taken.is_none_or(|taken| self.is_read(condition, index, taken)) {
                dead.extend(self.dead(part, &format!("{pointer}/{step}"), taken));
            }
        }
        let formula = self.space.formula(condition);
        if dead.is_empty() && !self.space.possible(&[&formula], false, taken.as_slice()) {
            let message = match condition {
                Condition::All(parts) => {
                    let rules: Vec<_> = parts.iter().map(|part| self.space.formula(part)).collect();
                    let core = self.space.core(&rules, false, taken);
                    self.words(core.iter().filter_map(|index| parts.get(*index)), taken)
                }
                other => self.words([other], taken),
            };
            dead.push((pointer.to_owned(), message));
        }
        dead
    }

    /// Whether a part of a rule counts with a reading taken.
    fn is_read(&self, condition: &Condition, part: usize, taken: Taken) -> bool {
        let Condition::ByReading { reading, cases } = condition else { return true };
        let own = cases.get(part).map(|entry| self.space.taken(reading, &entry.case));
        own.is_none_or(|own| own.0 != taken.0 || own == taken)
    }

    /// Rules that contradict each other, and the reading under which they do.
    fn words<'c>(&self, rules: impl IntoIterator<Item = &'c Condition>, taken: Option<Taken>) -> Text {
        let taken = taken.and_then(|(reading, case)| {
            let reading = self.file.readings.get(reading)?;
            Some((reading.id.as_str(), reading.cases.get(case)?.id.as_str()))
        });
        let rules = Condition::All(rules.into_iter().cloned().collect());
        let Text { zh, en } = Text::each(|lang| words(&rules, taken, lang));
        match taken {
            Some((reading, case)) => text!(
                "{zh}（理解方式 `{reading}` 取 `{case}` 时）",
                "{en} where reading `{reading}` is taken as `{case}`"
            ),
            None => Text { zh, en },
        }
    }
}
