//! How long each part of the engine takes for one applicant; `cargo xtask bench` runs it and keeps what it finds.
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use zhice::draft::{Dossier, Inputs, build, verify};
use zhice::engine::facts::Facts;
use zhice::engine::missing::missing;
use zhice::engine::plan::plan;
use zhice::engine::reach::{Goal, reach};
use zhice::engine::reader::Reader;
use zhice::engine::screen::Screener;
use zhice::engine::span::span;
use zhice::engine::{Case, assess};
use zhice::model::{AsOf, Lang, Quantity};
use zhice::pack::{Choices, Pack, builtin};

/// The agency track of Zibo with all of its sixteen questions answered.
const PROGRAMME: &str = "zibo-2020-zone";
const TRACK: &str = "agency";
const ANSWERS: &str = include_str!("agency.json");
/// The same with the first of them alone.
const BEGUN: &str = r#"{"agency.patent_licensed": true, "agency.in_zone": true, "agency.pledge_loans": 2}"#;

fn engine(bench: &mut Criterion) {
    let text = serde_json::to_string(&pack().file).expect("a pack is JSON");
    bench.bench_function("load", |bench| bench.iter(|| Pack::load(black_box(&text)).is_ok()));

    let pack = pack();
    let track = pack.track(TRACK).expect("the pack has this track");
    let as_of: AsOf = "2020-10-01".parse().expect("a day");
    let choices = Choices::default();
    let answers = pack.read_answers(ANSWERS).expect("answers to the pack");
    let begun = pack.read_answers(BEGUN).expect("answers to the pack");

    let mut reader = Reader::new(&pack);
    bench.bench_function("read", |bench| bench.iter(|| reader.read(black_box(ANSWERS.as_bytes())).is_some()));
    bench.bench_function("read strictly", |bench| bench.iter(|| pack.read_answers(black_box(ANSWERS)).is_ok()));

    let facts = Facts::new(&pack, &answers, None);
    let mut screener = Screener::new(track, &choices);
    bench.bench_function("screen", |bench| bench.iter(|| screener.screen(black_box(&facts))));
    bench.bench_function("assess", |bench| bench.iter(|| assess(track, black_box(&answers), as_of, &choices)));

    let case = Case::new(track, &answers, &choices);
    let open = Case::new(track, &begun, &choices);
    let goal = Goal::Total(Quantity::whole(400_000));
    bench.bench_function("plan", |bench| bench.iter(|| plan(black_box(&case))));
    bench.bench_function("reach", |bench| bench.iter(|| reach(black_box(&open), &goal, as_of).is_ok()));
    bench.bench_function("span", |bench| bench.iter(|| span(track, black_box(&facts))));
    bench.bench_function("next question", |bench| bench.iter(|| missing(black_box(&open)).next));

    let (answers, dossier) = (answers.clone(), Dossier::default());
    let inputs = Inputs { answers, dossier, as_of, choices: choices.clone(), lang: Lang::Zh };
    bench.bench_function("draft", |bench| bench.iter(|| build(track, black_box(&inputs))));
    let draft = build::to_file(&build(track, &inputs).json);
    bench.bench_function("verify", |bench| bench.iter(|| verify(black_box(&draft), |_| Some(&pack)).is_ok()));
}

fn pack() -> Pack {
    builtin::load(PROGRAMME).expect("it is built in").expect("it has no errors").pack
}

criterion_group! {
    name = group;
    config = Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    targets = engine
}
criterion_main!(group);
