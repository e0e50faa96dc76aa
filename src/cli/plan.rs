//! `zhice plan`: the best lawful combination of support, what it forfeits, and the next best; of several programmes, the
//! best way through what is not received together.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::case::OpenedCase;
use super::complaint::Complaint;
use super::filing::FilingOptions;
use super::options::{Format, Output};
use super::stamp::Stamp;
use super::terminal::{self, TableRow, TerminalText};
use super::{Exit, VerbResult};
use crate::engine::Case;
use crate::engine::plan::{Plan, plan};
use crate::engine::together::{Together, together};
use crate::model::Lang;
use crate::model::text::text;
use crate::report::{PlanReport, PlanRow, TogetherReport, Total, banner, heading};

/// Find the best lawful combination of support and what it forfeits
///
/// With --beside, the same for each of the other tracks, and then for all together: which measures one does not receive
/// beside each other, and which of two brings more. The answers of all may stand in one file or in several.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    filing: FilingOptions,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json \\
    --reading zibo.once=one_measure --lang en --format json
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json \\
    --beside my-programme/apply --pack my-programme.json";

/// The plan of one track.
#[derive(Serialize)]
struct Planned<'a> {
    #[serde(flatten)]
    stamp: Stamp<'a>,
    #[serde(flatten)]
    plan: &'a Plan,
}

/// The plan of the first track, and what others add to it.
#[derive(Serialize)]
struct Filing<'a> {
    #[serde(flatten)]
    own: Option<Planned<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<Planned<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<&'a Together>,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let packs = options.filing.packs()?;
    let opened = options.filing.cases(&packs)?;
    let cases: Vec<Case<'_>> = opened.iter().map(OpenedCase::looked_at).collect();
    let plans = cases.iter().enumerate().map(|(at, case)| planned(case, at)).collect::<Result<Vec<_>, _>>()?;
    let together = (cases.len() > 1).then(|| together(&cases));
    let lang = options.output.language.lang;
    match options.output.format {
        Format::Json => {
            let mut planned = opened.iter().zip(&plans).map(|(case, plan)| Planned { stamp: Stamp::of(case), plan });
            let own = planned.next();
            terminal::json(out, &Filing { own, beside: planned.collect(), together: together.as_ref() })?;
        }
        Format::Text => {
            let mut page = TerminalText::default();
            for (at, (case, plan)) in opened.iter().zip(&plans).enumerate() {
                if at > 0 {
                    page.gap();
                }
                alone(&mut page, case, plan, lang);
            }
            if let Some(together) = &together {
                all(&mut page, &TogetherReport::of(&cases, together, lang), lang);
            }
            write!(out, "{}", page.into_text())?;
        }
    }
    Ok(Exit::Fine)
}

fn planned(case: &Case<'_>, at: usize) -> Result<Plan, Complaint> {
    plan(case).ok_or_else(|| {
        let id = &case.track.track.id;
        let message = text!("类别 `{id}` 没有可选的支持事项", "track `{id}` has no measures to choose from");
        Complaint::new(message)
            .at(if at == 0 { "--track" } else { "--beside" })
            .help(text!("换一个类别", "choose another track"))
    })
}

/// One track by itself.
fn alone(page: &mut TerminalText, case: &OpenedCase<'_>, plan: &Plan, lang: Lang) {
    let track = case.track;
    let report = PlanReport::of(track, plan, lang);
    page.line(0, &track.title(lang));
    if let Some(banner) = banner(&track.pack.file, case.as_of, lang) {
        page.line(0, &banner);
    }
    page.heading(titled(heading::BEST_COMBINATION, lang));
    if let Some(nothing) = report.nothing {
        page.line(2, nothing);
    }
    page.table(&rows(&report.chosen));
    sum(page, &report.total);
    page.line(2, &report.rule(lang));
    if let Some(unsettled) = report.unsettled {
        page.line(2, unsettled);
    }
    if !report.forfeits.is_empty() {
        page.heading(titled(heading::FORFEITS, lang));
        page.table(&rows(&report.forfeits));
    }
    if let Some((titles, sum)) = &report.runner_up {
        page.heading(titled(heading::NEXT_BEST, lang));
        page.line(2, titles);
        page.line(2, sum);
    }
}

/// All tracks together.
fn all(page: &mut TerminalText, report: &TogetherReport, lang: Lang) {
    page.heading(titled(heading::ALL_TOGETHER, lang));
    page.table(&rows(&report.chosen));
    sum(page, &report.total);
    if let Some(unsettled) = report.unsettled {
        page.line(2, unsettled);
    }
    for exclusion in &report.exclusions {
        page.line(2, &format!("{} {}", exclusion.says, exclusion.clause.label));
    }
    if report.exclusions.is_empty() {
        page.line(2, report.nothing_excluded);
    }
}

fn titled([zh, en]: [&'static str; 2], lang: Lang) -> &'static str {
    lang.pick(zh, en)
}

fn sum(page: &mut TerminalText, total: &Total) {
    page.line(2, &format!("{} {}", total.label, total.range));
}

fn rows(rows: &[PlanRow]) -> Vec<TableRow> {
    let row = |one: &PlanRow| {
        let why = Some(one.why.clone()).filter(|why| !why.is_empty());
        TableRow { cells: [one.title.clone(), one.range.clone()].into_iter().chain(why).collect(), below: Vec::new() }
    };
    rows.iter().map(row).collect()
}
