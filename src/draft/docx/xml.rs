//! Text as Word's XML.

use crate::draft::run::{CLOSERS, Run, runs};

/// A paragraph of one style. Lines of the text stay lines.
pub fn paragraph(style: &str, text: &str) -> String {
    paragraph_with(style, "", text)
}

/// The same with properties of its own, beside those of the style.
pub fn paragraph_with(style: &str, properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{}</w:p>", run(text))
}

fn run(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("<w:r><w:br/></w:r>")
}

fn line(text: &str) -> String {
    let set = |run: Run<'_>| {
        // LibreOffice breaks what is Chinese at any character; in another language it heeds what holds this together.
        let (language, text) = if run.is_whole {
            ("<w:rPr><w:lang w:eastAsia=\"en-US\"/></w:rPr>", whole(run.text))
        } else {
            ("", escaped(run.text))
        };
        format!("<w:r>{language}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    runs(text).into_iter().map(set).collect()
}

/// A text that no word processor breaks: no-break spaces and hyphens, and U+FEFF where nothing stands between two
/// characters that could be parted. Unicode would have U+2060 there, which many fonts show as a box.
fn whole(text: &str) -> String {
    const JOINER: char = '\u{feff}';
    let holds = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-') || CLOSERS.contains(c);
    let mut whole = String::new();
    let mut before = None;
    for c in text.chars() {
        let is_apart = before == Some(' ') || c == ' ' || CLOSERS.contains(c);
        whole.extend(before.filter(|before| !(is_apart || holds(*before) && holds(c))).map(|_| JOINER));
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
