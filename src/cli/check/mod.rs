//! `zhice check`: everything the checker has to say about pack files.

mod boundaries;
mod codes;
mod mend;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::complaint::{Complaint, Failure};
use super::file::Source;
use super::options::{self, Format};
use super::{Exit, VerbResult, replay, terminal};
use crate::model::json::locate::locate;
use crate::model::json::{self, JsonError, Limits};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::cases::CaseFile;
use crate::pack::check::family;
use crate::pack::{Code, Diagnostic, Loaded, Pack, PackFile, builtin, links};

/// Check pack files: errors keep a pack from loading, warnings do not
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Pack files; `-` reads standard input
    #[arg(value_name = "PACK", required = true, value_parser = Source::parser())]
    packs: Vec<Source>,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Say findings in this language, in JSON too, and explain each kind; if left out, in English without explanations
    #[arg(long, value_name = "LANG", value_parser = options::lang())]
    lang: Option<Lang>,
    /// Write the cases on the boundaries of each track into this folder: below, at and above every threshold, tier and
    /// ceiling
    #[arg(long, value_name = "FOLDER")]
    cases: Option<PathBuf>,
    /// Replay a file of cases; repeatable
    #[arg(long = "replay", value_name = "FILE", value_parser = Source::parser())]
    replayed: Vec<Source>,
}

