//! How time and memory grow with a pack: with its conditions, its measures and the combinations of its readings.
//!
//! Writes a JSON object a line to standard output, for `cargo xtask bench`. Each pack is measured in a process of its
//! own, whose most memory the kernel counts, so this measures on Linux alone.
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zhice::engine::missing::missing;
use zhice::engine::plan::plan;
use zhice::engine::reach::{Goal, reach};
use zhice::engine::{Case, assess};
use zhice::model::json::{self as strict, Limits};
use zhice::model::{Answers, AsOf, Lang};
use zhice::pack::{Choices, Pack, PackFile, check};

/// Conditions, measures, and readings of two cases each.
const SIZES: [[usize; 3]; 10] = [
    [10, 2, 1],
    [100, 2, 1],
    [1_000, 2, 1],
    [10_000, 2, 1],
    [100, 5, 1],
    [100, 20, 1],
    [100, 20, 4],
    [100, 20, 8],
    [100, 20, 12],
    [100, 20, 20],
];
/// Each fact is looked at by several conditions where there are many.
const FACTS: usize = 500;
/// What is quick is measured for so long.
const LONG: Duration = Duration::from_millis(200);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    // `cargo test --benches` only asks whether it starts.
    if words.iter().any(|word| word == "--test") || !fs::exists("/proc/self/status").is_ok_and(|there| there) {
        return;
    }
    if let [conditions, measures, readings] = words.as_slice() {
        let number = |word: &String| word.parse().expect("a number");
        println!("{}", measured(number(conditions), number(measures), number(readings)));
        return;
    }
    for size in SIZES {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program);
        let output = child.args(size.map(|number| number.to_string())).output().expect("a process of ours");
        print!("{}", String::from_utf8(output.stdout).expect("a row"));
    }
}

fn measured(conditions: usize, measures: usize, readings: usize) -> Value {
    let text = pack(conditions, measures, readings).to_string();
    let size = json!({ "conditions": conditions, "measures": measures, "readings": readings, "bytes": text.len() });
    let row = |found: Value| -> Value {
        let both = [size, found].into_iter().filter_map(|part| part.as_object().cloned()).flatten();
        Value::Object(both.collect())
    };
    let loaded = match Pack::load(&text) {
        Ok(loaded) => loaded.pack,
        Err(refused) => {
            return row(json!({ "refused": refused.first().map(|one| one.message.get(Lang::En).to_owned()) }));
        }
    };
    let json = strict::read(&text, Limits::PACK).expect("it was read already");
    let mut file: PackFile = strict::shape(&json).expect("it was read already");
    let track = loaded.track("grow").expect("the pack has this track");
    let (answers, choices) = (Answers::default(), Choices::default());
    let as_of: AsOf = "2020-10-01".parse().expect("a day");
    let case = Case::new(track, &answers, &choices);
    row(json!({
        "load": time(|| Pack::load(&text).is_ok()),
        "check": time(|| check::check(&mut file, &json)),
        "assess": time(|| assess(track, &answers, as_of, &choices)),
        "plan": time(|| plan(&case)),
        "reach": time(|| reach(&case, &Goal::Eligible, as_of).is_ok()),
        "next question": time(|| missing(&case).next),
        "kib": most_memory(),
    }))
}

/// Nanoseconds of one run; of what is quick, of the quickest.
fn time<T>(mut run: impl FnMut() -> T) -> u64 {
    let (start, mut least) = (Instant::now(), Duration::MAX);
    while least == Duration::MAX || start.elapsed() < LONG {
        let begun = Instant::now();
        black_box(run());
        least = least.min(begun.elapsed());
    }
    u64::try_from(least.as_nanos()).expect("less than centuries")
}

fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("what the kernel says of a process");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    most.and_then(|kib| kib.parse().ok()).expect("the most memory it held")
}

/// A pack with so many conditions on counts, and measures of which the first each turn on a reading of their own.
fn pack(conditions: usize, measures: usize, readings: usize) -> Value {
    let (text, cite) = (json!({ "zh": "文", "en": "t" }), "第一条");
    let facts = conditions.min(FACTS);
    let yes_or_no = |id: String| json!({ "id": id, "type": "bool", "label": text, "question": text, "cite": cite });
    let count = |id: String| json!({ "id": id, "type": "count", "max": 99, "label": text, "question": text, "unit": text, "cite": cite });
    let asked = |letter: char, number: usize| (0..number).map(move |at| format!("{letter}.{at}"));
    let reading = |at: usize| {
        let cases = ["one", "all"].map(|id| json!({ "id": id, "label": text }));
        json!({ "id": format!("r.{at}"), "question": text, "cases": cases, "reason": text, "cite": cite })
    };
    let condition = |at: usize| {
        let needs = json!({ "is": format!("f.{}", at % facts) });
        json!({ "id": format!("c{at}"), "title": text, "needs": needs, "cite": cite })
    };
    let measure = |at: usize| {
        let each = json!({ "per_unit": { "fact": format!("g.{at}"), "each": 1000 + at } });
        let cases = json!([{ "case": "one", "then": { "fixed": 1000 } }, { "case": "all", "then": each }]);
        let turns = json!({ "by_reading": { "reading": format!("r.{at}"), "cases": cases } });
        let amount = if at < readings { turns } else { each };
        json!({
            "id": format!("m{at}"), "title": text, "form": "money", "limit": "exact", "requires": ["c0"],
            "amount": amount, "cite": cite,
        })
    };
    let topic = json!({
        "id": "all", "title": text, "lead": text,
        "facts": asked('f', facts).chain(asked('g', measures)).collect::<Vec<_>>(),
    });
    let track = json!({
        "id": "grow", "title": text, "applicant": "zone", "who": text, "outcome": text, "topics": [topic],
        "record": [], "conditions": (0..conditions).map(condition).collect::<Vec<_>>(), "priorities": [],
        "indicators": [], "consequences": [], "narratives": [], "materials": [], "procedure": [],
        "support": {
            "measures": (0..measures).map(measure).collect::<Vec<_>>(),
            "cumulation": { "rule": { "always": "add" }, "cite": cite },
        },
    });
    json!({
        "format": "zhice.pack/1", "id": "growing", "version": "1", "title": text,
        "document": { "title": text, "number": "一号", "issuer": text, "issued": "2020-01-01" },
        "standing": {
            "in_force": "2020-01-01", "trial_until": null, "period_until": null, "superseded_on": null, "note": text,
            "cite": cite,
        },
        "clauses": [{ "cite": cite, "cite_en": "Art. 1", "says": text, "role": "encoded" }],
        "terms": [], "scales": [],
        "facts": asked('f', facts).map(yes_or_no).chain(asked('g', measures).map(count)).collect::<Vec<_>>(),
        "readings": (0..readings).map(reading).collect::<Vec<_>>(),
        "tracks": [track],
    })
}
