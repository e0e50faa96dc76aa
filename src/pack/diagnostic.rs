//! What the checker says about a pack file, in both languages.

use std::fmt;

use serde::Serialize;

use crate::model::json::{JsonError, JsonErrorKind};
use crate::model::text::text;
use crate::model::{Lang, Text};

/// One finding about a pack: what, where, and how to mend it; in both languages until somebody reads it in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic<T = Text> {
    pub severity: Severity,
    pub code: Code,
    /// JSON pointer into the pack file.
    pub pointer: String,
    /// Lower case, without a full stop.
    pub message: T,
    pub help: T,
}

/// An error keeps the pack from loading; a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Error,
    Warning,
}

/// The kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// Not JSON, or not of the shape of a pack.
    Unreadable,
    /// Of a format this engine does not read.
    Format,
    /// An id that stands twice, or that no tool could type.
    Id,
    /// An id that nothing in the pack has.
    Dangling,
    /// A rule that looks at a fact in a way its type does not allow.
    TypeMismatch,
    /// A threshold or amount outside what the fact can be.
    OutOfDomain,
    /// A higher tier that brings no more than the one below.
    Tiers,
    /// Tiers, options or groups that cover the same case twice.
    Overlapping,
    /// Rules that no answers can meet.
    Contradictory,
    /// Something no answers lead to.
    Unreachable,
    /// A group without parts, or one that asks for more parts than it has.
    EmptyGroup,
    /// Facts that are asked only depending on each other.
    Cyclic,
    /// Words missing in one language, or English words that are Chinese.
    Untranslated,
    /// A citation that is not a clause of the document.
    Uncited,
    /// Something that is declared and never used.
    Unused,
    /// More options or combinations of readings than can be worked through.
    TooMany,
    /// An id that asks one thing here and another in a pack that is used together with this one.
    Ambiguous,
}

impl Diagnostic {
    pub fn error(code: Code, pointer: impl Into<String>, message: Text, help: Text) -> Self {
        Self { severity: Severity::Error, code, pointer: pointer.into(), message, help }
    }

    #[must_use]
    pub fn as_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// The same in the words of one language.
    pub fn read_in(&self, lang: Lang) -> Diagnostic<String> {
        let Self { severity, code, pointer, message, help } = self;
        let read = |text: &Text| text.get(lang).to_owned();
        Diagnostic {
            severity: *severity,
            code: *code,
            pointer: pointer.clone(),
            message: read(message),
            help: read(help),
        }
    }

    /// The finding in one language, its help on a line of its own.
    pub fn said(&self, lang: Lang) -> String {
        let Self { severity, code, message, help, .. } = self;
        let (severity, place) = (severity.word(lang), self.place());
        let (message, help) = (message.get(lang), help.get(lang));
        match lang {
            Lang::Zh => format!("{severity}[{code}] `{place}`：{message}\n  改法：{help}"),
            Lang::En => format!("{severity}[{code}] at `{place}`: {message}\n  help: {help}"),
        }
    }
}

impl<T> Diagnostic<T> {
    /// The pointer as it is said: of the whole file too.
    pub fn place(&self) -> &str {
        if self.pointer.is_empty() { "/" } else { &self.pointer }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl From<JsonError> for Diagnostic {
    fn from(error: JsonError) -> Self {
        let JsonError { kind, pointer, line, column } = error;
        let Text { zh, en } = kind.said();
        let message = match line {
            0 => Text { zh, en },
            _ => text!("第 {line} 行第 {column} 列：{zh}", "line {line}, column {column}: {en}"),
        };
        let help = match kind {
            JsonErrorKind::TooLarge(_) => text!(
                "删去不属于政策事项的内容，或者分成几个政策包",
                "leave out what is not part of the programme, or make several packs of it"
            ),
            _ => text!(
                "对照 `pack.schema.json` 或者能用的政策包检查这里",
                "compare the place with pack.schema.json or a pack that works"
            ),
        };
        Self::error(Code::Unreadable, pointer, message, help)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "unreadable",
            Self::Format => "format",
            Self::Id => "id",
            Self::Dangling => "dangling",
            Self::TypeMismatch => "type-mismatch",
            Self::OutOfDomain => "out-of-domain",
            Self::Tiers => "tiers",
            Self::Overlapping => "overlapping",
            Self::Contradictory => "contradictory",
            Self::Unreachable => "unreachable",
            Self::EmptyGroup => "empty-group",
            Self::Cyclic => "cyclic",
            Self::Untranslated => "untranslated",
            Self::Uncited => "uncited",
            Self::Unused => "unused",
            Self::TooMany => "too-many",
            Self::Ambiguous => "ambiguous",
        })
    }
}

impl Severity {
    pub const fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Error => lang.pick("错误", "error"),
            Self::Warning => lang.pick("提醒", "warning"),
        }
    }
}
