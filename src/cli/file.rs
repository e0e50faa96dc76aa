//! Reading what a person names on the command line: a file, or `-` for standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::str;

use clap::builder::{OsStringValueParser, TypedValueParser};

use super::complaint::Complaint;
use crate::model::json::{JsonErrorKind, Limits};
use crate::model::{FileKind, Lang};

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    /// As an option gives it. The name of a file need not be text in UTF-8.
    pub fn parser() -> impl TypedValueParser<Value = Self> {
        path_or_dash().map(|path| path.map_or(Self::Stdin, Self::File))
    }

    /// The whole text. Reading stops where the text is larger than the limits allow.
    pub fn read(&self, limits: Limits) -> Result<String, Complaint> {
        let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        self.open()?.take(most + 1).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        let text = text(&bytes, limits, "see that it is the right file");
        text.map(ToOwned::to_owned).map_err(|complaint| complaint.at(self.to_string()))
    }

    /// Where to read it from, for whoever does not need all of it at once.
    pub fn open(&self) -> Result<Box<dyn Read + Send>, Complaint> {
        match self {
            Self::Stdin => Ok(Box::new(io::stdin())),
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(self.unreadable(&error)),
            },
        }
    }

    /// The file name without its ending; nothing for standard input.
    pub fn stem(&self) -> Option<&str> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path.file_stem().and_then(|stem| stem.to_str()),
        }
    }

    pub fn unreadable(&self, error: &io::Error) -> Complaint {
        let folder = matches!(self, Self::File(path) if path.is_dir());
        let (message, help) = match error.kind() {
            _ if folder => ("a folder, not a file", "name the file in it"),
            io::ErrorKind::NotFound => ("no such file", "check the path"),
            io::ErrorKind::PermissionDenied => ("no permission to read", "ask for it, or copy the file"),
            _ => ("cannot be read", "check the file"),
        };
        Complaint::new(message).at(self.to_string()).help(help)
    }
}

/// A path, or nothing for `-`.
pub fn path_or_dash() -> impl TypedValueParser<Value = Option<PathBuf>> {
    OsStringValueParser::new().try_map(|name| match name.to_str() {
        Some("") => Err("no file name"),
        Some("-") => Ok(None),
        _ => Ok(Some(PathBuf::from(name))),
    })
}

/// Bytes as text within the limits; `smaller` says what to do where they are too many.
pub fn text<'b>(bytes: &'b [u8], limits: Limits, smaller: &str) -> Result<&'b str, Complaint> {
    if bytes.len() > limits.bytes {
        return Err(Complaint::new(JsonErrorKind::TooLarge(limits.bytes).to_string()).help(smaller));
    }
    if let Some(kind) = FileKind::of(bytes) {
        return Err(Complaint::new(kind.what(Lang::En)).help(kind.help(Lang::En)));
    }
    str::from_utf8(bytes).map_err(|_| Complaint::new(JsonErrorKind::NotUtf8.to_string()).help("save it again as UTF-8"))
}

/// Standard input can only be read once, so only one of these options may name it.
pub fn each_once<'a>(sources: impl IntoIterator<Item = (&'static str, Option<&'a Source>)>) -> Result<(), Complaint> {
    let mut from_stdin = sources.into_iter().filter(|(_, source)| *source == Some(&Source::Stdin));
    let (Some(_), Some((option, _))) = (from_stdin.next(), from_stdin.next()) else { return Ok(()) };
    let twice = Complaint::new("standard input cannot be read twice").at(option);
    Err(twice.help("name a file for one of the two"))
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}
