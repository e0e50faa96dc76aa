//! `zhice export`: the application of a draft as a Word document or as Markdown, and its days as a calendar file.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use clap::{Args, ValueEnum};

use super::complaint::Complaint;
use super::file::{self, Source};
use super::options::PackOption;
use super::verify::{self, Replayed};
use super::{Exit, VerbResult, catalogue};
use crate::draft::{self, Inputs, Paper, VerifyError};
use crate::engine::Case;
use crate::model::Text;
use crate::model::json::{self, Limits};
use crate::model::text::text;
use crate::report::NextSteps;

/// Write the application of a draft as Word or Markdown, or its days as a calendar
///
/// The draft is replayed first, as by `zhice verify`. One that does not hold is written as it stands,
/// below a line that says so and how many differences there are. A calendar holds the days that the
/// document sets for the track: steps, also those counted from a date in the answers, deadlines, the end
/// of its trial or period. What lies ahead has reminders.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The draft file; `-` reads standard input
    #[arg(value_name = "DRAFT", value_parser = Source::parser())]
    draft: Source,
    /// What to write
    #[arg(long, value_name = "FORMAT")]
    to: ExportFormat,
    /// Where to write it; `-` is standard output. Left out: Markdown to standard output; the others beside
    /// DRAFT, under its name with `.docx` or `.ics`
    #[arg(long, value_name = "FILE", value_parser = Target::parser())]
    out: Option<Target>,
    /// Replace the file if there is one already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    packs: PackOption,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// A Word document
    Docx,
    /// Markdown
    Md,
    /// A calendar file (iCalendar)
    Ics,
}

/// Where the application goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    Stdout,
    File(PathBuf),
}

const EXAMPLES: &str = "\
Examples:
  zhice export draft.json --to docx
  zhice export draft.json --to docx --out application.docx --force
  zhice export draft.json --to md >application.md
  zhice draft --programme zibo-2020-zone --track agency --answers answers.json |
    zhice export - --to md
  zhice export draft.json --to ics

The first writes draft.docx.

Exit: 0 written; 1 written, but the draft does not hold; 2 not written";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let target = options.target()?;
    let brought = options.packs.pack.as_ref().map(catalogue::from_file).transpose()?;
    let replayed = verify::check(&options.draft, brought.as_ref())?;
    let written = match options.to {
        ExportFormat::Docx => draft::docx(&options.paper(&replayed)?),
        ExportFormat::Md => draft::markdown(&options.paper(&replayed)?).into_bytes(),
        ExportFormat::Ics => options.calendar(&replayed)?.into_bytes(),
    };
    let holds = replayed.verification.holds();
    match target {
        Target::Stdout => out.write_all(&written)?,
        Target::File(path) => {
            options.save(&path, &written)?;
            let state = if holds { "ok" } else { "the draft does not hold" };
            writeln!(out, "{}: {state}", path.display())?;
        }
    }
    Ok(if holds { Exit::Fine } else { Exit::Findings })
}

impl Options {
    fn paper(&self, replayed: &Replayed<'_>) -> Result<Paper, Vec<Complaint>> {
        let refused = |error| Complaint::draft(&self.draft.name(), &VerifyError::Unreadable(error));
        let json = json::read(&replayed.text, Limits::DRAFT).map_err(refused)?;
        Paper::read(&json, replayed.verification.differences.len()).map_err(refused)
    }

    fn calendar(&self, replayed: &Replayed<'_>) -> Result<String, Vec<Complaint>> {
        let Replayed { pack, verification, inputs, .. } = replayed;
        let Inputs { answers, as_of, choices, lang, .. } = inputs;
        let track = pack.track(&verification.track);
        let steps = track.map(|track| NextSteps::of(&Case::on(*as_of, track, answers, choices), *as_of, *lang));
        let calendar =
            track.zip(steps.as_ref()).and_then(|(track, steps)| draft::calendar(track, &steps.dates, *as_of, *lang));
        calendar.ok_or_else(|| {
            let (id, track) = (&pack.file.id, &verification.track);
            let what = text!(
                "`{id}` 的文件没有为类别 `{track}` 规定日期",
                "the document of `{id}` gives no day for track `{track}`"
            );
            let missing = steps.iter().flat_map(|steps| &steps.procedure).flat_map(|step| &step.missing).next();
            let help = missing.map_or_else(
                || text!("写 `--to docx` 或 `--to md`", "write --to docx or --to md"),
                |day| {
                    let fact = &day.fact;
                    text!(
                        "填写起算日期 `{fact}`，或者写 `--to docx` 或 `--to md`",
                        "answer `{fact}`, from which days are counted, or write --to docx or --to md"
                    )
                },
            );
            vec![Complaint::new(what).in_file(&self.draft.name(), "").help(help)]
        })
    }

    fn target(&self) -> Result<Target, Complaint> {
        match (&self.out, self.to, &self.draft) {
            (Some(target), ..) => Ok(target.clone()),
            (None, ExportFormat::Md, _) => Ok(Target::Stdout),
            (None, ExportFormat::Docx, Source::File(draft)) => Ok(Target::File(draft.with_extension("docx"))),
            (None, ExportFormat::Ics, Source::File(draft)) => Ok(Target::File(draft.with_extension("ics"))),
            (None, ExportFormat::Docx | ExportFormat::Ics, Source::Stdin) => {
                let message = text!("标准输入的草稿没有文件名", "a draft from standard input has no name");
                let help = text!("写出要生成的文件", "name the file to write");
                Err(Complaint::new(message).at("--out").help(help))
            }
        }
    }

    fn save(&self, path: &Path, content: &[u8]) -> Result<(), Complaint> {
        let complaint = |message: Text, help: Text| Complaint::new(message).at(path.display().to_string()).help(help);
        let another = || text!("用 `--out` 另写一个文件", "name another file with --out");
        if matches!(&self.draft, Source::File(draft) if same(draft, path)) {
            return Err(complaint(text!("这就是草稿本身", "this is the draft itself"), another()));
        }
        let file = if self.force { File::create(path) } else { File::create_new(path) };
        file.and_then(|mut file| file.write_all(content)).map_err(|error| {
            if path.is_dir() {
                let message = text!("这是文件夹，不是文件", "a folder, not a file");
                return complaint(message, text!("写出其中的文件", "name a file in it"));
            }
            let taken = text!(
                "用 `--force` 替换，或者用 `--out` 另写一个",
                "replace it with --force, or name another with --out"
            );
            let absent =
                text!("先建立文件夹，或者用 `--out` 另写一个文件", "make it first, or name another file with --out");
            Complaint::unwritten(path, &error, [taken, absent, another()])
        })
    }
}

impl Target {
    fn parser() -> impl TypedValueParser<Value = Self> {
        file::path_or_dash().map(|path| path.map_or(Self::Stdout, Self::File))
    }
}

/// Whether both names lead to one file.
fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}
