//! Readers that nobody here wrote, for what was exported.

use std::io::{Cursor, Read as _};

use ical::IcalParser;
use ical::property::Property;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node};
use serde_json::Value;
use zip::ZipArchive;

/// The cells of each table, the header's first.
pub type Tables = Vec<Vec<String>>;

/// As the draft has them.
pub fn tables(draft: &Value) -> Tables {
    let strings = |list: &Value| -> Vec<String> {
        let list = list.as_array().expect("a list");
        list.iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
    };
    let cells = |section: &Value| {
        let rows = section["rows"].as_array().expect("rows");
        [&section["columns"]].into_iter().chain(rows).flat_map(strings).collect()
    };
    draft["application"].as_array().expect("sections").iter().map(cells).collect()
}

pub fn names(document: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(document)).expect("a ZIP archive");
    archive.file_names().map(ToOwned::to_owned).collect()
}

/// One part of the document; reading it checks its check sum.
pub fn part(document: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(document)).expect("a ZIP archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text, undamaged");
    text
}

pub fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The text of a paragraph or a cell, with its line breaks and without what holds a number together.
pub fn line(node: Node<'_, '_>) -> String {
    set(node).replace('\u{a0}', " ").replace('\u{feff}', "")
}

/// The text of a paragraph or a cell as it is set.
pub fn set(node: Node<'_, '_>) -> String {
    let text = node.descendants().map(|node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default(),
        "br" => "\n",
        "noBreakHyphen" => "-",
        _ => "",
    });
    text.collect()
}

pub fn text_of(xml: &str) -> String {
    line(Document::parse(xml).expect("XML").root())
}

pub fn word_tables(document: &[u8]) -> Tables {
    let body = part(document, "word/document.xml");
    let body = Document::parse(&body).expect("XML");
    all(body.root(), "tbl").map(|table| all(table, "tc").map(line).collect()).collect()
}

pub fn word_headings(document: &[u8]) -> Vec<String> {
    let body = part(document, "word/document.xml");
    let body = Document::parse(&body).expect("XML");
    let is_heading =
        |node: &Node<'_, '_>| all(*node, "pStyle").any(|style| style.attributes().any(|one| one.value() == "Heading1"));
    all(body.root(), "p").filter(is_heading).map(line).collect()
}

/// The tables of a page read with every extension there is, but for the one that sets dashes and quotation marks.
/// Anything but headings, bold lines, tables, text and line breaks stops the test.
pub fn markdown_tables(page: &str) -> Tables {
    let mut tables = Tables::new();
    let mut cell = None;
    for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::Text(text) => cell.iter_mut().for_each(|cell| cell.push_str(&text)),
            Event::InlineHtml(tag) if &*tag == "<br>" => cell.iter_mut().for_each(|cell| cell.push('\n')),
            Event::End(TagEnd::TableCell) => {
                tables.last_mut().expect("a table").push(cell.take().expect("a cell"));
            }
            Event::Start(
                Tag::Heading { id: None, .. } | Tag::Paragraph | Tag::Strong | Tag::TableHead | Tag::TableRow,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} in\n{page}"),
        }
    }
    tables
}

/// The events of a calendar, each as its properties with their values as they stand in the file.
pub fn events(calendar: &str) -> Vec<Vec<Property>> {
    let mut calendars = IcalParser::new(calendar.as_bytes());
    let read = calendars.next().expect("a calendar").expect("a calendar that can be read");
    assert!(calendars.next().is_none(), "more than one calendar");
    read.events.into_iter().map(|event| event.properties).collect()
}
