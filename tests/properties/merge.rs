//! Drafts that are made into one: nothing any of them says is dropped, and nothing is decided but by a person.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use zhice::draft::merge::{Decisions, Line, Merge, Part, Place};
use zhice::draft::{Dossier, Inputs};
use zhice::model::{Lang, Value};

use super::drafts::{Entries, dossier, entries};
use super::hold::hold;
use super::scene::{Scene, scenes};

/// What chance makes of one answer in one draft.
#[derive(Clone, Copy, Debug)]
enum Take {
    Keep,
    LeaveOut,
    Alter,
}

/// A draft of the scene that knows some of its answers, and some of them otherwise.
fn part(name: &str, scene: &Scene, takes: &[Take], entries: &Entries) -> Part {
    let all = scene.answers.iter().map(|(fact, value)| (fact.to_owned(), value.clone())).chain(scene.later.clone());
    let answers = all.zip(takes.iter().cycle()).filter_map(|((fact, value), take)| match (take, value) {
        (Take::LeaveOut, _) => None,
        (Take::Alter, Value::Bool(value)) => Some((fact, Value::Bool(!value))),
        (Take::Alter, Value::Text(text)) => Some((fact, Value::Text(text + " *"))),
        (Take::Keep | Take::Alter, value) => Some((fact, value)),
    });
    let inputs = Inputs {
        answers: answers.collect(),
        dossier: dossier(scene, entries),
        as_of: scene.as_of,
        choices: scene.choices.clone(),
        lang: Lang::Zh,
    };
    Part { name: name.to_owned(), inputs }
}

fn takes() -> impl Strategy<Value = Vec<Take>> {
    vec(prop_oneof![3 => Just(Take::Keep), 1 => Just(Take::LeaveOut), 1 => Just(Take::Alter)], 1..12)
}

fn drafts() -> impl Strategy<Value = (Scene, Vec<Part>)> {
    let part_of = |scene: Scene| {
        let several = vec((takes(), entries()), 1..4);
        several.prop_map(move |several| {
            let parts =
                several.iter().enumerate().map(|(at, (takes, entries))| part(&at.to_string(), &scene, takes, entries));
            (scene.clone(), parts.collect::<Vec<_>>())
        })
    };
    scenes().prop_flat_map(part_of)
}

/// What a draft says, place by place, as text; a blank says nothing.
fn told(inputs: &Inputs) -> BTreeMap<String, String> {
    let Inputs { answers, dossier, .. } = inputs;
    let Dossier { applicant, narratives, materials, evidence, actions, .. } = dossier;
    let answers = answers.iter().map(|(id, value)| (format!("/answers/{id}"), format!("{value:?}")));
    let texts = applicant.iter().map(|(field, text)| (format!("/dossier/applicant/{}", field.id()), text));
    let texts = texts.chain(narratives.iter().map(|(id, text)| (format!("/dossier/narratives/{id}"), text)));
    let texts = texts.chain(evidence.iter().map(|(id, text)| (format!("/dossier/evidence/{id}"), text)));
    let texts = texts.filter(|(_, text)| !text.trim().is_empty()).map(|(place, text)| (place, text.clone()));
    let materials = materials.iter().map(|(id, state)| (format!("/dossier/materials/{id}"), format!("{state:?}")));
    let actions = actions.iter().map(|(id, done)| (format!("/dossier/actions/{id}"), format!("{done:?}")));
    answers.chain(texts).chain(materials).chain(actions).collect()
}

fn conflicts(merge: &Merge) -> BTreeSet<Place> {
    merge.conflicts().map(|line| line.place.clone()).collect()
}

/// Every conflict decided for the first draft that says something there.
fn for_the_first(merge: &Merge) -> Decisions {
    merge.conflicts().map(|line| (line.place.clone(), 0)).collect()
}

#[test]
fn equal_drafts_make_the_same_draft_again() {
    hold(60, (scenes(), takes(), entries()), |(scene, takes, entries)| {
        let part = part("a.json", &scene, &takes, &entries);
        let merge = Merge::of(&[part.clone(), part.clone()], scene.track()).unwrap();
        prop_assert_eq!(conflicts(&merge), BTreeSet::new());
        prop_assert_eq!(merge.from_one().count(), 0);
        let made = merge.decided(&Decisions::new(), &scene.pack, Lang::Zh);
        prop_assert_eq!(told(&made), told(&part.inputs));
        prop_assert_eq!((made.as_of, made.dossier.declarations.is_empty()), (part.inputs.as_of, true));
        let readings = &scene.track().rules.readings;
        let cases = |inputs: &Inputs| readings.iter().map(|at| inputs.choices.case(*at)).collect::<Vec<_>>();
        prop_assert_eq!(cases(&made), cases(&part.inputs));
        Ok(())
    });
}

#[test]
fn nothing_is_dropped_and_a_conflict_is_where_two_drafts_differ() {
    hold(120, drafts(), |(scene, parts)| {
        let merge = Merge::of(&parts, scene.track()).unwrap();
        let said: Vec<BTreeMap<String, String>> = parts.iter().map(|part| told(&part.inputs)).collect();
        let mut all: BTreeMap<String, BTreeSet<&String>> = BTreeMap::new();
        for (place, text) in said.iter().flatten() {
            all.entry(place.clone()).or_default().insert(text);
        }
        let differ: BTreeSet<String> =
            all.iter().filter(|(_, texts)| texts.len() > 1).map(|(place, _)| place.clone()).collect();
        prop_assert_eq!(conflicts(&merge).iter().map(ToString::to_string).collect::<BTreeSet<_>>(), differ.clone());
        for line in &merge.lines {
            let place = line.place.to_string();
            let by: BTreeSet<usize> = line.said.iter().flat_map(|said| said.by.iter().copied()).collect();
            let says = |at: &usize| said.get(*at).is_some_and(|said| said.contains_key(&place));
            let expected: BTreeSet<usize> = (0..parts.len()).filter(says).collect();
            prop_assert!(by == expected || place.starts_with("/readings/"), "{place}: {by:?}, not {expected:?}");
        }
        // What is undecided stays open; everything else is there as it was said.
        let open = told(&merge.decided(&Decisions::new(), &scene.pack, Lang::Zh));
        let settled: BTreeMap<String, String> = said
            .iter()
            .flatten()
            .filter(|(place, _)| !differ.contains(*place))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect();
        prop_assert_eq!(open, settled);
        let decided = told(&merge.decided(&for_the_first(&merge), &scene.pack, Lang::Zh));
        prop_assert_eq!(decided.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn the_order_of_the_drafts_decides_nothing() {
    hold(120, drafts(), |(scene, parts)| {
        let merge = Merge::of(&parts, scene.track()).unwrap();
        let mut turned = parts.clone();
        turned.reverse();
        let other = Merge::of(&turned, scene.track()).unwrap();
        let line = |merge: &Merge, line: &Line| {
            let said = line.said.iter().map(|said| {
                let by: BTreeSet<String> = said.by.iter().map(|at| merge.name(*at).to_owned()).collect();
                (by, format!("{:?}", said.entered))
            });
            (line.place.clone(), said.collect::<BTreeSet<_>>())
        };
        let lines = |merge: &Merge| merge.lines.iter().map(|one| line(merge, one)).collect::<Vec<_>>();
        prop_assert_eq!(lines(&merge), lines(&other));
        let open = |merge: &Merge| merge.decided(&Decisions::new(), &scene.pack, Lang::Zh);
        prop_assert_eq!(open(&merge), open(&other));
        Ok(())
    });
}
