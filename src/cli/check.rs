//! `zhice check`: everything the checker has to say about pack files.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::file::Source;
use super::options::Format;
use super::{Exit, VerbResult, terminal};
use crate::model::json::{self, Limits};
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
}

const EXAMPLES: &str = "\
Examples:
  zhice check public/packs/*.json
  zhice check my-programme.json --format json

Files given together are one family: what they ask under one id is compared

Exit: 0 no errors; 1 errors; 2 a file could not be read";

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    ok: bool,
    diagnostics: Vec<Diagnostic>,
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
            check(source, text, loaded, &others, of_family.remove(&position).unwrap_or_default())
        })
        .collect();
    match options.format {
        Format::Json => terminal::json(out, &checked)?,
        Format::Text => checked.iter().try_for_each(|one| write_findings(out, one))?,
    }
    match (complaints.is_empty(), checked.iter().all(|one| one.ok)) {
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
) -> Checked {
    let mut diagnostics = match loaded {
        Ok(Loaded { pack, warnings }) => {
            let mut found = links::check(pack, others);
            found.extend(warnings.iter().cloned());
            found.extend(of_family);
            found.sort_by_key(|diagnostic| diagnostic.severity);
            found
        }
        Err(found) => found.clone(),
    };
    diagnostics.splice(0..0, misnamed(source, text));
    Checked { file: source.to_string(), ok: !diagnostics.iter().any(Diagnostic::is_error), diagnostics }
}

/// The file name tells which programme a file holds, so it has to be the id.
fn misnamed(source: &Source, text: &str) -> Option<Diagnostic> {
    let json = json::read(text, Limits::PACK).ok()?;
    let (stem, id) = source.stem().zip(json.get("id").and_then(Value::as_str))?;
    let error = || {
        let message = format!("the id is `{id}`, but the file is called `{stem}`");
        Diagnostic::error(Code::Id, "/id", message, "make the id and the file name the same")
    };
    (stem != id).then(error)
}

fn write_findings(out: &mut dyn Write, checked: &Checked) -> std::io::Result<()> {
    let Checked { file, ok, diagnostics } = checked;
    for diagnostic in diagnostics {
        writeln!(out, "{file}: {diagnostic}")?;
    }
    let count = |errors: bool| diagnostics.iter().filter(|found| found.is_error() == errors).count();
    match (ok, count(true), count(false)) {
        (true, _, 0) => writeln!(out, "{file}: ok"),
        (true, _, warnings) => writeln!(out, "{file}: ok, {}", numbered(warnings, "warning")),
        (false, errors, 0) => writeln!(out, "{file}: {}", numbered(errors, "error")),
        (false, errors, warnings) => {
            writeln!(out, "{file}: {}, {}", numbered(errors, "error"), numbered(warnings, "warning"))
        }
    }
}

fn numbered(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
