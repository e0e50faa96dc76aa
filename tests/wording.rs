//! The words of the packs: both languages, each with its own marks, one term for one thing. What a test cannot hear, a
//! person has read aloud.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::fs;
use std::path::Path;

use serde_json::Value;

/// Two texts that say the same, and where they stand.
struct Words {
    place: String,
    zh: String,
    en: String,
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every text of every built-in pack.
fn all() -> Vec<Words> {
    let mut found = Vec::new();
    let ids = zhice::pack::builtin::ids();
    for id in ids {
        let json: Value = serde_json::from_str(&read(&format!("public/packs/{id}.json"))).expect("a pack is JSON");
        collect(&json, id, &mut found);
    }
    assert!(found.len() > 2_000, "the packs have more words than {}", found.len());
    found
}

fn collect(json: &Value, place: &str, found: &mut Vec<Words>) {
    match json {
        Value::Object(fields) => {
            if let (Some(zh), Some(en)) = (json["zh"].as_str(), json["en"].as_str()) {
                found.push(Words { place: place.to_owned(), zh: zh.to_owned(), en: en.to_owned() });
                return;
            }
            for (key, value) in fields {
                collect(value, &format!("{place}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = item["id"].as_str().map_or_else(|| index.to_string(), str::to_owned);
                collect(item, &format!("{place}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Fails with every text that breaks a rule.
#[track_caller]
fn hold(rule: impl Fn(&Words) -> Option<String>) {
    let wrong: Vec<String> = all()
        .iter()
        .filter_map(|words| Some(format!("{}: {}\n    {}\n    {}", words.place, rule(words)?, words.zh, words.en)))
        .collect();
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_language_keeps_to_its_own_marks() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "，。；：、（）！？《》〔〕【】".contains(c);
    hold(|words| {
        let odd = words.en.chars().find(|c| is_han(*c));
        odd.map(|odd| format!("`{odd}` in the English"))
    });
    // A point or a comma within a number is all the Chinese has of them.
    hold(|words| {
        let chars: Vec<char> = words.zh.chars().collect();
        let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        let in_number = |at: usize| at > 0 && digit(at - 1) && digit(at + 1);
        let odd = chars.iter().enumerate().find(|(at, c)| match c {
            ',' | '.' => !in_number(*at),
            ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\'' => true,
            _ => false,
        });
        odd.map(|(_, odd)| format!("`{odd}` in the Chinese"))
    });
}

#[test]
fn nothing_stands_twice_or_hangs_over() {
    hold(|words| {
        let stutters = ["  ", "的的", "。。", "，，", "；。", "，。", "的。的", "了了"];
        let doubled = stutters.into_iter().find(|two| words.zh.contains(two) || words.en.contains(two));
        let hangs = words.zh != words.zh.trim() || words.en != words.en.trim();
        let before = [" ,", " .", " ;", " ?"].into_iter().find(|mark| words.en.contains(mark));
        let found = doubled.or(before).map(|what| format!("`{what}`"));
        found.or_else(|| hangs.then(|| "a space at the end".to_owned()))
    });
    hold(|words| {
        let mut before = "";
        for word in words.en.split(' ') {
            if !word.is_empty() && word == before {
                return Some(format!("`{word}` twice"));
            }
            before = word;
        }
        None
    });
}

/// A question asks, a sentence ends, and what stands in a table is no sentence.
#[test]
fn sentences_end_and_labels_do_not() {
    hold(|words| {
        let kind = words.place.rsplit('/').next().unwrap_or_default();
        let question = kind == "question";
        // An action is a line to tick.
        let action = words.place.contains("/actions/");
        let sentence = !action
            && ["help", "evidence", "lead", "brings", "reason", "note", "says", "indicators_note"].contains(&kind);
        let label = action || ["label", "word"].contains(&kind);
        let (zh, en) = (words.zh.chars().last()?, words.en.chars().last()?);
        match () {
            () if question => ((zh, en) != ('？', '?')).then(|| "a question that does not ask".to_owned()),
            () if sentence => (!"。？”）".contains(zh) || !".?”)".contains(en)).then(|| "no end".to_owned()),
            () if label => ("。，；".contains(zh) || ".,;".contains(en)).then(|| "a sentence for a label".to_owned()),
            () => None,
        }
    });
}

/// The glossary: where the Chinese has a term, the English has the word that stands for it.
#[test]
fn one_term_stands_for_one_thing() {
    let text = read("tests/wording/glossary.txt");
    let terms: Vec<(&str, Vec<String>, Vec<&str>)> = text
        .lines()
        .skip(1)
        .map(|line| {
            let mut columns = line.split(" | ");
            let term = columns.next().unwrap_or_default();
            let words = columns.next().unwrap_or_default().split(", ").map(str::to_lowercase).collect();
            let unless = columns.next().map(|column| column.split(", ").collect()).unwrap_or_default();
            (term, words, unless)
        })
        .collect();
    hold(|words| {
        let english = words.en.to_lowercase();
        let broken = terms.iter().find(|(term, meanings, unless)| {
            words.zh.contains(term)
                && !unless.iter().any(|longer| words.zh.contains(longer))
                && !meanings.iter().any(|meaning| english.contains(meaning.as_str()))
        });
        broken.map(|(term, meanings, _)| format!("{term} is none of {}", meanings.join(", ")))
    });
}

/// What a native reader stumbled over once does not come back.
#[test]
fn what_was_mended_stays_mended() {
    const ENGLISH: [&str; 14] = [
        "trademark",
        "trade-mark",
        "litigation won",
        "statistics is",
        "is the statistics",
        "care for brands",
        "care about brands",
        "round off",
        "typical case",
        "typical experience",
        "grow agencies",
        "growing agencies",
        "your own body",
        "first check",
    ];
    const CHINESE: [&str; 2] = ["机构引育", "请按实际情况自评"];
    hold(|words| {
        let english = words.en.to_lowercase();
        let odd = ENGLISH.into_iter().find(|odd| english.contains(odd));
        odd.or_else(|| CHINESE.into_iter().find(|odd| words.zh.contains(odd))).map(|odd| format!("`{odd}`"))
    });
}
