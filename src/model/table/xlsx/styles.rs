//! Number formats: which cells are days.

use std::collections::BTreeSet;

use super::xml::{Element, elements};

/// Whether a cell of each style shows a day; `None` where the text is no XML.
pub fn days(xml: &str) -> Option<Vec<bool>> {
    let mut own = BTreeSet::new();
    let mut days = Vec::new();
    let mut in_cells = false;
    elements(xml, |element| match element {
        Element::Open("numFmt", attributes) if attributes.get("formatCode").is_some_and(|code| shows_day(&code)) => {
            own.insert(attributes.get("numFmtId").unwrap_or_default());
        }
        Element::Open("cellXfs", _) => in_cells = true,
        Element::Close("cellXfs") => in_cells = false,
        Element::Open("xf", attributes) if in_cells => {
            let format = attributes.get("numFmtId").unwrap_or_default();
            days.push(own.contains(&format) || format.parse().is_ok_and(is_built_in));
        }
        _ => {}
    })?;
    Some(days)
}

/// The formats that need no code of their own, those of Chinese programs among them.
const fn is_built_in(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a code has a year or a day in it, outside what is shown as it stands.
fn shows_day(code: &str) -> bool {
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            'y' | 'Y' | 'd' | 'D' => return true,
            '"' => _ = chars.find(|c| *c == '"'),
            '[' => _ = chars.find(|c| *c == ']'),
            '\\' | '_' | '*' => _ = chars.next(),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_other_numbers() {
        for code in ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "d\\-mmm", "YYYY"] {
            assert!(shows_day(code), "{code}");
        }
        for code in ["0.00", "General", "[Red]0", "\"day\"0", "0\\d", "h:mm:ss", "#,##0_);[Red](#,##0)", "_d0", "*y0"] {
            assert!(!shows_day(code), "{code}");
        }
    }
}
