//! Several drafts of one track made into one. What they say alike is taken over, and so is what only one of them says,
//! with its name; what they say differently is a conflict, and a person decides it. Nothing is decided by default.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::dossier::{Dossier, MaterialState};
use super::field::Field;
use super::inputs::Inputs;
use super::path::{Path, Segment};
use crate::model::{Answers, AsOf, Grow, Lang, Value};
use crate::pack::load::TrackRef;
use crate::pack::rules::facts_of;
use crate::pack::{Choices, Pack};

/// Where a draft says something. The order is that of the draft file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Reading(String),
    Answer(String),
    /// By the fact that rates the task.
    Actions(String),
    /// By the fact the paper proves.
    Evidence(String),
    Applicant(Field),
    Narrative(String),
    Material(String),
}

/// What it says there. Declarations are no part of it: they were made about another paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// The case of a reading, by id.
    Case(String),
    Answer(Value),
    Actions(BTreeSet<String>),
    Text(String),
    Material(MaterialState),
}

/// A draft, and the name of the file it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub inputs: Inputs,
}

/// One thing that was said at a place, and by which drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub entered: Entered,
    /// Their positions.
    pub by: Vec<usize>,
}

/// A place, with each different thing that was said there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: Place,
    pub said: Vec<Said>,
}

/// What several drafts come to together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub names: Vec<String>,
    /// In the order in which the track asks, then in that of the draft file.
    pub lines: Vec<Line>,
    /// The latest day any of them speaks of.
    as_of: AsOf,
}

/// Which of the things said at a place is taken, by its position.
pub type Decisions = BTreeMap<Place, usize>;

impl Line {
    pub const fn is_conflict(&self) -> bool {
        self.said.len() > 1
    }
}

impl Merge {
    /// Nothing where there is no draft.
    pub fn of(parts: &[Part], track: TrackRef<'_>) -> Option<Self> {
        let as_of = parts.iter().map(|part| part.inputs.as_of).max()?;
        let mut places: BTreeMap<Place, Vec<Said>> = BTreeMap::new();
        for (at, part) in parts.iter().enumerate() {
            for (place, entered) in entries(&part.inputs, track) {
                let said = places.entry(place).or_default();
                match said.iter_mut().find(|said| said.entered == entered) {
                    Some(said) => said.by.push(at),
                    None => said.push(Said { entered, by: vec![at] }),
                }
            }
        }
        let mut lines: Vec<Line> = places.into_iter().map(|(place, said)| Line { place, said }).collect();
        let asked = facts_of(track.track);
        // What is said of one fact stands together. Stable: what is about no fact comes after, as it stands.
        lines.sort_by_key(|line| {
            let about = line.place.fact().and_then(|fact| asked.iter().position(|asked| *asked == fact));
            about.unwrap_or(asked.len())
        });
        Some(Self { names: parts.iter().map(|part| part.name.clone()).collect(), lines, as_of })
    }

    /// What the person has to decide.
    pub fn conflicts(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.is_conflict())
    }

    /// What only one of several drafts says.
    pub fn from_one(&self) -> impl Iterator<Item = (&Line, &str)> {
        let several = self.names.len() > 1;
        self.lines.iter().filter(move |_| several).filter_map(|line| match line.said.as_slice() {
            [Said { by, .. }] if by.len() == 1 => Some((line, self.name(*by.first()?))),
            _ => None,
        })
    }

    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map(String::as_str).unwrap_or_default()
    }

    /// The one draft, with what was decided. A conflict that was not stays open: nothing is entered there.
    pub fn decided(&self, decisions: &Decisions, pack: &Pack, lang: Lang) -> Inputs {
        let mut inputs = Inputs {
            answers: Answers::default(),
            dossier: Dossier::default(),
            as_of: self.as_of,
            choices: Choices::default(),
            lang,
        };
        for Line { place, said } in &self.lines {
            let chosen = if said.len() > 1 { decisions.get(place).copied() } else { Some(0) };
            if let Some(Said { entered, .. }) = chosen.and_then(|chosen| said.get(chosen)) {
                enter(&mut inputs, place, entered, pack);
            }
        }
        inputs
    }
}

