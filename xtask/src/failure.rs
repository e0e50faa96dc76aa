//! Why a verb stopped.

use std::fmt;
use std::process::ExitCode;

/// Why a verb stopped, and what the reader can do about it.
#[derive(Debug)]
pub struct Failure {
    message: String,
    detail: Option<String>,
    help: Option<String>,
    usage: bool,
}

impl Failure {
    /// Something went wrong on the way.
    pub fn of(message: impl Into<String>) -> Self {
        Self { message: message.into(), detail: None, help: None, usage: false }
    }

    /// The verb was asked for in a way it does not understand.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { usage: true, ..Self::of(message) }.help("`cargo xtask help` lists the verbs")
    }

    /// The same failure with more to read.
    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// The same failure with a way out, unless it already names one nearer to the cause.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.get_or_insert_with(|| help.into());
        self
    }

    /// The same failure, told as part of something larger.
    #[must_use]
    pub fn within(mut self, whole: &str) -> Self {
        self.message = format!("{whole}: {}", self.message);
        self
    }

    /// 2 for wrong usage, 1 for everything else.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.usage { 2 } else { 1 })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(detail) = &self.detail {
            write!(f, "\n{detail}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  what to do: {help}")?;
        }
        Ok(())
    }
}
