//! `zhice check`: everything the checker has to say about pack files.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::file::Source;
use super::options::Format;
use super::{Exit, Outcome, terminal};
use crate::model::json::{self, Limits};
use crate::pack::check::family;
use crate::pack::{Code, Diagnostic, Pack, PackFile};

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

pub fn run(options: &Options, out: &mut dyn Write) -> Outcome {
    let mut complaints = Vec::new();
    let mut checked: Vec<Checked> = Vec::new();
    let mut loaded = Vec::new();
    for source in &options.packs {
        match source.read(Limits::PACK) {
            Ok(text) => {
                let (one, pack) = check(source, &text);
                loaded.extend(pack.map(|pack| (checked.len(), pack)));
                checked.push(one);
            }
            Err(complaint) => complaints.push(complaint),
        }
    }
    let files: Vec<&PackFile> = loaded.iter().map(|(_, pack)| &pack.file).collect();
    for (position, warning) in family::check(&files) {
        if let Some(one) = loaded.get(position).and_then(|(at, _)| checked.get_mut(*at)) {
            one.diagnostics.push(warning);
        }
    }
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

fn check(source: &Source, text: &str) -> (Checked, Option<Pack>) {
    let (mut diagnostics, pack) = match Pack::load(text) {
        Ok(loaded) => (loaded.warnings, Some(loaded.pack)),
        Err(found) => (found, None),
    };
    diagnostics.splice(0..0, misnamed(source, text));
    let ok = !diagnostics.iter().any(Diagnostic::is_error);
    (Checked { file: source.to_string(), ok, diagnostics }, pack)
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
