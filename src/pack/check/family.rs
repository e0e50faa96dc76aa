//! Packs that are used together: answers go from one to another by the id of a fact, so one id means one thing.

use super::super::diagnostic::{Code, Diagnostic};
use super::super::{Fact, PackFile};
use crate::model::text::text;

/// What is asked differently under one id: the position of the later file, and what is to be said of it.
pub fn check(files: &[&PackFile]) -> Vec<(usize, Diagnostic)> {
    let mut found = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let earlier = || files.iter().take(at).filter(|earlier| earlier.id != file.id);
        for (index, fact) in file.facts.iter().enumerate() {
            let same =
                earlier().find_map(|earlier| Some((earlier, earlier.facts.iter().find(|one| one.id == fact.id)?)));
            let Some((earlier, field)) = same.and_then(|(earlier, one)| Some((earlier, difference(one, fact)?))) else {
                continue;
            };
            let (id, other) = (&fact.id, &earlier.id);
            let message =
                text!("`{id}` 的 `{field}` 与 `{other}` 中的不同", "`{id}` has another `{field}` in `{other}`");
            let help = text!(
                "两处问法一致，或者给其中一个另起编号",
                "ask the same in both, or give one of the two an id of its own"
            );
            let pointer = format!("/facts/{index}/{field}");
            found.push((at, Diagnostic::error(Code::Ambiguous, pointer, message, help).as_warning()));
        }
    }
    found
}

/// The first field in which two facts of one id differ, of those that make up what is asked.
fn difference(one: &Fact, other: &Fact) -> Option<&'static str> {
    let options = |fact: &Fact| fact.options.iter().map(|one| (one.id.clone(), one.label.clone())).collect::<Vec<_>>();
    let unit = |fact: &Fact| fact.unit.as_ref().map(|unit| (unit.zh.clone(), unit.en.clone()));
    let differs = [
        ("type", one.kind != other.kind),
        ("question", one.question != other.question),
        ("unit", unit(one) != unit(other)),
        ("min", one.min != other.min),
        ("max", one.max != other.max),
        (if other.scale.is_some() { "scale" } else { "options" }, options(one) != options(other)),
    ];
    differs.into_iter().find(|(_, differs)| *differs).map(|(field, _)| field)
}
