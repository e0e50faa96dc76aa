//! `zhice export --to ics`.

use std::fs;

use ical::property::Property;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::readers::events;
use crate::zhice::{SAMPLE, Zhice};

/// What a text of the sample says here: everything that means something in a calendar, and a line too long for one.
const HOSTILE: &str = "报送; a, b: \\n \\\nEND:VEVENT\nBEGIN:VALARM\t\"x\" 知识产权服务业集聚发展示范区申报材料";

fn draft(programme: &str, track: &str, lang: &str) -> String {
    let case = ["draft", "--programme", programme, "--track", track, "--answers", "-", "--as-of", "2020-10-01"];
    Zhice::new().args(case).args(["--lang", lang]).stdin("{}").exits(0).stdout
}

fn calendar(draft: &str) -> String {
    Zhice::new().args(["export", "-", "--to", "ics", "--out", "-"]).stdin(draft).exits(0).stdout
}

/// The value of a property, as it was before it was escaped.
pub fn value(event: &[Property], name: &str) -> String {
    let found: Vec<&Property> = event.iter().filter(|property| property.name == name).collect();
    assert_eq!(found.len(), 1, "{name} in {event:?}");
    let mut rest = found[0].value.as_deref().unwrap_or_default().chars();
    let mut value = String::new();
    while let Some(c) = rest.next() {
        value.push(match (c, if c == '\\' { rest.next() } else { None }) {
            (_, Some('n')) => '\n',
            (_, Some(c @ ('\\' | ',' | ';'))) | (c, None) => c,
            (_, Some(other)) => panic!("`\\{other}` means nothing"),
        });
    }
    value
}

fn days(event: &[Property]) -> [String; 2] {
    ["DTSTART", "DTEND"].map(|name| {
        let property = event.iter().find(|property| property.name == name).expect("a day");
        assert_eq!(property.params, Some(vec![("VALUE".to_owned(), vec!["DATE".to_owned()])]));
        value(event, name)
    })
}

#[test]
fn a_step_on_a_day() {
    let draft = draft("cnipa-2023-zone", "demonstration", "en");
    let calendar = calendar(&draft);
    let [submit] = events(&calendar).try_into().expect("one event");
    assert_eq!(days(&submit), ["20230810", "20230811"]);
    assert_eq!(value(&submit, "UID"), "cnipa-2023-zone/demonstration/step/submit@zhice");
    assert_eq!(value(&submit, "DTSTAMP"), "20201001T000000Z");
    assert_eq!(
        value(&submit, "SUMMARY"),
        "National demonstration and pilot zones for high-quality IP service clusters: \
         First batch: documents to CNIPA, on paper and electronically"
    );
    assert_eq!(
        value(&submit, "DESCRIPTION"),
        "Who acts: Provincial IP department\n\
         Source: Notice of the China National Intellectual Property Administration on Improving and Upgrading \
         Intellectual Property Service Cluster Zones (国知发运字〔2023〕28号), Part 2(1)4\n\
         For reference only; what the authority announces is what holds."
    );
}

#[test]
fn a_year_is_its_last_day_and_what_falls_due_together_stands_together() {
    let calendar = calendar(&draft("zibo-2024-city", "city", "zh"));
    let events = events(&calendar);
    let ids: Vec<String> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(ids, ["zibo-2024-city/city/by/2026@zhice", "zibo-2024-city/city/period-until@zhice"]);
    assert!(events.iter().all(|event| days(event) == ["20261231", "20270101"]));

    let pack: Value = serde_json::from_str(include_str!("../../../public/packs/zibo-2024-city.json")).expect("JSON");
    let indicators = pack["tracks"][0]["indicators"].as_array().expect("indicators");
    let due =
        indicators.iter().filter(|one| one["by"] == "2026").map(|one| one["title"]["zh"].as_str().expect("title"));
    let due: Vec<String> = due.map(|title| format!("- {title}")).collect();
    let description = value(&events[0], "DESCRIPTION");
    let lines: Vec<&str> = description.lines().collect();
    assert_eq!(lines[0], "文件只写到2026年，按当年12月31日计算。");
    assert_eq!(lines[1..=due.len()], due);
    assert!(lines[due.len() + 1].starts_with("依据："), "{description}");
    assert_eq!(lines[due.len() + 2..], ["仅供参考，以主管部门通知为准。"]);
    assert!(value(&events[0], "SUMMARY").ends_with(&format!("：自我评价 {} 项内容的期限", due.len())));
}

