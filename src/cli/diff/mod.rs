//! `zhice diff`: what a new version of a pack changes, by clause, and what that does to drafts.

mod changes;
mod drafts;
mod words;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use self::changes::{Change, changes, tree};
use self::drafts::{Outcome, Redrawn, redraw};
use self::words::{Subject, What};
use super::complaint::Complaint;
use super::file::{self, Source};
use super::options::{Format, Output};
use super::terminal::{self, TableRow, TerminalText};
use super::{Exit, VerbResult, catalogue};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::Pack;

/// Say what a new version of a pack changes, by clause, and what that does to drafts
///
/// Facts, conditions, thresholds, amounts, ceilings, readings, dates and texts are compared, not the lines of the files:
/// layout and order of keys do not count, the order of cases, options and steps does. With --drafts each draft of a folder is worked out under both versions.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The pack as it was; `-` reads standard input
    #[arg(value_name = "OLD", value_parser = Source::parser())]
    old: Source,
    /// The pack as it is now; `-` reads standard input
    #[arg(value_name = "NEW", value_parser = Source::parser())]
    new: Source,
    /// Work out the drafts of this folder under both
    #[arg(long, value_name = "FOLDER")]
    drafts: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  zhice diff old/zibo-2020-zone.json zibo-2020-zone.json
  zhice diff old/zibo-2020-zone.json zibo-2020-zone.json --drafts drafts --lang en
  zhice diff old/zibo-2020-zone.json zibo-2020-zone.json --format json

Exit: 0 compared; 1 a draft that cannot be worked out under both; 2 a pack could not be read";

#[derive(Serialize)]
struct Comparison<'a> {
    programme: &'a str,
    old: Version<'a>,
    new: Version<'a>,
    changes: Vec<Changed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drafts: Option<&'a [Redrawn]>,
}

#[derive(Serialize)]
struct Version<'a> {
    version: &'a str,
    digest: &'a str,
}

#[derive(Serialize)]
struct Changed<'a> {
    clause: Option<&'a str>,
    what: What,
    subject: Subject,
    pointer: &'a str,
    before: &'a Option<Value>,
    after: &'a Option<Value>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reordered: bool,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    file::each_once([("OLD", Some(&options.old)), ("NEW", Some(&options.new))])?;
    let lang = options.output.language.lang;
    let (old, new) = (catalogue::from_file(&options.old)?, catalogue::from_file(&options.new)?);
    let [was, is] = [&old, &new].map(|pack| pack.file.id.as_str());
    if was != is {
        let Text { zh, en } = options.old.name();
        let message =
            text!("这是 `{is}` 的政策包，{zh} 是 `{was}` 的", "a pack of `{is}`, while {en} is one of `{was}`");
        let help = text!("比较同一政策事项的两个版本", "compare versions of one programme");
        return Err(Complaint::new(message).in_file(&options.new.name(), "").help(help).into());
    }
    let drafts = options.drafts.as_ref().map(|folder| redraw(folder, [&old, &new], lang)).transpose()?;
    let trees = [tree(&old.file), tree(&new.file)];
    let changes = changes([&old.file, &new.file], trees.each_ref());
    let diff = Diff { packs: [&old, &new], trees, changes };
    match options.output.format {
        Format::Json => terminal::json(out, &diff.comparison(drafts.as_deref(), lang))?,
        Format::Text => write!(out, "{}", diff.page(drafts.as_deref(), lang))?,
    }
    let is_unread = |one: &Redrawn| matches!(one.outcome, Outcome::Unread { .. });
    Ok(if drafts.iter().flatten().any(is_unread) { Exit::Findings } else { Exit::Fine })
}

/// Two versions and what is different.
struct Diff<'a> {
    packs: [&'a Pack; 2],
    trees: [Value; 2],
    changes: Vec<Change>,
}

