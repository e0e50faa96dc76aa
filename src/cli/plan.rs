//! `zhice plan`: the best lawful combination of support, what it forfeits, and the next best.

use std::io::Write;

use clap::Args;

use super::case::Case;
use super::complaint::Complaint;
use super::options::{self, Format, Output};
use super::page::{self, Page, Row};
use super::{Exit, Outcome};
use crate::engine;
use crate::engine::plan::{Forfeit, Plan};
use crate::model::{Amount, Lang};
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
    let measures = track.track.support.iter().flat_map(|support| &support.measures);
    let measures: Vec<_> = measures.collect();
    let title = |id: &str| measures.iter().find(|measure| measure.id == id).map_or("", |one| one.title.get(lang));
    let line = |id: &str, amount: Amount| vec![title(id).to_owned(), lang.range(amount)];
    let rows = |rows: Vec<Vec<String>>| -> Vec<Row> {
        rows.into_iter().map(|cells| Row { cells, below: Vec::new() }).collect()
    };
    page.heading(lang.pick("最佳组合", "The best combination"));
    if plan.chosen.is_empty() {
        page.line(2, lang.pick("目前没有确定可以享受的支持", "nothing is certain yet"));
    }
    page.table(&rows(plan.chosen.iter().map(|part| line(&part.measure, part.amount)).collect()));
    page.line(2, &format!("{}{}", lang.pick("合计，最高可达 ", "Total, at most "), lang.range(plan.total)));
    let clause = track.pack.clause(&plan.cite).map_or(plan.cite.as_str(), |clause| clause.label(lang));
    page.line(2, &format!("{}{clause}", lang.pick("叠加规则：", "rule on receiving several: ")));
    if !plan.settled {
        page.line(2, lang.pick("尚未填写的情况可能改变这一选择", "answers that are still open may change the choice"));
    }
    if !plan.forfeits.is_empty() {
        page.heading(lang.pick("因此放弃", "What it forfeits"));
        let forfeit = |one: &Forfeit| {
            let facts = one.facts.iter().filter_map(|id| track.pack.fact(id)).map(|fact| fact.label.get(lang));
            let facts: Vec<&str> = facts.collect();
            let what = match (facts.is_empty(), lang) {
                (true, _) => title(&one.measure).to_owned(),
                (false, Lang::Zh) => format!("{}（{}）", title(&one.measure), lang.list(&facts)),
                (false, Lang::En) => format!("{} ({})", title(&one.measure), lang.list(&facts)),
            };
            let instead = match lang {
                _ if one.measure == one.gives_way_to => {
                    lang.pick("本项只计较大者", "of this measure only the larger part counts").to_owned()
                }
                Lang::Zh => format!("让位于{}", title(&one.gives_way_to)),
                Lang::En => format!("gives way to {}", title(&one.gives_way_to)),
            };
            vec![what, lang.range(one.amount), instead]
        };
        page.table(&rows(plan.forfeits.iter().map(forfeit).collect()));
    }
    if let Some(next) = &plan.runner_up {
        page.heading(lang.pick("次优组合", "The next best"));
        let titles: Vec<&str> = next.chosen.iter().map(|id| title(id)).collect();
        page.line(2, &lang.list(&titles));
        let (total, less) = (lang.range(next.total), lang.money(next.less));
        page.line(
            2,
            &match lang {
                Lang::Zh => format!("合计 {total}，少 {less}"),
                Lang::En => format!("Total {total}, less by {less}"),
            },
        );
    }
    page.into_text()
}
