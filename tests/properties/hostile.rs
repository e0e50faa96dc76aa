//! Robustness: whatever text comes in, what comes out is an answer or a reason, never a crash.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use zhice::draft::build::to_file;
use zhice::draft::verify::{programme, replay};
use zhice::draft::{Dossier, Inputs, build};
use zhice::engine::assess;
use zhice::model::json::{Limits, push_step, read};
use zhice::model::{Answers, Date, Lang};
use zhice::pack::{Choices, Pack};

use super::drafts::{draft, entries};
use super::hold::hold;
use super::packs::files;
use super::scene::{BUILT_IN, Scene, scenes};

/// A small injury to a valid document.
#[derive(Clone, Debug)]
enum Injury {
    /// Some characters go.
    Cut(Index, usize),
    /// Something is typed in between.
    Insert(Index, &'static str),
    /// One value takes the place of another.
    Copy(Index, Index),
    /// An odd value takes the place of another.
    Replace(Index, Value),
}

fn injuries() -> impl Strategy<Value = Vec<Injury>> {
    let typed = select(vec!["{", "}", "[[[[[[[[", "\"", ",", "null", "-", "9", "1e999", "\\u0000", "\u{202e}", "知"]);
    let mut odd = vec![json!(null), json!(true), json!(-1), json!(0), json!(64), json!(""), json!([]), json!({})];
    odd.extend(
        ["99999999999.9999", "-99999999999", "0.00001", "1e400"].map(|text| serde_json::from_str(text).unwrap()),
    );
    odd.extend([json!("f0"), json!("r0"), json!("met"), json!("2020-02-30"), json!([[1], {"a": "b"}])]);
    let injury = prop_oneof![
        1 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Injury::Cut(at, length)),
        1 => (any::<Index>(), typed).prop_map(|(at, text)| Injury::Insert(at, text)),
        3 => any::<(Index, Index)>().prop_map(|(from, to)| Injury::Copy(from, to)),
        3 => (any::<Index>(), select(odd)).prop_map(|(at, value)| Injury::Replace(at, value)),
    ];
    vec(injury, 1..4)
}

fn injure(text: &str, injuries: &[Injury]) -> String {
    injuries.iter().fold(text.to_owned(), |text, injury| injury.apply(&text).unwrap_or(text))
}

impl Injury {
    /// `None` where the text is no longer the JSON it would have to be.
    fn apply(&self, text: &str) -> Option<String> {
        match self {
            Self::Cut(at, length) => {
                let start = at.index(text.chars().count().max(1));
                Some(text.chars().take(start).chain(text.chars().skip(start + length)).collect())
            }
            Self::Insert(at, typed) => {
                let start = at.index(text.chars().count() + 1);
                Some(text.chars().take(start).chain(typed.chars()).chain(text.chars().skip(start)).collect())
            }
            Self::Copy(from, to) => {
                let mut json: Value = serde_json::from_str(text).ok()?;
                let places = places(&json);
                let value = json.pointer(&places[from.index(places.len())]).cloned()?;
                *json.pointer_mut(&places[to.index(places.len())])? = value;
                Some(json.to_string())
            }
            Self::Replace(at, value) => {
                let mut json: Value = serde_json::from_str(text).ok()?;
                let places = places(&json);
                *json.pointer_mut(&places[at.index(places.len())])? = value.clone();
                Some(json.to_string())
            }
        }
    }
}

/// Pointers to every value in a document, whole and part.
fn places(json: &Value) -> Vec<String> {
    fn walk(json: &Value, pointer: String, places: &mut Vec<String>) {
        let steps: Vec<(String, &Value)> = match json {
            Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (step, value) in steps {
            let mut inner = pointer.clone();
            push_step(&mut inner, &step);
            walk(value, inner, places);
        }
        places.push(pointer);
    }
    let mut places = Vec::new();
    walk(json, String::new(), &mut places);
    places
}

#[test]
fn any_text_is_read_or_refused() {
    let text =
        prop_oneof![any::<String>(), "[\\[\\]{}\":,0-9a-z. \\\\-]{0,40}", "\\{\"[a-z]{1,8}\":[-0-9.eE]{0,30}\\}"];
    hold(1_500, (text, select(BUILT_IN.clone())), |(text, pack)| {
        _ = read(&text, Limits::DRAFT);
        _ = Pack::load(&text);
        _ = pack.read_answers(&text);
        read_draft(&text, &pack);
        Ok(())
    });
}

#[test]
fn an_injured_pack_is_refused_or_works() {
    let text = files().prop_map(|file| serde_json::to_string(&file).unwrap());
    hold(400, (text, injuries()), |(text, injuries)| {
        let Ok(loaded) = Pack::load(&injure(&text, &injuries)) else { return Ok(()) };
        for track in &loaded.pack.file.tracks {
            let track = loaded.pack.track(&track.id).unwrap();
            let inputs = Inputs {
                answers: Answers::default(),
                dossier: Dossier::default(),
                as_of: Date::new(2020, 10, 1).unwrap(),
                choices: Choices::default(),
                lang: Lang::Zh,
            };
            _ = build(track, &inputs);
        }
        Ok(())
    });
}

#[test]
fn injured_answers_are_refused_or_work() {
    hold(300, (scenes(), injuries()), |(scene, injuries)| {
        let text = injure(&serde_json::to_string(&scene.answers).unwrap(), &injuries);
        if let Ok(answers) = scene.pack.read_answers(&text) {
            _ = assess(scene.track(), &answers, scene.as_of, &scene.choices);
        }
        Ok(())
    });
}

#[test]
fn an_injured_draft_is_refused_or_explained() {
    hold(150, (scenes(), entries(), injuries()), |(scene, entries, injuries): (Scene, _, _)| {
        let text = injure(&to_file(&draft(&scene, &entries)), &injuries);
        read_draft(&text, &scene.pack);
        Ok(())
    });
}

fn read_draft(text: &str, pack: &Arc<Pack>) {
    if let Ok((report, _)) = replay(text, |_| Some(pack)) {
        // Differences are shown to people.
        report.differences.iter().for_each(|difference| _ = difference.to_string());
    }
    _ = programme(text);
}
