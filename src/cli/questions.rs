//! `zhice questions`: what a track asks, in order, for whoever writes an answers file.

use std::collections::BTreeSet;
use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::options::{Format, Output, TrackOptions};
use super::terminal::{self, TerminalText};
use super::{Exit, VerbResult};
use crate::model::kind::expected;
use crate::model::{Kind, Lang, Quantity};
use crate::pack::answers::expects;
use crate::pack::fact::FactOption;
use crate::pack::load::TrackRef;
use crate::pack::{Column, Condition, Fact, Number, Proposal, Track};

/// List what a track asks, topic by topic, with the type and the clause of each fact
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    subject: TrackOptions,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice questions --programme zibo-2020-zone --track zone
  zhice questions --programme zibo-2020-zone --track agency --lang en --format json";

#[derive(Serialize)]
struct QuestionSheet<'a> {
    programme: &'a str,
    track: &'a str,
    topics: Vec<Topic<'a>>,
    /// What goes into the application without deciding anything.
    record: Vec<QuestionLine<'a>>,
    /// Statements and materials of the application; a dossier has them under these ids.
    narratives: Vec<Named<'a>>,
    materials: Vec<Named<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct Topic<'a> {
    id: &'a str,
    title: &'a str,
    facts: Vec<QuestionLine<'a>>,
}

#[derive(Serialize)]
struct QuestionLine<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: Kind,
    question: &'a str,
    label: &'a str,
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Quantity>,
    options: Vec<Choice<'a>>,
    /// Of a list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<ColumnLine<'a>>,
    /// What a list comes to that may be given instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<&'a Number>,
    cite: &'a str,
    /// The fact is only asked where this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_when: Option<&'a Condition>,
    /// What answers to other facts suggest; never taken for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed: Option<&'a Proposal>,
    /// What the document lists for a task; a dossier has the ids of what is done under the id of the fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actions: Vec<Named<'a>>,
}

#[derive(Serialize)]
struct ColumnLine<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: Kind,
    title: &'a str,
    unit: Option<&'a str>,
    options: Vec<Choice<'a>>,
    /// No two rows have the same here.
    key: bool,
    required: bool,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    label: &'a str,
    /// When to choose it.
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<&'a str>,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let pack = options.subject.pack()?;
    let track = options.subject.track(&pack)?;
    let lang = options.output.language.lang;
    match options.output.format {
        Format::Json => terminal::json(out, &sheet(track, lang))?,
        Format::Text => write!(out, "{}", text(track, lang))?,
    }
    Ok(Exit::Fine)
}

fn sheet(of: TrackRef<'_>, lang: Lang) -> QuestionSheet<'_> {
    let TrackRef { pack, track, .. } = of;
    let questions = |ids: &[String]| -> Vec<QuestionLine<'_>> {
        ids.iter().filter_map(|id| pack.fact(id)).map(|fact| line(of, fact, lang)).collect()
    };
    let topics = track.topics.iter().map(|topic| Topic {
        id: &topic.id,
        title: topic.title.get(lang),
        facts: questions(&topic.facts),
    });
    QuestionSheet {
        programme: &pack.file.id,
        track: &track.id,
        topics: topics.collect(),
        record: questions(&track.record),
        narratives: narratives(track, lang),
        materials: materials(track, lang),
    }
}

fn line<'a>(track: TrackRef<'a>, fact: &'a Fact, lang: Lang) -> QuestionLine<'a> {
    let column = |column: &'a Column| ColumnLine {
        id: &column.id,
        kind: column.kind,
        title: column.title.get(lang),
        unit: column.unit.as_ref().map(|unit| unit.many(lang)),
        options: choices(&column.options, lang),
        key: column.key,
        required: column.required,
    };
    QuestionLine {
        id: &fact.id,
        kind: fact.kind,
        question: fact.question.get(lang),
        label: fact.label.get(lang),
        unit: fact.unit.as_ref().map(|unit| unit.many(lang)),
        min: fact.min,
        max: fact.max,
        options: choices(&fact.options, lang),
        columns: fact.columns.iter().map(column).collect(),
        counted: fact.counted.as_ref(),
        cite: &fact.cite,
        asked_when: fact.asked_when.as_ref(),
        proposed: fact.proposed.as_ref(),
        actions: actions(track, &fact.id, lang),
    }
}

fn choices(options: &[FactOption], lang: Lang) -> Vec<Choice<'_>> {
    let choice = |option| {
        let FactOption { id, label, says, .. }: &FactOption = option;
        Choice { id, label: label.get(lang), says: says.as_ref().map(|says| says.get(lang)) }
    };
    options.iter().map(choice).collect()
}

fn narratives(track: &Track, lang: Lang) -> Vec<Named<'_>> {
    track.narratives.iter().map(|one| Named { id: &one.id, title: one.title.get(lang) }).collect()
}

