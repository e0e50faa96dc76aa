//! What a draft sets out: sections of plain tables, ready for a page, a printer or a word processor.

mod annex;
mod form;
mod result;

use std::collections::BTreeMap;

use super::inputs::Inputs;
use super::section::Section;
use crate::model::{Lang, Text};
use crate::pack::load::TrackRef;
use crate::pack::{Pack, Track};
use crate::report::{Clause, Report};

/// All sections in their order; a section without rows is left out.
pub fn sections(
    track: TrackRef<'_>,
    inputs: &Inputs,
    unread: &BTreeMap<String, String>,
    report: &Report,
) -> Vec<Section> {
    let writer = Writer { track: track.track, inputs, unread, report, lang: inputs.lang, pack: track.pack };
    let mut sections = vec![
        writer.cover(),
        writer.applicant(),
        writer.facts(),
        writer.conditions(),
        writer.priorities(),
        writer.self_evaluation(),
        writer.actions(),
        writer.support(),
        writer.readings(),
        writer.narratives(),
        writer.materials(),
        writer.procedure(),
        writer.leads_to(),
        writer.doubts(),
        writer.outstanding(),
        writer.declarations(),
        writer.review(),
    ];
    sections.extend(writer.annexes());
    sections.retain(|section| !section.rows.is_empty());
    sections
}

struct Writer<'a> {
    track: &'a Track,
    inputs: &'a Inputs,
    /// Texts that are no answers, by fact.
    unread: &'a BTreeMap<String, String>,
    report: &'a Report,
    lang: Lang,
    pack: &'a Pack,
}

impl Writer<'_> {
    fn section(&self, id: &str, title: &str, columns: &[[&str; 2]], rows: Vec<Vec<String>>) -> Section {
        let columns = columns.iter().map(|[zh, en]| self.lang.pick(*zh, *en).to_owned()).collect();
        Section { id: id.to_owned(), title: title.to_owned(), columns, rows }
    }

    fn pick(&self, [zh, en]: [&'static str; 2]) -> &'static str {
        self.lang.pick(zh, en)
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.lang).to_owned()
    }

    fn cite(&self, cite: &str) -> String {
        Clause::of(self.pack, cite, self.lang).label
    }

    fn joined(&self, sentences: &[String]) -> String {
        sentences.join(self.lang.pick("；", "; "))
    }

    fn evidence(&self, facts: &[String]) -> String {
        let named: Vec<&str> =
            facts.iter().filter_map(|fact| self.inputs.dossier.evidence.get(fact)).map(String::as_str).collect();
        self.lang.list(&named)
    }
}
