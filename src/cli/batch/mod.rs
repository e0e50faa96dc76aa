//! `zhice batch`: many applicants at once, a line in and a line out for each.

mod lines;
mod pipeline;

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

use self::lines::{Chunk, Lines};
use super::case::choices;
use super::complaint::{Complaint, Failure};
use super::file::{self, Source};
use super::options::{self, Readings, TrackOptions};
use super::{Exit, VerbResult};
use crate::engine::Verdict;
use crate::engine::facts::Facts;
use crate::engine::reader::Reader;
use crate::engine::screen::{Screen, ScreenedScore, Screener};
use crate::model::json::Limits;
use crate::model::text::text;
use crate::model::{AsOf, Lang, Quantity, Text};
use crate::pack::answers::AnswersError;
use crate::pack::load::TrackRef;

/// Screen many applicants at once, a line of answers for each
///
/// Reads newline-delimited JSON, the answers of one applicant on each line, and writes the results in the same order.
/// Uses all cores, and little memory however long the input is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    #[command(flatten)]
    subject: TrackOptions,
    /// The answers, a flat JSON object on each line; `-` reads standard input
    #[arg(long, value_name = "F", default_value = "-", value_parser = Source::parser())]
    answers: Source,
    /// The day the results speak of; today in China if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    as_of: Option<AsOf>,
    #[command(flatten)]
    readings: Readings,
}

const EXAMPLES: &str = "\
A line of results has the number of its line, the verdict (null on a track without conditions), the
support in yuan from low to high (high is null where nothing bounds it; both are 0 on a track
without support), and how many indicators are reached, short and unknown:
  {\"line\":1,\"verdict\":\"eligible\",\"low\":0,\"high\":130000,\"reached\":0,\"short\":0,\"unknown\":0}

On a track that gives points it has them as well, whether they pass (met, not_met, unknown; null
where nothing says what passes), and the grade that is certain and the highest there can be:
  …,\"points\":{\"low\":66,\"high\":86},\"passes\":\"met\",\"grade\":{\"low\":\"standard\",\"high\":\"good\"}}

A line that cannot be taken says why in its place, and the others go on. A blank line is one of
these, unless it is the very last:
  {\"line\":2,\"error\":\"wrong type, expected true or false, at `/agency.in_zone`\"}

Examples:
  zhice batch --programme zibo-2020-zone --track agency <answers.ndjson >results.ndjson
  zhice batch --programme zibo-2020-zone --track agency --answers answers.ndjson \\
    --reading zibo.threshold=inclusive

Exit: 0 every line was taken; 1 one was not; 2 wrong usage or unreadable input";

#[derive(Serialize)]
struct Refused {
    line: u64,
    error: String,
}

/// The grade that is certain, and the highest there can be.
#[derive(Serialize)]
struct GradeLine<'a> {
    low: Option<&'a str>,
    high: Option<&'a str>,
}

/// What a chunk of lines becomes.
struct Done {
    text: Vec<u8>,
    exit: Exit,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    file::each_once([("--pack", options.subject.packs.pack.as_ref()), ("--answers", Some(&options.answers))])?;
    let pack = options.subject.pack()?;
    let track = options.subject.track(&pack)?;
    let choices = &choices(&pack, &options.readings.chosen)?;
    let as_of = options::day_or_today(options.as_of)?;
    let source = &options.answers;
    let chunks = Lines::new(source.open()?, Limits::ANSWERS.bytes);
    let worker = || {
        let reader = Reader::new(track.pack).on(as_of);
        let mut worker = Worker { as_of, track, reader, screener: Screener::new(track, choices) };
        move |chunk: io::Result<Chunk>| chunk.and_then(|chunk| worker.screen_all(&chunk))
    };
    let mut exit = Exit::Fine;
    pipeline::in_order(chunks, worker, |done| -> Result<(), Failure> {
        let done = done.map_err(|error| source.unreadable(&error))?;
        if done.exit == Exit::Findings {
            exit = Exit::Findings;
        }
        out.write_all(&done.text)?;
        // Whoever feeds line by line can read line by line.
        Ok(out.flush()?)
    })?;
    Ok(exit)
}

/// What a worker keeps from one line to the next.
struct Worker<'a> {
    as_of: AsOf,
    track: TrackRef<'a>,
    reader: Reader<'a>,
    screener: Screener<'a>,
}

