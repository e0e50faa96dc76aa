//! `zhice programmes`: what there is to assess.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::options::{self, Format, Output, PackOption};
use super::terminal::{self, TableRow, TerminalText};
use super::{Exit, VerbResult};
use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::{Pack, Track};
use crate::report::{StandingWords, document};

/// List the programmes, the standing of each, and its tracks
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The day the standing speaks of; today in China if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    as_of: Option<AsOf>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    packs: PackOption,
}

const EXAMPLES: &str = "\
Examples:
  zhice programmes
  zhice programmes --as-of 2020-10-01 --lang en --format json";

#[derive(Serialize)]
struct Listing<'a> {
    as_of: AsOf,
    programmes: Vec<Programme<'a>>,
}

#[derive(Serialize)]
struct Programme<'a> {
    id: &'a str,
    title: &'a str,
    document: Document<'a>,
    #[serde(skip)]
    document_in_words: String,
    version: &'a str,
    standing: Standing,
    #[serde(skip)]
    standing_in_words: String,
    tracks: Vec<TrackLine<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    title: &'a str,
    number: Option<&'a str>,
    issuer: &'a str,
}

#[derive(Serialize)]
struct TrackLine<'a> {
    id: &'a str,
    title: &'a str,
    who: &'a str,
}

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let packs = options.packs.packs()?;
    let as_of = options::day_or_today(options.as_of)?;
    let lang = options.output.language.lang;
    let listing = Listing { as_of, programmes: packs.iter().map(|pack| programme(pack, as_of, lang)).collect() };
    match options.output.format {
        Format::Json => terminal::json(out, &listing)?,
        Format::Text => write!(out, "{}", text(&listing))?,
    }
    Ok(Exit::Fine)
}

fn programme(pack: &Pack, as_of: AsOf, lang: Lang) -> Programme<'_> {
    let file = &pack.file;
    let standing = Standing::of(&file.standing, as_of);
    Programme {
        id: &file.id,
        title: file.title.get(lang),
        document: Document {
            title: file.document.title.get(lang),
            number: file.document.number.as_deref(),
            issuer: file.document.issuer.get(lang),
        },
        document_in_words: document(&file.document, lang),
        version: &file.version,
        standing,
        standing_in_words: StandingWords::of(standing, &file.standing, lang).sentence,
        tracks: file.tracks.iter().map(|track| track_line(track, lang)).collect(),
    }
}

fn track_line(track: &Track, lang: Lang) -> TrackLine<'_> {
    TrackLine { id: &track.id, title: track.title.get(lang), who: track.who.get(lang) }
}

fn text(listing: &Listing<'_>) -> String {
    let mut page = TerminalText::default();
    for (index, one) in listing.programmes.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        page.line(0, &format!("{}  {}", one.id, one.title));
        page.line(2, &one.document_in_words);
        page.line(2, one.document.issuer);
        page.line(2, &one.standing_in_words);
        let row = |track: &TrackLine<'_>| TableRow {
            cells: vec![track.id.to_owned(), track.title.to_owned(), track.who.to_owned()],
            below: Vec::new(),
        };
        page.table(&one.tracks.iter().map(row).collect::<Vec<_>>());
    }
    page.into_text()
}
