//! The checker: everything that is wrong with a pack file, collected.

mod circle;
pub mod family;
mod logic;
mod noun;
mod possible;
mod rules;
mod texts;

use std::collections::BTreeSet;

use serde_json::Value as Json;

pub use self::logic::words as condition_in_words;
use self::noun::Noun;
use super::PackFile;
use super::diagnostic::{Code, Diagnostic};
use super::programme::{Dates, EARLIER, FORMAT};
use super::score::Score;
use crate::model::Text;
use crate::model::json::push_step;
use crate::model::text::text;

/// More combinations of readings than this are not enumerated.
pub const MAX_COMBINATIONS: usize = 4_096;
/// Options and cases are kept as the bits of one machine word.
const MAX_OPTIONS: usize = 64;

/// Everything the checker has to say. Facts that name a scale are given its options on the way.
pub fn check(file: &mut PackFile, json: &Json) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if ![FORMAT, EARLIER].contains(&file.format.as_str()) {
        let format = &file.format;
        let message = text!("不认识格式 `{format}`", "format `{format}` is not known");
        let help = text!(
            "本程序读 `{FORMAT}`，也读以前的 `{EARLIER}`",
            "this engine reads `{FORMAT}`, and `{EARLIER}` before it"
        );
        found.push(Diagnostic::error(Code::Format, "/format", message, help));
    }
    ids(file, &mut found);
    scales(file, &mut found);
    file.spread_scales();
    texts::check(file, json, &mut found);
    standing(&file.standing, &mut found);
    if file.tracks.is_empty() {
        let message = text!("没有写类别", "no tracks");
        let help = text!("写出谁可以申报，至少一个类别", "say who may apply, as one track at least");
        found.push(Diagnostic::error(Code::EmptyGroup, "/tracks", message, help));
    }
    facts(file, &mut found);
    rules::check(file, &mut found);
    combinations(file, &mut found);
    match circle::order(file) {
        Err(circle) => found.push(*circle),
        // Rules can be reasoned about once they say something, in whatever words.
        Ok(order) => {
            let in_words = |one: &Diagnostic| matches!(one.code, Code::Untranslated | Code::Uncited);
            if found.iter().all(|one| in_words(one) || !one.is_error()) {
                logic::check(file, &order, &mut found);
            }
        }
    }
    found.sort_by_key(|diagnostic| diagnostic.severity);
    found
}

/// Ids are unique in their list and typeable.
fn ids(file: &PackFile, found: &mut Vec<Diagnostic>) {
    found.extend(untypeable(&file.id, "/id"));
    let mut list = |pointer: &str, ids: Vec<&str>| unique(pointer, ids, found);
    list("/terms", file.terms.iter().map(|one| one.id.as_str()).collect());
    list("/scales", file.scales.iter().map(|one| one.id.as_str()).collect());
    list("/facts", file.facts.iter().map(|one| one.id.as_str()).collect());
    list("/readings", file.readings.iter().map(|one| one.id.as_str()).collect());
    list("/departments", file.departments.iter().map(|one| one.id.as_str()).collect());
    list("/parameters", file.parameters.iter().map(|one| one.id.as_str()).collect());
    list("/tracks", file.tracks.iter().map(|one| one.id.as_str()).collect());
    for (index, scale) in file.scales.iter().enumerate() {
        list(&format!("/scales/{index}/options"), scale.options.iter().map(|one| one.id.as_str()).collect());
    }
    for (index, fact) in file.facts.iter().enumerate() {
        list(&format!("/facts/{index}/options"), fact.options.iter().map(|one| one.id.as_str()).collect());
    }
    for (index, reading) in file.readings.iter().enumerate() {
        list(&format!("/readings/{index}/cases"), reading.cases.iter().map(|one| one.id.as_str()).collect());
    }
    for (index, track) in file.tracks.iter().enumerate() {
        let mut of_track = |name: &str, ids: Vec<&str>| list(&format!("/tracks/{index}/{name}"), ids);
        of_track("topics", track.topics.iter().map(|one| one.id.as_str()).collect());
        of_track("conditions", track.conditions.iter().map(|one| one.id.as_str()).collect());
        of_track("priorities", track.priorities.iter().map(|one| one.id.as_str()).collect());
        of_track("indicators", track.indicators.iter().map(|one| one.id.as_str()).collect());
        of_track("rounds", track.rounds.iter().map(|one| one.id.as_str()).collect());
        of_track("checks", track.checks.iter().map(|one| one.id.as_str()).collect());
        of_track("leads_to", track.leads_to.iter().map(|one| one.id.as_str()).collect());
        of_track("consequences", track.consequences.iter().map(|one| one.id.as_str()).collect());
        of_track("narratives", track.narratives.iter().map(|one| one.id.as_str()).collect());
        of_track("materials", track.materials.iter().map(|one| one.id.as_str()).collect());
        of_track("procedure", track.procedure.iter().map(|one| one.id.as_str()).collect());
        let measures = track.support.iter().flat_map(|support| &support.measures);
        of_track("support/measures", measures.map(|one| one.id.as_str()).collect());
        let groups = || track.score.iter().flat_map(|score| &score.groups);
        of_track("score/groups", groups().map(|one| one.id.as_str()).collect());
        for (at, group) in groups().enumerate() {
            of_track(&format!("score/groups/{at}/items"), group.items.iter().map(|one| one.id.as_str()).collect());
        }
        let of_score = |list: fn(&Score) -> Vec<&str>| track.score.iter().flat_map(list).collect();
        of_track("score/deductions", of_score(|score| score.deductions.iter().map(|one| one.id.as_str()).collect()));
        of_track("score/vetoes", of_score(|score| score.vetoes.iter().map(|one| one.id.as_str()).collect()));
        of_track("score/direct", of_score(|score| score.direct.iter().map(|one| one.id.as_str()).collect()));
        of_track("score/grades", of_score(|score| score.grades.iter().map(|one| one.id.as_str()).collect()));
        let gates = track.support.iter().flat_map(|support| &support.gates);
        of_track("support/gates", gates.map(|one| one.id.as_str()).collect());
    }
}

