//! Packs and drafts whose every text means something to HTML, XML, Markdown, a calendar, a spreadsheet or a terminal.
//! All of it comes out as text: in the draft, in Word, in Markdown, in the calendar, in the checklists.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use roxmltree::Document;
use serde_json::{Map, Value, json};
use zhice::engine::Case;
use zhice::model::{Answers, Lang};
use zhice::pack::{Choices, Pack, builtin};
use zhice::report::NextSteps;

use super::export::calendar::value;
use super::export::readers::{all, events, markdown_tables, names, part, tables, word_headings, word_tables};
use crate::zhice::Zhice;

/// Everything a text may hold. Carriage returns and other controls no file may hold, so they are refused elsewhere.
const TEXTS: [&str; 14] = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script><!--",
    "]]></w:t><![CDATA[ &amp; &#60; <?xml?>",
    "\" onclick=\"alert(1)\" x='",
    "[a](javascript:alert(1)) ![b](http://x.invalid/y.png) <http://x.invalid>",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "`x` | **y** | ~~z~~ \\| # h",
    "a\nATTENDEE:mailto:x@x.invalid\nEND:VEVENT\nBEGIN:VEVENT;x,\\n",
    "a\u{2028}b\u{2029}c",
    "${alert(1)} {{alert(1)}} {body} {title}",
    "javascript:alert(1)",
];

/// The same JSON with each text in two languages, each citation and each number of a document made hostile.
/// Citations stay the same wherever they stand.
fn poison(json: &mut Value, count: &mut usize) {
    match json {
        Value::Object(fields) => {
            let cites = BTreeMap::from([("cite", "§"), ("cite_en", "Art. "), ("number", "№ "), ("version", "v")]);
            let two_languages = fields.contains_key("zh") && fields.contains_key("en");
            for (key, field) in fields.iter_mut() {
                match (field, cites.get(key.as_str())) {
                    (Value::String(text), Some(sign)) => *text = format!("{sign}{}{text}", TEXTS[text.len() % 14]),
                    (Value::String(text), None) if two_languages => {
                        *text = format!("{} {key}{count}", TEXTS[*count % TEXTS.len()]);
                        *count += 1;
                    }
                    // What is counted alike stays alike.
                    (field, _) if key == "unit" => poison(field, &mut 0),
                    (field, _) => poison(field, count),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, count)),
        _ => {}
    }
}

/// Each built-in pack, hostile in every text, and loaded.
fn packs() -> Vec<(String, Pack)> {
    let hostile = builtin::ids().map(|id| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/packs/{id}.json"));
        let mut json: Value = serde_json::from_str(&fs::read_to_string(file).expect("a pack")).expect("JSON");
        poison(&mut json, &mut 0);
        let text = json.to_string();
        match Pack::load(&text) {
            Ok(loaded) => (text, loaded.pack),
            Err(found) => panic!("{id}: {:?}", found[0]),
        }
    });
    hostile.collect()
}

/// Everything an applicant may add to a track.
fn dossier(pack: &Pack, track: &str) -> Value {
    let track = pack.track(track).expect("its track").track;
    let texts = |ids: Vec<&String>| -> Map<String, Value> {
        ids.into_iter().zip(TEXTS.iter().cycle().skip(3)).map(|(id, text)| (id.clone(), json!(text))).collect()
    };
    let fields = ["name", "credit_code", "legal_representative", "contact", "mobile", "email", "address"];
    let fields = fields.map(ToOwned::to_owned);
    json!({
        "applicant": texts(fields.iter().collect()),
        "narratives": texts(track.narratives.iter().map(|one| &one.id).collect()),
        "evidence": texts(track.topics.iter().flat_map(|topic| &topic.facts).collect()),
    })
}

/// A draft on this track of this pack, and what it is exported to.
struct Run {
    text: String,
    draft: String,
}

impl Run {
    fn of(text: &str, pack: &Pack, track: &str, lang: &str) -> Self {
        let case = ["--track", track, "--answers", "-", "--dossier", "dossier.json", "--as-of", "2020-10-01"];
        let draft = Zhice::new()
            .file("pack.json", text)
            .file("dossier.json", dossier(pack, track).to_string())
            .args(["draft", "--pack", "pack.json", "--lang", lang])
            .args(case)
            .stdin("{}")
            .exits(0)
            .stdout;
        Self { text: text.to_owned(), draft }
    }

    fn zhice(&self, args: &[&str]) -> Zhice {
        let run = Zhice::new().file("pack.json", &self.text).file("draft.json", &self.draft);
        run.args(args.iter().copied()).args(["draft.json", "--pack", "pack.json"])
    }
}

