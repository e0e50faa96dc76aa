//! `zhice reach`: the least change that reaches a goal.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::case::OpenedCase;
use super::complaint::Complaint;
use super::options::{self, Format, Output};
use super::stamp::Stamp;
use super::terminal::{self, TableRow, TerminalText};
use super::{Exit, VerbResult};
use crate::engine;
use crate::engine::reach::{Goal, GoalError, Reach};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::report::{ChangeRow, Way, Ways, banner};

/// Find the least change that reaches a goal
///
/// What is open is answered before a given answer is altered; as few facts as possible change, each as little as
/// possible. An answer is altered only by something one can do: what describes the applicant stays as it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::CaseOptions,
    /// eligible, condition:ID, measure:ID (its next higher amount), indicator:ID, total:YUAN,
    /// pass (of a score), or grade:ID
    #[arg(long, value_name = "GOAL")]
    goal: String,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice reach --programme zibo-2020-zone --track zone --answers answers.json --goal eligible
  zhice reach --programme zibo-2020-zone --track zone --answers answers.json \\
    --goal condition:agency-base
  zhice reach --programme zibo-2020-zone --track agency --answers answers.json \\
    --goal measure:grants
  zhice reach --programme zibo-2020-zone --track agency --answers answers.json \\
    --goal total:500000 --format json
  echo '{\"city.trademarks\": 90000}' |
    zhice reach --programme zibo-2024-city --track city --answers - --goal indicator:trademarks";

/// What was found, and of what.
#[derive(Serialize)]
struct Reached<'a> {
    #[serde(flatten)]
    stamp: Stamp<'a>,
    #[serde(flatten)]
    reach: &'a Reach,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let goal: Goal = options.goal.parse().map_err(|error| complaint(&error))?;
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let looked_at = case.looked_at();
    let reach = engine::reach::reach(&looked_at, &goal, case.as_of).map_err(|error| complaint(&error))?;
    match options.output.format {
        Format::Json => terminal::json(out, &Reached { stamp: Stamp::of(&case), reach: &reach })?,
        Format::Text => write!(out, "{}", text(&case, &reach, options.output.language.lang))?,
    }
    Ok(Exit::Fine)
}

fn complaint(error: &GoalError) -> Complaint {
    let at = |message: Text, help: Text| Complaint::new(message).at("--goal").help(help);
    let unknown = |[zh, en]: [&str; 2], id: &str, known: &[String]| {
        let help = match Text::each(|lang| lang.ids(known)) {
            _ if known.is_empty() => text!("这一类别没有{zh}", "this track has no {en}s"),
            Text { zh: zh_ids, en: ids } => text!("它的{zh}有 {zh_ids}", "its {en}s are {ids}"),
        };
        at(text!("没有{zh} `{id}`", "no {en} `{id}`"), help)
    };
    let another = || text!("换一个目标", "choose another goal");
    match error {
        GoalError::Unreadable(goal) => {
            let help = text!(
                "可以写 `eligible`、`condition:ID`、`measure:ID`、`indicator:ID`、`pass`、`grade:ID` 或 `total:YUAN`（正数）",
                "write eligible, condition:ID, measure:ID, indicator:ID, pass, grade:ID or total:YUAN with a positive \
                 number"
            );
            at(text!("`{goal}` 不是目标", "`{goal}` is no goal"), help)
        }
        GoalError::NoConditions => at(
            text!("这一类别没有条件", "this track has no conditions"),
            text!("用 `indicator:ID` 写出指标", "name an indicator with indicator:ID"),
        ),
        GoalError::NoSupport => at(text!("这一类别没有支持", "this track has no support"), another()),
        GoalError::NoPass => at(text!("这一类别没有合格分", "nothing passes on this track"), another()),
        GoalError::NoSuchGrade { id, known } => unknown(["等级", "grade"], id, known),
        GoalError::NoSuchCondition { id, known } => unknown(["条件", "condition"], id, known),
        GoalError::NoSuchMeasure { id, known } => unknown(["支持事项", "measure"], id, known),
        GoalError::NoSuchIndicator { id, known } => unknown(["指标", "indicator"], id, known),
        GoalError::NoTarget(id) => at(
            text!("文件没有为 `{id}` 规定目标", "the document sets no goal for `{id}`"),
            text!("换一个有目标的指标", "choose an indicator with a goal"),
        ),
    }
}

fn text(case: &OpenedCase<'_>, reach: &Reach, lang: Lang) -> String {
    let pack = case.track.pack;
    let ways = Ways::of(pack, reach, lang);
    let mut page = TerminalText::default();
    if let Some(banner) = banner(&pack.file, case.as_of, lang) {
        page.line(0, &banner);
        page.gap();
    }
    page.line(0, ways.headline);
    page.table(&rows(&ways.first));
    for way in &ways.others {
        page.heading(&way.lead);
        page.table(&rows(way));
    }
    for note in ways.discretion.as_deref().into_iter().chain(ways.unproven) {
        page.gap();
        page.line(0, note);
    }
    page.into_text()
}

fn rows(way: &Way) -> Vec<TableRow> {
    let row = |one: &ChangeRow| TableRow { cells: vec![one.line(), one.fact.clone()], below: Vec::new() };
    way.changes.iter().map(row).collect()
}
