//! Text as Word's XML.

use crate::draft::run::{CLOSERS, runs};

/// A paragraph of one style. Lines of the text stay lines.
pub fn paragraph(style: &str, text: &str) -> String {
    paragraph_with(style, "", text)
}

/// The same with properties of its own, beside those of the style.
pub fn paragraph_with(style: &str, properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{}</w:p>", run(text))
}

fn run(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = text.split('\n').map(line).collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}

fn line(text: &str) -> String {
    let runs = runs(text);
    let pieces: String =
        runs.iter().map(|run| if run.is_whole { whole(run.text) } else { escaped(run.text) }).collect();
    format!("<w:t xml:space=\"preserve\">{pieces}</w:t>")
}

/// A text that Word does not break: no-break spaces and hyphens, and where nothing stands between two characters that
/// could be parted, U+FEFF. Unicode would have U+2060 there, which many fonts show as a box.
fn whole(text: &str) -> String {
    const JOINER: char = '\u{feff}';
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || CLOSERS.contains(c);
    let mut whole = String::new();
    let mut before = None;
    for c in text.chars() {
        let could_part = before.is_some_and(|before| !is_part(before) || !is_part(c));
        whole.extend((could_part && c != ' ' && before != Some(' ') && !CLOSERS.contains(c)).then_some(JOINER));
        match c {
            ' ' => whole.push('\u{a0}'),
            '-' => whole.push_str("</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">"),
            c => whole.push(c),
        }
        before = Some(c);
    }
    whole
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
