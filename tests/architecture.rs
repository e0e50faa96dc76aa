//! The rules of the house that the compiler does not keep. Each failure names the line and says why.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read the source has nothing to go on with")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, each of which may use the ones before it. `cli` and `ui` stand beside each other, on top.
const LAYERS: [&str; 7] = ["model", "pack", "engine", "report", "draft", "cli", "ui"];

/// A line of source that breaks a rule.
struct Breach {
    place: String,
    why: String,
}

/// A file of source, without its comments.
struct Source {
    /// From the root of the repository, such as `src/pack/load.rs`.
    path: String,
    lines: Vec<String>,
}

#[test]
fn layers_point_one_way() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let Some(layer) = source.layer() else { continue };
        for (place, used) in source.layers_used() {
            let why = match (layer, used.as_str()) {
                (own, used) if own == used => continue,
                ("cli", "ui") | ("ui", "cli") => "the command line and the widget never meet".to_owned(),
                (own, used) if rank(used) < rank(own) => continue,
                (own, used) => format!("`{own}` is below `{used}`: {}", LAYERS.join(" ← ")),
            };
            breaches.push(Breach { place, why });
        }
    }
    none(&breaches);
}

#[test]
fn the_programs_only_start_what_the_library_has() {
    let mut breaches = Vec::new();
    for (file, own) in [
        ("src/bin/zhice.rs", "zhice::cli::"),
        ("src/bin/widget.rs", "zhice::ui::"),
        ("src/bin/prerender.rs", "zhice::ui::"),
    ] {
        for (place, line) in source(file).numbered() {
            if line.matches("zhice::").count() > line.matches(own).count() {
                breaches.push(Breach { place, why: format!("this program starts `{own}` and knows nothing else") });
            }
        }
    }
    none(&breaches);
}

