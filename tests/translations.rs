//! The documents in two languages: the same structure in both, so that neither comes to say less than the other, and
//! links that lead somewhere. Whether the sentences say the same, a person has read.

#![expect(clippy::panic, reason = "a document that cannot be read is a failure")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What both languages of a document share of a block.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    /// Its level.
    Heading(usize),
    /// How many lines: each holds a sentence, or more.
    Paragraph(usize),
    /// How many items.
    List(usize),
    /// The code in the first cell of each row.
    Table(Vec<Vec<String>>),
    /// The language, and what it says: JSON byte for byte; of anything else, whose comments are translated, how many lines.
    Code(String, Result<String, usize>),
}

#[test]
fn both_languages_have_the_same_structure() {
    for (english, chinese) in pairs() {
        let [en, zh] = [&english, &chinese].map(|page| blocks(&read(page)));
        for ((begins, en), (also, zh)) in en.iter().zip(&zh) {
            assert_eq!(en, zh, "{}: {begins}\n{}: {also}", english.display(), chinese.display());
        }
        assert_eq!(en.len(), zh.len(), "{} and {}", english.display(), chinese.display());
    }
}

#[test]
fn both_languages_name_the_same_code_in_each_section() {
    for (english, chinese) in pairs() {
        let [en, zh] = [&english, &chinese].map(|page| sections(&read(page)));
        for ((heading, en), (also, zh)) in en.iter().zip(&zh) {
            let [only_en, only_zh]: [Vec<_>; 2] = [en.difference(zh).collect(), zh.difference(en).collect()];
            assert!(
                only_en.is_empty() && only_zh.is_empty(),
                "{}: {heading}: only here {only_en:?}\n{}: {also}: only here {only_zh:?}",
                english.display(),
                chinese.display()
            );
        }
    }
}

#[test]
fn each_language_leads_to_the_other_and_stays_within_itself() {
    let pairs = pairs();
    for (english, chinese) in &pairs {
        let [en, zh] = [english, chinese].map(|page| name(page));
        assert!(read(english).contains(&format!("[中文]({zh})")), "{}", english.display());
        assert!(read(chinese).contains(&format!("[English]({en})")), "{}", chinese.display());
        let [from_en, from_zh] = [english, chinese].map(|page| targets(page));
        for (english, chinese) in &pairs {
            let strays = from_zh.iter().filter(|(said, to, _)| said != "English" && to == english);
            assert_eq!(strays.count(), 0, "{zh} leads to {} in English", english.display());
            let strays = from_en.iter().filter(|(said, to, _)| said != "中文" && to == chinese);
            assert_eq!(strays.count(), 0, "{en} leads to {} in Chinese", chinese.display());
        }
    }
}

#[test]
fn links_lead_to_a_file_and_a_heading_that_are_there() {
    let mut led = 0;
    for page in pages() {
        for (said, to, anchor) in targets(&page) {
            let (place, target) = (page.display(), to.display());
            assert!(to.exists(), "{place}: [{said}] leads to {target}");
            if let Some(anchor) = anchor {
                assert!(anchors(&read(&to)).contains(&anchor), "{place}: [{said}] leads to {target}, #{anchor}");
                led += 1;
            }
        }
    }
    assert!(led > 20, "{led} links lead to a heading");
}

/// Every document that is there in Chinese, with the English one.
fn pairs() -> Vec<(PathBuf, PathBuf)> {
    let chinese = pages().into_iter().filter(|page| name(page).ends_with(".zh-CN.md"));
    let pair = |chinese: PathBuf| (chinese.with_file_name(name(&chinese).replace(".zh-CN", "")), chinese);
    let pairs: Vec<_> = chinese.map(pair).collect();
    assert!(pairs.len() > 5, "{pairs:?}");
    pairs
}

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let within =
        |folder: PathBuf| fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = [root.to_owned(), root.join("docs")].into_iter().flat_map(within).flatten().map(|file| file.path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "md")).collect()
}

fn read(page: &Path) -> String {
    fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}

