//! A draft holds as it was drawn up, and no longer after any change.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use zhice::draft::build::{marks, seal, to_file};
use zhice::draft::dossier::Declaration;
use zhice::draft::field::FIELD_LIMIT;
use zhice::draft::verify::replay;
use zhice::draft::{Dossier, Field, Inputs, MaterialState, VerifyError, build, verify};
use zhice::model::json::{Limits, push_step, read};
use zhice::model::kind::TEXT_LIMIT;
use zhice::model::{Answers, Domain, Kind, Lang};
use zhice::pack::programme::Action;
use zhice::pack::rules::facts_of;
use zhice::pack::{Choices, Column, Fact};

use super::hold::hold;
use super::scene::{BUILT_IN, Scene, scenes};

/// What chance decides about a dossier.
#[derive(Clone, Debug)]
pub struct Entries {
    texts: Vec<Option<String>>,
    states: Vec<Option<Index>>,
    declarations: [bool; 2],
    english: bool,
}

/// Texts as people type them, without the invisible characters that no draft may hold.
pub fn entries() -> impl Strategy<Value = Entries> {
    let text = "[\\PC\n\t]{0,16}";
    (vec(option::of(text), 13), vec(option::of(any::<Index>()), 3), any::<[bool; 2]>(), any::<bool>())
        .prop_map(|(texts, states, declarations, english)| Entries { texts, states, declarations, english })
}

/// The draft of a scene.
pub fn draft(scene: &Scene, entries: &Entries) -> Value {
    let lang = if entries.english { Lang::En } else { Lang::Zh };
    let Scene { answers, as_of, choices, .. } = scene.clone();
    build(scene.track(), &Inputs { answers, dossier: dossier(scene, entries), as_of, choices, lang }).json
}

pub fn dossier(scene: &Scene, entries: &Entries) -> Dossier {
    let track = scene.track().track;
    let mut texts = entries.texts.iter().cycle();
    let mut filled = |ids: Vec<String>| -> Vec<(String, String)> {
        ids.into_iter().zip(&mut texts).filter_map(|(id, text)| Some((id, text.clone()?))).collect()
    };
    let narratives = filled(track.narratives.iter().map(|one| one.id.clone()).collect());
    let evidence = filled(scene.answers.iter().map(|(fact, _)| fact.to_owned()).collect());
    let states = track.materials.iter().zip(entries.states.iter().cycle());
    let states = states.filter_map(|(one, state)| Some((one.id.clone(), *(*state)?.get(&MaterialState::ALL))));
    let ticked = facts_of(track).into_iter().zip(entries.states.iter().cycle()).filter_map(|(fact, at)| {
        let listed: Vec<&Action> = scene.track().actions_of(fact).iter().collect();
        let action = (!listed.is_empty()).then(|| at.map(|at| at.get(&listed).id.clone()))??;
        Some((fact.to_owned(), [action].into()))
    });
    let declarations = Declaration::ALL.into_iter().zip(entries.declarations).filter(|(_, made)| *made);
    Dossier {
        applicant: Field::ALL.into_iter().zip(&mut texts).filter_map(|(id, text)| Some((id, text.clone()?))).collect(),
        narratives: narratives.into_iter().collect(),
        materials: states.collect(),
        evidence: evidence.into_iter().collect(),
        actions: ticked.collect(),
        declarations: declarations.map(|(declaration, _)| declaration).collect(),
    }
}