#[test]
fn what_decides_touches_nothing_outside_itself() {
    const OUTSIDE: [(&str, &str); 17] = [
        ("leptos", "the widget is built on the engine, not the engine on the widget"),
        ("wasm_bindgen", "native and browser run the same code"),
        ("web_sys", "native and browser run the same code"),
        ("js_sys", "native and browser run the same code"),
        ("gloo", "native and browser run the same code"),
        ("clap", "the command line is a layer of its own"),
        ("std::fs", "files are read in `cli` and `ui::browser`"),
        ("std::env", "an assessment depends on its inputs alone"),
        ("std::io", "files are read in `cli` and `ui::browser`"),
        ("std::net", "nothing is ever sent"),
        ("std::time", "the day comes in as `AsOf`; the engine has no clock"),
        ("SystemTime", "the day comes in as `AsOf`; the engine has no clock"),
        ("Instant", "the day comes in as `AsOf`; the engine has no clock"),
        ("process::", "only the programs may end"),
        ("rand", "the same inputs give the same answer"),
        ("f32", "no float comes near a verdict or an amount"),
        ("f64", "no float comes near a verdict or an amount"),
    ];
    let mut breaches = Vec::new();
    for source in sources("src").iter().filter(|source| source.layer().is_some_and(|layer| rank(layer) < rank("cli"))) {
        // serde's traits name their float methods; what implements them refuses them and makes no float.
        let refuses = source.path == "src/model/json/shape.rs" || source.path.starts_with("src/model/positional/");
        for (word, why) in OUTSIDE.into_iter().filter(|(word, _)| !(refuses && matches!(*word, "f32" | "f64"))) {
            breaches.extend(source.uses(word, &format!("`{word}`: {why}")));
        }
        for macro_name in ["println!", "eprintln!", "print!", "eprint!"] {
            breaches.extend(source.uses(macro_name, "what is said is returned, not printed"));
        }
        // Describing a type adds nothing to what runs.
        let source = source.without(r#"#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]"#);
        let source = source.without(r#"#[cfg_attr(feature = "cli", schemars("#);
        for difference in ["target_arch", "cfg!(target", "feature ="] {
            breaches.extend(source.uses(difference, "native and browser run the same code"));
        }
    }
    none(&breaches);
}

#[test]
fn hash_maps_decide_no_order() {
    let mut breaches = Vec::new();
    for source in sources("src").iter().filter(|source| source.layer().is_some_and(|layer| rank(layer) < rank("cli"))) {
        for word in ["HashMap", "HashSet"] {
            breaches.extend(source.uses(word, "its order differs from run to run; take the B-tree one"));
        }
    }
    none(&breaches);
}

#[test]
fn only_one_module_touches_the_browser() {
    let mut breaches = Vec::new();
    let is_there = |path: &str| path.starts_with("src/ui/browser/") || path == "src/bin/widget.rs";
    for source in sources("src").iter().filter(|source| !is_there(&source.path)) {
        for word in ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"] {
            breaches
                .extend(source.uses(word, &format!("`{word}` belongs in src/ui/browser, where it can be replaced")));
        }
    }
    none(&breaches);
}

#[test]
fn what_the_widget_decides_is_tested_without_a_browser() {
    let pure = [
        "src/ui/session",
        "src/ui/prefill",
        "src/ui/handoff",
        "src/ui/what_if",
        "src/ui/filing",
        "src/ui/form_data",
        "src/ui/link",
        "src/ui/live",
        "src/ui/topic",
        "src/ui/topic_page",
        "src/ui/unplaced",
        "src/ui/review",
        "src/ui/route",
        "src/ui/saved",
        "src/ui/pack_source",
        "src/ui/position",
        "src/ui/unfetched",
        "src/ui/windows",
        "src/ui/host_event",
        "src/ui/i18n",
        "src/ui/incoming",
        "src/ui/layout",
        "src/ui/rows",
        "src/ui/tables",
        "src/ui/view_model",
    ];
    let is_pure =
        |path: &str| pure.iter().any(|stem| path == format!("{stem}.rs") || path.starts_with(&format!("{stem}/")));
    let mut breaches = Vec::new();
    for source in sources("src/ui").iter().filter(|source| is_pure(&source.path)) {
        for word in ["leptos", "RwSignal", "Signal", "super::browser", "super::store"] {
            breaches.extend(source.uses(word, "this part of the widget is plain data and plain functions"));
        }
    }
    none(&breaches);
}

#[test]
fn words_stand_in_the_table_and_not_on_a_page() {
    let mut breaches = Vec::new();
    for source in ["src/ui/pages", "src/ui/parts", "src/ui/charts"].iter().flat_map(|folder| sources(folder)) {
        let worded = source.numbered().filter(|(_, line)| line.contains(is_chinese) || has_word(line, "pick"));
        breaches.extend(worded.map(|(place, _)| Breach {
            place,
            why: "words, their punctuation too, stand in src/ui/i18n, both languages together".to_owned(),
        }));
    }
    none(&breaches);
}

#[test]
fn pages_and_pictures_set_finished_data() {
    // A goal is sent to the engine, not found by it.
    const GOAL: &str = "use crate::engine::reach::Goal;";
    let why = |what: &str| {
        format!("`{what}`: findings meet their declarations in `report`, what is asked stands in `ui::view_model`")
    };
    let mut breaches = Vec::new();
    for source in ["src/ui/pages", "src/ui/charts"].iter().flat_map(|folder| sources(folder)) {
        let used = source.without(GOAL).layers_used().into_iter();
        let used = used.filter(|(_, layer)| matches!(&**layer, "pack" | "engine"));
        breaches.extend(used.map(|(place, layer)| Breach { place, why: why(&layer) }));
        // A declaration can be read without a name from its layer.
        for chain in ["pack.", "track.pack", "track.track"] {
            breaches.extend(source.uses(chain, &why(chain)));
        }
    }
    none(&breaches);
}

/// Han characters, and punctuation that only Chinese text has.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '，' | '：' | '；' | '（' | '）' | '！' | '？')
}

