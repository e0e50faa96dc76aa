//! Wrong usage, said in the manner of every other complaint.

use std::env;
use std::error::Error as _;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::complaint::Complaint;
use super::{Cli, refuse};

/// Prints help where it was asked for, and otherwise what is wrong with the arguments.
pub fn answer(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nobody is left to tell where this fails.
            _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
        _ => refuse(&[complaint(error)]),
    }
}

fn complaint(error: &clap::Error) -> Complaint {
    let say = |kind| error.get(kind).map(words).unwrap_or_default();
    let (option, value) = (say(ContextKind::InvalidArg), say(ContextKind::InvalidValue));
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    let complaint = match error.kind() {
        ErrorKind::InvalidSubcommand => Complaint::new(format!("no verb `{}`", say(ContextKind::InvalidSubcommand))),
        ErrorKind::MissingSubcommand => Complaint::new("no verb"),
        ErrorKind::UnknownArgument if option.starts_with('-') => Complaint::new(format!("no option `{option}`")),
        ErrorKind::UnknownArgument => Complaint::new(format!("`{option}` is not expected here")),
        ErrorKind::MissingRequiredArgument => Complaint::new(format!("missing {option}")),
        ErrorKind::InvalidValue if value.is_empty() => Complaint::new("no value").at(option),
        ErrorKind::InvalidValue => Complaint::new(format!("no such value `{value}`")).at(option),
        ErrorKind::ValueValidation => Complaint::new(format!("`{value}` is {source}")).at(option),
        ErrorKind::ArgumentConflict => Complaint::new("given twice").at(option),
        ErrorKind::InvalidUtf8 => Complaint::new("an argument is not text in UTF-8"),
        _ => Complaint::new("these arguments do not go together"),
    };
    complaint.help(help(error))
}

/// The nearest thing that would have been right, or where to read on.
fn help(error: &clap::Error) -> String {
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        if let Some(nearest) = error.get(kind).map(words).filter(|words| !words.is_empty()) {
            return format!("did you mean {nearest}?");
        }
    }
    match error.get(ContextKind::ValidValue).map(words).filter(|words| !words.is_empty()) {
        Some(values) => format!("write one of {values}"),
        None => format!("see zhice {}--help", verb().map(|verb| verb + " ").unwrap_or_default()),
    }
}

/// The verb that was typed, if it is one.
fn verb() -> Option<String> {
    let typed = env::args_os().nth(1)?.into_string().ok()?;
    Cli::command().get_subcommands().any(|known| known.get_name() == typed).then_some(typed)
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        _ => String::new(),
    }
}
