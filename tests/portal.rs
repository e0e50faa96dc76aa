//! What the module shares with the scripts around it is the same on both sides, and in the manual.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a file that is not as expected is a failure")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use zhice::ui::host_event::HostEvent;
use zhice::ui::names::{SESSION, SESSION_FILE, SET_ASIDE};
use zhice::ui::prefill::Prefilled;
use zhice::ui::route::Page;

const MANUALS: [&str; 2] = ["docs/embedding.md", "docs/embedding.zh-CN.md"];

#[test]
fn sessions_are_kept_under_the_same_keys() {
    let names = names();
    assert_eq!(names["SESSION"], SESSION);
    assert_eq!(names["SET_ASIDE"], SET_ASIDE);
    assert_eq!(names["SESSION_FILE"], SESSION_FILE);
    let prefix = names["STORAGE"].as_str().unwrap();
    assert!(SESSION.starts_with(prefix) && SET_ASIDE.starts_with(prefix));
    // The script that knows no modules has the key itself, and finds what was set aside by the same beginning.
    assert!(read("public/fallback.js").contains(&format!("var KEPT = {SESSION:?};")));
    assert!(SET_ASIDE.starts_with(SESSION));
}

#[test]
fn pages_have_the_same_names() {
    // Serde lists the names it knows when it meets another.
    let complaint = serde_json::from_str::<Page>("\"?\"").unwrap_err().to_string();
    let (_, known) = complaint.split_once("expected one of").unwrap_or_else(|| panic!("{complaint}"));
    let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    assert_eq!(names()["PAGES"], json!(known));
    for page in known {
        in_every_manual(page);
    }
}

#[test]
fn events_have_the_same_names_and_members() {
    let prefilled = Prefilled::default();
    let mut events = BTreeMap::new();
    let mut next = Some(HostEvent::Ready);
    while let Some(event) = next {
        let detail: BTreeMap<String, Value> = serde_json::from_str(&event.detail()).unwrap();
        events.insert(event.name(), detail.into_keys().collect::<BTreeSet<_>>());
        // An event that is not in this chain does not compile.
        next = match event {
            HostEvent::Ready => Some(HostEvent::Step(Page::Start)),
            HostEvent::Step(_) => Some(HostEvent::Result("programme", "track")),
            HostEvent::Result(..) => Some(HostEvent::Export("json")),
            HostEvent::Export(_) => Some(HostEvent::Prefilled(&prefilled)),
            HostEvent::Prefilled(_) => Some(HostEvent::Draft("file", "draft")),
            HostEvent::Draft(..) => Some(HostEvent::Error("pack")),
            HostEvent::Error(_) => None,
        };
    }
    assert_eq!(names()["EVENTS"], json!(events));
    for name in events.keys() {
        in_every_manual(&format!("zhice:{name}"));
    }
}

#[test]
fn attributes_are_in_the_manual() {
    for name in names()["ATTRIBUTES"].as_array().unwrap() {
        in_every_manual(name.as_str().unwrap());
    }
}

#[test]
fn the_scripts_see_the_module_as_it_is() {
    let host = read("src/ui/browser/host.rs");
    let widget = read("src/bin/widget.rs");
    let types = read("src/portal/widget.d.ts");
    assert_eq!(declared(&types, "Host"), methods(&host, "this: &Host"));
    assert_eq!(declared(&types, "Noted"), methods(&host, "this: &Noted"));
    assert_eq!(declared(&types, "Shipped"), methods(&host, "this: &Shipped"));
    for class in ["Mounted", "Widget", "Live"] {
        let (_, own) = widget.split_once(&format!("impl {class} {{")).unwrap();
        let (own, _) = own.split_once("\n}").unwrap();
        let mut members = methods(own, "&self");
        members.push("free(): void".to_owned());
        assert_eq!(declared(&types, class), members);
    }
    let free: Vec<&str> = widget.lines().filter(|line| line.starts_with("pub ")).collect();
    let functions = methods(&free.join("\n"), "");
    let exported: Vec<&str> = types.lines().filter_map(|line| line.strip_prefix("export function ")).collect();
    assert_eq!(exported, functions.iter().map(|function| format!("{function};")).collect::<Vec<_>>());
}

