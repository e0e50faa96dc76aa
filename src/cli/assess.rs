//! `zhice assess`: the engine's whole answer, as a page or as JSON.

use std::io::Write;

use clap::Args;

use super::case::OpenedCase;
use super::options::{self, Format, Output};
use super::{Exit, VerbResult, conclusion, file, terminal};
use crate::engine;
use crate::model::Lang;
use crate::pack::{Pack, builtin};
use crate::report::{LinkRow, Report};

/// Assess a file of answers: conditions, indicators, support, what is missing
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    case: options::CaseOptions,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
An answers file is a flat JSON object; zhice questions lists its keys. A fact that is left out, or
null, is unknown, which never means no:
  {\"agency.patent_licensed\": true, \"agency.in_zone\": true, \"agency.pledge_loans\": 3}

Examples:
  zhice assess --programme zibo-2020-zone --track agency --answers answers.json
  zhice assess --programme zibo-2020-zone --track agency --answers - --lang en <answers.json
  zhice assess --programme zibo-2020-zone --track agency --answers answers.json \\
    --as-of 2020-10-01 --reading zibo.threshold=inclusive --format json";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let sources = [("--pack", options.case.subject.packs.pack.as_ref()), ("--answers", Some(&options.case.answers))];
    file::each_once(sources)?;
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let applicant = case.looked_at();
    let assessment = engine::assess_case(&applicant, case.as_of);
    match options.output.format {
        Format::Json => terminal::json(out, &assessment)?,
        Format::Text => {
            let lang = options.output.language.lang;
            let title = |link: &LinkRow| title(&pack, link, lang);
            write!(out, "{}", conclusion::page(&Report::of(&applicant, &assessment, lang), lang, title))?;
        }
    }
    Ok(Exit::Fine)
}

/// What a link leads to is called, where its pack is here.
fn title(pack: &Pack, link: &LinkRow, lang: Lang) -> Option<String> {
    let titled = |pack: &Pack| Some(pack.track(&link.track)?.title(lang));
    if link.programme == pack.file.id {
        return titled(pack);
    }
    titled(&builtin::load(&link.programme)?.ok()?.pack)
}
