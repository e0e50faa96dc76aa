//! Form data: what is entered in plain controls, as pairs of a name and a value, before any component minds them.
//!
//! The name of a control is the id of its fact. That of an option has the option as its value; what stands beside the
//! options has a value no option can have.

use std::collections::BTreeSet;

use super::filing::Filing;
use crate::model::text::visible;
use crate::model::{Grow, Kind, Value};
use crate::pack::{Fact, Pack};

/// All options of a set.
pub const ALL: &str = "=all";
/// No option of a set.
pub const NONE: &str = "=none";
/// 暂不清楚.
pub const UNSURE: &str = "=unsure";

/// The value of the control that stands for an answer to a question with yes and no, or with options.
pub fn value_of(answer: &Value) -> String {
    match answer {
        Value::Bool(yes) => yes.to_string(),
        Value::Choice(option) => option.clone(),
        _ => String::new(),
    }
}

/// Answers what these controls have, in a filing in which nothing is answered yet.
pub fn enter(filing: &mut Filing, entered: Vec<(String, String)>, packs: &[Pack]) {
    for (name, value) in entered {
        let Some(fact) = filing.track(packs).and_then(|track| track.pack.fact(&name)) else { continue };
        match fact.kind {
            Kind::Bool | Kind::Choice | Kind::Set if value == UNSURE => filing.say_unsure(name),
            Kind::Bool | Kind::Choice => {
                if let Some(answer) = choice(fact, value) {
                    filing.answer(name, answer);
                }
            }
            Kind::Set => {
                let before = match filing.answers.get(&name) {
                    Some(Value::Set(held)) => Some(held.clone()),
                    _ => None,
                };
                if let Some(held) = tick(fact, before, value) {
                    filing.answer(name, Value::Set(held));
                }
            }
            // Rows are entered once there is a widget.
            Kind::List => {}
            _ => filing.type_answer(name, visible(&value), packs),
        }
    }
}

fn choice(fact: &Fact, value: String) -> Option<Value> {
    match fact.kind {
        Kind::Bool => value.parse().ok().map(Value::Bool),
        _ => has_option(fact, &value).then_some(Value::Choice(value)),
    }
}

/// The set once a box is ticked.
fn tick(fact: &Fact, before: Option<BTreeSet<String>>, value: String) -> Option<BTreeSet<String>> {
    match value.as_str() {
        ALL => Some(fact.options.iter().map(|option| option.id.clone()).grown()),
        NONE => Some(BTreeSet::new()),
        option if has_option(fact, option) => {
            let mut held = before.unwrap_or_default();
            held.insert(value);
            Some(held)
        }
        _ => before,
    }
}

fn has_option(fact: &Fact, id: &str) -> bool {
    fact.options.iter().any(|option| option.id == id)
}
