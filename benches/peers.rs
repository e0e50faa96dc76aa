//! The agency track of Zibo for random applicants: what 知测 and a hand-written function take for one of them.
//!
//! Writes the applicants, with what comes of each, to the file named first, for engines of other makers to compare their
//! results with, and a JSON object a line to standard output, for `cargo xtask bench`.
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use zhice::engine::facts::Facts;
use zhice::engine::screen::Screener;
use zhice::engine::{Verdict, assess};
use zhice::model::{AsOf, Kind};
use zhice::pack::{Choices, Fact, Pack, builtin};

mod draw;

use draw::Draw;

const PROGRAMME: &str = "zibo-2020-zone";
const TRACK: &str = "agency";
const APPLICANTS: usize = 1_000;
/// Of so many rounds the least disturbed counts.
const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_millis(300);

/// Whether an applicant is eligible, and the total in yuan.
type Outcome = (bool, i64);

fn main() {
    // `cargo test --benches` only asks whether it starts.
    let Some(file) = std::env::args().skip(1).find(|word| !word.starts_with("--")) else { return };
    let pack = builtin::load(PROGRAMME).expect("it is built in").expect("it has no errors").pack;
    let track = pack.track(TRACK).expect("the pack has this track");
    let choices = Choices::default();
    let as_of: AsOf = "2020-10-01".parse().expect("a day");
    let applicants = applicants(&pack);
    let answers: Vec<_> =
        applicants.iter().map(|one| pack.take_answers(&prefixed(one)).expect("answers to the pack")).collect();
    let facts: Vec<Facts> = answers.iter().map(|answers| Facts::new(&pack, answers, None)).collect();
    let plain: Vec<Agency> = applicants.iter().map(Agency::of).collect();

    let mut screener = Screener::new(track, &choices);
    let mut outcome = |facts: &Facts| {
        let screen = screener.screen(facts);
        assert!(screen.total.is_settled(), "every fact is answered");
        (screen.verdict == Some(Verdict::Eligible), yuan(screen.total.low.in_units()))
    };
    let expected: Vec<Outcome> = facts.iter().map(&mut outcome).collect();
    let difference = expected.iter().zip(&plain).position(|(expected, plain)| plain.outcome() != *expected);
    let lines = applicants.iter().zip(&expected).map(|(answers, (eligible, total))| {
        format!("{}\n", json!({ "answers": { TRACK: answers }, "eligible": eligible, "total": total }))
    });
    fs::write(file, lines.collect::<String>()).expect("a file for the applicants");

    report("a function written by hand", difference, time(&plain, Agency::outcome));
    report("知测, `screen`", None, time(&facts, outcome));
    report("知测, `assess` with every reason", None, time(&answers, |answers| assess(track, answers, as_of, &choices)));
}

fn report(name: &str, difference: Option<usize>, nanoseconds: u64) {
    let difference = difference.map(|at| format!("applicant {}", at + 1));
    let version = env!("CARGO_PKG_VERSION");
    let row = json!({ "name": name, "version": version, "runtime": "Rust", "difference": difference, "nanoseconds": nanoseconds });
    println!("{row}");
}

/// Nanoseconds for an applicant in the least disturbed of some rounds.
fn time<A, T>(applicants: &[A], mut judge: impl FnMut(&A) -> T) -> u64 {
    let mut round = || {
        let (start, mut judged) = (Instant::now(), 0);
        while start.elapsed() < ROUND {
            for applicant in applicants {
                black_box(judge(black_box(applicant)));
            }
            judged += applicants.len();
        }
        start.elapsed().as_nanos() / u128::try_from(judged).expect("a number of applicants")
    };
    let least = (0..ROUNDS).map(|_| round()).min().expect("one round at least");
    u64::try_from(least).expect("less than centuries")
}

