//! `zhice verify`: replays drafts and says whether they hold.

use std::borrow::Cow;
use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::complaint::{Complaint, Failure};
use super::file::Source;
use super::options::{Format, PackOption};
use super::{Exit, VerbResult, catalogue, terminal};
use crate::draft::verify::{self, VerifyError};
use crate::draft::{Inputs, Verification, VerificationReport};
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
    packs: PackOption,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  zhice verify draft.json
  zhice verify drafts/*.json
  zhice verify old-draft.json --pack zibo-2020-zone.json
  zhice verify draft.json --format json

Exit: 0 every draft holds; 1 one does not; 2 one could not be read";

/// What was found in one file.
#[derive(Serialize)]
struct Verified {
    file: String,
    #[serde(flatten)]
    report: VerificationReport,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let brought = options.packs.pack.as_ref().map(catalogue::from_file).transpose()?;
    let mut complaints = Vec::new();
    let mut verified = Vec::new();
    for source in &options.drafts {
        let result = match check(source, brought.as_ref()) {
            Ok(replayed) => Ok(replayed.verification),
            Err(Unread { complaints: found, error }) => {
                complaints.extend(found);
                // A file that is not there is no draft to report on.
                let Some(error) = error else { continue };
                Err(error)
            }
        };
        if let (Format::Text, Ok(verification)) = (options.format, &result) {
            write_verification(out, source, verification)?;
        }
        verified.push(Verified { file: source.to_string(), report: result.into() });
    }
    if options.format == Format::Json {
        terminal::json(out, &verified)?;
    }
    match (complaints.is_empty(), verified.iter().all(|one| one.report.holds())) {
        (false, _) => Err(complaints.into()),
        (true, true) => Ok(Exit::Fine),
        (true, false) => Ok(Exit::Findings),
    }
}

/// A draft, the pack it was replayed with, and what that found.
pub struct Replayed<'a> {
    pub text: String,
    pub pack: Cow<'a, Pack>,
    pub verification: Verification,
    pub inputs: Inputs,
}

/// Why a draft could not be replayed: what to say of it, and the reason where its text was read at all.
pub struct Unread {
    pub complaints: Vec<Complaint>,
    error: Option<VerifyError>,
}

impl From<Unread> for Failure {
    fn from(Unread { complaints, .. }: Unread) -> Self {
        complaints.into()
    }
}

/// Replays a draft, with the pack that was brought if it is of the same programme.
pub fn check<'a>(source: &Source, brought: Option<&'a Pack>) -> Result<Replayed<'a>, Unread> {
    let text = source.read(Limits::DRAFT).map_err(|complaint| Unread { complaints: vec![complaint], error: None })?;
    let refused = |error: VerifyError| {
        let misplaced = Complaint::misplaced(&source.to_string(), &text, "a draft");
        let complaints =
            misplaced.map_or_else(|| Complaint::draft(&source.to_string(), &error), |complaint| vec![complaint]);
        Unread { complaints, error: Some(error) }
    };
    let programme = verify::programme(&text).map_err(refused)?;
    let pack = match brought.filter(|pack| pack.file.id == programme) {
        Some(pack) => Cow::Borrowed(pack),
        None => match builtin::load(&programme).and_then(Result::ok) {
            Some(loaded) => Cow::Owned(loaded.pack),
            None => return Err(refused(VerifyError::UnknownProgramme(programme))),
        },
    };
    let (verification, inputs) = verify::replay(&text, |_| Some(&*pack)).map_err(refused)?;
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
