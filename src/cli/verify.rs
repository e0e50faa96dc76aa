//! `zhice verify`: replays drafts and says whether they hold.

use std::borrow::Cow;
use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::complaint::{Complaint, Failure, OurFile};
use super::file::Source;
use super::options::{self, Format, PackOption};
use super::{Exit, VerbResult, catalogue, terminal};
use crate::draft::difference::{Difference, DifferenceKind};
use crate::draft::verify::{self, VerifyError};
use crate::draft::words::{self, Differing};
use crate::draft::{Inputs, Verification, VerificationReport};
use crate::model::json::Limits;
use crate::model::text::text;
use crate::model::{Lang, Text};
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
    /// Say what is found in this language, in JSON too; in English if left out
    #[arg(long, value_name = "LANG", value_parser = options::lang())]
    lang: Option<Lang>,
}

const EXAMPLES: &str = "\
Examples:
  zhice verify draft.json
  zhice verify drafts/*.json
  zhice verify old-draft.json --pack zibo-2020-zone.json
  zhice verify draft.json --lang zh
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
    let lang = options.lang.unwrap_or(Lang::En);
    let mut complaints = Vec::new();
    let mut verified = Vec::new();
    for source in &options.drafts {
        let result = match check(source, brought.as_ref()) {
            Ok(replayed) => {
                if options.format == Format::Text {
                    let unused = brought.as_ref().filter(|pack| pack.file.id != replayed.pack.file.id);
                    let found =
                        Found { source, verification: &replayed.verification, pack: &replayed.pack, unused, lang };
                    found.write(out)?;
                }
                Ok(replayed.verification)
            }
            Err(Unread { complaints: found, error }) => {
                complaints.extend(found);
                // A file that is not there is no draft to report on.
                let Some(error) = error else { continue };
                Err(error)
            }
        };
        verified.push(Verified { file: source.to_string(), report: VerificationReport::said(result, lang) });
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
        let file = source.name();
        let misplaced = Complaint::misplaced(&file, &text, OurFile::Draft);
        let complaints = misplaced.map_or_else(|| Complaint::draft(&file, &error), |complaint| vec![complaint]);
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

/// What was found in a draft, for a person to read.
struct Found<'a> {
    source: &'a Source,
    verification: &'a Verification,
    pack: &'a Pack,
    /// A pack that was brought, of another programme.
    unused: Option<&'a Pack>,
    lang: Lang,
}

impl Found<'_> {
    fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Self { source, verification: found, unused, lang, .. } = *self;
        let Text { zh, en } = source.name();
        let verdict = if found.holds() {
            text!("{zh}：与复算结果一致", "{en}: ok")
        } else {
            text!("{zh}：与复算结果不一致", "{en}: does not hold")
        };
        writeln!(out, "{}", verdict.get(lang))?;
        let mut line = |text: &Text| writeln!(out, "  {}", text.get(lang));
        if let Some(unused) = unused {
            let (brought, own) = (&unused.file.id, &self.pack.file.id);
            line(&text!(
                "所给政策包是 `{brought}` 的，这份草稿用内置的 `{own}` 复算",
                "the pack given is of `{brought}`; replayed with the built-in one of `{own}`"
            ))?;
        }
        if found.holds() {
            return Ok(());
        }
        if let Some((drawn_up, here)) = &found.other_pack {
            line(&if drawn_up == here {
                text!("草稿按另一份同为 {here} 版的政策包生成", "drawn up with another pack of version {here}")
            } else {
                text!(
                    "草稿按政策包 {drawn_up} 版生成，现在用的是 {here} 版",
                    "drawn up with pack version {drawn_up}, replayed with {here}"
                )
            })?;
        }
        if let Some((drawn_up, here)) = &found.other_engine {
            let Text { zh, en } = text!(
                "草稿由测算程序 {drawn_up} 版生成，现在用的是 {here} 版",
                "drawn up with engine version {drawn_up}, replayed with {here}"
            );
            line(&if found.has_same_results() {
                text!("{zh}：结果相同，只是文字不同", "{en}: the results are the same, only words differ")
            } else {
                Text { zh, en }
            })?;
        }
        found.differences.iter().try_for_each(|one| line(&self.difference(one)))
    }

    /// One line, by its pointer; in Chinese in the words of the page too.
    fn difference(&self, difference: &Difference) -> Text {
        let path = &difference.path;
        let Some(track) = self.pack.track(&self.verification.track) else {
            return Text::each(|_| difference.to_string());
        };
        let Differing { place, stated, recomputed } = words::difference(difference, track, Lang::Zh);
        let place = if place == path.to_string() { String::new() } else { format!("（{place}）") };
        match difference.kind {
            DifferenceKind::Entered => text!("`{path}`{place}：现为 {stated}，{recomputed}", "{difference}"),
            _ => text!("`{path}`{place}：草稿写的是 {stated}，复算结果是 {recomputed}", "{difference}"),
        }
    }
}
