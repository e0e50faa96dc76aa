//! Why a text or a file is not read as a table.

use std::fmt;

use super::{COLUMN_LIMIT, ROW_LIMIT};
use crate::model::{FileKind, Lang};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    Empty,
    /// Neither UTF-8 nor UTF-16.
    NotUtf8,
    /// A file of another kind.
    Kind(FileKind),
    /// An archive, and no workbook that can be read is in it.
    Damaged,
    /// Larger than this many bytes.
    TooLarge(usize),
    TooManyRows,
    TooWide,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing in it; the first sheet needs a row of headings and rows below it"),
            Self::NotUtf8 => f.write_str("text in an unknown encoding; save it again as an .xlsx workbook"),
            Self::Kind(kind) => {
                write!(f, "{}, not a table; choose an .xlsx or .csv file", kind.what(Lang::En))
            }
            Self::Damaged => f.write_str("no workbook that can be read; open it and save it again as .xlsx"),
            Self::TooLarge(limit) => write!(
                f,
                "larger than {} MB; copy the rows and columns that are asked for into a new workbook, or into several, and choose those",
                limit >> 20
            ),
            Self::TooManyRows => write!(f, "more than {ROW_LIMIT} rows; hand in the rows that count alone"),
            Self::TooWide => write!(f, "more than {COLUMN_LIMIT} columns; hand in the columns asked for alone"),
        }
    }
}

impl TableError {
    /// The same in Chinese.
    pub fn in_chinese(self) -> String {
        match self {
            Self::Empty => "没有内容；第一张工作表应有一行列名和其下各行".to_owned(),
            Self::NotUtf8 => "文字编码无法识别，请另存为 .xlsx 文件".to_owned(),
            Self::Kind(kind) => format!("{}，不是表格，请选择 .xlsx 或 .csv 文件", kind.what(Lang::Zh)),
            Self::Damaged => "不是可以读取的工作簿，请打开后重新另存为 .xlsx 文件".to_owned(),
            Self::TooLarge(limit) => {
                format!("超过 {} MB，请只把所需的行和列复制到新的工作簿，或者分成几个文件，再逐个选择", limit >> 20)
            }
            Self::TooManyRows => format!("超过 {ROW_LIMIT} 行，请只提供计入的行"),
            Self::TooWide => format!("超过 {COLUMN_LIMIT} 列，请只提供所需的列"),
        }
    }
}
