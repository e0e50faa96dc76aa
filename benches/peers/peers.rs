//! The rule engines of the Rust world on the agency track of Zibo: their results are compared first, then timed.
//!
//! Reads a file with one applicant a line and writes a JSON object a line, one for each engine.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const LOCK: &str = include_str!("Cargo.lock");
const LOGIC: &str = include_str!("agency.jsonlogic.json");
const EXPRESSIONS: &str = include_str!("agency.expressions.json");
/// Of so many rounds the least disturbed counts.
const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_millis(300);

/// Whether an applicant is eligible, and the total.
type Outcome = (bool, i64);

fn main() {
    let file = std::env::args().nth(1).expect("the file of the applicants");
    let text = std::fs::read_to_string(file).expect("the file of the applicants");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("an applicant")).collect();
    let expected: Vec<Outcome> = lines.iter().map(|line| outcome(&line["eligible"], &line["total"])).collect();

    let engine = datalogic_rs::Engine::new();
    let logic = engine.compile(LOGIC).expect("rules");
    let parsed: Vec<_> = lines
        .iter()
        .map(|line| datalogic_rs::ParsedData::from_json(&line["answers"].to_string()).expect("answers"))
        .collect();
    let mut session = engine.session();
    report("datalogic-rs", &expected, &parsed, |data| {
        session.reset();
        let found = session.eval_borrowed(&logic, data).expect("a result");
        match found {
            datalogic_rs::DataValue::Array([eligible, total]) => {
                (eligible.as_bool().expect("yes or no"), total.as_i64().expect("a sum"))
            }
            other => panic!("{other:?}"),
        }
    });

    let environment = Arc::new(cel::Env::stdlib());
    let expressions: Value = serde_json::from_str(EXPRESSIONS).expect("expressions");
    let compile = |name: &str| environment.compile(expressions[name].as_str().expect("a text")).expect("an expression");
    let (eligible, total) = (compile("eligible"), compile("total"));
    let contexts: Vec<_> = lines
        .iter()
        .map(|line| {
            let mut context = cel::Context::with_env(environment.clone());
            context.add_variable_from_value("agency", signed(&line["answers"]["agency"]));
            context
        })
        .collect();
    report("cel", &expected, &contexts, |context| {
        match (eligible.execute(context).expect("a result"), total.execute(context).expect("a result")) {
            (cel::Value::Bool(eligible), cel::Value::Int(total)) => (eligible, total),
            other => panic!("{other:?}"),
        }
    });
}

/// CEL compares no signed number with an unsigned one: whole numbers are given as signed.
fn signed(answers: &Value) -> std::collections::HashMap<String, cel::Value> {
    let value = |value: &Value| match value {
        Value::Bool(value) => cel::Value::Bool(*value),
        Value::String(text) => cel::Value::String(Arc::new(text.clone())),
        other => cel::Value::Int(other.as_i64().expect("a whole number")),
    };
    answers.as_object().expect("answers").iter().map(|(id, answer)| (id.clone(), value(answer))).collect()
}

fn outcome(eligible: &Value, total: &Value) -> Outcome {
    (eligible.as_bool().expect("yes or no"), total.as_i64().expect("a sum"))
}

fn report<T>(name: &str, expected: &[Outcome], applicants: &[T], mut judge: impl FnMut(&T) -> Outcome) {
    let differing = applicants.iter().zip(expected).enumerate().find_map(|(at, (applicant, expected))| {
        let found = judge(applicant);
        (found != *expected).then(|| format!("applicant {}: {found:?}, not {expected:?}", at + 1))
    });
    let round = |_| {
        let (start, mut judged) = (Instant::now(), 0_u128);
        while start.elapsed() < ROUND {
            for applicant in applicants {
                black_box(judge(applicant));
            }
            judged += applicants.len() as u128;
        }
        start.elapsed().as_nanos() / judged
    };
    let least = (0..ROUNDS).map(round).min();
    println!(
        "{}",
        json!({ "name": name, "version": version(name), "runtime": "Rust", "difference": differing,
                "nanoseconds": least.and_then(|least| u64::try_from(least).ok()) })
    );
}

/// The version in the lock file.
fn version(name: &str) -> &str {
    let after = LOCK.split(&format!("name = \"{name}\"\nversion = \"")).nth(1);
    after.and_then(|rest| rest.split('"').next()).expect("a locked version")
}