impl Place {
    /// The fact it is about.
    pub fn fact(&self) -> Option<&str> {
        match self {
            Self::Answer(fact) | Self::Actions(fact) | Self::Evidence(fact) => Some(fact),
            Self::Reading(_) | Self::Applicant(_) | Self::Narrative(_) | Self::Material(_) => None,
        }
    }
}

impl fmt::Display for Place {
    /// The JSON pointer to it in a draft file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (within, id) = match self {
            Self::Reading(id) => (["readings"].as_slice(), id.as_str()),
            Self::Answer(id) => (["answers"].as_slice(), id.as_str()),
            Self::Actions(id) => (["dossier", "actions"].as_slice(), id.as_str()),
            Self::Evidence(id) => (["dossier", "evidence"].as_slice(), id.as_str()),
            Self::Applicant(field) => (["dossier", "applicant"].as_slice(), field.id()),
            Self::Narrative(id) => (["dossier", "narratives"].as_slice(), id.as_str()),
            Self::Material(id) => (["dossier", "materials"].as_slice(), id.as_str()),
        };
        let mut path = Path::default();
        within.iter().chain([&id]).for_each(|key| path.enter(Segment::Key((*key).to_owned())));
        path.fmt(f)
    }
}

/// Everything a draft says. A blank text says nothing.
fn entries(inputs: &Inputs, track: TrackRef<'_>) -> BTreeMap<Place, Entered> {
    let Inputs { answers, dossier, choices, .. } = inputs;
    let Dossier { applicant, narratives, materials, evidence, actions, declarations: _ } = dossier;
    let cases = track.rules.readings.iter().filter_map(|at| {
        let reading = track.pack.file.readings.get(*at)?;
        let case = reading.cases.get(choices.case(*at))?;
        Some((Place::Reading(reading.id.clone()), Entered::Case(case.id.clone())))
    });
    let answers = answers.iter().map(|(id, value)| (Place::Answer(id.to_owned()), Entered::Answer(value.clone())));
    let actions = actions.iter().map(|(id, done)| (Place::Actions(id.clone()), Entered::Actions(done.clone())));
    let text = |text: &String| (!text.trim().is_empty()).then(|| Entered::Text(text.clone()));
    let evidence = evidence.iter().filter_map(|(id, of)| Some((Place::Evidence(id.clone()), text(of)?)));
    let applicant = applicant.iter().filter_map(|(field, of)| Some((Place::Applicant(*field), text(of)?)));
    let narratives = narratives.iter().filter_map(|(id, of)| Some((Place::Narrative(id.clone()), text(of)?)));
    let materials = materials.iter().map(|(id, state)| (Place::Material(id.clone()), Entered::Material(*state)));
    cases.chain(answers).chain(actions).chain(evidence).chain(applicant).chain(narratives).chain(materials).grown()
}

fn enter(inputs: &mut Inputs, place: &Place, entered: &Entered, pack: &Pack) {
    let Inputs { answers, dossier, choices, .. } = inputs;
    match (place, entered) {
        (Place::Reading(id), Entered::Case(case)) => {
            let readings = pack.file.readings.iter().enumerate();
            let found = readings.filter(|(_, reading)| reading.id == *id);
            for (at, case) in found.filter_map(|(at, reading)| Some((at, reading.case_index(case)?))) {
                *choices = choices.clone().with(at, case);
            }
        }
        (Place::Answer(id), Entered::Answer(value)) => answers.set(id.clone(), value.clone()),
        (Place::Actions(id), Entered::Actions(done)) => _ = dossier.actions.insert(id.clone(), done.clone()),
        (Place::Evidence(id), Entered::Text(text)) => _ = dossier.evidence.insert(id.clone(), text.clone()),
        (Place::Applicant(field), Entered::Text(text)) => _ = dossier.applicant.insert(*field, text.clone()),
        (Place::Narrative(id), Entered::Text(text)) => _ = dossier.narratives.insert(id.clone(), text.clone()),
        (Place::Material(id), Entered::Material(state)) => _ = dossier.materials.insert(id.clone(), *state),
        // `entries` makes no other pair.
        _ => {}
    }
}