const EXAMPLES: &str = "\
Examples:
  zhice check public/packs/*.json
  zhice check my-programme.json --lang zh
  zhice check my-programme.json --format json
  zhice check zibo-2020-zone.json --cases .
  zhice check zibo-2020-zone.json --replay zibo-2020-zone.agency.boundaries.json

Files given together are one family: what they ask under one id is compared

Exit: 0 no errors; 1 errors; 2 a file could not be read";

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    /// What the file is called to a person.
    #[serde(skip)]
    name: Text,
    ok: bool,
    diagnostics: Vec<Found>,
}

/// A finding and its place in the text.
#[derive(Serialize)]
struct Found {
    #[serde(flatten)]
    diagnostic: Diagnostic<String>,
    /// Line and column, from one.
    #[serde(flatten)]
    place: Option<Place>,
    /// What such a finding means, where a language was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<&'static str>,
}

#[derive(Clone, Copy, Serialize)]
struct Place {
    line: usize,
    column: usize,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let mut complaints = Vec::new();
    let mut read = Vec::new();
    for source in &options.packs {
        match source.read(Limits::PACK) {
            Ok(text) => read.push((source, Pack::load(&text), text)),
            Err(complaint) => complaints.push(complaint),
        }
    }
    let packs: Vec<(usize, &Pack)> = read
        .iter()
        .enumerate()
        .filter_map(|(position, (_, loaded, _))| Some((position, &loaded.as_ref().ok()?.pack)))
        .collect();
    let others = others(packs.iter().map(|(_, pack)| *pack));
    let files: Vec<&PackFile> = packs.iter().map(|(_, pack)| &pack.file).collect();
    let mut of_family: BTreeMap<usize, Vec<Diagnostic>> = BTreeMap::new();
    for (position, warning) in family::check(&files) {
        of_family.entry(packs.get(position).map_or(usize::MAX, |(at, _)| *at)).or_default().push(warning);
    }
    let checked: Vec<Checked> = read
        .iter()
        .enumerate()
        .map(|(position, (source, loaded, text))| {
            let of_family = of_family.remove(&position).unwrap_or_default();
            check(source, text, loaded, &others, of_family, options.lang)
        })
        .collect();
    match options.format {
        Format::Json => terminal::json(out, &checked)?,
        Format::Text => checked.iter().try_for_each(|one| write_findings(out, one, spoken(options.lang)))?,
    }
    if let Some(folder) = &options.cases {
        for (_, pack) in &packs {
            let written = write_cases(pack, folder)?;
            if written == 0 && matches!(options.format, Format::Text) {
                let none = spoken(options.lang).pick(
                    "：门槛、分档和上限都不是单独的数，没有可写的案例",
                    ": no threshold, tier or ceiling that stands as a number, so no cases",
                );
                writeln!(out, "{}{none}", pack.file.id)?;
            }
        }
    }
    let mut holds = true;
    for source in &options.replayed {
        holds &= replay(source, packs.iter().map(|(_, pack)| *pack), spoken(options.lang), out)?;
    }
    match (complaints.is_empty(), holds && checked.iter().all(|one| one.ok)) {
        (false, _) => Err(complaints.into()),
        (true, true) => Ok(Exit::Fine),
        (true, false) => Ok(Exit::Findings),
    }
}

/// What links may lead to: the packs that are checked together, and those that are built in.
fn others<'a>(packs: impl Iterator<Item = &'a Pack>) -> Vec<Pack> {
    let mut others: Vec<Pack> = packs.cloned().collect();
    let built_in = builtin::ids().filter_map(builtin::load).filter_map(Result::ok).map(|loaded| loaded.pack);
    let absent: Vec<Pack> = built_in.filter(|pack| others.iter().all(|one| one.file.id != pack.file.id)).collect();
    others.extend(absent);
    others
}

/// What is wrong with one file, by itself and beside the others.
fn check(
    source: &Source,
    text: &str,
    loaded: &Result<Loaded, Vec<Diagnostic>>,
    others: &[Pack],
    of_family: Vec<Diagnostic>,
    lang: Option<Lang>,
) -> Checked {
    let json = json::read(text, Limits::PACK);
    let unreadable = match (&json, loaded) {
        (Err(error), _) => Some(error.clone()),
        (Ok(json), Err(_)) => json::shape::<PackFile>(json).err(),
        (Ok(_), Ok(_)) => None,
    };
    let mut diagnostics = match loaded {
        Ok(Loaded { pack, warnings }) => {
            let mut found = links::check(pack, others);
            found.extend(warnings.iter().cloned());
            found.extend(of_family);
            found.sort_by_key(|diagnostic| diagnostic.severity);
            found
        }
        Err(found) => unreadable.map_or_else(|| found.clone(), |error| vec![mend::unreadable(&error, text)]),
    };
    diagnostics.splice(0..0, json.as_ref().ok().and_then(|json| misnamed(source, json)));
    let ok = !diagnostics.iter().any(Diagnostic::is_error);
    Checked { file: source.to_string(), name: source.name(), ok, diagnostics: placed(text, &json, diagnostics, lang) }
}

/// All that is said of one text, explained in a language.
pub fn said(source: &Source, text: &str, lang: Lang) -> String {
    let checked = check(source, text, &Pack::load(text), &[], Vec::new(), Some(lang));
    let mut said = Vec::new();
    // Writing to memory cannot fail.
    _ = write_findings(&mut said, &checked, lang);
    String::from_utf8_lossy(&said).into_owned()
}

/// Findings with their places in the text, and with the nearest id where one is not known.
fn placed(text: &str, json: &Result<Value, JsonError>, diagnostics: Vec<Diagnostic>, lang: Option<Lang>) -> Vec<Found> {
    let found = diagnostics.into_iter().map(|diagnostic| {
        let place = match json {
            Ok(_) => Some(locate(text, &diagnostic.pointer)),
            Err(error) => mend::place(text, error),
        };
        let explained = lang.map(|lang| codes::explain(diagnostic.code, lang));
        let mended = match json {
            Ok(json) => mend::mended(diagnostic, json),
            Err(_) => diagnostic,
        };
        Found {
            diagnostic: mended.read_in(spoken(lang)),
            place: place.map(|(line, column)| Place { line, column }),
            explained,
        }
    });
    found.collect()
}

/// The file name tells which programme a file holds, so it has to be the id.
fn misnamed(source: &Source, json: &Value) -> Option<Diagnostic> {
    let (stem, id) = source.stem().zip(json.get("id").and_then(Value::as_str))?;
    let error = || {
        let message = text!("编号是 `{id}`，文件名却是 `{stem}`", "the id is `{id}`, but the file is called `{stem}`");
        let help = text!("把编号与文件名改成一样", "make the id and the file name the same");
        Diagnostic::error(Code::Id, "/id", message, help)
    };
    (stem != id).then(error)
}

fn write_findings(out: &mut dyn Write, checked: &Checked, lang: Lang) -> std::io::Result<()> {
    let Checked { name, ok, diagnostics, .. } = checked;
    let file = name.get(lang);
    for Found { diagnostic, place, explained } in diagnostics {
        let Diagnostic { severity, code, message, help, .. } = diagnostic;
        let (severity, pointer) = (severity.word(lang), diagnostic.place());
        match lang {
            Lang::Zh => {
                let line = place.map(|Place { line, column }| format!("（第 {line} 行第 {column} 列）"));
                let line = line.unwrap_or_default();
                writeln!(out, "{file}：{severity}[{code}] `{pointer}`{line}：{message}\n  改法：{help}")?;
            }
            Lang::En => {
                let line = place.map(|Place { line, column }| format!(" (line {line}, column {column})"));
                let line = line.unwrap_or_default();
                writeln!(out, "{file}: {severity}[{code}] at `{pointer}`{line}: {message}\n  help: {help}")?;
            }
        }
        if let Some(explained) = explained {
            writeln!(out, "  {explained}")?;
        }
    }
    let count = |errors: bool| diagnostics.iter().filter(|found| found.diagnostic.is_error() == errors).count();
    let errors = Some(count(true)).filter(|errors| *errors > 0);
    let warnings = Some(count(false)).filter(|warnings| *warnings > 0);
    let counted = [
        ok.then(|| lang.pick("没有错误", "ok").to_owned()),
        errors.map(|errors| numbered(errors, lang.pick("处错误", "error"), lang)),
        warnings.map(|warnings| numbered(warnings, lang.pick("处提醒", "warning"), lang)),
    ];
    let counted: Vec<String> = counted.into_iter().flatten().collect();
    writeln!(out, "{file}{}{}", lang.pick("：", ": "), counted.join(lang.pick("，", ", ")))
}

/// Writes the cases on the boundaries of a pack, a file for each track that has some. What is there is not written over:
/// somebody may have corrected it by the document. How many files there are.
fn write_cases(pack: &Pack, folder: &Path) -> Result<usize, Complaint> {
    let mut files = 0;
    for track in pack.file.tracks.iter().filter_map(|track| pack.track(&track.id)) {
        let Some(cases) = boundaries::cases(track) else { continue };
        let file = folder.join(format!("{}.{}.boundaries.json", pack.file.id, track.track.id));
        let text = serde_json::to_string_pretty(&cases).unwrap_or_default() + "\n";
        let written = fs::File::create_new(&file).and_then(|mut file| file.write_all(text.as_bytes()));
        let helps = [
            text!("不会覆盖，先把它移走", "nothing is written over; move it away first"),
            text!("先建立文件夹", "make it first"),
            text!("换一个文件夹", "choose another folder"),
        ];
        written.map_err(|error| Complaint::unwritten(&file, &error, helps))?;
        files += 1;
    }
    Ok(files)
}

/// Replays a file of cases on the pack it is about, and says which do not come out as expected.
fn replay<'p>(
    source: &Source,
    mut packs: impl Iterator<Item = &'p Pack>,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<bool, Failure> {
    let text = source.read(Limits::PACK)?;
    let refused = |message: Text, help: Text| Complaint::new(message).in_file(&source.name(), "").help(help);
    let compare = || text!("与 `--cases` 写出的文件对照", "compare it with what --cases writes");
    let file = CaseFile::read(&text).map_err(|why| refused(why, compare()))?;
    let track = packs.find(|pack| pack.file.id == file.programme).and_then(|pack| pack.track(&file.track));
    let track = track.ok_or_else(|| {
        let CaseFile { programme, track, .. } = &file;
        let message = text!("`{programme}` 没有类别 `{track}`", "no track `{track}` of `{programme}`");
        refused(message, text!("连同它的政策包一起检查", "check its pack with it"))
    })?;
    let name = source.name();
    let (mut failed, name) = (0_usize, name.get(lang));
    for case in &file.cases {
        let wrong = replay::run(track, &file.base, case).unwrap_or_else(|why| vec![why]);
        for line in &wrong {
            let colon = lang.pick("：", ": ");
            writeln!(out, "{name}{colon}{}{colon}{}", case.name, line.get(lang))?;
        }
        failed += usize::from(!wrong.is_empty());
    }
    let cases = numbered(file.cases.len(), lang.pick("个案例", "case"), lang);
    match (failed, lang) {
        (0, Lang::Zh) => writeln!(out, "{name}：{cases}，结果都与预期一致")?,
        (0, Lang::En) => writeln!(out, "{name}: {cases}, ok")?,
        (failed, Lang::Zh) => writeln!(out, "{name}：{cases}，其中 {failed} 个的结果与预期不同")?,
        (failed, Lang::En) => writeln!(out, "{name}: {failed} of {cases} came out otherwise")?,
    }
    Ok(failed == 0)
}

fn numbered(count: usize, noun: &str, lang: Lang) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { lang.pick("", "s") })
}

/// Findings are in English where no language is asked for: programs read them so.
fn spoken(lang: Option<Lang>) -> Lang {
    lang.unwrap_or(Lang::En)
}
