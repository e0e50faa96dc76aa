//! Inputs to begin with, made from the packs and cases of the project.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use zhice::draft::build::to_file;
use zhice::draft::{Dossier, Field, Inputs, MaterialState, build};
use zhice::model::{Answers, AsOf, Kind, Lang};
use zhice::pack::load::TrackRef;
use zhice::pack::rules::facts_of;
use zhice::pack::{Choices, Column, Fact};

use super::targets::PACKS;

/// The day of a case that does not turn on it.
const AS_OF: &str = "2020-10-01";

/// An input to begin with.
#[derive(Clone)]
pub struct Seed {
    /// The target it is for.
    pub target: &'static str,
    pub name: String,
    pub content: Vec<u8>,
}

/// All inputs to begin with, from the project in this folder.
pub fn all(root: &Path) -> Vec<Seed> {
    let packs = PACK_FOLDERS.iter().flat_map(|folder| files(&root.join(folder)));
    let mut seeds: Vec<Seed> = packs.map(|(name, text)| Seed { target: "pack", name, content: text.into() }).collect();
    seeds.extend(tables(&root.join("tests/tables")));
    for pack in PACKS.iter() {
        for track in &pack.file.tracks {
            let track = pack.track(&track.id).expect("its own track");
            seeds.extend(Subject::of_track(track, false).seeds());
            seeds.extend(Subject::of_track(track, true).seeds());
        }
    }
    let cases = ["tests/cases", "tests/documents"].iter().flat_map(|folder| files(&root.join(folder)));
    for (name, text) in cases {
        let file: Value = serde_json::from_str(&text).expect("a file of cases");
        for (index, case) in file["cases"].as_array().into_iter().flatten().enumerate() {
            let name = format!("{name}.{index}");
            let subject = Subject::of_case(name.clone(), &file, case);
            let subject = subject.unwrap_or_else(|| panic!("case {name} does not fit its pack"));
            // Drafts are long and much alike: one for each file will do.
            seeds.extend(if index == 0 { subject.seeds() } else { subject.answers() });
        }
    }
    seeds
}

const PACK_FOLDERS: [&str; 3] = ["public/packs", "tests/packs/good", "tests/packs/bad"];

/// One applicant before one track.
struct Subject {
    name: String,
    track: TrackRef<'static>,
    answers: Answers,
    as_of: AsOf,
    readings: Vec<(String, String)>,
    dossier: Dossier,
    lang: Lang,
}

impl Subject {
    /// Nothing is known, or everything.
    fn of_track(track: TrackRef<'static>, full: bool) -> Self {
        let name = format!("{}.{}.{}", track.pack.file.id, track.track.id, if full { "full" } else { "empty" });
        let as_of = AS_OF.parse().expect("a day");
        let empty = Self {
            name,
            track,
            answers: Answers::default(),
            as_of,
            readings: Vec::new(),
            dossier: Dossier::default(),
            lang: Lang::Zh,
        };
        if !full {
            return empty;
        }
        let answer = |id: &str| Some((id.to_owned(), values(track.pack.fact(id)?).pop()?));
        let entries: Map<String, Value> = facts_of(track.track).into_iter().filter_map(answer).collect();
        let answers = track.pack.take_answers(&Value::Object(entries)).expect("values of the domains");
        let last =
            track.pack.file.readings.iter().filter_map(|one| Some((one.id.clone(), one.cases.last()?.id.clone())));
        Self { answers, readings: last.collect(), dossier: dossier(track), lang: Lang::En, ..empty }
    }

    /// A case of a case file; nothing where it does not fit its pack.
    fn of_case(name: String, file: &Value, case: &Value) -> Option<Self> {
        let pack = PACKS.iter().find(|pack| file["programme"] == pack.file.id.as_str())?;
        let track = pack.track(file["track"].as_str()?)?;
        let mut answers = file["base"].as_object().cloned().unwrap_or_default();
        answers.extend(case["answers"].as_object().cloned().unwrap_or_default());
        let readings = case["readings"].as_object().into_iter().flatten();
        Some(Self {
            name,
            track,
            answers: pack.take_answers(&Value::Object(answers)).ok()?,
            as_of: case["as_of"].as_str().unwrap_or(AS_OF).parse().ok()?,
            readings: readings.filter_map(|(id, case)| Some((id.clone(), case.as_str()?.to_owned()))).collect(),
            dossier: Dossier::default(),
            lang: Lang::Zh,
        })
    }

