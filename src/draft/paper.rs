//! A draft as it goes on paper: what the print, the Word document and the Markdown page are all set from.

use serde::Deserialize;
use serde_json::Value;

use super::section::Section;
use super::words;
use crate::model::json::{self, JsonError, JsonErrorKind, is_hidden};
use crate::model::{AsOf, Lang};

/// The application of a draft, word for word as the draft states it, and what marks the paper as that draft's.
///
/// Its texts are fit to be set: no character in them is invisible or refused by XML, and lines end with `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Paper {
    pub lang: Lang,
    pub(super) as_of: AsOf,
    programme: String,
    digest: String,
    #[serde(rename = "application")]
    pub sections: Vec<Section>,
    #[serde(skip)]
    differences: usize,
}

impl Paper {
    /// Of a draft that was just drawn up.
    pub(super) fn new(programme: String, lang: Lang, as_of: AsOf, digest: String, sections: Vec<Section>) -> Self {
        Self { lang, as_of, programme, digest, sections, differences: 0 }.fitted()
    }

    /// Reads a draft from a file; takes also the number of differences its verification found.
    pub fn read(draft: &Value, differences: usize) -> Result<Self, JsonError> {
        let paper: Self = json::shape(draft)?;
        for (position, section) in paper.sections.iter().enumerate() {
            check(section, &format!("/application/{position}"))?;
        }
        Ok(Self { differences, ..paper }.fitted())
    }

    fn fitted(mut self) -> Self {
        self.texts().for_each(|text| *text = fit(text));
        self
    }

    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { programme, digest, sections, .. } = self;
        let of_sections = sections.iter_mut().flat_map(|Section { title, columns, rows, .. }| {
            std::iter::once(title).chain(columns).chain(rows.iter_mut().flatten())
        });
        [programme, digest].into_iter().chain(of_sections)
    }

    /// The programme, and below it what this is.
    pub fn title(&self) -> [&str; 2] {
        // The cover is titled by what this is, and names the programme in its second row.
        let cover = self.sections.iter().find(|section| section.is_cover());
        let programme = cover.and_then(|cover| cover.rows.get(1)?.get(1)).unwrap_or(&self.programme);
        [programme, cover.map_or(self.notice(), |cover| &cover.title)]
    }

    /// Stands on every page.
    pub const fn notice(&self) -> &'static str {
        words::draft_notice(self.lang)
    }

    /// Stands above everything else where the draft does not hold.
    pub fn warning(&self) -> Option<String> {
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
    pub fn mark(&self) -> String {
        let digits = self.digest.strip_prefix("sha256:").unwrap_or(&self.digest);
        let digits: String = digits.chars().take(12).collect();
        format!("{} · {} {digits}", self.programme, self.lang.pick("校验值", "digest"))
    }
}

/// A table that can be set.
fn check(section: &Section, pointer: &str) -> Result<(), JsonError> {
    /// More than this Word does not open.
    const MOST: usize = 63;
    let refused = |found, expected: String, pointer: String| {
        Err(JsonError::new(JsonErrorKind::WrongLength { found, expected }).at(pointer))
    };
    let columns = section.columns.len();
    if columns == 0 || columns > MOST {
        return refused(columns, format!("1 to {MOST} columns"), format!("{pointer}/columns"));
    }
    match section.rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
        None => Ok(()),
        Some((position, row)) => refused(row.len(), format!("{columns} cells"), format!("{pointer}/rows/{position}")),
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
