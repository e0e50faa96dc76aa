//! `zhice plan`: the best lawful combination of support, what it forfeits, and the next best.

use std::io::Write;

use clap::Args;

use super::case::OpenedCase;
use super::complaint::Complaint;
use super::options::{self, Format, Output};
use super::terminal::{self, TableRow, TerminalText};
use super::{Exit, VerbResult};
use crate::engine;
use crate::engine::plan::Plan;
use crate::model::Lang;
use crate::report::{PlanReport, PlanRow, banner, heading};

/// Find the best lawful combination of support and what it forfeits
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
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json \\
    --reading zibo.once=one_measure --lang en --format json";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let plan = engine::plan::plan(&engine::Case::on(case.as_of, case.track, &case.answers, &case.choices)).ok_or_else(
        || {
            let id = &case.track.track.id;
            Complaint::new(format!("track `{id}` has no measures to choose from"))
                .at("--track")
                .help("choose another track")
        },
    )?;
    match options.output.format {
        Format::Json => terminal::json(out, &plan)?,
        Format::Text => write!(out, "{}", text(&case, &plan, options.output.language.lang))?,
    }
    Ok(Exit::Fine)
}

fn text(case: &OpenedCase<'_>, plan: &Plan, lang: Lang) -> String {
    let track = case.track;
    let report = PlanReport::of(track, plan, lang);
    let titled = |[zh, en]: [&'static str; 2]| lang.pick(zh, en);
    let mut page = TerminalText::default();
    page.line(0, &track.title(lang));
    if let Some(banner) = banner(&track.pack.file, case.as_of, lang) {
        page.line(0, &banner);
    }
    page.heading(titled(heading::BEST_COMBINATION));
    if let Some(nothing) = report.nothing {
        page.line(2, nothing);
    }
    page.table(&rows(&report.chosen));
    page.line(2, &format!("{} {}", report.total.label, report.total.range));
    page.line(2, &report.rule(lang));
    if let Some(unsettled) = report.unsettled {
        page.line(2, unsettled);
    }
    if !report.forfeits.is_empty() {
        page.heading(titled(heading::FORFEITS));
        page.table(&rows(&report.forfeits));
    }
    if let Some((titles, sum)) = &report.runner_up {
        page.heading(titled(heading::NEXT_BEST));
        page.line(2, titles);
        page.line(2, sum);
    }
    page.into_text()
}

fn rows(rows: &[PlanRow]) -> Vec<TableRow> {
    let row = |one: &PlanRow| {
        let why = Some(one.why.clone()).filter(|why| !why.is_empty());
        TableRow { cells: [one.title.clone(), one.range.clone()].into_iter().chain(why).collect(), below: Vec::new() }
    };
    rows.iter().map(row).collect()
}
