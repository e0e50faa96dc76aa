//! Setting text for a terminal: headings, lines, and columns that stay aligned between Chinese and Latin letters.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a value as indented JSON and ends the line.
pub fn json<T: Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// A page that is being set.
#[derive(Debug, Default)]
pub struct TerminalText {
    text: String,
}

/// A row of a table, and the lines that stand indented below it.
#[derive(Debug, Default)]
pub struct TableRow {
    pub cells: Vec<String>,
    pub below: Vec<String>,
}

impl TerminalText {
    pub fn line(&mut self, indent: usize, text: &str) {
        // Words of a pack may be written on several lines; each keeps the indent.
        for line in text.lines() {
            self.text.push_str(format!("{:indent$}{line}", "").trim_end());
            self.text.push('\n');
        }
    }

    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.line(0, text);
    }

    /// Rows whose cells start at the same column.
    pub fn table(&mut self, rows: &[TableRow]) {
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let widest = |column: usize| rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| width(cell)).max();
        let widths: Vec<usize> = (0..columns).filter_map(widest).collect();
        for row in rows {
            let cells = row.cells.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
            self.line(2, &cells.collect::<Vec<_>>().join("  "));
            row.below.iter().for_each(|line| self.line(6, line));
        }
    }

    pub fn into_text(self) -> String {
        self.text
    }
}

/// The columns a text takes: two for each wide letter (UAX #11), one for every other.
fn width(text: &str) -> usize {
    let wide = |c: char| {
        matches!(u32::from(c),
            0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
    };
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{:missing$}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_whatever_the_script() {
        let row = |first: &str| TableRow { cells: vec![first.into(), "|".into()], below: vec!["why".into()] };
        let mut page = TerminalText::default();
        page.table(&[row("第九条（一）"), row("Art. 9(1)"), row("“a” – b")]);
        assert_eq!(
            page.into_text(),
            "  第九条（一）  |\n      why\n  Art. 9(1)     |\n      why\n  “a” – b       |\n      why\n"
        );
    }
}
