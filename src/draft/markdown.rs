//! The application as Markdown: headings and pipe tables, in which every text means itself and nothing else. Where its
//! lines end is for whatever shows it: no character is added to hold a number together.

use super::paper::Paper;
use super::section::Section;

/// The Markdown of a draft, for any reader of GitHub's tables.
pub fn markdown(paper: &Paper) -> String {
    let mut lines = vec![format!("# {}", plain(&paper.title().join(" "))), String::new()];
    if let Some(warning) = paper.warning() {
        lines.extend([format!("**{}**", plain(&warning)), String::new()]);
    }
    lines.push(format!("**{}** · {}", plain(paper.notice()), plain(&paper.mark())));
    for section in &paper.sections {
        lines.push(String::new());
        if !section.is_cover() {
            lines.extend([format!("## {}", plain(&section.title)), String::new()]);
        }
        push_table(&mut lines, section);
    }
    lines.join("\n") + "\n"
}

fn push_table(lines: &mut Vec<String>, table: &Section) {
    let row = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    lines.push(row(&table.columns));
    lines.push(format!("|{}", " --- |".repeat(table.columns.len())));
    lines.extend(table.rows.iter().map(row));
}

/// A text on one line, without anything that Markdown, its common extensions or HTML would take for a sign.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => plain.push_str("<br>"),
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            // A colon, or the point below, can make a link of bare words.
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '#' | '|' | '~' | '^' | '=' | '$' | ':' => {
                plain.extend(['\\', c]);
            }
            '.' if plain.ends_with(['w', 'W']) => plain.push_str("\\."),
            c => plain.push(c),
        }
    }
    plain
}
