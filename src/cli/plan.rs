//! `zhice plan`: the best lawful combination of support, what it forfeits, and the next best.

use std::io::Write;

use clap::Args;

use super::case::Case;
use super::complaint::Complaint;
use super::options::{self, Format, Output};
use super::page::{self, Page, Row};
use super::{Exit, Outcome};
use crate::draft::words::plan as words;
use crate::engine;
use crate::engine::plan::{Forfeit, Part, Plan};
use crate::model::Lang;
use crate::pack::load::TrackRef;

/// Find the best lawful combination of support and what it forfeits
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::Case,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json
  zhice plan --programme zibo-2020-zone --track agency --answers answers.json \\
    --reading zibo.once=one_measure --lang en --format json";

pub fn run(options: &Options, out: &mut dyn Write) -> Outcome {
    let pack = options.case.subject.pack()?;
    let case = Case::open(&options.case, &pack)?;
    let plan = engine::plan::plan(&engine::Case::new(case.track, &case.answers, &case.choices)).ok_or_else(|| {
        let id = &case.track.track.id;
        Complaint::new(format!("track `{id}` has no measures to choose from"))
            .at("--track")
            .mend("choose another track")
    })?;
    match options.output.format {
        Format::Json => page::json(out, &plan)?,
        Format::Text => write!(out, "{}", text(case.track, &plan, options.output.language.lang))?,
    }
    Ok(Exit::Fine)
}

fn text(track: TrackRef<'_>, plan: &Plan, lang: Lang) -> String {
    let mut page = Page::default();
    page.line(0, &format!("{} · {}", track.pack.file.title.get(lang), track.track.title.get(lang)));
    page.heading(lang.pick("最佳组合", "The best combination"));
    if plan.chosen.is_empty() {
        page.line(2, words::nothing_certain(lang));
    }
    let part = |part: &Part| vec![words::title(track, &part.measure, lang).to_owned(), lang.range(part.amount)];
    page.table(&rows(plan.chosen.iter().map(part)));
    page.line(2, &words::total(plan, lang));
    page.line(2, &words::rule(track, plan, lang));
    if !plan.settled {
        page.line(2, words::unsettled(lang));
    }
    if !plan.forfeits.is_empty() {
        page.heading(lang.pick("因此放弃", "What it forfeits"));
        let forfeit = |one: &Forfeit| {
            vec![words::forfeited(track, one, lang), lang.range(one.amount), words::instead(track, one, lang)]
        };
        page.table(&rows(plan.forfeits.iter().map(forfeit)));
    }
    if let Some(next) = &plan.runner_up {
        page.heading(lang.pick("次优组合", "The next best"));
        page.line(2, &words::titles(track, &next.chosen, lang));
        page.line(2, &words::runner_up(next, lang));
    }
    page.into_text()
}

fn rows(rows: impl Iterator<Item = Vec<String>>) -> Vec<Row> {
    rows.map(|cells| Row { cells, below: Vec::new() }).collect()
}