impl Diff<'_> {
    fn subject(&self, change: &Change, lang: Lang) -> Subject {
        let [old, new] = &self.trees;
        change.subject(if change.after.is_some() { new } else { old }, lang)
    }

    fn comparison<'a>(&'a self, drafts: Option<&'a [Redrawn]>, lang: Lang) -> Comparison<'a> {
        let changed = |change: &'a Change| Changed {
            clause: change.clause.as_deref(),
            what: change.what(),
            subject: self.subject(change, lang),
            pointer: &change.pointer,
            before: &change.before,
            after: &change.after,
            reordered: change.reordered,
        };
        let [old, new] = self.packs.map(|pack| Version { version: &pack.file.version, digest: &pack.digest });
        let [_, Pack { file, .. }] = self.packs;
        Comparison { programme: &file.id, old, new, changes: self.changes.iter().map(changed).collect(), drafts }
    }

    fn page(&self, drafts: Option<&[Redrawn]>, lang: Lang) -> String {
        let mut page = TerminalText::default();
        let [old, new] = self.packs;
        page.line(0, &format!("{}  {} → {}", new.file.title.get(lang), old.file.version, new.file.version));
        if self.changes.is_empty() {
            page.line(0, lang.pick("内容没有变化", "nothing changed"));
        }
        for group in self.changes.chunk_by(|left, right| left.clause == right.clause) {
            let clause = group.first().and_then(|change| change.clause.as_deref());
            let known =
                |cite: &str| [new, old].iter().find_map(|pack| pack.clause(cite)).map(|one| one.label(lang).to_owned());
            let named = clause.map(|cite| known(cite).unwrap_or_else(|| cite.to_owned()));
            page.heading(&named.unwrap_or_else(|| lang.pick("不属于哪一条", "Of no clause").to_owned()));
            page.table(&group.iter().map(|change| self.row(change, lang)).collect::<Vec<_>>());
        }
        if let Some(drafts) = drafts {
            page.heading(lang.pick("草稿", "Drafts"));
            page.table(&drafts.iter().map(|one| draft_row(one, lang)).collect::<Vec<_>>());
        }
        page.into_text()
    }

    /// The order that was and the one that is, in the words of the options; of a reading also what now holds.
    fn order(&self, change: &Change, lang: Lang) -> Vec<String> {
        let [before, after] = change.labels(self.trees.each_ref(), lang);
        let list = |labels: &[String]| labels.join(lang.pick("、", ", "));
        let mut below = moved(&list(&before), &list(&after), lang);
        if change.what() == What::Reading
            && let Some((was, is)) = before.first().zip(after.first()).filter(|(was, is)| was != is)
        {
            let default = match lang {
                Lang::Zh => format!("默认由“{was}”改为“{is}”"),
                Lang::En => format!("the default was “{was}” and is now “{is}”"),
            };
            below.push(default);
        }
        below
    }

    fn row(&self, change: &Change, lang: Lang) -> TableRow {
        let subject = self.subject(change, lang);
        let side = change.side(&subject, lang).map(|side| format!("{}{side}", lang.pick("：", ": ")));
        let below = match change.values(self.packs, lang) {
            _ if change.reordered => self.order(change, lang),
            [None, Some(_)] if side.is_none() => vec![lang.pick("新增", "added").to_owned()],
            [Some(_), None] if side.is_none() => vec![lang.pick("删去", "removed").to_owned()],
            values => {
                let [before, after] = values.map(|value| value.unwrap_or_else(|| lang.pick("无", "none").to_owned()));
                moved(&before, &after, lang)
            }
        };
        let name = format!("{}{}", subject.named(lang), side.unwrap_or_default());
        TableRow { cells: vec![name, change.pointer.clone()], below }
    }
}

/// What was and what is: on one line where both are short.
fn moved(before: &str, after: &str, lang: Lang) -> Vec<String> {
    const SHORT: usize = 30;
    if [before, after].iter().all(|text| text.chars().count() <= SHORT) {
        return vec![format!("{before} → {after}")];
    }
    vec![format!("{}{before}", lang.pick("原：", "was: ")), format!("{}{after}", lang.pick("现：", "is: "))]
}

fn draft_row(one: &Redrawn, lang: Lang) -> TableRow {
    let said = match &one.outcome {
        Outcome::Unread { error } => vec![lang.pick("不能测算", "cannot be worked out").to_owned(), error.clone()],
        Outcome::Compared { before, after, changed, .. } => {
            let word = if *changed { lang.pick("有变化", "changed") } else { lang.pick("不变", "the same") };
            let sides = before.says(lang).into_iter().zip(after.says(lang));
            let sides = sides.map(|(old, new)| if old == new { new } else { format!("{old} → {new}") });
            std::iter::once(word.to_owned()).chain(sides).collect()
        }
    };
    TableRow { cells: std::iter::once(one.file.clone()).chain(said).collect(), below: Vec::new() }
}