impl Worker<'_> {
    fn screen_all(&mut self, chunk: &Chunk) -> io::Result<Done> {
        let mut done = Done { text: Vec::with_capacity(chunk.size()), exit: Exit::Fine };
        for (line, text) in chunk.lines() {
            if let Some(facts) = self.reader.read(text) {
                taken(&mut done.text, line, self.screener.screen(facts), self.track)?;
                continue;
            }
            match read(line, text, self.track, self.as_of) {
                Ok(facts) => taken(&mut done.text, line, self.screener.screen(&facts), self.track)?,
                Err(complaints) => {
                    let refused = Refused { line, error: joined(&complaints) };
                    serde_json::to_writer(&mut done.text, &refused)?;
                    done.text.push(b'\n');
                    done.exit = Exit::Findings;
                }
            }
        }
        Ok(done)
    }
}

/// What an applicant comes to, as one line of JSON. No text in it needs an escape.
fn taken(out: &mut Vec<u8>, line: u64, screen: Screen, track: TrackRef<'_>) -> io::Result<()> {
    let Screen { verdict, total, score, reached, short, judged, unknown, .. } = screen;
    let unknown = unknown + judged;
    let verdict = match verdict {
        Some(Verdict::Eligible) => "\"eligible\"",
        Some(Verdict::Ineligible) => "\"ineligible\"",
        Some(Verdict::Undetermined | Verdict::Judged) => "\"undetermined\"",
        None => "null",
    };
    write!(out, "{{\"line\":{line},\"verdict\":{verdict},\"low\":{},\"high\":", total.low)?;
    or_null(out, total.high)?;
    write!(out, ",\"reached\":{reached},\"short\":{short},\"unknown\":{unknown}")?;
    if let Some(score) = score {
        scored(out, score, track)?;
    }
    writeln!(out, "}}")
}

/// The points, whether they pass, and the grade. An id may need an escape.
fn scored(out: &mut Vec<u8>, score: ScreenedScore, track: TrackRef<'_>) -> io::Result<()> {
    let ScreenedScore { points, passes, grades } = score;
    write!(out, ",\"points\":{{\"low\":{},\"high\":", points.low)?;
    or_null(out, points.high)?;
    write!(out, "}},\"passes\":")?;
    serde_json::to_writer(&mut *out, &passes)?;
    let declared = track.track.score.as_ref().map(|score| score.grades.as_slice()).unwrap_or_default();
    let [low, high] = grades.map(|at| at.and_then(|at| declared.get(at)).map(|grade| grade.id.as_str()));
    if !declared.is_empty() {
        write!(out, ",\"grade\":")?;
        serde_json::to_writer(&mut *out, &GradeLine { low, high })?;
    }
    Ok(())
}

fn or_null(out: &mut Vec<u8>, number: Option<Quantity>) -> io::Result<()> {
    match number {
        Some(number) => write!(out, "{number}"),
        None => write!(out, "null"),
    }
}

/// The answers on one line, read strictly, or what is wrong with it.
fn read(line: u64, text: &[u8], track: TrackRef<'_>, as_of: AsOf) -> Result<Facts, Vec<Complaint>> {
    if text.trim_ascii().is_empty() {
        let help = text!("删去这一行；什么都不知道的写 `{{}}`", "take it out, or write {{}} where nothing is known");
        return Err(vec![Complaint::new(text!("空行", "a blank line")).help(help)]);
    }
    let smaller = text!("请看是不是每行一家申报单位", "see that each line has the answers of one applicant");
    let text = file::decoded(text, Limits::ANSWERS, smaller).map_err(|complaint| vec![complaint])?;
    let refused = |error| Complaint::answers(&Text::default(), "", &on_line(line, error));
    let answers = track.pack.read_answers(text).map_err(refused)?;
    Ok(Facts::new(track.pack, &answers, Some(as_of)))
}

/// The same error, with the line of the whole input instead of that of the one document.
fn on_line(line: u64, error: AnswersError) -> AnswersError {
    match error {
        AnswersError::Unreadable(mut error) => {
            error.line = usize::try_from(line).unwrap_or(usize::MAX);
            AnswersError::Unreadable(error)
        }
        other => other,
    }
}

/// Several complaints as one. A line that is wrong from end to end does not become a longer one.
fn joined(complaints: &[Complaint]) -> String {
    const MOST: usize = 10;
    let mut said: Vec<String> = complaints.iter().take(MOST).map(|one| one.said(Lang::En)).collect();
    if let Some(more) = complaints.len().checked_sub(MOST).filter(|more| *more > 0) {
        said.push(format!("and {more} more"));
    }
    said.join("; ")
}
