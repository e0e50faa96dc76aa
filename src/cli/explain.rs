//! `zhice explain`: the reasoning of an assessment, statement by statement, down to the facts.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::case::OpenedCase;
use super::options::{self, Format, Output};
use super::terminal::{self, TerminalText};
use super::{Exit, VerbResult};
use crate::engine::explain::Reason;
use crate::engine::reasoning::{Statement, statements};
use crate::engine::{self, Standing};
use crate::model::Lang;
use crate::pack::Pack;
use crate::report::{banner, say, statement as in_words};

/// Explain an assessment: facts, clause, conclusion, and every step in between
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::CaseOptions,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice explain --programme zibo-2020-zone --track zone --answers answers.json
  zhice explain --programme zibo-2020-zone --track agency --answers answers.json \\
    --lang en --format json";

/// A statement with its words.
#[derive(Serialize)]
struct Explained<'a> {
    says: String,
    /// Whether the document holds: each statement can be read by itself.
    standing: Standing,
    #[serde(flatten)]
    statement: &'a Statement,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let lang = options.output.language.lang;
    let looked_at = case.looked_at();
    let assessment = engine::assess_case(&looked_at, case.as_of);
    let statements = statements(&looked_at, &assessment);
    let explain = |statement| Explained {
        says: in_words(statement, &looked_at, &assessment, lang),
        standing: assessment.standing,
        statement,
    };
    let explained: Vec<Explained<'_>> = statements.iter().map(explain).collect();
    match options.output.format {
        Format::Json => terminal::json(out, &explained)?,
        Format::Text => write!(out, "{}", text(&case, &explained, lang))?,
    }
    Ok(Exit::Fine)
}

fn text(case: &OpenedCase<'_>, explained: &[Explained<'_>], lang: Lang) -> String {
    let pack = case.track.pack;
    let mut page = TerminalText::default();
    let banner = banner(&pack.file, case.as_of, lang);
    if let Some(banner) = &banner {
        page.line(0, banner);
    }
    for (index, one) in explained.iter().enumerate() {
        if index > 0 || banner.is_some() {
            page.gap();
        }
        page.line(0, &one.says);
        one.statement.reasons.iter().for_each(|reason| steps(&mut page, pack, reason, 2, lang));
    }
    page.into_text()
}

fn steps(page: &mut TerminalText, pack: &Pack, reason: &Reason, indent: usize, lang: Lang) {
    page.line(indent, &say(&reason.step, pack, lang));
    reason.parts.iter().for_each(|part| steps(page, pack, part, indent + 2, lang));
}