    fn answers(&self) -> Vec<Seed> {
        let Self { name, track, answers, as_of, readings, .. } = self;
        let mut head = format!("{} {} {as_of}", track.pack.file.id, track.track.id);
        for (reading, case) in readings {
            head = format!("{head} {reading}={case}");
        }
        let text = format!("{head}\n{}", serde_json::to_string_pretty(answers).expect("answers are JSON"));
        vec![Seed { target: "answers", name: name.clone(), content: text.into() }]
    }

    /// As answers and as a draft.
    fn seeds(&self) -> Vec<Seed> {
        let Self { name, track, answers, as_of, readings, dossier, lang } = self;
        let pairs = readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
        let choices: Choices = track.pack.choices(pairs).expect("readings of the pack");
        let (answers, dossier) = (answers.clone(), dossier.clone());
        let draft = build(*track, &Inputs { answers, dossier, as_of: *as_of, choices, lang: *lang });
        let draft = Seed { target: "draft", name: name.clone(), content: to_file(&draft.json).into() };
        [self.answers(), vec![draft]].concat()
    }
}

/// Answers to a fact, the fullest last.
pub fn values(fact: &Fact) -> Vec<Value> {
    let domain = fact.domain();
    let options = || fact.options.iter().map(|option| &option.id);
    match fact.kind {
        Kind::Bool => vec![json!(false), json!(true)],
        Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
            vec![json!(domain.floor().unwrap_or_default()), json!(domain.largest_input())]
        }
        Kind::Choice => options().map(|id| json!(id)).collect(),
        Kind::Set => options().map(|id| json!([id])).chain([json!(options().collect::<Vec<_>>())]).collect(),
        Kind::Text => vec![json!("东至柳泉路，\n西至 \"A\"")],
        Kind::Date => vec![json!("0001-01-01"), json!(AS_OF)],
        Kind::List => {
            let cell = |column: &Column| (column.id.clone(), cell(column));
            vec![json!([]), json!([fact.columns.iter().map(cell).collect::<Map<_, _>>(), {}])]
        }
    }
}

fn cell(column: &Column) -> Value {
    match column.kind {
        Kind::Bool => json!(true),
        Kind::Choice => json!(column.options.first().map(|option| &option.id)),
        Kind::Date => json!(AS_OF),
        kind if kind.is_numeric() => json!(column.domain().largest_input()),
        _ => json!("ZL202110123456.7"),
    }
}

/// Something in every place.
fn dossier(track: TrackRef<'_>) -> Dossier {
    let text = "齐鲁知识产权（淄博）有限公司".to_owned();
    let states = track.track.materials.iter().zip(MaterialState::ALL.into_iter().cycle());
    let ticked = facts_of(track.track).into_iter().filter_map(|fact| {
        let first = track.actions_of(fact).first()?;
        Some((fact.to_owned(), [first.id.clone()].into()))
    });
    Dossier {
        applicant: Field::ALL.into_iter().map(|field| (field, text.clone())).collect(),
        narratives: track.track.narratives.iter().map(|one| (one.id.clone(), text.clone())).collect(),
        materials: states.map(|(material, state)| (material.id.clone(), state)).collect(),
        evidence: facts_of(track.track).into_iter().map(|id| (id.to_owned(), text.clone())).collect(),
        actions: ticked.collect(),
        declarations: zhice::draft::dossier::Declaration::ALL.into(),
    }
}

/// Tables as people hand them in.
fn tables(folder: &Path) -> Vec<Seed> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let table = |entry: io::Result<fs::DirEntry>| {
        let path = entry.expect("a folder entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        Seed { target: "table", name, content: fs::read(&path).expect("a file that can be read") }
    };
    entries.map(table).collect()
}

/// The JSON files of a folder, by name.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    paths.iter().map(read).collect()
}
