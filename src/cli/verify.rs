//! `zhice verify`: replays drafts and says whether they hold.

use std::borrow::Cow;
use std::io::Write;

use clap::Args;

use super::complaint::Complaint;
use super::file::Source;
use super::options::PackFile;
use super::{Exit, VerbResult, catalogue};
use crate::draft::verify::{self, VerifyError};
use crate::draft::{Inputs, Verification};
use crate::model::json::Limits;
use crate::pack::{Pack, builtin};

/// Work drafts out again and say whether they hold
///
/// A draft holds if every line of it is what it was when it was drawn up and follows from the answers in it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Draft files; `-` reads standard input
    #[arg(value_name = "DRAFT", required = true, value_parser = Source::parser())]
    drafts: Vec<Source>,
    #[command(flatten)]
    packs: PackFile,
}

const EXAMPLES: &str = "\
Examples:
  zhice verify draft.json
  zhice verify drafts/*.json
  zhice verify old-draft.json --pack zibo-2020-zone.json

Exit: 0 every draft holds; 1 one does not; 2 one could not be read";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let brought = options.packs.pack.as_ref().map(catalogue::from_file).transpose()?;
    let mut complaints = Vec::new();
    let mut exit = Exit::Fine;
    for source in &options.drafts {
        match check(source, brought.as_ref()) {
            Ok(Replayed { verification, .. }) => {
                write_verification(out, source, &verification)?;
                if !verification.holds() {
                    exit = Exit::Findings;
                }
            }
            Err(found) => complaints.extend(found),
        }
    }
    if complaints.is_empty() { Ok(exit) } else { Err(complaints.into()) }
}

/// A draft, the pack it was replayed with, and what that found.
pub struct Replayed<'a> {
    pub text: String,
    pub pack: Cow<'a, Pack>,
    pub verification: Verification,
    pub inputs: Inputs,
}

/// Replays a draft, with the pack that was brought if it is of the same programme.
pub fn check<'a>(source: &Source, brought: Option<&'a Pack>) -> Result<Replayed<'a>, Vec<Complaint>> {
    let text = source.read(Limits::DRAFT).map_err(|complaint| vec![complaint])?;
    let refused = |error: &VerifyError| Complaint::draft(&source.to_string(), error);
    let programme = verify::programme(&text).map_err(|error| {
        let misplaced = Complaint::misplaced(&source.to_string(), &text, "a draft");
        misplaced.map_or_else(|| refused(&error), |complaint| vec![complaint])
    })?;
    let brought = brought.filter(|pack| pack.file.id == programme);
    let pack = match brought {
        Some(pack) => Cow::Borrowed(pack),
        None if builtin::ids().any(|id| id == programme) => Cow::Owned(catalogue::built_in(&programme)?),
        None => return Err(refused(&VerifyError::UnknownProgramme(programme))),
    };
    let (verification, inputs) = verify::replay(&text, |_| Some(&*pack)).map_err(|error| refused(&error))?;
    Ok(Replayed { text, pack, verification, inputs })
}

fn write_verification(out: &mut dyn Write, source: &Source, found: &Verification) -> std::io::Result<()> {
    if found.holds() {
        return writeln!(out, "{source}: ok");
    }
    writeln!(out, "{source}: does not hold")?;
    if let Some((drawn_up, here)) = &found.other_pack {
        if drawn_up == here {
            writeln!(out, "  drawn up with another pack of version {here}")?;
        } else {
            writeln!(out, "  drawn up with pack version {drawn_up}, replayed with {here}")?;
        }
    }
    if let Some((drawn_up, here)) = &found.other_engine {
        let same = if found.has_same_results() { ": the results are the same, only words differ" } else { "" };
        writeln!(out, "  drawn up with engine version {drawn_up}, replayed with {here}{same}")?;
    }
    for difference in &found.differences {
        writeln!(out, "  {difference}")?;
    }
    Ok(())
}