/// Ids go into names of files and of calendar entries, so they hold nothing that means something there.
/// The ids of one list are typeable, and none stands twice.
fn unique<'i>(pointer: &str, ids: impl IntoIterator<Item = &'i str>, found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.into_iter().enumerate() {
        let place = format!("{pointer}/{index}/id");
        if let Some(wrong) = untypeable(id, &place) {
            found.push(wrong);
        } else if !seen.insert(id) {
            let help = text!("各用各的编号，或者删去一个", "give each its own id, or remove one");
            found.push(Diagnostic::error(
                Code::Id,
                place,
                text!("编号 `{id}` 出现两次", "id `{id}` stands twice"),
                help,
            ));
        }
    }
}

fn untypeable(id: &str, pointer: &str) -> Option<Diagnostic> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    let wrong = id.is_empty() || !id.chars().all(plain);
    wrong.then(|| {
        let help = text!("只用小写字母、数字和 `.`、`_`、`-`", "use lower-case letters, digits, `.`, `_` and `-`");
        Diagnostic::error(Code::Id, pointer, text!("`{id}` 不能作编号", "`{id}` is no id"), help)
    })
}

/// No period of a document ends before the day from which it holds.
fn standing(dates: &Dates, found: &mut Vec<Diagnostic>) {
    let ends = [("trial_until", dates.trial_until), ("period_until", dates.period_until)];
    for (step, _) in ends.into_iter().filter(|(_, end)| end.zip(dates.in_force).is_some_and(|(end, start)| end < start))
    {
        let message = text!("`{step}` 早于 `in_force`", "`{step}` is before `in_force`");
        let help = text!("改正其中一个日期", "correct one of the two days");
        found.push(Diagnostic::error(Code::OutOfDomain, format!("/standing/{step}"), message, help));
    }
}

/// Each fact that names a scale finds it and has no options of its own, and each scale serves a fact.
fn scales(file: &PackFile, found: &mut Vec<Diagnostic>) {
    let PackFile { scales, facts, .. } = file;
    for (index, fact) in facts.iter().enumerate() {
        let Some(id) = &fact.scale else { continue };
        if !scales.iter().any(|scale| scale.id == *id) {
            found.push(Noun::SCALE.dangling(&format!("/facts/{index}/scale"), id));
        } else if !fact.options.is_empty() {
            found.push(Diagnostic::error(
                Code::Id,
                format!("/facts/{index}/scale"),
                text!("既指明了共用选项表，又写了自己的选项", "both a scale and options of its own"),
                text!("两者只留其一", "keep one of the two"),
            ));
        }
    }
    for (index, scale) in scales.iter().enumerate() {
        if !facts.iter().any(|fact| fact.scale.as_ref() == Some(&scale.id)) {
            found.push(Noun::SCALE.unused(&format!("/scales/{index}"), &scale.id));
        }
    }
}

