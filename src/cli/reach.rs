//! `zhice reach`: the least change that reaches a goal.

use std::io::Write;

use clap::Args;

use super::case::Case;
use super::complaint::Complaint;
use super::options::{self, Format, Output};
use super::page::{self, Page, Row};
use super::{Exit, Outcome};
use crate::engine;
use crate::engine::reach::{Change, Goal, GoalError, Reach};
use crate::engine::say::value_text;
use crate::model::{Lang, Value};
use crate::pack::Pack;

/// Find the least change that reaches a goal
///
/// As few facts as possible change, each as little as possible. A fact that is answered and that the applicant cannot
/// change stays as it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::Case,
    /// eligible, measure:ID (its next higher amount), indicator:ID, or total:YUAN
    #[arg(long, value_name = "GOAL")]
    goal: String,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice reach --programme zibo-2020-zone --track zone --answers answers.json --goal eligible
  zhice reach --programme zibo-2020-zone --track agency --answers answers.json \\
    --goal measure:grants
  zhice reach --programme zibo-2020-zone --track agency --answers answers.json \\
    --goal total:500000 --format json
  echo '{\"city.trademarks\": 90000}' |
    zhice reach --programme zibo-2024-city --track city --answers - --goal indicator:trademarks";

pub fn run(options: &Options, out: &mut dyn Write) -> Outcome {
    let goal: Goal = options.goal.parse().map_err(|error| complaint(&error))?;
    let pack = options.case.subject.pack()?;
    let case = Case::open(&options.case, &pack)?;
    let looked_at = engine::Case::new(case.track, &case.answers, &case.choices);
    let reach = engine::reach::reach(&looked_at, &goal, case.as_of).map_err(|error| complaint(&error))?;
    match options.output.format {
        Format::Json => page::json(out, &reach)?,
        Format::Text => write!(out, "{}", text(&pack, &reach, options.output.language.lang))?,
    }
    Ok(Exit::Fine)
}

fn complaint(error: &GoalError) -> Complaint {
    let at = |what: String, mend: String| Complaint::new(what).at("--goal").mend(mend);
    let known = |what: &str, known: &[String]| match known {
        [] => format!("this track has no {what}s"),
        known => format!("its {what}s are {}", known.join(", ")),
    };
    match error {
        GoalError::Unreadable(goal) => {
            let mend = "write eligible, measure:ID, indicator:ID or total:YUAN with a positive number".to_owned();
            at(format!("`{goal}` is no goal"), mend)
        }
        GoalError::NoConditions => {
            at("this track has no conditions".to_owned(), "name an indicator with indicator:ID".to_owned())
        }
        GoalError::NoSupport => at("this track has no support".to_owned(), "choose another goal".to_owned()),
        GoalError::NoSuchMeasure { id, known: ids } => at(format!("no measure `{id}`"), known("measure", ids)),
        GoalError::NoSuchIndicator { id, known: ids } => at(format!("no indicator `{id}`"), known("indicator", ids)),
        GoalError::NoTarget(id) => {
            at(format!("the document sets no goal for `{id}`"), "choose an indicator with a goal".to_owned())
        }
    }
}

fn text(pack: &Pack, reach: &Reach, lang: Lang) -> String {
    let mut page = Page::default();
    let headline = match (reach.reachable, reach.changes.is_empty()) {
        (false, _) => {
            lang.pick("改变可以改变的情况，也达不到这一目标", "Nothing the applicant can change reaches this goal")
        }
        (true, true) => lang.pick("这一目标已经达到", "This goal is reached already"),
        (true, false) => lang.pick("达到这一目标，最少要改变：", "The least that has to change:"),
    };
    page.line(0, headline);
    page.table(&rows(pack, &reach.changes, lang));
    for way in &reach.alternatives {
        // Only what is other than in the first way.
        let apart = |of: &[Change], from: &[Change]| -> Vec<Change> {
            of.iter().filter(|change| !from.contains(change)).cloned().collect()
        };
        let given_up = apart(&reach.changes, way);
        let given_up = given_up.iter().filter_map(|change| pack.fact(&change.fact)).map(|fact| fact.label.get(lang));
        let given_up = lang.list(&given_up.collect::<Vec<_>>());
        page.heading(&match lang {
            Lang::Zh => format!("或者，把{given_up}换成："),
            Lang::En => format!("Or, in place of {given_up}:"),
        });
        page.table(&rows(pack, &apart(way, &reach.changes), lang));
    }
    if !reach.discretion.is_empty() {
        page.gap();
        let facts: Vec<&str> =
            reach.discretion.iter().filter_map(|id| pack.fact(id)).map(|fact| fact.label.get(lang)).collect();
        let facts = lang.list(&facts);
        page.line(
            0,
            &match lang {
                Lang::Zh => format!("{facts}：按现在的情况，是否符合由主管部门判断。"),
                Lang::En => format!("{facts}: as things stand, the authority decides whether this will do."),
            },
        );
    }
    if !reach.proven {
        page.gap();
        page.line(
            0,
            lang.pick(
                "可能的组合太多，没有全部试过；以上各项缺一不可。",
                "There are too many combinations to try them all; of these changes none can be left out.",
            ),
        );
    }
    page.into_text()
}

fn rows(pack: &Pack, changes: &[Change], lang: Lang) -> Vec<Row> {
    let row = |change: &Change| {
        let fact = pack.fact(&change.fact)?;
        let from = change.from.as_ref().map(|value| value_text(fact, value, lang));
        let from = from.unwrap_or_else(|| lang.pick("尚未填写", "not answered yet").to_owned());
        let to = match &change.to {
            Value::Text(_) => lang.pick("填写", "to be written").to_owned(),
            value => value_text(fact, value, lang),
        };
        let cells = vec![fact.label.get(lang).to_owned(), format!("{from} → {to}"), change.fact.clone()];
        Some(Row { cells, below: Vec::new() })
    };
    changes.iter().filter_map(row).collect()
}
