//! What the command says when it cannot do its work: what is wrong, where, and how to mend it, in one line.

use std::fmt;
use std::io;
use std::path::Path;

use crate::draft::VerifyError;
use crate::model::Lang;
use crate::model::json::{self, JsonError, Limits};
use crate::pack::Diagnostic;
use crate::pack::answers::{AnswerError, AnswersError};
use crate::pack::programme::FORMATS;

/// One line of complaint. Lower case, in the words of the person who typed the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    message: String,
    place: Option<String>,
    help: Option<String>,
}

/// Why a verb could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage or unreadable input, all of it.
    Input(Vec<Complaint>),
    /// Standard output could not be written.
    Output(io::Error),
}

impl Complaint {
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, help: None }
    }

    /// Where it is: an option, or a file.
    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        Self { place: Some(place.into()), ..self }
    }

    /// Where in a file it is, by JSON pointer; the empty pointer is the whole file. A file that goes without saying
    /// has no name.
    #[must_use]
    pub fn in_file(self, file: &str, pointer: &str) -> Self {
        match (file, pointer) {
            ("", "") => self,
            (file, "") => self.at(file),
            ("", pointer) => self.at(format!("at `{pointer}`")),
            (file, pointer) => self.at(format!("{file} at `{pointer}`")),
        }
    }

    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// A file that could not be written, with what helps where something is there already, where its folder is not, and
    /// where it may not be.
    pub fn unwritten(path: &Path, error: &io::Error, [taken, absent, denied]: [&str; 3]) -> Self {
        let (message, help) = match error.kind() {
            io::ErrorKind::AlreadyExists => ("already there", taken),
            io::ErrorKind::NotFound => ("no such folder", absent),
            io::ErrorKind::PermissionDenied => ("no permission to write", denied),
            _ => ("cannot be written", "see that the disk is not full"),
        };
        Self::new(message).at(path.display().to_string()).help(help)
    }

    /// JSON that was refused while it was read.
    pub fn json(file: &str, error: &JsonError, help: &str) -> Self {
        let complaint = Self::new(error.kind.to_string()).in_file(file, &error.pointer).help(help);
        if error.line == 0 {
            return complaint;
        }
        let line = format!("line {}, column {}", error.line, error.column);
        let place = complaint.place.as_ref().map_or_else(|| line.clone(), |place| format!("{place} ({line})"));
        complaint.at(place)
    }

    /// One of our own files where another belongs: `wanted` in words.
    pub fn misplaced(file: &str, text: &str, wanted: &str) -> Option<Self> {
        let json = json::read(text, Limits::SAVED).ok()?;
        let (what, help) = match json.get("format")?.as_str()?.split_once('/')?.0 {
            "zhice.session" => {
                ("drafts as the page keeps them", "open the file on the page, and take the draft from there")
            }
            "zhice.draft" => ("a draft", "its answers stand under `answers`, what was added to them under `dossier`"),
            FORMATS => ("a policy pack", "bring it with --pack FILE"),
            _ => return None,
        };
        (what != wanted).then(|| Self::new(format!("this is {what}, not {wanted}")).at(file).help(help))
    }

    /// A finding of the pack checker, in the language of whoever reads it.
    pub fn diagnostic(file: &str, diagnostic: &Diagnostic, lang: Lang) -> Self {
        let place = diagnostic.place();
        let Diagnostic { message, help, .. } = diagnostic.read_in(lang);
        match lang {
            Lang::Zh => Self::new(format!("{file} `{place}`：{message}；{help}")),
            Lang::En => Self::new(message).in_file(file, &diagnostic.pointer).help(help),
        }
    }

    /// Answers that were refused, a line for each; `inside` is where in the file they stand.
    pub fn answers(file: &str, inside: &str, error: &AnswersError) -> Vec<Self> {
        const FLAT: &str = "write one flat JSON object, {\"fact id\": value, …}";
        match error {
            AnswersError::Unreadable(error) => vec![Self::json(file, error, FLAT)],
            AnswersError::NotAnObject => vec![Self::new("not a JSON object").in_file(file, inside).help(FLAT)],
            AnswersError::Refused(errors) => {
                let line = |error: &AnswerError| {
                    let complaint =
                        Self::new(error.kind.message()).in_file(file, &(inside.to_owned() + &error.pointer()));
                    Self { help: error.kind.help(), ..complaint }
                };
                errors.iter().map(line).collect()
            }
        }
    }

    /// A draft that could not be replayed.
    pub fn draft(file: &str, error: &VerifyError) -> Vec<Self> {
        let at =
            |message: String, pointer: &str, help: &str| vec![Self::new(message).in_file(file, pointer).help(help)];
        match error {
            VerifyError::Unreadable(error) => {
                vec![Self::json(file, error, "use the file as `zhice draft` or the page wrote it")]
            }
            VerifyError::Format(found) if found.is_empty() => {
                at("no `format`".to_owned(), "", "use a draft that `zhice draft` or the page wrote")
            }
            VerifyError::Format(found) => {
                at(format!("format `{found}` is not known"), "/format", "use a program of the version that wrote it")
            }
            VerifyError::UnknownProgramme(id) => {
                at(format!("no programme `{id}`"), "/programme", "bring its pack with --pack FILE")
            }
            VerifyError::UnknownTrack { programme, track } => at(
                format!("programme `{programme}` has no track `{track}`"),
                "/track",
                "bring the pack that has it with --pack FILE",
            ),
            VerifyError::Reading(error) => {
                at(error.to_string(), "/readings", "bring the pack it was drawn up with, --pack FILE")
            }
            VerifyError::Answers(error) => Self::answers(file, "/answers", error),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<&str> = [Some(&self.message), self.place.as_ref(), self.help.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        // One line, whatever line ends a file brought with it.
        f.write_str(&parts.join(", ").replace(['\n', '\r', '\t'], " "))
    }
}

impl From<Complaint> for Failure {
    fn from(complaint: Complaint) -> Self {
        Self::Input(vec![complaint])
    }
}

impl From<Vec<Complaint>> for Failure {
    fn from(complaints: Vec<Complaint>) -> Self {
        Self::Input(complaints)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