/// As it is set on paper: a line for each line, whatever ends it.
fn fit(text: &str) -> String {
    text.replace(['\u{2028}', '\u{2029}'], "\n")
}

#[test]
fn a_hostile_pack_is_a_pack_and_its_drafts_hold() {
    for (text, pack) in packs() {
        for track in &pack.file.tracks {
            Run::of(&text, &pack, &track.id, "zh").zhice(&["verify"]).exits(0).stdout("draft.json: ok\n");
        }
    }
}

#[test]
fn every_text_comes_back_from_word_and_from_markdown() {
    for (text, pack) in packs() {
        for (track, lang) in pack.file.tracks.iter().zip(["zh", "en"].into_iter().cycle()) {
            let run = Run::of(&text, &pack, &track.id, lang);
            let json: Value = serde_json::from_str(&run.draft).expect("JSON");
            let expected: Vec<Vec<String>> =
                tables(&json).iter().map(|table| table.iter().map(|cell| fit(cell)).collect()).collect();

            let exported = run.zhice(&["export", "--to", "docx", "--out", "-"]).start().wait_with_output();
            let document = exported.expect("the command ends").stdout;
            assert_eq!(word_tables(&document), expected);
            for name in names(&document) {
                let xml = part(&document, &name);
                let xml = Document::parse(&xml).unwrap_or_else(|error| panic!("{name}: {error}"));
                for element in ["hyperlink", "fldChar", "instrText", "altChunk", "object", "drawing", "pict"] {
                    assert_eq!(all(xml.root(), element).count(), 0, "{element} in {name}");
                }
            }
            assert_eq!(word_headings(&document).len(), expected.len() - 1, "a heading for each table but the cover");

            let page = run.zhice(&["export", "--to", "md"]).exits(0).stdout;
            assert_eq!(markdown_tables(&page), expected);
        }
    }
}

#[test]
fn a_calendar_has_an_entry_for_each_day_and_nothing_else() {
    let mut checked = 0;
    for (text, pack) in packs() {
        for track in &pack.file.tracks {
            let (answers, choices) = (Answers::default(), Choices::default());
            let case = Case::new(pack.track(&track.id).expect("its track"), &answers, &choices);
            let days = NextSteps::of(&case, "2020-10-01".parse().expect("a day"), Lang::Zh).dates;
            if days.is_empty() {
                continue;
            }
            let run = Run::of(&text, &pack, &track.id, "zh");
            let calendar = run.zhice(&["export", "--to", "ics", "--out", "-"]).exits(0).stdout;
            let events = events(&calendar);
            assert_eq!(events.len(), days.len());
            for (event, day) in events.iter().zip(&days) {
                let properties: Vec<&str> = event.iter().map(|property| property.name.as_str()).collect();
                assert_eq!(properties, ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"]);
                assert_eq!(value(event, "SUMMARY"), format!("{}：{}", pack.file.title.zh, day.title));
                let cites: Vec<&str> = day.cites.iter().map(String::as_str).collect();
                assert!(cites.iter().all(|cite| value(event, "DESCRIPTION").contains(cite)));
                checked += 1;
            }
        }
    }
    assert!(checked > 3, "{checked}");
}

#[test]
fn the_checklists_hold_no_element_and_no_link_of_a_pack() {
    for (text, _) in packs() {
        let page = Zhice::new().file("pack.json", text).args(["materials", "--pack", "pack.json"]).exits(0).stdout;
        let page = page.lines().skip_while(|line| !line.starts_with("<body")).collect::<Vec<_>>().join("\n");
        let page = page.replace("<br>", "<br/>").replace("</html>", "");
        let page = Document::parse(&page).expect("elements that close");
        for node in page.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(
                ["body", "div", "h1", "h2", "h3", "h4", "h5", "p", "ul", "li", "a", "b", "br", "span"].contains(&name)
            );
            assert!(node.attribute("href").is_none_or(|address| address.starts_with('#')));
            assert!(node.attributes().all(|one| ["href", "id", "class", "lang"].contains(&one.name())));
        }
    }
}

#[test]
fn no_id_leaves_its_place() {
    for pointer in ["/id", "/tracks/0/id", "/tracks/0/procedure/0/id", "/facts/0/id"] {
        let mut json: Value = serde_json::from_str(crate::zhice::SAMPLE).expect("JSON");
        *json.pointer_mut(pointer).expect("an id") = json!("../x\nATTENDEE:mailto:x@x.invalid");
        let found = Pack::load(&json.to_string()).expect_err("no id");
        assert!(found.iter().any(|one| one.pointer == pointer && one.message.en.ends_with("is no id")), "{found:?}");
    }
}
