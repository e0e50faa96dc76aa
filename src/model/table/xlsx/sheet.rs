//! The cells of a sheet, as the texts people see in them.

use super::number;
use super::xml::{Attributes, Element, elements};
use crate::model::table::{COLUMN_LIMIT, ROW_LIMIT, TableError};
use crate::model::text::visible;

/// What a cell refers to.
pub struct Context<'c> {
    pub texts: &'c [String],
    /// By style, whether a number is a day.
    pub days: &'c [bool],
    pub from_1904: bool,
}

/// The texts that cells share; `None` where the text is no XML.
pub fn shared_texts(xml: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut text = Words::default();
    elements(xml, |element| match element {
        Element::Close("si") => texts.push(text.taken()),
        element => text.follow(&element, "t"),
    })?;
    Some(texts)
}

impl Context<'_> {
    pub fn rows(&self, xml: &str) -> Result<Vec<Vec<String>>, TableError> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut cell = Cell::default();
        let (mut row, mut column) = (0, 0);
        let mut beyond = None;
        elements(xml, |element| match element {
            Element::Open("row", attributes) => {
                row = attributes.get("r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                column = 0;
            }
            Element::Open("c", attributes) => {
                column = attributes.get("r").and_then(|place| column_of(&place)).unwrap_or(column + 1);
                cell = Cell::of(&attributes);
            }
            Element::Close("c") => {
                let text = visible(&self.text(&cell.kind, cell.style, &cell.words.taken()));
                if text.trim().is_empty() {
                    return;
                }
                match (row, column) {
                    (1..=ROW_LIMIT, 1..=COLUMN_LIMIT) => put(&mut rows, row, column, text),
                    (1..=ROW_LIMIT, _) => beyond = Some(TableError::TooWide),
                    _ => beyond = Some(TableError::TooManyRows),
                }
            }
            element => cell.words.follow(&element, if cell.kind == "inlineStr" { "t" } else { "v" }),
        })
        .ok_or(TableError::Damaged)?;
        beyond.map_or(Ok(rows), Err)
    }

    fn text(&self, kind: &str, style: usize, value: &str) -> String {
        match kind {
            "s" => value.parse().ok().and_then(|at: usize| self.texts.get(at)).cloned().unwrap_or_default(),
            "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "str" | "inlineStr" | "d" | "e" => value.to_owned(),
            _ => {
                let is_day = self.days.get(style).copied().unwrap_or_default();
                let day = number::day(value, self.from_1904).filter(|_| is_day);
                day.map(|day| day.to_string()).or_else(|| number::plain(value)).unwrap_or_else(|| value.to_owned())
            }
        }
    }
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    kind: String,
    style: usize,
    words: Words,
}

impl Cell {
    fn of(attributes: &Attributes<'_>) -> Self {
        let style = attributes.get("s").and_then(|style| style.parse().ok()).unwrap_or_default();
        Self { kind: attributes.get("t").unwrap_or_default(), style, words: Words::default() }
    }
}

/// Text gathered within elements of one name, and not in those that say how it is pronounced.
#[derive(Default)]
struct Words {
    text: String,
    is_within: bool,
    is_spoken: bool,
}

impl Words {
    fn follow(&mut self, element: &Element<'_>, name: &str) {
        match element {
            Element::Open("rPh", _) => self.is_spoken = true,
            Element::Close("rPh") => self.is_spoken = false,
            Element::Open(open, _) if *open == name => self.is_within = true,
            Element::Close(closed) if *closed == name => self.is_within = false,
            Element::Text(text) if self.is_within && !self.is_spoken => self.text.push_str(text),
            _ => {}
        }
    }

    /// What was gathered. A carriage return is written as an escape.
    fn taken(&mut self) -> String {
        std::mem::take(self).text.replace("_x000D_", "")
    }
}

/// The number of the column in `BC12`.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    let digit = |c: char| (c.to_digit(36)?.checked_sub(9)).filter(|digit| *digit > 0);
    let mut column = 0_usize;
    for letter in letters.chars() {
        column = column.checked_mul(26)?.checked_add(usize::try_from(digit(letter)?).ok()?)?;
    }
    (column > 0).then_some(column)
}

fn put(rows: &mut Vec<Vec<String>>, row: usize, column: usize, text: String) {
    if rows.len() < row {
        rows.resize(row, Vec::new());
    }
    let Some(cells) = rows.get_mut(row - 1) else { return };
    if cells.len() < column {
        cells.resize(column, String::new());
    }
    if let Some(cell) = cells.get_mut(column - 1) {
        *cell = text;
    }
}
