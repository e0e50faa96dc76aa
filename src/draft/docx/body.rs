//! The body of the document: the title, the cover, and a heading and a table for each section.

use super::columns;
use super::xml::{paragraph, paragraph_with};
use crate::draft::paper::Paper;
use crate::draft::section::{Room, Section};

pub fn body(paper: &Paper) -> String {
    let warning = paper.warning().map(|warning| paragraph("Warning", &warning));
    let mut body = vec![
        warning.unwrap_or_default(),
        paragraph("Title", &paper.title().join("\n")),
        paragraph("Subtitle", paper.notice()),
    ];
    let mut after_cover = false;
    for section in &paper.sections {
        if !section.is_cover() {
            let page_break = if after_cover { "<w:pageBreakBefore/>" } else { "" };
            body.push(paragraph_with("Heading1", page_break, &section.title));
        }
        after_cover = section.is_cover();
        body.push(table(section));
    }
    // Word wants a paragraph after the last table.
    body.concat() + "<w:p/>"
}

fn table(table: &Section) -> String {
    let widths = columns::widths(table);
    let page = columns::PAGE;
    let grid: Vec<String> = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let head = row(&table.columns, &widths, "TableHead", "<w:cantSplit/><w:tblHeader/>");
    let rows: Vec<String> =
        table.rows.iter().map(|cells| row(cells, &widths, "TableText", &shape(table, cells))).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{page}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{head}{}</w:tbl>",
        grid.concat(),
        rows.concat()
    )
}

fn row(cells: &[String], widths: &[usize], style: &str, shape: &str) -> String {
    let cell = |(text, width): (&String, &usize)| {
        let paragraph = paragraph(style, text);
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraph}</w:tc>")
    };
    let cells: Vec<String> = cells.iter().zip(widths).map(cell).collect();
    format!("<w:tr><w:trPr>{shape}</w:trPr>{}</w:tr>", cells.concat())
}

/// Whether a row stays on one page, and how high it is at least.
fn shape(table: &Section, cells: &[String]) -> String {
    let height = match table.room(cells) {
        Room::Opinion => 2268,
        Room::Signature => 1418,
        Room::Nothing => 454,
    };
    let whole = if Section::is_long(cells) { "" } else { "<w:cantSplit/>" };
    format!("{whole}<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>")
}
