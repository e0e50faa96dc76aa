//! The built-in packs are sound, and the checker finds each defect it knows, exactly once and where it is.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zhice::model::{Lang, Text};
use zhice::pack::check::family;
use zhice::pack::{Code, Diagnostic, Fact, Pack, builtin, links};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let listed = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.expect("a folder entry").path()).collect();
    files.sort();
    files
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn stem(file: &Path) -> &str {
    file.file_stem().and_then(|stem| stem.to_str()).expect("a file name in UTF-8")
}

/// Everything the checker says about a text.
fn diagnostics(text: &str) -> Vec<Diagnostic> {
    match Pack::load(text) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}

fn listed(found: &[Diagnostic]) -> String {
    found.iter().map(|one| one.said(Lang::En)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_good_pack_is_silent_and_bears_the_name_of_its_file() {
    let mut checked = 0;
    for file in files("public/packs").into_iter().chain(files("tests/packs/good")) {
        let text = read(&file);
        let found = diagnostics(&text);
        assert!(found.is_empty(), "{}:\n{}", file.display(), listed(&found));
        let pack = Pack::load(&text).expect("a pack without findings loads").pack;
        assert_eq!(pack.file.id, stem(&file), "{}: the file name is not the id", file.display());
        checked += 1;
    }
    assert!(checked >= 3, "a built-in pack and two samples at least");
}

#[test]
fn every_pack_in_the_folder_is_built_in() {
    let folder: Vec<String> = files("public/packs").iter().map(|file| stem(file).to_owned()).collect();
    assert_eq!(builtin::ids().collect::<Vec<_>>(), folder);
    assert_eq!(builtin::all().len(), folder.len(), "one of them does not load");
    // A widget that is worked on fetches them as they are.
    let assets = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/portal/assets.js"));
    let named = assets.split("programme: \"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
    assert_eq!(named.collect::<Vec<_>>(), folder, "src/portal/assets.js names others");
}

/// What the page fetches is written by whoever has checked it.
#[test]
fn a_pack_that_was_checked_before_is_the_same() {
    for file in files("public/packs").into_iter().chain(files("tests/packs/good")) {
        let text = read(&file);
        let checked = Pack::load(&text).expect("a pack without findings loads").pack;
        let bytes = checked.to_bytes().expect("it can be written");
        let vouched = Pack::vouched(&bytes, checked.digest.clone()).expect("it can be read");
        assert_eq!(format!("{vouched:?}"), format!("{checked:?}"), "{}", file.display());
    }
}

/// Answers are carried from one programme to another by the id of the fact.
#[test]
fn a_fact_is_the_same_in_every_pack() {
    let packs = builtin::all();
    let facts = packs.iter().flat_map(|pack| pack.file.facts.iter().map(move |fact| (pack.file.id.as_str(), fact)));
    let mut first: BTreeMap<&str, (&str, &Fact)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (pack, fact) in facts {
        let (known, earlier) = *first.entry(&fact.id).or_insert((pack, fact));
        let fields = meaning(earlier).into_iter().zip(meaning(fact));
        for ((field, before), (_, now)) in fields.filter(|(before, now)| before != now) {
            wrong.push(format!("`{}`: `{field}` is {before} in {known}, {now} in {pack}", fact.id));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_built_in_packs_are_one_family() {
    let packs = builtin::all();
    let files: Vec<_> = packs.iter().map(|pack| &pack.file).collect();
    let found: Vec<_> = family::check(&files).into_iter().map(|(_, one)| one).collect();
    assert!(found.is_empty(), "{}", listed(&found));
}

/// What makes two facts the same, by field.
fn meaning(fact: &Fact) -> [(&'static str, Value); 10] {
    let options = fact.options.iter().map(|option| json!([option.id, option.label, option.says]));
    [
        ("question", json!(fact.question)),
        ("type", json!(fact.kind)),
        ("unit", json!(fact.unit)),
        ("options", options.collect()),
        ("min", json!(fact.min)),
        ("max", json!(fact.max)),
        ("fixed", json!(fact.fixed)),
        ("doing", json!(fact.doing)),
        ("discretion", json!(fact.discretion)),
        ("asked_when", json!(fact.asked_when)),
    ]
}

#[test]
fn every_defect_is_found_once_and_where_it_is() {
    let mut wrong = Vec::new();
    for file in files("tests/packs/bad") {
        if let Err(why) = found_once(stem(&file), &read(&file)) {
            wrong.push(format!("{}: {why}", stem(&file)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// A bad pack is called `<code>-<what>`; its one diagnostic has that code and points into the file.
fn found_once(name: &str, text: &str) -> Result<(), String> {
    let found = diagnostics(text);
    let [one] = found.as_slice() else {
        return Err(format!("{} findings instead of one\n{}", found.len(), listed(&found)));
    };
    if !name.starts_with(&format!("{}-", one.code)) {
        return Err(format!("found as {}", one.said(Lang::En)));
    }
    let message = &one.message.en;
    if message.is_empty() || one.help.en.is_empty() || message.starts_with(char::is_uppercase) {
        // Words of the JSON reader itself may begin with a capital, such as EOF.
        if one.code != Code::Unreadable {
            return Err(format!("without manners: {}", one.said(Lang::En)));
        }
    }
    for rust in ["struct", "enum ", "variant", "Option", "::", "HashMap", "Vec<"] {
        if message.contains(rust) {
            return Err(format!("speaks Rust: {}", one.said(Lang::En)));
        }
    }
    match serde_json::from_str::<Value>(text) {
        Ok(json) if json.pointer(&one.pointer).is_none() => Err(format!("points at nothing: {}", one.said(Lang::En))),
        // Where there is no JSON there is nothing to point into.
        _ => Ok(()),
    }
}

#[test]
fn every_finding_says_the_same_in_both_languages() {
    let mut wrong = Vec::new();
    for file in files("tests/packs/bad") {
        for one in diagnostics(&read(&file)) {
            let faults = [&one.message, &one.help].into_iter().filter_map(unlike);
            wrong.extend(faults.map(|why| format!("{}: {why}", stem(&file))));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// What no bad pack brings about, too, as it stands in the source.
#[test]
fn every_text_of_the_checker_and_the_command_says_the_same_in_both_languages() {
    let sources = ["", "/check", "/check/logic", "/check/rules"].map(|folder| files(&format!("src/pack{folder}")));
    let said = ["", "/check", "/diff", "/new", "/trial"].map(|folder| files(&format!("src/cli{folder}")));
    let (mut wrong, mut looked_at) = (Vec::new(), 0);
    for file in sources.into_iter().chain(said).flatten().filter(|file| file.extension().is_some_and(|it| it == "rs")) {
        for call in read(&file).replace("\\\"", "'").split("text!(").skip(1) {
            let mut literals = call.split('"').skip(1).step_by(2);
            let (zh, en) = literals.next().zip(literals.next()).expect("two texts");
            looked_at += 1;
            let text = Text { zh: without_names(zh), en: without_names(en) };
            wrong.extend(unlike(&text).map(|why| format!("{}: {why}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    assert!(looked_at > 200, "{looked_at}");
}

/// A text with each name in braces in letters of full width, which are of no language; what is said in one alone is left
/// out.
fn without_names(text: &str) -> String {
    let text = text.replace("{zh}", "").replace("{en}", "").replace("{of}", "");
    let mut within = false;
    let widened = |c: char| {
        within = (within || c == '{') && c != '}';
        let wide = char::from_u32(u32::from(c) + 0xfee0).filter(|_| within && c.is_ascii_graphic());
        wide.unwrap_or(c)
    };
    text.chars().map(widened).collect()
}

/// What sets a text in Chinese and its twin apart: code that only one of them names, words of the other language, a stop.
fn unlike(text: &Text) -> Option<String> {
    let Text { zh, en } = text;
    let code = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let prose = |text: &str| text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let words = prose(zh);
    let mut latin = words.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    let known = ["JSON", "UTF", "YYYY", "MM", "DD"];
    let why = if let Some(missing) = code(en).into_iter().find(|one| !code(zh).contains(one)) {
        format!("no `{missing}` in the Chinese")
    } else if let Some(word) = latin.find(|word| !known.contains(word)) {
        format!("`{word}` in the Chinese")
    } else if !zh.contains(is_han) || prose(en).contains(is_han) {
        "not in its language".to_owned()
    } else if zh.ends_with('。') || en.ends_with('.') || en.is_empty() {
        "without manners".to_owned()
    } else {
        return None;
    };
    Some(format!("{why}\n  {zh}\n  {en}"))
}

#[test]
fn every_code_of_the_checker_has_a_bad_pack() {
    let named: Vec<String> = files("tests/packs/bad").iter().map(|file| stem(file).to_owned()).collect();
    for code in [
        "unreadable",
        "format",
        "id",
        "dangling",
        "type-mismatch",
        "out-of-domain",
        "tiers",
        "overlapping",
        "contradictory",
        "unreachable",
        "empty-group",
        "cyclic",
        "untranslated",
        "uncited",
        "unused",
        "too-many",
    ] {
        assert!(named.iter().any(|name| name.starts_with(&format!("{code}-"))), "no bad pack for `{code}`");
    }
}

#[test]
fn a_pack_with_many_defects_shows_them_all() {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/good/minimal.json"));
    let text = text.replace(r#""is": "plan""#, r#""is": "plam""#).replace(r#""en": "Apply""#, r#""en": """#);
    let pointers: Vec<String> = diagnostics(&text).into_iter().map(|one| one.pointer).collect();
    assert_eq!(pointers, ["/tracks/0/title", "/tracks/0/conditions/0/needs/is"]);
}

/// The packs on disk lead to each other: every programme, track, fact and option that a link names is there.
#[test]
fn every_link_leads_somewhere() {
    let packs = builtin::all();
    let mut checked = 0;
    for pack in &packs {
        let found = links::check(pack, &packs);
        assert!(found.is_empty(), "{}:\n{}", pack.file.id, listed(&found));
        checked += pack.file.tracks.iter().map(|track| track.leads_to.len()).sum::<usize>();
    }
    assert!(checked > 4, "{checked}");
}

#[test]
fn a_link_is_held_against_the_packs_that_are_there() {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/packs/zibo-2020-zone.json"));
    let check = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let pack = Pack::load(&text.replacen(from, to, 1)).expect("a pack").pack;
        let found = links::check(&pack, &builtin::all());
        let unlike: Vec<String> = found.iter().flat_map(|one| [&one.message, &one.help]).filter_map(unlike).collect();
        assert!(unlike.is_empty(), "{unlike:?}");
        found.into_iter().map(|one| (one.code, one.pointer.clone(), one.is_error())).collect::<Vec<_>>()
    };
    let place = |step: &str| format!("/tracks/0/leads_to/0/{step}");
    for (from, to, step, is_error) in [
        (r#""programme": "cnipa-2023-zone""#, r#""programme": "cnipa-2033-zone""#, "programme", false),
        (r#""track": "pilot""#, r#""track": "pilots""#, "track", true),
        (r#""option": "other_cluster""#, r#""option": "other""#, "carries/0", true),
        (r#""fact": "zone.origin""#, r#""fact": "zone.origins""#, "carries/0", true),
    ] {
        assert_eq!(check(from, to), [(Code::Dangling, place(step), is_error)], "{to}");
    }
    let mistyped = check(r#""fact": "zone.origin""#, r#""fact": "zone.talent""#);
    assert_eq!(mistyped, [(Code::TypeMismatch, place("carries/0"), true)]);
}

#[test]
fn a_circle_is_named_by_its_facts_and_pointed_to() {
    for (name, pointer, way) in [
        ("cyclic-one-fact", "/facts/0/asked_when", "`plan` → `plan`"),
        ("cyclic-two-facts", "/facts/1/asked_when", "`chicken` → `egg` → `chicken`"),
        ("cyclic-proposed", "/facts/0/proposed", "`plan` → `sign` → `plan`"),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/bad");
        let found = diagnostics(&read(&folder.join(format!("{name}.json"))));
        let [one] = found.as_slice() else { panic!("{name}:\n{}", listed(&found)) };
        assert_eq!(one.pointer, pointer, "{name}");
        for words in [&one.message.zh, &one.message.en] {
            assert!(words.contains(way), "{name}: {words}");
        }
    }
}
