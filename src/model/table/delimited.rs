//! Delimited text: what a spreadsheet puts on the clipboard, and CSV by RFC 4180.

use super::{ROW_LIMIT, TableError};

/// The rows of a text without carriage returns. A cell in quotes may hold delimiters and line breaks, and a quote twice
/// for one; a quote that nothing closes is a character like another.
pub fn rows(text: &str) -> Result<Vec<Vec<String>>, TableError> {
    let delimiter = delimiter(text);
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest, delimiter);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut chars = after.chars();
        match chars.next() {
            None => return Ok(rows),
            Some('\n') if chars.as_str().is_empty() => return Ok(rows),
            // Blank rows at the end do not count; a text full of them is refused all the same.
            Some('\n') if rows.len() > 2 * ROW_LIMIT => return Err(TableError::TooManyRows),
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
        }
        rest = chars.as_str();
    }
}

/// A tab wherever there is one; else what follows the first cell, a comma or a semicolon.
fn delimiter(text: &str) -> char {
    let head = text.trim_start_matches('\n');
    let parts = |delimiter: &char| match head.strip_prefix('"').and_then(quoted) {
        Some((_, after)) => after.starts_with(*delimiter),
        None => cell(head, *delimiter).1.starts_with(*delimiter),
    };
    if text.contains('\t') { '\t' } else { [',', ';'].into_iter().find(parts).unwrap_or('\t') }
}

/// The cell at the front, and what follows it, from its delimiter on.
fn cell(text: &str, delimiter: char) -> (String, &str) {
    let (quoted, rest) = text.strip_prefix('"').and_then(quoted).unwrap_or((String::new(), text));
    let end = rest.find(['\n', delimiter]).unwrap_or(rest.len());
    let (plain, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    (quoted + plain, after)
}

/// What is in quotes, and what follows them.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Some((cell, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let rows = rows(text).unwrap();
        rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("¶").replace('\n', "↵")
    }

    #[test]
    fn cells_are_parted() {
        for (text, expected) in [
            ("a\tb\n1\t2\n", "a|b¶1|2"),
            ("a,b\n1,2", "a|b¶1|2"),
            ("a;b\n1;2,5", "a|b¶1|2,5"),
            ("\n\na,b\n", "¶¶a|b"),
            ("a\n1,200\n2,400", "a¶1,200¶2,400"),
            ("a,x\tb\n1\t2", "a,x|b¶1|2"),
            ("a\t\tb\n\t\t\n", "a||b¶||"),
            ("\"a\nb\"\tc\n1\t2", "a↵b|c¶1|2"),
            ("\"a\nb,c\"\n\"1,2\"", "a↵b,c¶1,2"),
            ("\"a \"\"b\"\" c\",d\n", "a \"b\" c|d"),
            ("5\" pipe,\"x", "5\" pipe|\"x"),
            ("\"\",\"a\"b\n", "|ab"),
            ("\"\"\"\",a", "\"|a"),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }
}
