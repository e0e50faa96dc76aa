//! What the checker says about a pack file.

use std::fmt;

use serde::Serialize;

use crate::model::json::JsonError;

/// One finding about a pack: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: Code,
    /// JSON pointer into the pack file.
    pub pointer: String,
    /// Lower case, without a full stop.
    pub message: String,
    pub help: String,
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
    /// Words missing in one language.
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
    pub fn error(code: Code, pointer: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, pointer: pointer.into(), message: message.into(), help: help.into() }
    }

    #[must_use]
    pub fn as_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

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
        let message = match error.line {
            0 => error.kind.to_string(),
            line => format!("line {line}, column {}: {}", error.column, error.kind),
        };
        Self::error(
            Code::Unreadable,
            error.pointer,
            message,
            "compare the place with pack.schema.json or a pack that works",
        )
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

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, code, message, help, .. } = self;
        write!(f, "{severity}[{code}] at `{}`: {message}\n  help: {help}", self.place())
    }
}