/// Each fact can hold what its type says, and is used somewhere.
fn facts(file: &PackFile, found: &mut Vec<Diagnostic>) {
    for (index, fact) in file.facts.iter().enumerate() {
        let place = format!("/facts/{index}");
        let error = |code, step: &str, message: Text, help: Text| {
            let mut pointer = place.clone();
            push_step(&mut pointer, step);
            Diagnostic::error(code, pointer, message, help)
        };
        let kind = fact.kind.name();
        if fact.kind.has_options() && fact.options.is_empty() {
            let message = text!("`{kind}` 类型没有写选项", "a {kind} without options");
            let help = text!("列出选项，或者用 `scale` 指明共用选项表", "list the options, or name a scale");
            found.push(error(Code::EmptyGroup, "type", message, help));
        }
        if !fact.kind.has_options() && !fact.options.is_empty() {
            let message = text!("`{kind}` 类型不能有选项", "a {kind} has no options");
            let help = text!("类型改为 `choice` 或 `set`", "make the type `choice` or `set`");
            found.push(error(Code::TypeMismatch, "options", message, help));
        }
        if fact.options.len() > MAX_OPTIONS {
            let message = text!("选项超过 {MAX_OPTIONS} 个", "more than {MAX_OPTIONS} options");
            found.push(error(Code::TooMany, "options", message, text!("拆成两个填报项", "split the fact in two")));
        }
        if !fact.kind.is_numeric() && (fact.min.is_some() || fact.max.is_some()) {
            let message = text!("`{kind}` 类型没有上下限", "a {kind} has no bounds");
            let bound = if fact.min.is_some() { "min" } else { "max" };
            found.push(error(
                Code::TypeMismatch,
                bound,
                message,
                text!("删去 `min` 和 `max`", "remove `min` and `max`"),
            ));
        }
        if fact.min.zip(fact.max).is_some_and(|(min, max)| min > max) {
            let message = text!("`min` 大于 `max`", "`min` is larger than `max`");
            found.push(error(Code::OutOfDomain, "min", message, text!("对调两个数", "swap the two")));
        }
        for term in fact.terms.iter().filter(|id| !file.terms.iter().any(|term| term.id == **id)) {
            found.push(Noun::TERM.dangling(&format!("{place}/terms"), term));
        }
        let asked = file.tracks.iter().any(|track| super::rules::facts_of(track).contains(&fact.id.as_str()));
        if !asked {
            found.push(Noun::FACT.unused(&place, &fact.id));
        }
    }
    let indicators = || file.tracks.iter().flat_map(|track| &track.indicators);
    for (index, department) in file.departments.iter().enumerate() {
        if !indicators().any(|indicator| indicator.departments.contains(&department.id)) {
            found.push(Noun::DEPARTMENT.unused(&format!("/departments/{index}"), &department.id));
        }
    }
    for (index, term) in file.terms.iter().enumerate() {
        if !file.facts.iter().any(|fact| fact.terms.contains(&term.id)) {
            found.push(Noun::TERM.unused(&format!("/terms/{index}"), &term.id));
        }
    }
}

fn combinations(file: &PackFile, found: &mut Vec<Diagnostic>) {
    let total = file.readings.iter().try_fold(1_usize, |product, reading| product.checked_mul(reading.cases.len()));
    if total.is_none_or(|total| total > MAX_COMBINATIONS) {
        let message =
            text!("理解方式的组合超过 {MAX_COMBINATIONS} 种", "more than {MAX_COMBINATIONS} combinations of readings");
        let help = text!(
            "拆分政策事项，或者去掉不会改变结果的理解方式",
            "split the programme, or leave out readings that cannot change a result"
        );
        found.push(Diagnostic::error(Code::TooMany, "/readings", message, help));
    }
    for (index, reading) in file.readings.iter().enumerate() {
        let place = format!("/readings/{index}/cases");
        if reading.cases.len() < 2 {
            let id = &reading.id;
            let message = text!("理解方式 `{id}` 不足两种情形", "reading `{id}` has fewer than two cases");
            let help = text!(
                "只有一种意思的条文写成规则，不写成理解方式",
                "a passage with one meaning is a rule, not a reading"
            );
            found.push(Diagnostic::error(Code::EmptyGroup, place, message, help));
        } else if reading.cases.len() > MAX_OPTIONS {
            let message = text!("情形超过 {MAX_OPTIONS} 种", "more than {MAX_OPTIONS} cases");
            let help = text!("去掉意思相同的情形", "leave out cases that say the same");
            found.push(Diagnostic::error(Code::TooMany, place, message, help));
        }
    }
}
