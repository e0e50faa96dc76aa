//! Tables as other programs write them: pasted from a spreadsheet, CSV, XLSX. Cells are text, whatever the program took
//! them for; what they mean is for the columns of a list to say.

mod delimited;
mod error;
mod xlsx;

pub use error::TableError;

use super::FileKind;
use super::text::visible;

/// The most rows a table may have, its heads among them.
pub const ROW_LIMIT: usize = 10_100;
/// The most cells a row may have.
pub const COLUMN_LIMIT: usize = 200;
/// The most bytes a file or what is unpacked of it may have.
const BYTE_LIMIT: usize = 64 << 20;

/// Rows of cells. A row stands where it stands in its source, so that its number is the one people see there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<Vec<String>>,
    /// Of a workbook, the sheet that was read.
    pub sheet: Option<Sheet>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// How many visible sheets the workbook has.
    pub of: usize,
}

/// Reads a text whose cells are parted by tabs, commas or semicolons.
pub fn read_text(text: &str) -> Result<Table, TableError> {
    Table { rows: delimited::rows(&visible(text))?, sheet: None }.checked()
}

/// Reads a file of either kind.
pub fn read_file(bytes: &[u8]) -> Result<Table, TableError> {
    if is_workbook(bytes) { read_workbook(bytes) } else { read_plain(bytes) }
}

/// Whether a file is for `read_workbook`, which is apart from the rest: few need it, and it weighs something.
pub fn is_workbook(bytes: &[u8]) -> bool {
    matches!(FileKind::of(bytes), Some(FileKind::Spreadsheet | FileKind::Archive)) && bytes.starts_with(b"PK")
}

/// Reads a workbook.
pub fn read_workbook(bytes: &[u8]) -> Result<Table, TableError> {
    within_limit(bytes)?;
    xlsx::read(bytes)?.checked()
}

/// Reads a text in UTF-8 or UTF-16. `NotUtf8` is for the caller, who may know other encodings.
pub fn read_plain(bytes: &[u8]) -> Result<Table, TableError> {
    within_limit(bytes)?;
    match FileKind::of(bytes) {
        Some(FileKind::Utf16) => read_text(&utf16(bytes)),
        // A cell may well begin like a heading.
        Some(FileKind::Markdown) | None => read_text(str::from_utf8(bytes).map_err(|_| TableError::NotUtf8)?),
        Some(kind) => Err(TableError::Kind(kind)),
    }
}

fn within_limit(bytes: &[u8]) -> Result<(), TableError> {
    if bytes.len() > BYTE_LIMIT { Err(TableError::TooLarge(BYTE_LIMIT)) } else { Ok(()) }
}

/// As spreadsheet programs save "Unicode text".
fn utf16(bytes: &[u8]) -> String {
    let is_big = matches!(bytes, [0xfe, 0xff, ..] | [0, 1..=255, ..]);
    let unit = |pair: &[u8; 2]| if is_big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) };
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(unit).collect();
    String::from_utf16_lossy(&units)
}

impl Table {
    /// Without the empty rows at its end, if it is within the limits.
    fn checked(mut self) -> Result<Self, TableError> {
        let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        self.rows.truncate(self.rows.iter().rposition(is_filled).map_or(0, |last| last + 1));
        match self.rows.iter().map(Vec::len).max() {
            None => Err(TableError::Empty),
            Some(_) if self.rows.len() > ROW_LIMIT => Err(TableError::TooManyRows),
            Some(width) if width > COLUMN_LIMIT => Err(TableError::TooWide),
            Some(_) => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let text = "专利号\t授权日\n1\t2\n";
        let rows = vec![vec!["专利号".to_owned(), "授权日".to_owned()], vec!["1".to_owned(), "2".to_owned()]];
        let little: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), little, big] {
            assert_eq!(read_file(&bytes).map(|table| table.rows), Ok(rows.clone()));
        }
        assert_eq!(read_file(b"\xd7\xa8\xc0\xfb,1"), Err(TableError::NotUtf8), "GB18030");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for (bytes, error) in [
            (&b""[..], TableError::Empty),
            (b" \n\t\n", TableError::Empty),
            (b"%PDF-1.7", TableError::Kind(FileKind::Pdf)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", TableError::Kind(FileKind::OldOffice)),
            (b"PK\x03\x04....word/document.xml", TableError::Kind(FileKind::Word)),
            (b"PK\x03\x04....xl/workbook.xml", TableError::Damaged),
        ] {
            assert_eq!(read_file(bytes), Err(error));
        }
        assert_eq!(read_text(&"1\n".repeat(ROW_LIMIT + 1)), Err(TableError::TooManyRows));
        assert_eq!(read_text(&"1\t".repeat(COLUMN_LIMIT + 1)), Err(TableError::TooWide));
        assert_eq!(read_text(&format!("1{}", "\n".repeat(ROW_LIMIT + 1))).map(|table| table.rows.len()), Ok(1));
    }
}
