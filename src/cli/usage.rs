//! Wrong usage, said in the manner of every other complaint.

use std::env;
use std::error::Error as _;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::complaint::Complaint;
use super::options::Unfit;
use super::{Cli, refuse};
use crate::model::Text;
use crate::model::text::text;

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
    let complaint = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let verb = say(ContextKind::InvalidSubcommand);
            Complaint::new(text!("没有命令 `{verb}`", "no verb `{verb}`"))
        }
        ErrorKind::MissingSubcommand => Complaint::new(text!("没有写命令", "no verb")),
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            Complaint::new(text!("没有选项 `{option}`", "no option `{option}`"))
        }
        ErrorKind::UnknownArgument => Complaint::new(text!("这里不应有 `{option}`", "`{option}` is not expected here")),
        ErrorKind::MissingRequiredArgument => Complaint::new(text!("缺少 `{option}`", "missing {option}")),
        ErrorKind::InvalidValue if value.is_empty() => Complaint::new(text!("没有写值", "no value")).at(option),
        ErrorKind::InvalidValue => Complaint::new(text!("没有值 `{value}`", "no such value `{value}`")).at(option),
        ErrorKind::ValueValidation => {
            let source = error.source();
            let said = source.and_then(|source| source.downcast_ref::<Unfit>()).map(|Unfit(text)| text.clone());
            let Text { zh, en } = said.unwrap_or_else(|| {
                let source = source.map(ToString::to_string).unwrap_or_default();
                text!("不符合要求", "{source}")
            });
            Complaint::new(text!("`{value}` 不能用：{zh}", "`{value}` is {en}")).at(option)
        }
        ErrorKind::ArgumentConflict => Complaint::new(text!("给了两次", "given twice")).at(option),
        ErrorKind::InvalidUtf8 => {
            Complaint::new(text!("有参数不是 UTF-8 编码的文字", "an argument is not text in UTF-8"))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Complaint::new(text!("`{option}` 写少了", "too few of `{option}`"))
        }
        _ => Complaint::new(text!("这些参数不能一起用", "these arguments do not go together")),
    };
    complaint.help(help(error))
}

/// The nearest thing that would have been right, or where to read on.
fn help(error: &clap::Error) -> Text {
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        if let Some(nearest) = error.get(kind).map(words).filter(|words| !words.is_empty()) {
            return text!("是不是 `{nearest}`？", "did you mean {nearest}?");
        }
    }
    if let Some(values) = error.get(ContextKind::ValidValue).map(words).filter(|words| !words.is_empty()) {
        return text!("可以写 `{values}`", "write one of {values}");
    }
    let verb = verb().map(|verb| verb + " ").unwrap_or_default();
    text!("见 `zhice {verb}--help`", "see zhice {verb}--help")
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