#[test]
fn the_clock_is_read_in_two_places() {
    let mut breaches = Vec::new();
    let reads_it = ["src/cli/clock.rs", "src/ui/browser/mod.rs"];
    for source in sources("src").iter().filter(|source| !reads_it.contains(&&*source.path)) {
        for word in ["SystemTime", "Instant::now", "Date::now"] {
            breaches.extend(source.uses(word, "a clock is read in src/cli/clock.rs and src/ui/browser alone"));
        }
    }
    none(&breaches);
}

#[test]
fn every_word_of_the_widget_is_on_some_page() {
    let (table, rest): (Vec<Source>, Vec<Source>) = sources("src/ui")
        .into_iter()
        .partition(|source| source.path.ends_with("table.rs") && source.path.starts_with("src/ui/i18n/"));
    let code: Vec<String> = rest.into_iter().flat_map(|source| source.lines).collect();
    let code = code.join("\n");
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let used: Vec<String> = code.split('.').skip(1).map(word).collect();
    let declared = table.iter().flat_map(|source| &source.lines).filter(|line| line.contains([':', '[']));
    let names = declared.filter_map(|line| line.strip_prefix("    ")).map(word).filter(|name| !name.is_empty());
    let idle: Vec<String> = names.filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn files_stay_small_enough_to_read() {
    const MOST: usize = 400;
    let too_long = |source: &Source| {
        let count = source.lines.len();
        let place = format!("{}:{count}", source.path);
        (count > MOST).then(|| Breach { place, why: format!("more than {MOST} lines; give each noun its own file") })
    };
    none(&sources("src").iter().filter_map(too_long).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_lying_about() {
    // Put together here, so that this file does not find itself.
    let words = [("to", "do!"), ("unimpl", "emented!"), ("db", "g!"), ("FIX", "ME"), ("TO", "DO"), ("X", "XX")];
    let mut breaches = Vec::new();
    for folder in ["src", "tests", "xtask/src"] {
        for file in rust_files(folder) {
            let with_comments =
                Source { path: file.clone(), lines: read(&file).lines().map(ToOwned::to_owned).collect() };
            for (front, back) in words {
                let word = format!("{front}{back}");
                breaches.extend(with_comments.uses(&word, "finish it, or write an issue"));
            }
        }
    }
    none(&breaches);
}

#[test]
fn every_module_says_what_it_is() {
    let silent = |path: &String| {
        let text = read(path);
        let said = text.lines().any(|line| line.starts_with("//!"));
        (!said).then(|| Breach {
            place: format!("{path}:1"),
            why: "begin with a `//!` sentence on what it is for".to_owned(),
        })
    };
    none(&rust_files("src").iter().filter_map(silent).collect::<Vec<_>>());
}

impl Source {
    fn layer(&self) -> Option<&'static str> {
        let inside = self.path.strip_prefix("src/")?;
        LAYERS.into_iter().find(|layer| inside.starts_with(&format!("{layer}/")) || inside == format!("{layer}.rs"))
    }

    /// The same with the lines that begin like this left blank.
    fn without(&self, start: &str) -> Self {
        let kept = |line: &String| if line.trim_start().starts_with(start) { String::new() } else { line.clone() };
        Self { path: self.path.clone(), lines: self.lines.iter().map(kept).collect() }
    }

    /// Each line with its place, such as `src/lib.rs:3`.
    fn numbered(&self) -> impl Iterator<Item = (String, &str)> {
        self.lines.iter().enumerate().map(|(index, line)| (format!("{}:{}", self.path, index + 1), line.as_str()))
    }

    /// A breach for each line that has this word, as a word of its own.
    fn uses(&self, word: &str, why: &str) -> Vec<Breach> {
        let found = self.numbered().filter(|(_, line)| has_word(line, word));
        found.map(|(place, _)| Breach { place, why: why.to_owned() }).collect()
    }

    /// The layers this file names, through `crate::` or by climbing out of its own, with the place of each.
    fn layers_used(&self) -> Vec<(String, String)> {
        let depth = self.path.trim_end_matches("/mod.rs").trim_end_matches(".rs").split('/').count() - 1;
        let climb = "super::".repeat(depth);
        let mut used = Vec::new();
        for (place, line) in self.numbered() {
            for root in ["crate::", &climb] {
                for (at, _) in line.match_indices(root) {
                    let rest = line.get(at + root.len()..).unwrap_or_default();
                    used.extend(first_names(rest).into_iter().map(|name| (place.clone(), name)));
                }
            }
        }
        used.retain(|(_, name)| LAYERS.contains(&name.as_str()));
        used
    }
}

/// The first step of a path, or of each path in braces: `{model::Lang, pack}` has `model` and `pack`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut names, mut start) = (0_usize, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(group.get(start..at).unwrap_or_default()));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.push(name(group.get(start..).unwrap_or_default()));
    names
}

fn has_word(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        let open_end = word.ends_with(|c: char| !part_of_word(c));
        !before.is_some_and(part_of_word) && (open_end || !after.is_some_and(part_of_word))
    })
}