#[test]
fn a_draft_holds_as_it_was_drawn_up() {
    hold(120, (scenes(), entries()), |(scene, entries)| {
        let text = to_file(&draft(&scene, &entries));
        let report = verify(&text, |id| (id == scene.pack.file.id).then_some(&*scene.pack)).unwrap();
        prop_assert_eq!(&report.differences, &[]);
        prop_assert_eq!(report.other_pack, None);
        let (report, entered) = replay(&text, |_| Some(&scene.pack)).unwrap();
        let world = scene.world();
        let asked = scene.answers.iter().filter(|(fact, _)| world.asked().contains(fact));
        let asked: Answers = asked.map(|(fact, value)| (fact.to_owned(), value.clone())).collect();
        prop_assert_eq!(entered.answers, asked, "what the track asks, and nothing else");
        prop_assert_eq!(&entered.dossier, &dossier(&scene, &entries));
        prop_assert_eq!((report.track, entered.as_of), (scene.track.clone(), scene.as_of));
        Ok(())
    });
}

#[test]
fn a_draft_with_any_one_line_changed_is_refused() {
    hold(200, (scenes(), entries(), any::<Index>(), any::<bool>()), |(scene, entries, line, gone)| {
        let mut draft = draft(&scene, &entries);
        let lines = lines(&draft);
        let pointer = line.get(&lines);
        if gone {
            remove(&mut draft, pointer);
        } else {
            change(draft.pointer_mut(pointer).unwrap());
        }
        prop_assert!(!holds(&scene, &draft), "{pointer} was changed, and nobody noticed");
        Ok(())
    });
}

/// Whoever renews marks and digest can seal any answers; what follows from them must still follow.
#[test]
fn a_false_result_is_refused_whatever_the_seal() {
    hold(200, (scenes(), entries(), any::<Index>()), |(scene, entries, line)| {
        let mut draft = draft(&scene, &entries);
        let follows = |pointer: &str| {
            let derived = ["/notice", "/pack", "/assessment", "/application"];
            derived.iter().any(|part| pointer.starts_with(part)) && pointer != "/assessment/engine"
        };
        let mut lines = lines(&draft);
        lines.retain(|pointer| follows(pointer));
        let pointer = line.get(&lines);
        change(draft.pointer_mut(pointer).unwrap());
        let renewed = marks(&draft);
        *draft.pointer_mut("/marks").unwrap() = renewed;
        let digest = seal(&draft);
        *draft.pointer_mut("/digest").unwrap() = json!(digest);
        prop_assert!(!holds(&scene, &draft), "{pointer} is false, and nobody noticed");
        Ok(())
    });
}

#[test]
fn a_text_that_is_taken_as_an_answer_can_be_read_in_a_draft() {
    let odd = "[a 知\u{7}\u{85}\u{200e}\u{202e}\u{2067}\u{feff}\n\t\r]{1,5}";
    hold(1_000, prop_oneof![any::<String>(), odd], |text| {
        let domain = Domain::<&str> { kind: Kind::Text, min: None, max: None, options: &[] };
        if let Ok(Some(value)) = domain.read_text(&text) {
            let written = json!(value);
            prop_assert_eq!(read(&written.to_string(), Limits::DRAFT), Ok(written));
        }
        Ok(())
    });
}

fn holds(scene: &Scene, draft: &Value) -> bool {
    let report: Result<_, VerifyError> =
        verify(&to_file(draft), |id| (id == scene.pack.file.id).then_some(&*scene.pack));
    report.is_ok_and(|report| report.holds())
}

/// Pointers to everything that has no parts.
fn lines(draft: &Value) -> Vec<String> {
    fn walk(value: &Value, pointer: &str, found: &mut Vec<String>) {
        let mut enter = |step: &str, part: &Value| {
            let mut pointer = pointer.to_owned();
            push_step(&mut pointer, step);
            walk(part, &pointer, found);
        };
        match value {
            Value::Object(fields) if !fields.is_empty() => fields.iter().for_each(|(key, part)| enter(key, part)),
            Value::Array(items) if !items.is_empty() => {
                items.iter().enumerate().for_each(|(index, part)| enter(&index.to_string(), part));
            }
            _ => found.push(pointer.to_owned()),
        }
    }
    let mut found = Vec::new();
    walk(draft, "", &mut found);
    found
}