/// Answers to every question of the track, by the name each has there.
fn applicants(pack: &Pack) -> Vec<Map<String, Value>> {
    let facts: Vec<(&str, &Fact)> = pack
        .file
        .facts
        .iter()
        // Whoever has no lists gives the numbers alone.
        .filter(|fact| fact.kind != Kind::List)
        .filter_map(|fact| Some((fact.id.strip_prefix(TRACK)?.strip_prefix('.')?, fact)))
        .collect();
    let mut draw = Draw(1);
    let mut answer = |id: &str, fact: &Fact| match fact.kind {
        // Most agencies qualify, and enough is granted to tell the tiers apart.
        Kind::Bool => json!(draw.below(10) < if id.ends_with("filings") { 2 } else { 8 }),
        Kind::Choice => json!(fact.options.get(draw.below(fact.options.len())).expect("an option").id),
        _ => json!(draw.below(if id == "invention_grants" { 300 } else { 10 })),
    };
    let mut applicant = || facts.iter().map(|(id, fact)| ((*id).to_owned(), answer(id, fact))).collect();
    (0..APPLICANTS).map(|_| applicant()).collect()
}

fn prefixed(answers: &Map<String, Value>) -> Value {
    answers.iter().map(|(id, value)| (format!("{TRACK}.{id}"), value.clone())).collect()
}

fn yuan(units: i128) -> i64 {
    i64::try_from(units / 10_000).expect("a sum")
}

/// The answers as a programmer would declare them for this one track.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
struct Agency {
    patent_licensed: bool,
    in_zone: bool,
    pledge_loans: i64,
    securitisations: i64,
    custody_mode: Custody,
    custody_recognised: bool,
    new_attorneys: i64,
    brand_national: bool,
    brand_provincial: bool,
    cases_won: i64,
    abnormal_filings: bool,
    invention_grants: i64,
    zeroing: bool,
    zeroing_grants: i64,
    doubling: bool,
    doubling_grants: i64,
}

enum Custody {
    None,
    Full,
    Advisory,
    Single,
}

impl Agency {
    fn of(answers: &Map<String, Value>) -> Self {
        let yes = |id: &str| answers.get(id).and_then(Value::as_bool).expect("yes or no");
        let count = |id: &str| answers.get(id).and_then(Value::as_i64).expect("a count");
        Self {
            patent_licensed: yes("patent_licensed"),
            in_zone: yes("in_zone"),
            pledge_loans: count("pledge_loans"),
            securitisations: count("securitisations"),
            custody_mode: match answers.get("custody_mode").and_then(Value::as_str) {
                Some("full") => Custody::Full,
                Some("advisory") => Custody::Advisory,
                Some("single") => Custody::Single,
                _ => Custody::None,
            },
            custody_recognised: yes("custody_recognised"),
            new_attorneys: count("new_attorneys"),
            brand_national: yes("brand_national"),
            brand_provincial: yes("brand_provincial"),
            cases_won: count("cases_won"),
            abnormal_filings: yes("abnormal_filings"),
            invention_grants: count("invention_grants"),
            zeroing: yes("zeroing"),
            zeroing_grants: count("zeroing_grants"),
            doubling: yes("doubling"),
            doubling_grants: count("doubling_grants"),
        }
    }

    /// The rules under the first case of each reading, every fact being answered: the ceiling for any engine.
    fn outcome(&self) -> Outcome {
        if !(self.patent_licensed && self.in_zone) {
            return (false, 0);
        }
        let custody = match self.custody_mode {
            Custody::Full if self.custody_recognised => 50_000,
            Custody::Advisory if self.custody_recognised => 30_000,
            Custody::Single if self.custody_recognised => 10_000,
            _ => 0,
        };
        let brand = match (self.brand_national, self.brand_provincial) {
            (true, _) => 200_000,
            (false, true) => 100_000,
            (false, false) => 0,
        };
        let grants = match self.invention_grants {
            _ if self.abnormal_filings => 0,
            201.. => 50_000,
            121.. => 30_000,
            71.. => 10_000,
            _ => 0,
        };
        let zero_or_double = match (self.doubling, self.zeroing) {
            _ if self.abnormal_filings => 0,
            (true, _) if self.doubling_grants >= 5 => 50_000,
            (_, true) if self.zeroing_grants >= 1 => 10_000,
            _ => 0,
        };
        let counted = self.pledge_loans * 10_000 + self.securitisations * 100_000 + self.new_attorneys * 10_000;
        (true, counted + custody + brand + (self.cases_won * 50_000).min(200_000) + grants + zero_or_double)
    }
}
