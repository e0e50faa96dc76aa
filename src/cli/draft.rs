//! `zhice draft`: the draft file of an application, as the page would write it.

use std::io::Write;

use clap::Args;

use super::case::OpenedCase;
use super::complaint::Complaint;
use super::file::{self, Source};
use super::options::{self, Language};
use super::{Exit, VerbResult};
use crate::draft::{self, Dossier, Inputs};
use crate::model::json::{self, Limits};

/// Write the draft of an application to standard output
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::CaseOptions,
    /// What the applicant adds to the answers; empty if left out
    #[arg(long, value_name = "F", value_parser = Source::parser())]
    dossier: Option<Source>,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
A dossier is a JSON object; every key may be left out. Statements, materials and papers that prove a
fact stand under the ids of the pack; a material is `have`, `preparing` or `not_applicable`:
  {\"applicant\": {\"name\": \"…\", \"contact\": \"…\", \"mobile\": \"13812345678\"},
   \"narratives\": {\"custody-results\": \"…\"}, \"materials\": {\"application-form\": \"have\"},
   \"evidence\": {\"agency.cases_won\": \"…\"}, \"declarations\": [\"truthful\", \"for_reference\"]}

Examples:
  zhice draft --programme zibo-2020-zone --track agency --answers answers.json >draft.json
  zhice draft --programme zibo-2020-zone --track agency --answers answers.json \\
    --dossier dossier.json --lang en >draft.json";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let (pack, answers) = (options.case.subject.packs.pack.as_ref(), &options.case.answers);
    file::each_once([("--pack", pack), ("--answers", Some(answers)), ("--dossier", options.dossier.as_ref())])?;
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let dossier = options.dossier.as_ref().map(dossier).transpose()?.unwrap_or_default().in_normal_form();
    let OpenedCase { track, answers, as_of, choices } = case;
    let draft = draft::build(track, &Inputs { answers, dossier, as_of, choices, lang: options.language.lang });
    out.write_all(draft::build::to_file(&draft.json).as_bytes())?;
    Ok(Exit::Fine)
}

fn dossier(source: &Source) -> Result<Dossier, Complaint> {
    const HELP: &str = "zhice draft --help shows a dossier";
    let file = source.to_string();
    // A text may be longer than it should be, and the draft has room for it.
    let text = source.read(Limits::DRAFT)?;
    let json = json::read(&text, Limits::DRAFT);
    let json = json.map_err(|error| Complaint::json(&file, &error, HELP))?;
    if !json.is_object() {
        return Err(Complaint::new("not a JSON object").at(file).help(HELP));
    }
    json::shape(&json).map_err(|error| {
        let misplaced = Complaint::misplaced(&file, &text, "a dossier");
        misplaced.unwrap_or_else(|| Complaint::json(&file, &error, HELP))
    })
}
