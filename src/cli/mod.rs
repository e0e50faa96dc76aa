//! The command `zhice`: one file for each verb. Files, standard streams and the clock are touched here and nowhere else.

use std::env;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod assess;
mod batch;
mod case;
mod catalogue;
mod check;
mod clock;
mod complaint;
mod completions;
mod conclusion;
mod diff;
mod draft;
mod explain;
mod export;
mod file;
mod filing;
mod materials;
mod merge;
mod new;
mod options;
mod plan;
mod programmes;
mod questions;
mod reach;
pub mod replay;
mod schema;
mod stamp;
mod terminal;
mod trial;
mod usage;
mod verify;

use crate::model::Lang;
use crate::model::text::text;
use complaint::{Complaint, Failure};

/// What a verb ends with: an exit, or the reason why it could not do its work.
type VerbResult = Result<Exit, Failure>;

/// How a verb that did its work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    Fine,
    /// There is something to mend: a draft that does not hold, a pack with errors.
    Findings,
}

/// Self-assessment for programmes that support clusters of IP services.
///
/// Works out eligibility, indicators and support from a policy pack and a file of answers, makes drafts of an
/// application, and checks drafts and packs. Nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(name = "zhice", version, after_help = EXAMPLES)]
#[command(subcommand_value_name = "VERB", subcommand_help_heading = "Verbs", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Programmes(programmes::Options),
    Questions(questions::Options),
    Assess(assess::Options),
    Explain(explain::Options),
    Plan(plan::Options),
    Reach(reach::Options),
    Batch(batch::Options),
    Draft(draft::Options),
    Verify(verify::Options),
    Merge(merge::Options),
    Export(export::Options),
    Materials(materials::Options),
    New(new::Options),
    Check(check::Options),
    Diff(diff::Options),
    Try(trial::Options),
    Schema(schema::Options),
    Completions(completions::Options),
}

const EXAMPLES: &str = "\
A first look:
  zhice programmes
  zhice questions --programme zibo-2020-zone --track agency
  echo '{\"agency.in_zone\": true, \"agency.cases_won\": 2}' >answers.json
  zhice assess --programme zibo-2020-zone --track agency --answers answers.json
  zhice draft --programme zibo-2020-zone --track agency --answers answers.json >draft.json
  zhice verify draft.json

Each verb has examples of its own: zhice assess --help

Exit: 0 fine; 1 findings (a draft that does not hold, a pack with errors, a line that cannot be
taken); 2 wrong usage or unreadable input";

/// Runs the command with the arguments of this process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = cli.verb.run(&mut out).and_then(|exit| {
        out.flush()?;
        Ok(exit)
    });
    match outcome {
        Ok(Exit::Fine) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        // Whoever was reading has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(_)) => {
            let message = text!("输出写不出去", "the output cannot be written");
            refuse(&[Complaint::new(message).help(text!("请看磁盘是否已满", "see that the disk is not full"))])
        }
        Err(Failure::Input(complaints)) => {
            // What was worked out before the complaint is still worth reading.
            _ = out.flush();
            refuse(&complaints)
        }
    }
}

impl Verb {
    fn run(&self, out: &mut dyn Write) -> VerbResult {
        match self {
            Self::Programmes(options) => programmes::run(options, out),
            Self::Questions(options) => questions::run(options, out),
            Self::Assess(options) => assess::run(options, out),
            Self::Explain(options) => explain::run(options, out),
            Self::Plan(options) => plan::run(options, out),
            Self::Reach(options) => reach::run(options, out),
            Self::Batch(options) => batch::run(options, out),
            Self::Draft(options) => draft::run(options, out),
            Self::Verify(options) => verify::run(options, out),
            Self::Merge(options) => merge::run(options, out),
            Self::Export(options) => export::run(options, out),
            Self::Materials(options) => materials::run(options, out),
            Self::New(options) => new::run(options, out),
            Self::Check(options) => check::run(options, out),
            Self::Diff(options) => diff::run(options, out),
            Self::Try(options) => trial::run(options, out),
            Self::Schema(options) => schema::run(options, out),
            Self::Completions(options) => completions::run(options, out),
        }
    }
}

/// Says what is wrong, a line each, and ends with the exit of wrong usage.
fn refuse(complaints: &[Complaint]) -> ExitCode {
    let (mut err, lang) = (io::stderr().lock(), asked());
    for complaint in complaints {
        // Where even this cannot be written, the exit says it.
        _ = writeln!(err, "zhice: {}", complaint.said(lang));
    }
    ExitCode::from(2)
}

/// The language that was asked for, as it was typed: what is wrong with the arguments themselves is said in it as well.
/// English where none was, as programs read it.
fn asked() -> Lang {
    let typed: Vec<String> = env::args_os().filter_map(|argument| argument.into_string().ok()).collect();
    let words: Vec<&str> = typed.iter().flat_map(|argument| argument.splitn(2, '=')).collect();
    let last = words.rsplit(|word| *word == "--lang").next().filter(|after| after.len() < words.len());
    if last.and_then(|after| after.first()) == Some(&"zh") { Lang::Zh } else { Lang::En }
}
