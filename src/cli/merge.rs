//! `zhice merge`: the drafts of several departments made into one.

use std::io::Write;

use clap::Args;

use super::complaint::Complaint;
use super::file::Source;
use super::options::{Language, PackOption, Unfit};
use super::terminal::{TableRow, TerminalText};
use super::verify::{self, Replayed};
use super::{Exit, VerbResult, asked, catalogue};
use crate::draft::build::to_file;
use crate::draft::merge::{Decisions, Line, Merge, Part, Place, Said};
use crate::draft::words::merge as words;
use crate::draft::{Verification, build};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::load::TrackRef;

/// Make one draft of several of the same track
///
/// Each draft is replayed first; one that was changed since it was drawn up is not merged. What all drafts say alike, and
/// what only one of them says, is taken over. Where they differ nothing is decided: the conflicts are listed in place of
/// the draft, each to be settled with --take. Declarations are made anew.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Draft files of one track; `-` reads standard input
    #[arg(value_name = "DRAFT", required = true, num_args = 2.., value_parser = Source::parser())]
    drafts: Vec<Source>,
    /// Settle a conflict: what this draft says stands; repeatable
    #[arg(long = "take", value_name = "PLACE=DRAFT", value_parser = take)]
    taken: Vec<Take>,
    /// List the conflicts, and what only one draft says, in place of the draft
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    packs: PackOption,
    #[command(flatten)]
    language: Language,
}

/// One `--take`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Take {
    place: String,
    draft: String,
}

const EXAMPLES: &str = "\
Examples:
  zhice merge industry.json science.json >city.json
  zhice merge industry.json science.json --list
  zhice merge industry.json centre.json --take /answers/city.task_2_1=centre.json >city.json

Exit: 0 merged; 1 conflicts, or a draft that was changed since it was drawn up; 2 one could not be read";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let brought = options.packs.pack.as_ref().map(catalogue::from_file).transpose()?;
    let (mut drafts, mut complaints) = (Vec::new(), Vec::new());
    for source in &options.drafts {
        match verify::check(source, brought.as_ref()) {
            Ok(replayed) => drafts.push((source.to_string(), replayed)),
            Err(found) => complaints.extend(found.complaints),
        }
    }
    complaints.extend(of_other_tracks(&drafts));
    if !complaints.is_empty() {
        return Err(complaints.into());
    }
    let changed = drafts.iter().filter(|(_, replayed)| !replayed.verification.is_as_drawn_up());
    let changed: Vec<&String> = changed.map(|(name, _)| name).collect();
    for name in &changed {
        let changed = text!(
            "{name}：生成之后有改动；`zhice verify` 指出改在哪里",
            "{name}: changed since it was drawn up; `zhice verify` says where"
        );
        writeln!(out, "{}", changed.get(asked()))?;
    }
    let parts: Vec<Part> =
        drafts.iter().map(|(name, replayed)| Part { name: name.clone(), inputs: replayed.inputs.clone() }).collect();
    let track = drafts.first().and_then(|(_, first)| first.pack.track(&first.verification.track));
    let Some((track, merge)) =
        track.filter(|_| changed.is_empty()).and_then(|track| Some((track, Merge::of(&parts, track)?)))
    else {
        return Ok(Exit::Findings);
    };
    let decisions = decisions(&merge, &options.taken)?;
    let lang = options.language.lang;
    let open: Vec<&Line> = merge.conflicts().filter(|line| !decisions.contains_key(&line.place)).collect();
    if options.list || !open.is_empty() {
        write!(out, "{}", list(&merge, &open, options.list, track, lang))?;
        return Ok(if open.is_empty() { Exit::Fine } else { Exit::Findings });
    }
    let inputs = merge.decided(&decisions, track.pack, lang);
    out.write_all(to_file(&build(track, &inputs).json).as_bytes())?;
    Ok(Exit::Fine)
}

/// A complaint about each draft that is not of the track of the first.
fn of_other_tracks(drafts: &[(String, Replayed<'_>)]) -> Vec<Complaint> {
    let track = |replayed: &Replayed<'_>| {
        let Verification { programme, track, .. } = &replayed.verification;
        format!("{programme} {track}")
    };
    let Some((first, of)) = drafts.first().map(|(name, replayed)| (name, track(replayed))) else { return Vec::new() };
    let others = drafts.iter().filter(|(_, replayed)| track(replayed) != of);
    let complaint = |(name, replayed): &(String, Replayed<'_>)| {
        let is = track(replayed);
        let message =
            text!("这是 `{is}` 的草稿，而 `{first}` 是 `{of}` 的", "a draft of `{is}`, while {first} is one of `{of}`");
        Complaint::new(message).at(name.clone()).help(text!("只合并同一类别的草稿", "merge drafts of one track"))
    };
    others.map(complaint).collect()
}

fn take(text: &str) -> Result<Take, Unfit> {
    let (place, draft) = text.split_once('=').ok_or_else(|| {
        Unfit(text!("应写成 `/answers/ID=FILE`", "not a place and a draft, written /answers/ID=FILE"))
    })?;
    Ok(Take { place: place.to_owned(), draft: draft.to_owned() })
}

fn decisions(merge: &Merge, taken: &[Take]) -> Result<Decisions, Complaint> {
    let decision = |Take { place, draft }: &Take| -> Result<(Place, usize), Complaint> {
        let refused = |message: Text, help: Text| Complaint::new(message).at("--take").help(help);
        let line = merge.conflicts().find(|line| line.place.to_string() == *place);
        let line = line.ok_or_else(|| {
            let help = text!("`zhice merge --list` 列出各处", "zhice merge --list names them");
            refused(text!("`{place}` 没有不同的填写", "no conflict at `{place}`"), help)
        })?;
        let says = |said: &Said| said.by.iter().any(|at| merge.name(*at) == draft);
        let said = line.said.iter().position(says);
        let nothing = || {
            let message = text!("`{draft}` 在 `{place}` 没有填写", "`{draft}` says nothing at `{place}`");
            refused(message, text!("写前面给出的草稿文件名", "name a draft as it is given above"))
        };
        Ok((line.place.clone(), said.ok_or_else(nothing)?))
    };
    taken.iter().map(decision).collect()
}

/// The conflicts, and what only one draft says.
fn list(merge: &Merge, open: &[&Line], alone: bool, track: TrackRef<'_>, lang: Lang) -> String {
    let mut page = TerminalText::default();
    let said = |line: &Line, said: &Said| {
        let names: Vec<&str> = said.by.iter().map(|at| merge.name(*at)).collect();
        format!(
            "{}{}{}",
            names.join(", "),
            lang.pick("：", ": "),
            words::entered(&said.entered, &line.place, track, lang)
        )
    };
    let row = |line: &Line| TableRow {
        cells: vec![words::place(&line.place, track, lang), line.place.to_string()],
        below: line.said.iter().map(|one| said(line, one)).collect(),
    };
    if !open.is_empty() {
        page.line(0, lang.pick("各份填写不同，需要您决定：", "The drafts differ; you decide:"));
        page.table(&open.iter().map(|line| row(line)).collect::<Vec<_>>());
    }
    let from_one: Vec<TableRow> = merge.from_one().filter(|_| alone).map(|(line, _)| row(line)).collect();
    if !from_one.is_empty() {
        if !open.is_empty() {
            page.gap();
        }
        page.line(0, lang.pick("只有一份填写，予以采用：", "Only one draft says this; it is taken over:"));
        page.table(&from_one);
    }
    page.into_text()
}
