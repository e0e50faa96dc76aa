//! What is asked of the readers of packs, answers, drafts and tables, whatever comes in.
//!
//! Each target says whether its input was taken; one that was refused was refused with a reason.

use std::fmt::Display;
use std::str;
use std::sync::LazyLock;

use serde_json::json;
use zhice::draft::build::{marks, seal, to_file};
use zhice::draft::verify::{self, VerifyError, verify};
use zhice::draft::{Dossier, Inputs, build};
use zhice::engine::assess::ENGINE;
use zhice::engine::facts::Facts;
use zhice::engine::plan::plan;
use zhice::engine::reach::{Goal, GoalError, reach};
use zhice::engine::reader::Reader;
use zhice::engine::{Assessment, Case, Verdict, assess};
use zhice::model::digest::canonical;
use zhice::model::json::{Limits, read};
use zhice::model::table::read_file;
use zhice::model::{Amount, Answers, AsOf, Lang};
use zhice::pack::import::{Import, Matching};
use zhice::pack::load::TrackRef;
use zhice::pack::{Choices, Column, Diagnostic, Pack, builtin};

/// Packs of the tests, which have every word of the language between them.
const GOOD: [&str; 9] = [
    include_str!("../../tests/packs/good/handbook.json"),
    include_str!("../../tests/packs/good/sample.json"),
    include_str!("../../tests/packs/good/made-up-district.json"),
    include_str!("../../tests/packs/good/made-up-zone.json"),
    include_str!("../../tests/packs/good/made-up-grants.json"),
    include_str!("../../tests/packs/good/innovative-sme.json"),
    include_str!("../../tests/packs/good/shenzhen-2014-marks.json"),
    include_str!("../../tests/packs/good/nansha-2023-ip.json"),
    include_str!("../../tests/packs/good/guangzhou-2023-pledge.json"),
];

/// The packs that answers and drafts are read against: those that come with the program, and those of the tests.
pub static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let good = GOOD.iter().filter_map(|text| Some(Pack::load(text).ok()?.pack));
    builtin::all().into_iter().chain(good).collect()
});

/// Takes any input, and says whether it was one of its kind.
type Target = fn(&[u8]) -> bool;

/// The targets by name.
pub const TARGETS: [(&str, Target); 4] = [("pack", pack), ("answers", answers), ("draft", draft), ("table", table)];

/// The columns of a list that tables are taken into: one of every type.
static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let kinds = ["text", "text", "date", "choice", "money", "number", "count", "percent", "bool"];
    let columns = kinds.iter().enumerate().map(|(at, kind)| {
        let option = json!({"id": "o", "label": {"zh": "甲", "en": "A"}});
        let (title, options) = (format!("c{at}"), if *kind == "choice" { vec![option] } else { Vec::new() });
        let mut column = json!({"id": title, "type": kind, "title": {"zh": title, "en": title}, "options": options});
        if at == 0 {
            column["key"] = true.into();
            column["format"] = "patent_number".into();
        }
        column
    });
    serde_json::from_value(columns.collect()).expect("they are columns")
});

fn find(programme: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.file.id == programme)
}

/// A pack. One that loads works for whoever has not answered anything yet, and loads again from its canonical form.
pub fn pack(data: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(data) else { return false };
    let loaded = match Pack::load(text) {
        Ok(loaded) => loaded,
        Err(found) => {
            assert!(found.iter().any(Diagnostic::is_error), "refused without a reason");
            for lang in [Lang::Zh, Lang::En] {
                show(&found.iter().map(|one| one.said(lang)).collect::<Vec<_>>());
            }
            return false;
        }
    };
    assert!(!loaded.warnings.iter().any(Diagnostic::is_error), "loaded in spite of an error");
    let inputs = Inputs {
        answers: Answers::default(),
        dossier: Dossier::default(),
        as_of: AsOf::FIRST,
        choices: Choices::default(),
        lang: Lang::En,
    };
    for track in &loaded.pack.file.tracks {
        works(loaded.pack.track(&track.id).expect("its own track"), &inputs);
    }
    let json = read(text, Limits::PACK).expect("what loaded can be read");
    let again = Pack::load(&canonical(&json)).expect("the canonical form loads too");
    assert_eq!(again.pack.digest, loaded.pack.digest, "the canonical form has another digest");
    assert_eq!(again.warnings, loaded.warnings, "the canonical form has other warnings");
    true
}

/// Answers under a line that names a programme, a track, a day and the cases of readings:
/// `zibo-2020-zone agency 2020-10-01 zibo.once=one_measure`. What is read can be assessed, planned and drawn up.
pub fn answers(data: &[u8]) -> bool {
    let text = str::from_utf8(data).ok();
    let Some((track, as_of, choices, text)) = text.and_then(|text| subject(text)) else { return false };
    let quick = Reader::new(track.pack).read(text.as_bytes()).cloned();
    let answers = match track.pack.read_answers(text) {
        Ok(answers) => answers,
        Err(error) => {
            assert!(quick.is_none(), "the reader of batches takes what the strict one refuses");
            show(&[error]);
            return false;
        }
    };
    let facts = Facts::new(track.pack, &answers, None);
    assert!(quick.is_none_or(|quick| quick == facts), "the reader of batches finds other facts");
    let written = serde_json::to_string(&answers).expect("answers are JSON");
    assert_eq!(track.pack.read_answers(&written).as_ref(), Ok(&answers), "written and read, the answers are others");
    changes(&Case::new(track, &answers, &choices), as_of);
    works(track, &Inputs { answers, dossier: Dossier::default(), as_of, choices, lang: Lang::Zh });
    true
}