fn materials(track: &Track, lang: Lang) -> Vec<Named<'_>> {
    track.materials.iter().map(|one| Named { id: &one.id, title: one.title.get(lang) }).collect()
}

fn actions<'a>(track: TrackRef<'a>, fact: &str, lang: Lang) -> Vec<Named<'a>> {
    track.actions_of(fact).iter().map(|one| Named { id: &one.id, title: one.says.get(lang) }).collect()
}

fn text(of: TrackRef<'_>, lang: Lang) -> String {
    let track = of.track;
    let mut page = TerminalText::default();
    let mut explained = BTreeSet::new();
    page.line(0, &of.title(lang));
    for topic in &track.topics {
        page.heading(&format!("{}  {}", topic.title.get(lang), topic.id));
        topic.facts.iter().for_each(|id| entry(&mut page, of, id, &mut explained, lang));
    }
    if !track.record.is_empty() {
        page.heading(lang.pick("只记入申报材料", "Only recorded in the application"));
        track.record.iter().for_each(|id| entry(&mut page, of, id, &mut explained, lang));
    }
    let lists = [
        (
            narratives(track, lang),
            lang.pick(
                "文字说明，zhice draft 的 --dossier 用这些代码",
                "Statements, by their ids in the dossier of zhice draft",
            ),
        ),
        (
            materials(track, lang),
            lang.pick(
                "材料，zhice draft 的 --dossier 用这些代码",
                "Materials, by their ids in the dossier of zhice draft",
            ),
        ),
    ];
    for (list, heading) in lists.iter().filter(|(list, _)| !list.is_empty()) {
        page.heading(heading);
        for one in list {
            page.line(2, &format!("{}  {}", one.id, one.title));
        }
    }
    page.into_text()
}

/// A fact: its id, type, question and clause. The steps of a scale are explained where it is first used.
fn entry<'p>(page: &mut TerminalText, of: TrackRef<'p>, id: &str, explained: &mut BTreeSet<&'p str>, lang: Lang) {
    let pack = of.pack;
    let Some(fact) = pack.fact(id) else { return };
    let cite = pack.clause(&fact.cite).map_or(fact.cite.as_str(), |clause| clause.label(lang));
    let unit = fact.unit.as_ref().map(|unit| lang.pick("（", " (").to_owned() + unit.many(lang) + lang.pick("）", ")"));
    page.line(2, &format!("{id}  {cite}"));
    page.line(6, &format!("{}{}", fact.question.get(lang), unit.unwrap_or_default()));
    page.line(6, &expects(fact, lang));
    let is_new = fact.scale.as_ref().is_none_or(|scale| explained.insert(scale));
    for option in &fact.options {
        page.line(8, &format!("{}  {}", option.id, option.label.get(lang)));
        if let Some(says) = option.says.as_ref().filter(|_| is_new) {
            page.line(10, says.get(lang));
        }
    }
    fact.columns.iter().for_each(|column| cells(page, column, lang));
    let listed = actions(of, id, lang);
    if !listed.is_empty() {
        page.line(
            6,
            lang.pick(
                "任务所列工作，--dossier 的 actions 用这些代码：",
                "what the task lists, by ids under actions in the dossier:",
            ),
        );
        for one in &listed {
            page.line(8, &format!("{}  {}", one.id, one.title));
        }
    }
    let mut rests_on = |words: &str, facts: Vec<&str>| {
        let mut seen = BTreeSet::new();
        let once: Vec<&str> = facts.into_iter().filter(|id| seen.insert(*id)).collect();
        page.line(6, &format!("{words}{}", once.join(", ")));
    };
    if let Some(condition) = &fact.asked_when {
        rests_on(lang.pick("是否询问取决于 ", "asked depending on "), condition.facts());
    }
    if let Some(counted) = &fact.counted {
        rests_on(lang.pick("可以不填，由清单统计：", "may be left out and counted from: "), counted.facts());
    }
    if let Some(proposed) = &fact.proposed {
        rests_on(
            lang.pick("可按以下各项推算，由填报人确认：", "proposed from, for the person to confirm: "),
            proposed.facts(),
        );
    }
}

/// A column of a list: its id and title, what a cell holds, and its options.
fn cells(page: &mut TerminalText, column: &Column, lang: Lang) {
    let notes = [
        column.key.then(|| lang.pick("各行不重复", "tells rows apart")),
        column.required.then(|| lang.pick("必填", "required")),
    ];
    let notes: Vec<&str> = notes.into_iter().flatten().collect();
    let notes = if notes.is_empty() { String::new() } else { format!("  {}", lang.list(&notes)) };
    let cell = expected(column.kind, lang);
    page.line(8, &format!("{}  {}  {cell}{notes}", column.id, column.title.get(lang)));
    for option in &column.options {
        page.line(10, &format!("{}  {}", option.id, option.label.get(lang)));
    }
}
