//! The application as a Word document: A4, real headings, tables with headers that repeat, no author, no clock.

mod body;
mod columns;
mod xml;
mod zip;

use super::paper::Paper;
use xml::{escaped, paragraph};

/// The Word document of a draft. The same draft makes the same bytes.
pub fn docx(paper: &Paper) -> Vec<u8> {
    let lang = paper.lang.pick("zh-CN", "en-GB");
    let numbers = paper.lang.pick(("chineseCountingThousand", "、", "nothing"), ("decimal", ".", "space"));
    let numbering = include_str!("numbering.xml")
        .replace("{format}", numbers.0)
        .replace("{after}", numbers.1)
        .replace("{gap}", numbers.2);
    zip::stored(&[
        ("[Content_Types].xml", include_str!("content-types.xml")),
        ("_rels/.rels", include_str!("package-rels.xml")),
        ("docProps/core.xml", &core_properties(paper)),
        ("word/document.xml", &include_str!("document.xml").replace("{body}", &body::body(paper))),
        ("word/_rels/document.xml.rels", include_str!("document-rels.xml")),
        ("word/styles.xml", &include_str!("styles.xml").replace("{lang}", lang)),
        ("word/settings.xml", &include_str!("settings.xml").replace("{lang}", lang)),
        ("word/numbering.xml", &numbering),
        ("word/fontTable.xml", include_str!("fonts.xml")),
        ("word/header.xml", &header(paper)),
        ("word/footer.xml", &footer(paper)),
    ])
}

fn core_properties(paper: &Paper) -> String {
    include_str!("core.xml")
        .replace("{day}", &paper.as_of.to_string())
        .replace("{lang}", paper.lang.pick("zh-CN", "en"))
        .replace("{title}", &escaped(&paper.title().join(" ")))
}

fn header(paper: &Paper) -> String {
    let [programme, _] = paper.title();
    let mut lines = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t><w:tab/>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escaped(programme),
        escaped(paper.notice())
    );
    if let Some(warning) = paper.warning() {
        lines += &paragraph("Header", &warning);
    }
    include_str!("header.xml").replace("{lines}", &lines)
}

fn footer(paper: &Paper) -> String {
    let [before, between, after] = paper.lang.pick(["第 ", " 页，共 ", " 页"], ["Page ", " of ", ""]);
    include_str!("footer.xml")
        .replace("{before}", before)
        .replace("{between}", between)
        .replace("{after}", after)
        .replace("{mark}", &escaped(&paper.mark()))
}
