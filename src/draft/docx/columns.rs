//! How wide the columns of a table are: fixed in the file, since not every reader works it out.

use crate::draft::section::Section;

/// The width between the margins of the page, in twentieths of a point.
pub const PAGE: usize = 9412;

/// Half the width of a Chinese character in the size that tables are set in.
const LETTER: usize = 105;

/// What a cell keeps clear on both sides.
const MARGINS: usize = 240;

/// The width of each column; together they fill the page.
///
/// The narrow ones have what they want. The wide ones share the rest, halfway between evenly and as they want.
pub fn widths(table: &Section) -> Vec<usize> {
    let mut columns: Vec<(usize, usize)> = (0..table.columns.len()).map(|at| (at, wanted(table, at))).collect();
    columns.sort_by_key(|(_, width)| *width);
    let mut left = PAGE;
    let mut all: usize = columns.iter().map(|(_, width)| width).sum();
    let sharing = (1..=columns.len()).rev();
    for ((_, width), sharing) in columns.iter_mut().zip(sharing) {
        let (wanted, even) = (*width, left / sharing);
        if sharing == 1 || wanted > even {
            *width = usize::midpoint(even, left * wanted / all);
        }
        left -= *width;
        all -= wanted;
    }
    columns.sort_unstable();
    columns.into_iter().map(|(_, width)| width).collect()
}

/// What a column would take for its longest line, up to a long line of prose.
fn wanted(table: &Section, column: usize) -> usize {
    /// Enough to write a few words by hand.
    const ROOM: usize = 36;
    /// Enough for a word at the head of a column.
    const LEAST: usize = 8;
    let cells = || table.rows.iter().filter_map(|row| row.get(column));
    let lines = cells().chain(table.columns.get(column)).flat_map(|cell| cell.split('\n'));
    let longest = lines.map(letters).max().unwrap_or_default();
    let to_fill_in = column + 1 == table.columns.len() && cells().any(String::is_empty);
    longest.clamp(if to_fill_in { ROOM } else { LEAST }, 56) * LETTER + MARGINS
}

/// The width of a line in letters. What is not ASCII is set wide, with a little space where it meets what is.
fn letters(line: &str) -> usize {
    let wide = line.chars().filter(|c| !c.is_ascii()).count();
    let meets = line.chars().zip(line.chars().skip(1)).filter(|(one, next)| one.is_ascii() != next.is_ascii()).count();
    line.chars().count() + wide + meets.div_ceil(2)
}