fn rank(layer: &str) -> usize {
    LAYERS.iter().position(|known| *known == layer).unwrap_or(LAYERS.len())
}

#[track_caller]
fn none(breaches: &[Breach]) {
    let listed: Vec<String> = breaches.iter().map(|Breach { place, why }| format!("{place}: {why}")).collect();
    assert!(listed.is_empty(), "\n{}\n", listed.join("\n"));
}

/// The sources in a folder. One that is not there yet has none.
fn sources(folder: &str) -> Vec<Source> {
    rust_files(folder).iter().map(|file| source(file)).collect()
}

fn source(path: &str) -> Source {
    let without_comment = |line: &str| -> String {
        // What stands after `//` within a text is lost too; no rule here looks for what could stand there.
        line.split_once("//").map_or(line, |(code, _)| code).to_owned()
    };
    Source { path: path.to_owned(), lines: read(path).lines().map(without_comment).collect() }
}

fn rust_files(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = vec![root.join(folder)];
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            open.extend(entries.map(|entry| entry.expect("a folder entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let relative = path.strip_prefix(root).expect("a path below the root");
            files.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    files.sort();
    files
}

fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_rules_see_what_they_should() {
    let of = |path: &str, line: &str| Source { path: path.to_owned(), lines: vec![line.to_owned()] };
    let used = |path: &str, line: &str| -> Vec<String> {
        of(path, line).layers_used().into_iter().map(|(_, layer)| layer).collect()
    };
    assert_eq!(
        used("src/model/date.rs", "use crate::{draft::{self, words}, model, engine};"),
        ["draft", "model", "engine"]
    );
    assert_eq!(used("src/model/date.rs", "use super::super::pack::Pack;"), ["pack"]);
    assert_eq!(used("src/model/mod.rs", "use super::cli;"), ["cli"]);
    assert_eq!(used("src/pack/check/rules.rs", "use super::super::draft::X;"), Vec::<String>::new());
    assert_eq!(used("src/ui/pages/finish.rs", "let topic = |topic: &crate::pack::track::Topic| {"), ["pack"]);
    assert!(has_word("track.pack.file.title", "pack.") && !has_word("id.track.clone()", "track.track"));
    assert!(has_word("use rand::Rng;", "rand") && !has_word("let brand = random();", "rand"));
    assert!(has_word("println!()", "println!") && !has_word("eprintln!()", "println!"));
    assert!("view! { <p>合计</p> }".contains(is_chinese) && "join(\"，\")".contains(is_chinese));
    assert!(!"view! { <p>\"＋ ✓ → “x”\"</p> }".contains(is_chinese));
    assert_eq!(of("src/engine/pass.rs", "let x: f64 = 1.0;").uses("f64", "why").len(), 1);
}
