//! The reader of batches takes what the strict reader takes, and finds the same in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::engine::facts::Facts;
use zhice::engine::reader::Reader;
use zhice::model::{Answers, Kind};
use zhice::pack::{Fact, Pack};

use super::hold::hold;
use super::scene::{BUILT_IN, scenes};

/// Values that are nearly right for one kind or another.
const ODD: [&str; 48] = [
    "null",
    "true",
    "false",
    "nul",
    "truely",
    "True",
    "0",
    "-0",
    "7",
    "007",
    "-01",
    "1.50",
    "1.00001",
    "1.",
    ".5",
    "-",
    "--1",
    "1e2",
    "1E400",
    "1.5.2",
    "1-2",
    "99999999999.9999",
    "100000000000",
    "18446744073709551616",
    "\"7\"",
    "\" 7.0 \"",
    "\"7e1\"",
    "\"\"",
    "\"  \"",
    "\"a",
    "\"a\\\"b\"",
    "\"\\u0061\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"知识产权\"",
    "\"a\u{202e}b\"",
    "\"a\u{7f}b\"",
    "\"a\u{85}b\"",
    "\"a\tb\"",
    "\"a\nb\"",
    "\"\u{a0}7\u{3000}\"",
    "\"2026-11-21\"",
    "\"2026-02-30\"",
    "[]",
    "[ ]",
    "[\"\"]",
    "[null]",
    "{}",
];

/// White space, and what is none.
const GAPS: [&str; 8] = ["", "", "", " ", "\t", "\r\n ", "\u{a0}", ","];

/// Marks that turn one document into another.
const MARKS: [&str; 12] = ["{", "}", "[", "]", "\"", ":", ",", "\\", "\u{feff}", "\u{0}", "0", "e"];

fn holds_a_list(answers: &Answers) -> bool {
    answers.iter().any(|(_, value)| value.as_rows().is_some())
}

/// What both readers make of a line, and whether they may differ in taking it: escapes, lists, and the mark of an
/// encoding, are left to the strict one.
fn agree(reader: &mut Reader<'_>, pack: &Pack, line: &[u8]) -> Result<(), TestCaseError> {
    let answers = std::str::from_utf8(line).ok().and_then(|text| pack.read_answers(text).ok());
    let quick = reader.read(line).cloned();
    let is_plain = !line.contains(&b'\\') && !line.starts_with("\u{feff}".as_bytes());
    let left_to_the_strict = !is_plain || answers.as_ref().is_some_and(holds_a_list);
    let strict = answers.map(|answers| Facts::new(pack, &answers, None));
    if quick.is_some() || !left_to_the_strict {
        prop_assert_eq!(quick, strict, "{}", String::from_utf8_lossy(line));
    }
    Ok(())
}

/// Values of the fact's own kind, as they stand in a line.
fn right(fact: &Fact) -> Vec<String> {
    let quoted = |id: &str| format!("\"{id}\"");
    let ids: Vec<String> = fact.options.iter().map(|option| quoted(&option.id)).collect();
    match fact.kind {
        Kind::Choice => ids,
        Kind::Set => [
            ids.join(","),
            ids.iter().rev().cloned().collect::<Vec<_>>().join(" , "),
            [&ids[..1], &ids[..1]].concat().join(","),
        ]
        .map(|list| format!("[{list}]"))
        .into(),
        _ => Vec::new(),
    }
}

/// One entry of a line: a fact, how its key is written, its value, and the gaps around them.
type Entry = (Index, u8, Index, [&'static str; 4]);

fn entry() -> impl Strategy<Value = Entry> {
    let gap = || select(GAPS.as_slice());
    (any::<Index>(), 0..24_u8, any::<Index>(), [gap(), gap(), gap(), gap()])
}

fn written(pack: &Pack, (at, key, value, gaps): &Entry) -> String {
    let fact = at.get(&pack.file.facts);
    let key = match key {
        0 => format!(
            "\\u{:04x}{}",
            u32::from(fact.id.chars().next().unwrap_or('x')),
            fact.id.get(1..).unwrap_or_default()
        ),
        1 => format!("{}x", fact.id),
        2 => fact.id.chars().skip(1).collect(),
        _ => fact.id.clone(),
    };
    let own = right(fact);
    let values: Vec<&str> = own.iter().map(String::as_str).cycle().take(own.len() * 20).chain(ODD).collect();
    let [one, two, three, four] = gaps;
    format!("{one}\"{key}\"{two}:{three}{}{four}", value.get(&values))
}

#[test]
fn lines_of_odd_values_are_read_alike() {
    let line = vec(entry(), 0..6);
    hold(6_000, (vec(line, 1..4), select(BUILT_IN.clone())), |(lines, pack)| {
        let mut reader = Reader::new(&pack);
        for line in lines {
            let entries: Vec<String> = line.iter().map(|entry| written(&pack, entry)).collect();
            agree(&mut reader, &pack, format!("{{{}}}", entries.join(",")).as_bytes())?;
        }
        Ok(())
    });
}

#[test]
fn injured_lines_are_read_alike() {
    let injury = (any::<Index>(), 0..3_usize, select(MARKS.as_slice()), any::<u8>());
    hold(4_000, (scenes(), vec(injury, 0..3)), |(scene, injuries)| {
        let mut line = serde_json::to_string(&scene.answers).unwrap().into_bytes();
        let mut reader = Reader::new(&scene.pack);
        prop_assert!(
            reader.read(&line).is_some() || line.contains(&b'\\') || holds_a_list(&scene.answers),
            "a plain line is left to the strict reader"
        );
        for (at, cut, mark, byte) in injuries {
            let start = at.index(line.len() + 1);
            let end = (start + cut).min(line.len());
            let typed = if byte == 0 { vec![0xff] } else { mark.as_bytes().to_vec() };
            line.splice(start..end, typed);
            agree(&mut reader, &scene.pack, &line)?;
        }
        Ok(())
    });
}

#[test]
fn any_text_is_read_alike() {
    let text = prop_oneof![
        any::<String>(),
        "[\\[\\]{}\":,0-9a-z. \\\\-]{0,40}",
        " *\\{ *\\} *",
        "\\{\"[a-z.]{1,8}\":[-0-9.eE]{0,30}\\}"
    ];
    hold(1_500, (text, select(BUILT_IN.clone())), |(text, pack)| {
        agree(&mut Reader::new(&pack), &pack, text.as_bytes())
    });
}