/// A table, as a text or a workbook. What is read of it has its place, and is not taken a second time.
pub fn table(data: &[u8]) -> bool {
    let table = match read_file(data) {
        Ok(table) => table,
        Err(error) => {
            show(&[error]);
            assert!(!error.in_chinese().is_empty(), "nothing is said");
            return false;
        }
    };
    for head in [None, Some(0)] {
        let matching = Matching::with_head(&table, &COLUMNS, head);
        let import = Import::of(&table, &matching, &COLUMNS, &[]);
        let all = import.taken.len() + import.twice.len() + import.refused.len();
        assert!(all <= table.rows.len(), "more rows than there are");
        let again = Import::of(&table, &matching, &COLUMNS, &import.taken);
        assert_eq!(again.taken, [], "a row is taken a second time");
        assert_eq!(again.refused, import.refused, "what is refused depends on what was taken");
    }
    true
}

fn subject(text: &str) -> Option<(TrackRef<'static>, AsOf, Choices, &str)> {
    let (head, text) = text.split_once('\n')?;
    let mut words = head.split(' ');
    let pack = find(words.next()?)?;
    let track = pack.track(words.next()?)?;
    let as_of = words.next()?.parse().ok()?;
    let pairs: Option<Vec<(&str, &str)>> = words.map(|word| word.split_once('=')).collect();
    Some((track, as_of, pack.choices(pairs?).ok()?, text))
}

/// A draft, as it came and then sealed anew, as anybody can. One that holds is what its inputs make, and whatever inputs
/// a file has make a draft that holds.
pub fn draft(data: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(data) else { return false };
    let taken = replay(text, |_, _| ());
    if let Ok(mut json) = read(text, Limits::DRAFT)
        && json.is_object()
    {
        json["marks"] = marks(&json);
        json["digest"] = seal(&json).into();
        replay(&json.to_string(), works);
    }
    taken
}

/// Verifies a draft and goes on with its inputs. Says whether it could be verified at all.
fn replay(text: &str, go_on: fn(TrackRef<'_>, &Inputs)) -> bool {
    let (report, entered) = match verify::replay(text, find) {
        Ok(replayed) => replayed,
        Err(error) => {
            show(&[error]);
            return false;
        }
    };
    show(&report.differences);
    let pack = find(&report.programme).expect("it was verified with this pack");
    let track = pack.track(&report.track).expect("it was verified on this track");
    let json = read(text, Limits::DRAFT).expect("what was verified can be read");
    if report.holds() && json["engine"] == ENGINE {
        assert_eq!(json, build(track, &entered).json, "it holds, and its inputs make another");
    }
    go_on(track, &entered);
    true
}

/// The engine and the draft do what they promise on these inputs.
fn works(track: TrackRef<'_>, inputs: &Inputs) {
    let Inputs { answers, choices, .. } = inputs;
    let assessment = assess(track, answers, inputs.as_of, choices);
    in_order(&assessment);
    let total = assessment.support.map(|support| support.total.low);
    let plan = plan(&Case::on(inputs.as_of, track, answers, choices));
    assert_eq!(plan.map(|plan| plan.total.low), total, "the plan and the assessment differ");

    let text = to_file(&build(track, inputs).json);
    let programme = &track.pack.file.id;
    match verify(&text, |id| (id == programme).then_some(track.pack)) {
        Ok(report) => assert_eq!(report.differences, [], "a draft does not hold as it was drawn up"),
        // A pack or a dossier can be so large that its drafts are beyond what is read.
        Err(VerifyError::Unreadable(error)) if text.len() > Limits::DRAFT.bytes => show(&[error]),
        Err(error) => panic!("a draft is refused as it was drawn up: {error}"),
    }
}

fn in_order(assessment: &Assessment) {
    match &assessment.next {
        Some(next) => assert!(assessment.missing.contains(next), "{next} is asked next and is not missing"),
        None => assert!(assessment.missing.is_empty(), "nothing is asked next, and something is missing"),
    }
    let eligibility = &assessment.eligibility;
    assert!(eligibility.verdict.is_none_or(|verdict| eligibility.span.contains(&verdict)), "a verdict out of its span");
    if let Some(support) = &assessment.support {
        let forms = support.by_form.iter().map(|(_, amount)| *amount);
        let measures = support.measures.iter().map(|measure| measure.amount);
        for Amount { low, high } in forms.chain(measures).chain([support.total, support.span]) {
            assert!(high.is_none_or(|high| low <= high), "from {low} to {high:?}");
        }
        assert!(support.span.holds(support.total), "a total out of its span");
    }
}

/// Each way to become eligible leads there.
fn changes(case: &Case<'_>, as_of: AsOf) {
    let found = match reach(case, &Goal::Eligible, as_of) {
        Ok(found) => found,
        Err(error) => return assert_eq!(error, GoalError::NoConditions),
    };
    let ways = [&found.changes].into_iter().filter(|_| found.reachable).chain(&found.alternatives);
    for way in ways {
        let mut answers = case.answers.clone().into_owned();
        for change in way {
            answers.set(&change.fact, change.to.clone());
        }
        let after = assess(case.track, &answers, as_of, case.choices).eligibility.verdict;
        assert_eq!(after, Some(Verdict::Eligible), "{way:?} does not lead there");
    }
}

/// Puts into words what people would be shown.
fn show(said: &[impl Display]) {
    for one in said {
        assert!(!one.to_string().is_empty(), "nothing is said");
    }
}