fn name(page: &Path) -> String {
    page.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Prose and code take turns, parted by fences.
fn parts(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split("```").enumerate().map(|(at, part)| (at % 2 == 1, part))
}

/// Each block, after the line it begins with.
fn blocks(text: &str) -> Vec<(String, Block)> {
    let of_part = |(is_code, part): (bool, &str)| -> Vec<(String, Block)> {
        let begins = |block: &str| block.lines().next().unwrap_or_default().to_owned();
        if is_code {
            let (language, code) = part.split_once('\n').unwrap_or_default();
            let says = if language == "json" { Ok(code.to_owned()) } else { Err(code.lines().count()) };
            return vec![(begins(code), Block::Code(language.to_owned(), says))];
        }
        let groups = part.split("\n\n").map(|group| group.trim_matches('\n')).filter(|group| !group.is_empty());
        groups.map(|group| (begins(group), block(group))).collect()
    };
    parts(text).flat_map(of_part).collect()
}

fn block(group: &str) -> Block {
    let lines = group.lines();
    let is_item =
        |line: &&str| line.starts_with("- ") || line.split_once(". ").is_some_and(|(at, _)| at.parse::<u8>().is_ok());
    match group.chars().next() {
        Some('#') => Block::Heading(group.chars().take_while(|c| *c == '#').count()),
        Some('|') => Block::Table(lines.map(|row| code(row.split('|').nth(1).unwrap_or_default())).collect()),
        _ if group.lines().next().is_some_and(|line| is_item(&line)) => Block::List(lines.filter(is_item).count()),
        _ => Block::Paragraph(lines.count()),
    }
}

/// What stands in backticks. A file has another name in Chinese, and what has to be filled in is said in the language.
fn code(text: &str) -> Vec<String> {
    let spans = text.split('`').skip(1).step_by(2).map(|span| span.replace(".zh-CN", ""));
    let unfilled =
        |span: String| match span.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?.1))) {
            Some((before, after)) => format!("{before}<>{after}"),
            None => span,
        };
    spans.map(unfilled).collect()
}

/// The code in the prose of each section, after its heading.
fn sections(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut sections: Vec<(String, BTreeSet<String>)> = vec![(String::new(), BTreeSet::new())];
    for line in parts(text).filter(|(is_code, _)| !is_code).flat_map(|(_, prose)| prose.lines()) {
        if line.starts_with('#') {
            sections.push((line.to_owned(), BTreeSet::new()));
        } else if let Some((_, all)) = sections.last_mut() {
            all.extend(code(line));
        }
    }
    sections
}

/// Where the links of a page to files of the project lead: their words, the file, and the heading in it.
fn targets(page: &Path) -> Vec<(String, PathBuf, Option<String>)> {
    let prose: String = parts(&read(page)).filter(|(is_code, _)| !is_code).map(|(_, prose)| prose).collect();
    let link = |(before, after): (&str, &str)| {
        let (to, said) = (after.split(')').next()?, before.rsplit('[').next()?);
        let (file, anchor) = to.split_once('#').map_or((to, None), |(file, anchor)| (file, Some(anchor.to_owned())));
        let file = if file.is_empty() { page.to_owned() } else { page.with_file_name("").join(file) };
        (!to.contains("://")).then(|| (said.to_owned(), file, anchor))
    };
    let ends: Vec<&str> = prose.split("](").collect();
    ends.windows(2).filter_map(|pair| pair.first().copied().zip(pair.last().copied())).filter_map(link).collect()
}

/// The names under which headings are linked to.
fn anchors(text: &str) -> BTreeSet<String> {
    let prose = parts(text).filter(|(is_code, _)| !is_code).flat_map(|(_, prose)| prose.lines());
    let headings = prose.filter_map(|line| line.strip_prefix('#')).map(|line| line.trim_start_matches('#').trim());
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let anchor = |heading: &str| heading.to_lowercase().chars().filter(|c| plain(*c)).collect::<String>();
    headings.map(|heading| anchor(heading).replace(' ', "-")).collect()
}
