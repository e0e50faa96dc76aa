//! `zhice draft`: the draft file of an application, as the page would write it.

use std::io::Write;

use clap::Args;

use super::case::OpenedCase;
use super::complaint::{Complaint, Failure, OurFile};
use super::file::{self, Source};
use super::options::{self, Language};
use super::{Exit, VerbResult};
use crate::draft::{self, Dossier, Inputs};
use crate::model::Text;
use crate::model::json::{self, Limits};
use crate::model::text::text;
use crate::pack::load::TrackRef;
use crate::pack::rules::facts_of;

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
A dossier is a JSON object; every key may be left out. Statements, materials, papers that prove a fact
and actions of a task that are done stand under the ids that zhice questions lists; a material is
`have`, `preparing` or `not_applicable`:
  {\"applicant\": {\"name\": \"…\", \"contact\": \"…\", \"mobile\": \"13812345678\"},
   \"narratives\": {\"overview\": \"…\"}, \"materials\": {\"navigation-rules\": \"have\"},
   \"evidence\": {\"yt.task_1\": \"…\"}, \"actions\": {\"yt.task_1\": [\"decisions\"]},
   \"declarations\": [\"truthful\", \"for_reference\"]}

Examples:
  zhice draft --programme zibo-2020-zone --track agency --answers answers.json >draft.json
  echo '{\"yt.task_1\": \"under_way\"}' >progress.json
  zhice draft --programme yantai-2020-operation --track city --answers progress.json \\
    --dossier dossier.json --lang en >self-evaluation.json";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let (pack, answers) = (options.case.subject.packs.pack.as_ref(), &options.case.answers);
    file::each_once([("--pack", pack), ("--answers", Some(answers)), ("--dossier", options.dossier.as_ref())])?;
    let pack = options.case.subject.pack()?;
    let case = OpenedCase::open(&options.case, &pack)?;
    let OpenedCase { track, answers, as_of, choices } = case;
    let dossier = options.dossier.as_ref().map(|source| dossier(source, track)).transpose()?;
    let dossier = dossier.unwrap_or_default().in_normal_form();
    let draft = draft::build(track, &Inputs { answers, dossier, as_of, choices, lang: options.language.lang });
    out.write_all(draft::build::to_file(&draft.json).as_bytes())?;
    Ok(Exit::Fine)
}

fn dossier(source: &Source, track: TrackRef<'_>) -> Result<Dossier, Failure> {
    let help = || text!("`zhice draft --help` 有补充内容的写法", "zhice draft --help shows a dossier");
    let file = source.name();
    // A text may be longer than it should be, and the draft has room for it.
    let text = source.read(Limits::DRAFT)?;
    let json = json::read(&text, Limits::DRAFT);
    let json = json.map_err(|error| Complaint::json(&file, &error, help()))?;
    if !json.is_object() {
        return Err(Complaint::not_an_object(&file, "", help()).into());
    }
    let dossier: Dossier = json::shape(&json).map_err(|error| {
        let misplaced = Complaint::misplaced(&file, &text, OurFile::Dossier);
        misplaced.unwrap_or_else(|| Complaint::json(&file, &error, help()))
    })?;
    let unknown = unknown_ids(&dossier, track, &file);
    if unknown.is_empty() { Ok(dossier) } else { Err(unknown.into()) }
}

/// Ids that the track does not have: what stands under them would be in no draft.
fn unknown_ids(dossier: &Dossier, track: TrackRef<'_>, file: &Text) -> Vec<Complaint> {
    let facts = facts_of(track.track);
    let narratives = dossier.narratives.keys().filter(|id| !track.track.narratives.iter().any(|one| one.id == **id));
    let materials = dossier.materials.keys().filter(|id| !track.track.materials.iter().any(|one| one.id == **id));
    let evidence = dossier.evidence.keys().filter(|id| !facts.contains(&id.as_str()));
    let actions = dossier.actions.iter().flat_map(|(fact, done)| {
        let listed = track.actions_of(fact);
        done.iter().filter(|id| !listed.iter().any(|one| one.id == **id)).map(move |id| (fact, id))
    });
    let complaint = |[zh, en]: [&str; 2], id: &str, key: &str| {
        Complaint::new(text!("没有{zh} `{id}`", "no {en} `{id}`"))
            .in_file(file, &format!("/{key}"))
            .help(text!("`zhice questions` 列出这一类别的编号", "zhice questions lists the ids of the track"))
    };
    let narratives = narratives.map(|id| complaint(["说明", "statement"], id, "narratives"));
    let materials = materials.map(|id| complaint(["材料", "material"], id, "materials"));
    let evidence = evidence.map(|id| complaint(["填报项", "fact"], id, "evidence"));
    let actions = actions.map(|(fact, id)| complaint(["工作", "action"], id, &format!("actions/{fact}")));
    narratives.chain(materials).chain(evidence).chain(actions).collect()
}
