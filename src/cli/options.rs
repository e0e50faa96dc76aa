//! Options that several verbs share.

use std::error::Error;
use std::fmt;

use clap::Args;
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::clock;
use super::complaint::Complaint;
use super::file::Source;
use crate::model::date::DateError;
use crate::model::text::text;
use crate::model::{AsOf, Lang, Text};

/// Which track of which programme.
#[derive(Debug, Args)]
pub struct TrackOptions {
    /// The programme, by id; may be left out with --pack
    #[arg(long, value_name = "ID", required_unless_present = "pack")]
    pub programme: Option<String>,
    /// The track of the programme, by id
    #[arg(long, value_name = "T")]
    pub track: String,
    #[command(flatten)]
    pub packs: PackOption,
}

#[derive(Debug, Args)]
pub struct PackOption {
    /// Take the programme from this pack file instead of the built-in ones
    #[arg(long, value_name = "FILE", value_parser = Source::parser())]
    pub pack: Option<Source>,
}

/// A case to assess: the answers, the day, the readings.
#[derive(Debug, Args)]
pub struct CaseOptions {
    #[command(flatten)]
    pub subject: TrackOptions,
    /// The answers, a flat JSON object from fact id to value; `-` reads standard input
    #[arg(long, value_name = "F", value_parser = Source::parser())]
    pub answers: Source,
    /// The day the result speaks of; today in China if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<AsOf>,
    #[command(flatten)]
    pub readings: Readings,
}

#[derive(Debug, Args)]
pub struct Readings {
    /// Read a disputed passage this way; repeatable
    #[arg(long = "reading", value_name = "ID=CASE", value_parser = reading)]
    pub chosen: Vec<ReadingChoice>,
}

/// In what form and language a verb writes.
#[derive(Debug, Args)]
pub struct Output {
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    #[command(flatten)]
    pub language: Language,
}

#[derive(Debug, Args)]
pub struct Language {
    /// The language of what is written out; complaints are in English unless it is given
    #[arg(long, value_name = "LANG", default_value = "zh", value_parser = lang())]
    pub lang: Lang,
}

/// One `--reading`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingChoice {
    pub reading: String,
    pub case: String,
}

/// What a verb writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page to read
    Text,
    /// For programs
    Json,
}

/// Why the value of an option cannot be taken: what it is, or is not.
#[derive(Clone, Debug)]
pub struct Unfit(pub Text);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl Error for Unfit {}

/// A day as an option gives it.
pub fn day(text: &str) -> Result<AsOf, Unfit> {
    text.parse().map_err(|error: DateError| Unfit(text!("不是日历上的日期（YYYY-MM-DD）", "{error}")))
}

/// The day that was given, or today.
pub fn day_or_today(given: Option<AsOf>) -> Result<AsOf, Complaint> {
    let broken = || {
        let message = text!("这台机器的时钟给不出日期", "the clock of this machine tells no day");
        Complaint::new(message).help(text!("用 `--as-of` 写出日期", "give the day with --as-of"))
    };
    given.or_else(clock::today).ok_or_else(broken)
}

fn reading(text: &str) -> Result<ReadingChoice, Unfit> {
    let (reading, case) = text
        .split_once('=')
        .ok_or_else(|| Unfit(text!("应写成 `理解方式编号=情形编号`", "not a reading and its case, written id=case")))?;
    Ok(ReadingChoice { reading: reading.to_owned(), case: case.to_owned() })
}

pub fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["zh", "en"]).map(|name| if name == "en" { Lang::En } else { Lang::Zh })
}
