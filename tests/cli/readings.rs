//! `--reading id=case`.

use serde_json::{Value, json};

use crate::zhice::{SETTLED, Zhice};

#[track_caller]
fn refused(readings: &[&str], line: &str) {
    let options = readings.iter().flat_map(|reading| ["--reading", reading]);
    Zhice::with_answers("assess", "{}").args(options).refused(&[line]);
}

#[test]
fn a_reading_moves_the_boundary_it_is_about() {
    let staff = |count: &str, reading: &str| -> Value {
        let answers = SETTLED.replace("15", count);
        let run = Zhice::with_answers("assess", &answers).args(["--format", "json", "--reading", reading]).exits(0);
        run.json()["support"]["measures"][1]["amount"]["high"].clone()
    };
    for (count, over, from) in [("9", 0, 0), ("10", 0, 10_000), ("11", 10_000, 10_000), ("20", 10_000, 30_000)] {
        assert_eq!(staff(count, "sample.over=over"), json!(over), "{count} staff, over");
        assert_eq!(staff(count, "sample.over=from"), json!(from), "{count} staff, from");
    }
}

#[test]
fn a_reading_there_is_not() {
    refused(&["sample.under=over"], "no reading `sample.under`, --reading, the readings are sample.over");
    refused(&["sample.over=under"], "reading `sample.over` has no case `under`, --reading, its cases are over, from");
    refused(&["sample.over=over", "sample.over=from"], "reading `sample.over` is given twice, --reading, keep one");
    let line =
        "`sample.over` is not a reading and its case, written id=case, --reading <ID=CASE>, see zhice assess --help";
    refused(&["sample.over"], line);
}
