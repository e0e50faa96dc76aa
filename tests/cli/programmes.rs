//! `zhice programmes`.

use serde_json::json;

use crate::zhice::{SAMPLE, Zhice};

#[test]
fn lists_what_is_built_in() {
    Zhice::new().args(["programmes", "--as-of", "2020-10-01"]).exits(0).golden("programmes.zh.txt");
    Zhice::new().args(["programmes", "--as-of", "2021-10-01", "--lang", "en"]).exits(0).golden("programmes.en.txt");
}

#[test]
fn the_standing_is_that_of_the_day() {
    for (day, standing) in [("2019-12-31", "not_yet"), ("2020-12-31", "in_force"), ("2021-01-01", "trial_ended")] {
        Zhice::new()
            .file("sample.json", SAMPLE)
            .args(["programmes", "--pack", "sample.json", "--format", "json", "--as-of", day])
            .exits(0)
            .stdout_json("/as_of", &json!(day))
            .stdout_json("/programmes/0/standing", &json!(standing));
    }
}

#[test]
fn without_a_day_it_is_today() {
    let json = Zhice::new().args(["programmes", "--format", "json"]).exits(0).json();
    let today = json["as_of"].as_str().expect("a day");
    assert!(today > "2025-01-01", "the clock says {today}");
}

#[test]
fn json_names_every_track() {
    Zhice::new()
        .file("sample.json", SAMPLE)
        .args(["programmes", "--pack", "sample.json", "--format", "json", "--lang", "en", "--as-of", "2020-10-01"])
        .exits(0)
        .stdout_json(
            "",
            &json!({
                "as_of": "2020-10-01",
                "programmes": [{
                    "id": "sample",
                    "title": "Sample programme",
                    "document": { "title": "Sample rules", "number": "示发〔2020〕1号", "issuer": "Sample office" },
                    "version": "2026.1",
                    "standing": "in_force",
                    "tracks": [
                        { "id": "apply", "title": "Apply", "who": "A body" },
                        { "id": "record", "title": "Record", "who": "A body" }
                    ]
                }]
            }),
        );
}
