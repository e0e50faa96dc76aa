//! The engine gives the same answers in the browser as it does natively, to the byte.
//!
//! One test body serves both. What it works out is compared with `tests/golden/assessments`, a file for each file of
//! cases, which were written natively: `ZHICE_BLESS=1 cargo test --test wasm` writes them anew. For the other side, with
//! a `wasm-bindgen-test-runner` of the version of wasm-bindgen in Cargo.lock:
//!
//! ```sh
//! CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
//!     cargo test --target wasm32-unknown-unknown --no-default-features --test wasm
//! ```

#![expect(clippy::unwrap_used, reason = "the files are part of the program; one that cannot be read is a failure")]

use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, File, include_dir};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zhice::draft::build::to_file;
use zhice::draft::{Dossier, Field, Inputs, MaterialState, build};
use zhice::engine;
use zhice::model::Lang;
use zhice::pack::cases::{Case, CaseFile};
use zhice::pack::load::TrackRef;
use zhice::report::{Mark, Report};

static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/cases");
static GOLDEN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/golden/assessments");

/// What was worked out for one case.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Outcome {
    /// For whoever reads the golden file: the result in a sentence, and the marks of conditions, indicators and measures.
    headline: String,
    marks: String,
    /// SHA-256 of the assessment as JSON.
    assessment: String,
    /// SHA-256 of the draft as a file, first in Chinese, then in English.
    draft: String,
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_comes_out_as_it_did_natively() {
    assert!(CASES.files().next().is_some(), "no cases in tests/cases");
    let bless = std::env::var_os("ZHICE_BLESS").is_some();
    let mut different = Vec::new();
    for file in CASES.files() {
        let outcomes = outcomes_of(file);
        // In the browser no variable is ever set.
        if bless {
            let mut text = serde_json::to_string_pretty(&outcomes).unwrap();
            text.push('\n');
            let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/assessments"));
            std::fs::write(folder.join(file.path()), text).unwrap();
            continue;
        }
        let golden = GOLDEN.get_file(file.path()).and_then(File::contents_utf8).unwrap_or("{}");
        let golden: BTreeMap<String, Outcome> = serde_json::from_str(golden).unwrap();
        let names: BTreeSet<&String> = outcomes.keys().chain(golden.keys()).collect();
        let changed = names.into_iter().filter(|name| outcomes.get(*name) != golden.get(*name));
        different.extend(changed.map(|name| format!("{}: {name}", file.path().display())));
    }
    assert!(
        different.is_empty(),
        "not as in tests/golden/assessments: {different:#?}\n\
         if the rules or the words of a pack were changed, `cargo xtask bless` writes these files anew"
    );
}

/// A golden file without its cases would never be looked at again.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_golden_file_belongs_to_a_file_of_cases() {
    let orphans: Vec<_> = GOLDEN.files().map(File::path).filter(|path| CASES.get_file(path).is_none()).collect();
    assert!(orphans.is_empty(), "delete from tests/golden/assessments: {orphans:?}");
}

/// The cases are compiled in, and a new file alone does not make cargo compile this test again.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn no_file_of_cases_is_left_out() {
    let listed = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap();
    let listed: BTreeSet<String> =
        listed.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let compiled: BTreeSet<String> = CASES.files().map(|file| file.path().display().to_string()).collect();
    assert_eq!(listed, compiled, "`touch tests/wasm.rs` and test again");
}

/// The outcome of each case of a file, by its name. What is expected of the cases is checked in `cases.rs`.
fn outcomes_of(file: &File<'_>) -> BTreeMap<String, Outcome> {
    let cases = CaseFile::read(file.contents_utf8().unwrap()).unwrap();
    let pack = cases.pack().unwrap();
    let track = pack.track(&cases.track).unwrap();
    let outcome = |case: &Case| {
        let case_inputs = case.inputs(&pack, &cases.base).unwrap();
        let (answers, choices, as_of) = (case_inputs.answers, case_inputs.choices, case_inputs.as_of);
        let inputs = Inputs { answers, dossier: dossier(track), as_of, choices, lang: Lang::Zh };
        let applicant = engine::Case::on(as_of, track, &inputs.answers, &inputs.choices);
        let assessment = engine::assess_case(&applicant, as_of);
        let report = Report::of(&applicant, &assessment, Lang::Zh);
        let draft = |lang| to_file(&build(track, &Inputs { lang, ..inputs.clone() }).json);
        let outcome = Outcome {
            headline: report.head.headline(),
            marks: marks(&report),
            assessment: sha256(&serde_json::to_string(&assessment).unwrap()),
            draft: sha256(&[draft(Lang::Zh), draft(Lang::En)].concat()),
        };
        (case.name.clone(), outcome)
    };
    cases.cases.iter().map(outcome).collect()
}

fn marks(report: &Report) -> String {
    let shapes = |marks: Vec<Mark>| marks.into_iter().map(Mark::shape).collect::<String>();
    let measures = report.support.iter().flat_map(|support| &support.measures);
    [
        shapes(report.conditions.iter().map(|row| row.mark).collect()),
        shapes(report.indicators.iter().map(|one| one.row.mark).collect()),
        shapes(measures.map(|one| one.row.mark).collect()),
    ]
    .join(" ")
}

/// What an applicant may have entered beside the answers.
fn dossier(track: TrackRef<'_>) -> Dossier {
    let applicant = [(Field::Name, "淄博某知识产权代理有限公司"), (Field::CreditCode, "91350100M000100Y43")];
    let written = |id: &String| (id.clone(), "第一行\nsecond line".to_owned());
    let ticked = |fact: &String| Some((fact.clone(), [track.actions_of(fact).first()?.id.clone()].into()));
    Dossier {
        applicant: applicant.map(|(field, text)| (field, text.to_owned())).into(),
        narratives: track.track.narratives.iter().map(|section| written(&section.id)).collect(),
        materials: track.track.materials.iter().map(|one| (one.id.clone(), MaterialState::Preparing)).collect(),
        evidence: track.track.topics.iter().flat_map(|topic| &topic.facts).map(written).collect(),
        actions: track.track.topics.iter().flat_map(|topic| &topic.facts).filter_map(ticked).collect(),
        ..Dossier::default()
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