#[test]
fn any_text_stays_in_its_place_and_no_line_is_too_long() {
    let mut pack: Value = serde_json::from_str(SAMPLE).expect("JSON");
    pack["standing"]["trial_until"] = json!(null);
    pack["tracks"][0]["procedure"][0]["due"] = json!("2020-02-28");
    pack["tracks"][0]["procedure"][0]["title"]["zh"] = json!(HOSTILE);
    let case = ["--pack", "sample.json", "--track", "apply", "--answers", "-", "--as-of", "2020-01-01"];
    let run = |args: &[&str], stdin: &str| {
        let run = Zhice::new().file("sample.json", pack.to_string()).args(args.iter().copied());
        run.stdin(stdin).exits(0).stdout
    };
    let draft = run(&[&["draft"][..], &case].concat(), "{}");
    let calendar = run(&["export", "-", "--pack", "sample.json", "--to", "ics", "--out", "-"], &draft);

    let [event] = events(&calendar).try_into().expect("one event");
    assert_eq!(days(&event), ["20200228", "20200229"]);
    assert_eq!(value(&event, "SUMMARY"), format!("示例项目：{HOSTILE}"));
    let whole = calendar.strip_suffix("\r\n").expect("a last line that ends");
    assert!(whole.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{calendar}");
}

#[test]
fn a_calendar_goes_beside_the_draft() {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("my.draft.json");
    let draft = draft("zibo-2020-zone", "agency", "zh");
    fs::write(&path, &draft).expect("a file");
    let written = path.with_extension("ics");
    let run = Zhice::new().args(["export", &path.display().to_string(), "--to", "ics"]);
    run.exits(0).stdout(&format!("{}: ok\n", written.display()));
    assert_eq!(fs::read_to_string(written).expect("the calendar"), calendar(&draft));
}

#[test]
fn a_document_without_a_day_has_no_calendar() {
    Zhice::new()
        .file("draft.json", draft("zhejiang-2018-zone", "zone", "zh"))
        .args(["export", "draft.json", "--to", "ics"])
        .refused(&[
            "the document of `zhejiang-2018-zone` gives no day for track `zone`, draft.json, write --to docx or --to md"
        ]);
}

/// A national zone that was approved, as of a day.
fn life(answers: &Value, as_of: &str) -> String {
    let case = ["draft", "--programme", "cnipa-2023-zone", "--track", "pilot", "--answers", "-", "--as-of", as_of];
    calendar(&Zhice::new().args(case).stdin(&answers.to_string()).exits(0).stdout)
}

#[test]
fn days_in_the_life_of_a_zone_come_with_reminders() {
    let approved = json!({ "zone.national_stage": "approved", "zone.approved_on": "2024-01-15" });
    let text = life(&approved, "2024-03-01");
    let events = events(&text);
    let ids: Vec<String> = events.iter().map(|event| value(event, "UID")).collect();
    let id = |step: &str| format!("cnipa-2023-zone/pilot/step/{step}@zhice");
    assert_eq!(ids, [id("submit"), id("construction-plan"), id("yearly-report"), id("accept")]);
    assert_eq!(days(&events[1]), ["20240415", "20240416"]);
    assert_eq!(days(&events[2]), ["20250131", "20250201"]);
    assert_eq!(value(&events[2], "RRULE"), "FREQ=YEARLY;UNTIL=20270115");
    assert_eq!(days(&events[3]), ["20270115", "20270116"]);
    // Of three days ahead each has two reminders, the day that is past none.
    assert_eq!(text.matches("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P").count(), 6);
    let past = text.split("END:VEVENT").next().expect("an event");
    assert!(!past.contains("VALARM"), "{past}");
}

#[test]
fn what_is_overdue_says_so() {
    let approved = json!({ "zone.national_stage": "approved", "zone.approved_on": "2024-01-15" });
    let overdue = |text: &str| {
        let described: Vec<String> = events(text).iter().map(|event| value(event, "DESCRIPTION")).collect();
        described.into_iter().filter(|text| text.starts_with("截至")).collect::<Vec<_>>()
    };
    assert_eq!(overdue(&life(&approved, "2024-04-15")), [""; 0]);
    let found = overdue(&life(&approved, "2024-04-16"));
    assert!(found.len() == 1 && found[0].starts_with("截至2024年4月16日已逾期。\n"), "{found:?}");
    let filed = json!({ "zone.national_stage": "building", "zone.approved_on": "2024-01-15" });
    assert_eq!(overdue(&life(&filed, "2024-04-16")), [""; 0]);
}

/// A rule would skip the years without 29 February, so each day is an event of its own.
#[test]
fn what_no_rule_says_exactly_is_listed() {
    let title = |day: &str| json!({ "zone.stage": "recognised", "zone.titled_on": day });
    let listed = |answers: &Value| {
        let case = ["draft", "--programme", "zhejiang-2018-zone", "--track", "zone", "--answers", "-"];
        let draft = Zhice::new().args(case).args(["--as-of", "2021-01-01"]).stdin(&answers.to_string()).exits(0).stdout;
        let text = calendar(&draft);
        let starts: Vec<String> = events(&text).iter().map(|event| days(event)[0].clone()).collect();
        (starts, text.contains("RRULE:FREQ=YEARLY;INTERVAL=2\r\n"))
    };
    let three = ["20220228", "20240229", "20260228"].map(ToOwned::to_owned).to_vec();
    assert_eq!(listed(&title("2020-02-29")), (three, false));
    assert_eq!(listed(&title("2020-03-01")), (vec!["20220301".to_owned()], true));
}
