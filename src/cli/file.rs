//! Reading what a person names on the command line: a file, or `-` for standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::complaint::Complaint;
use crate::model::json::Limits;

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    /// As an option gives it.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "" => Err("no file name".to_owned()),
            "-" => Ok(Self::Stdin),
            path => Ok(Self::File(path.into())),
        }
    }

    /// The whole text. Reading stops where the text is larger than the limits allow.
    pub fn read(&self, limits: Limits) -> Result<String, Complaint> {
        let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let outcome = match self {
            Self::Stdin => io::stdin().lock().take(most + 1).read_to_end(&mut bytes),
            Self::File(path) => File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)),
        };
        outcome.map_err(|error| self.unreadable(&error))?;
        if bytes.len() > limits.bytes {
            let what = format!("larger than {} KiB", limits.bytes / 1024);
            return Err(Complaint::new(what).at(self.to_string()).mend("see that it is the right file"));
        }
        let text = String::from_utf8(bytes);
        text.map_err(|_| Complaint::new("not text in UTF-8").at(self.to_string()).mend("save it again as UTF-8"))
    }

    /// The file name without its ending; nothing for standard input.
    pub fn stem(&self) -> Option<&str> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path.file_stem().and_then(|stem| stem.to_str()),
        }
    }

    fn unreadable(&self, error: &io::Error) -> Complaint {
        let folder = matches!(self, Self::File(path) if Path::new(path).is_dir());
        let (what, mend) = match error.kind() {
            _ if folder => ("a folder, not a file", "name the file in it"),
            io::ErrorKind::NotFound => ("no such file", "check the path"),
            io::ErrorKind::PermissionDenied => ("no permission to read", "ask for it, or copy the file"),
            _ => ("cannot be read", "check the file"),
        };
        Complaint::new(what).at(self.to_string()).mend(mend)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}
