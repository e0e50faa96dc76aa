//! A draft as it goes on paper: what the Word document and the Markdown page are both set from.

use serde::Deserialize;
use serde_json::Value;

use super::words;
use crate::model::json::{self, JsonError, is_hidden};
use crate::model::{AsOf, Lang};

/// The application of a draft, word for word as the draft states it, and what marks the paper as that draft's.
///
/// Its texts are fit to be set: no character in them is invisible or refused by XML, and lines end with `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Paper {
    pub(super) lang: Lang,
    pub(super) as_of: AsOf,
    programme: String,
    digest: String,
    #[serde(rename = "application")]
    pub(super) tables: Vec<Table>,
    #[serde(skip)]
    differences: usize,
}

/// One section. Rows have as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Table {
    pub id: String,
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Paper {
    /// Takes a draft, and the number of differences its verification found.
    pub fn of(draft: &Value, differences: usize) -> Result<Self, JsonError> {
        let mut paper: Self = json::shape(draft)?;
        for (position, table) in paper.tables.iter().enumerate() {
            table.check(&format!("/application/{position}"))?;
        }
        paper.texts().for_each(|text| *text = fit(text));
        Ok(Self { differences, ..paper })
    }

    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { programme, digest, tables, .. } = self;
        let of_tables = tables.iter_mut().flat_map(|Table { title, columns, rows, .. }| {
            std::iter::once(title).chain(columns).chain(rows.iter_mut().flatten())
        });
        [programme, digest].into_iter().chain(of_tables)
    }

    /// The programme, and below it what this is.
    pub(super) fn title(&self) -> [&str; 2] {
        // The cover is titled by what this is, and names the programme in its second row.
        let cover = self.tables.iter().find(|table| table.is_cover());
        let programme = cover.and_then(|cover| cover.rows.get(1)?.get(1)).unwrap_or(&self.programme);
        [programme, cover.map_or(self.notice(), |cover| &cover.title)]
    }

    /// Stands on every page.
    pub(super) const fn notice(&self) -> &'static str {
        words::draft_notice(self.lang)
    }

    /// Stands above everything else where the draft does not hold.
    pub(super) fn warning(&self) -> Option<String> {
        match (self.differences, self.lang) {
            (0, _) => None,
            (count, Lang::Zh) => Some(format!("本草稿未通过复核，有 {count} 处不一致。请重新生成草稿，不要使用本件。")),
            (1, Lang::En) => {
                Some("This draft does not hold: 1 difference. Draw it up again; do not use this paper.".to_owned())
            }
            (count, Lang::En) => {
                Some(format!("This draft does not hold: {count} differences. Draw it up again; do not use this paper."))
            }
        }
    }

    /// Tells which file this is the paper of: the programme, and the first twelve digits of the digest.
    pub(super) fn mark(&self) -> String {
        let digits = self.digest.strip_prefix("sha256:").unwrap_or(&self.digest);
        let digits: String = digits.chars().take(12).collect();
        format!("{} · {} {digits}", self.programme, self.lang.pick("校验值", "digest"))
    }
}

impl Table {
    /// The cover stands below the title and needs no heading of its own.
    pub fn is_cover(&self) -> bool {
        self.id == "cover"
    }

    fn check(&self, pointer: &str) -> Result<(), JsonError> {
        /// More than this Word does not open.
        const MOST: usize = 63;
        let refused = |message: String, pointer: String| Err(JsonError { message, pointer, line: 0, column: 0 });
        let columns = self.columns.len();
        if columns == 0 || columns > MOST {
            return refused(
                format!("wrong length: {columns}, expected 1 to {MOST} columns"),
                format!("{pointer}/columns"),
            );
        }
        match self.rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
            None => Ok(()),
            Some((position, row)) => refused(
                format!("wrong length: {}, expected {columns} cells", row.len()),
                format!("{pointer}/rows/{position}"),
            ),
        }
    }
}

/// The text with line ends as `\n` and a visible sign in place of every character that cannot be set.
fn fit(text: &str) -> String {
    let fit = |c: char| match c {
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(fit).collect()
}
