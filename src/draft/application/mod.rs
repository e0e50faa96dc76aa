//! What a draft sets out: sections of plain tables, ready for a page, a printer or a word processor.

mod form;
mod result;

use serde::Serialize;

use super::build::Inputs;
use crate::engine::Assessment;
use crate::engine::explain::Step;
use crate::engine::say::say;
use crate::model::{Lang, Text};
use crate::pack::Pack;

/// A titled table. Rows have as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Section {
    pub id: &'static str,
    pub title: &'static str,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// All sections in their order; a section without rows is left out.
pub fn sections(inputs: Inputs<'_>, assessment: &Assessment) -> Vec<Section> {
    let writer = Writer { inputs, assessment, lang: inputs.lang, pack: inputs.track.pack };
    let mut sections = vec![
        writer.cover(),
        writer.applicant(),
        writer.facts(),
        writer.conditions(),
        writer.self_evaluation(),
        writer.support(),
        writer.readings(),
        writer.narratives(),
        writer.materials(),
        writer.procedure(),
        writer.outstanding(),
        writer.declarations(),
        writer.review(),
    ];
    sections.retain(|section| !section.rows.is_empty());
    sections
}

struct Writer<'a> {
    inputs: Inputs<'a>,
    assessment: &'a Assessment,
    lang: Lang,
    pack: &'a Pack,
}

impl Writer<'_> {
    fn section(
        &self,
        id: &'static str,
        title: &'static str,
        columns: &[[&'static str; 2]],
        rows: Vec<Vec<String>>,
    ) -> Section {
        let columns = columns.iter().map(|[zh, en]| self.lang.pick(*zh, *en)).collect();
        Section { id, title, columns, rows }
    }

    fn pick(&self, [zh, en]: [&'static str; 2]) -> &'static str {
        self.lang.pick(zh, en)
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.lang).to_owned()
    }

    fn cite(&self, cite: &str) -> String {
        self.pack.clause(cite).map_or_else(|| cite.to_owned(), |clause| clause.label(self.lang).to_owned())
    }

    fn said(&self, steps: &[Step]) -> String {
        let sentences: Vec<String> = steps.iter().map(|step| say(step, self.pack, self.lang)).collect();
        sentences.join(self.lang.pick("；", "; "))
    }

    fn evidence(&self, facts: &[String]) -> String {
        let named: Vec<&str> =
            facts.iter().filter_map(|fact| self.inputs.dossier.evidence.get(fact)).map(String::as_str).collect();
        self.lang.list(&named)
    }
}