/// The walk through the example portal shows its code as it is.
#[test]
fn the_manual_shows_the_example_portal_as_it_is() {
    for (manual, title) in MANUALS.into_iter().zip(["## A complete portal", "## 完整示例"]) {
        let text = read(manual);
        let (_, section) = text.split_once(title).unwrap_or_else(|| panic!("{manual}: no `{title}`"));
        let section = section.split("\n## ").next().unwrap_or_default();
        let mut shown = 0;
        for snippet in section.split("```").skip(1).step_by(2) {
            let (language, code) = snippet.split_once('\n').unwrap();
            let file = format!("public/portal.{language}");
            assert!(read(&file).contains(code), "{manual}: {file} has no\n{code}");
            shown += 1;
        }
        assert!(shown >= 4, "{manual}: {shown} snippets");
    }
}

/// What `src/portal/names.js` exports. Each value is JSON.
fn names() -> BTreeMap<String, Value> {
    let script = read("src/portal/names.js");
    let exports = script.split("export const ").skip(1).map(|export| {
        let (name, rest) = export.split_once(" = ").unwrap();
        let (value, _) = rest.split_once(";\n").unwrap();
        let constant = value.strip_prefix("/** @type {const} */ (").and_then(|value| value.strip_suffix(')'));
        let value = serde_json::from_str(constant.unwrap_or(value));
        (name.to_owned(), value.unwrap_or_else(|error| panic!("`{name}` is not JSON: {error}")))
    });
    exports.collect()
}

/// The members of an interface in TypeScript, one a line.
fn declared(types: &str, name: &str) -> Vec<String> {
    let (_, rest) = types.split_once(&format!("interface {name} {{\n")).unwrap_or_else(|| panic!("no `{name}`"));
    let (members, _) = rest.split_once("\n}").unwrap();
    let members = members.lines().map(str::trim).filter(|line| !line.starts_with("/**"));
    members.map(|member| member.trim_end_matches(';').to_owned()).collect()
}

/// The functions in Rust whose parameters begin so, as TypeScript would declare them: a getter as a member.
fn methods(source: &str, start: &str) -> Vec<String> {
    let mut is_getter = false;
    let mut found = Vec::new();
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[") {
            is_getter = line.contains("getter");
        }
        let Some(line) = line.strip_prefix("pub ") else { continue };
        let (is_promise, line) = line.strip_prefix("async ").map_or((false, line), |line| (true, line));
        let Some((name, rest)) = line.strip_prefix("fn ").and_then(|line| line.split_once('(')) else { continue };
        let (parameters, result) = rest.split_once(')').unwrap();
        if !parameters.starts_with(start) {
            continue;
        }
        let result = result.trim_start_matches(" -> ").trim_end_matches([';', '{', ' ']);
        let result = if result.is_empty() { "void".to_owned() } else { in_typescript(result) };
        let result = if is_promise { format!("Promise<{result}>") } else { result };
        let parameters: Vec<String> = parameters
            .split(", ")
            .filter(|parameter| *parameter != start)
            .filter_map(|parameter| parameter.split_once(": "))
            .map(|(name, of)| format!("{name}: {}", in_typescript(of)))
            .collect();
        let parameters = if is_getter { String::new() } else { format!("({})", parameters.join(", ")) };
        found.push(format!("{name}{parameters}: {result}"));
    }
    found
}

/// A type as wasm-bindgen translates it.
fn in_typescript(of: &str) -> String {
    let inside = |outer: &str| of.strip_prefix(outer)?.strip_prefix('<')?.strip_suffix('>');
    if let Some(item) = inside("Vec") {
        // Bytes come as a list of their own.
        return if item == "u8" { "Uint8Array".to_owned() } else { format!("{}[]", in_typescript(item)) };
    }
    if let Some(value) = inside("Option") {
        return format!("{} | undefined", in_typescript(value));
    }
    if let Some(item) = inside("Array") {
        return format!("{}[]", in_typescript(item));
    }
    if let Some(value) = inside("Promise") {
        return format!("Promise<{}>", in_typescript(value));
    }
    // A promise that is refused throws.
    if let Some(result) = inside("Result") {
        let (value, _) = result.split_once(", ").unwrap();
        return in_typescript(value);
    }
    match of {
        "String" | "&str" => "string",
        "bool" => "boolean",
        "u32" => "number",
        "HtmlElement" => "HTMLElement",
        "&Element" => "Element",
        "&Document" => "Document",
        own => own,
    }
    .to_owned()
}

#[track_caller]
fn in_every_manual(name: &str) {
    for manual in MANUALS {
        assert!(read(manual).contains(&format!("`{name}`")), "{manual} does not have `{name}`");
    }
}

fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}