/// Makes a line say something else.
fn change(line: &mut Value) {
    *line = match line {
        Value::Null => json!(0),
        Value::Bool(value) => json!(!*value),
        Value::Number(number) => json!(number.as_i64().map_or(1, |number| number + 1)),
        Value::String(text) => json!(format!("{text}1")),
        Value::Array(_) => json!([1]),
        Value::Object(_) => json!({ "1": 1 }),
    };
}

fn remove(draft: &mut Value, pointer: &str) {
    let (parent, step) = pointer.rsplit_once('/').unwrap();
    let step = step.replace("~1", "/").replace("~0", "~");
    match draft.pointer_mut(parent).unwrap() {
        Value::Object(fields) => _ = fields.remove(&step),
        Value::Array(items) => _ = items.remove(step.parse().unwrap()),
        _ => panic!("{parent} has no parts"),
    }
}

/// Chinese takes three bytes a letter, and what is entered stands in a draft more than once.
#[test]
fn the_longest_draft_that_can_be_entered_can_be_read_again() {
    for pack in BUILT_IN.iter() {
        for track in pack.file.tracks.iter().map(|track| pack.track(&track.id).unwrap()) {
            let long = |letters: usize| "权".repeat(letters);
            let widest = |id: &str| {
                let fact = pack.fact(id).unwrap();
                let all = || fact.options.iter().map(|option| option.id.clone());
                let answer = match fact.kind {
                    Kind::Bool => json!(true),
                    Kind::Choice => json!(all().next_back()),
                    Kind::Set => json!(all().collect::<Vec<_>>()),
                    Kind::Text => json!(long(TEXT_LIMIT)),
                    Kind::Date => json!("2026-11-21"),
                    // As long as lists are, if not as long as they can be.
                    Kind::List => (0..1_000).map(|at| row(fact, at)).collect(),
                    _ => json!(fact.domain().largest_input()),
                };
                (id.to_owned(), answer)
            };
            let asked = facts_of(track.track);
            let answers: Value = asked.iter().map(|id| widest(id)).collect::<Map<_, _>>().into();
            let answers = pack.take_answers(&answers).unwrap();
            let dossier = Dossier {
                applicant: Field::ALL.into_iter().map(|field| (field, long(FIELD_LIMIT))).collect(),
                narratives: track.track.narratives.iter().map(|one| (one.id.clone(), long(TEXT_LIMIT))).collect(),
                evidence: asked.iter().map(|id| ((*id).to_owned(), long(FIELD_LIMIT))).collect(),
                ..Dossier::default()
            };
            let (as_of, choices) = ("2026-11-21".parse().unwrap(), Choices::default());
            let text = to_file(&build(track, &Inputs { answers, dossier, as_of, choices, lang: Lang::Zh }).json);
            let report = verify(&text, |_| Some(pack));
            assert!(report.is_ok_and(|report| report.holds()), "{} bytes on {}", text.len(), track.track.id);
        }
    }
}

/// The number of the patent of 2020 with this serial number.
fn patent_number(serial: usize) -> String {
    let digits = format!("20201{serial:07}");
    let weighed = digits.bytes().zip((2..=9).cycle()).map(|(digit, weight)| usize::from(digit - b'0') * weight);
    let check = "0123456789X".as_bytes()[weighed.sum::<usize>() % 11];
    format!("ZL{digits}.{}", char::from(check))
}

fn row(list: &Fact, at: usize) -> Value {
    let cell = |column: &Column| match column.kind {
        Kind::Bool => json!(true),
        Kind::Choice => json!(column.options.last().unwrap().id),
        Kind::Date => json!("2026-11-21"),
        Kind::Text if column.format.is_some() => json!(patent_number(at)),
        Kind::Text => json!(format!("{at}{}", "长".repeat(40))),
        _ => json!(column.domain().largest_input()),
    };
    list.columns.iter().map(|column| (column.id.clone(), cell(column))).collect::<Map<_, _>>().into()
}
