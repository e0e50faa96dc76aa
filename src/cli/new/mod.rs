//! `zhice new`: asks what a pack needs, and writes one that checks.

mod questions;
mod template;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use self::questions::{QUESTIONS, Question};
use self::template::Told;
use super::complaint::{Complaint, Failure};
use super::file::Source;
use super::options::Language;
use super::{Exit, VerbResult, terminal};
use crate::model::json::{self, Limits};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::Pack;

/// Start a pack from some questions about its document
///
/// The name of FILE without `.json` is the id of the programme. A file that is there is never written over. Without
/// --answers the questions are put one after the other, and read from standard input.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The pack to write, such as `somewhere-2026-agencies.json`
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Take the answers from a JSON object in place of asking; `-` reads standard input
    #[arg(long, value_name = "F", value_parser = Source::parser())]
    answers: Option<Source>,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  zhice new somewhere-2026-agencies.json --answers document.json
  zhice check somewhere-2026-agencies.json

What document.json says; `number`, `in_force` and `version` may be left out, and what begins with
`measure` where `kind` is self_evaluation or check:
  {\"issuer_zh\": \"…\", \"issuer_en\": \"…\", \"title_zh\": \"…\", \"title_en\": \"…\",
   \"document_zh\": \"…\", \"document_en\": \"…\", \"number\": \"…\",
   \"in_force\": \"2026-01-01\", \"in_force_cite\": \"第一条\", \"kind\": \"application\",
   \"applicant\": \"agency\", \"condition_zh\": \"…\", \"condition_en\": \"…\",
   \"condition_cite\": \"第三条\", \"measure_zh\": \"…\", \"measure_en\": \"…\",
   \"measure_cite\": \"第四条\", \"measure_yuan\": 20000, \"measure_limit\": \"exact\",
   \"version\": \"1.0.0\"}

Exit: 0 written; 2 not written";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let lang = options.language.lang;
    let id = id(&options.file)?;
    if options.file.exists() {
        return Err(unwritten(&options.file, &io::ErrorKind::AlreadyExists.into()).into());
    }
    let told = match &options.answers {
        Some(source) => from_file(source)?,
        None => ask(&mut io::stdin().lock(), out, lang)?,
    };
    let broken = || {
        let message = text!("这些答案写不成政策包", "no pack comes of these answers");
        Complaint::new(message).help(text!("请连同答案一起反馈", "report this with the answers"))
    };
    let pack = told.pack(id).map_err(|_| broken())?;
    let text = serde_json::to_string_pretty(&pack).map_err(|_| broken())? + "\n";
    Pack::load(&text).map_err(|found| {
        let file = Text::each(|_| options.file.display().to_string());
        found.iter().map(|one| Complaint::diagnostic(&file, one)).collect::<Vec<_>>()
    })?;
    save(&options.file, &text)?;
    writeln!(out, "{}: {}", options.file.display(), lang.pick("已写好，可以检查", "written, and it checks"))?;
    Ok(Exit::Fine)
}

/// The programme's id, which the name of the file is.
fn id(file: &Path) -> Result<&str, Complaint> {
    let refused = |message: Text| {
        let help = text!(
            "用小写字母、数字、`.`、`_` 和 `-`，并以 `.json` 结尾",
            "use lower-case letters, digits, `.`, `_` and `-`, and end with .json"
        );
        Complaint::new(message).at(file.display().to_string()).help(help)
    };
    let is_json = file.extension().is_some_and(|extension| extension == "json");
    let id = file.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_json);
    let id = id.ok_or_else(|| refused(text!("不是政策包的文件名", "not the name of a pack")))?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    if id.chars().all(plain) { Ok(id) } else { Err(refused(text!("`{id}` 不是编号", "`{id}` is no id"))) }
}

/// Puts the questions one after the other, and each again until its answer can stand.
fn ask(input: &mut dyn BufRead, out: &mut dyn Write, lang: Lang) -> Result<Told, Failure> {
    let mut told = Told(BTreeMap::new());
    for question in QUESTIONS {
        if question.of_support && !told.has_support() {
            continue;
        }
        loop {
            write!(out, "{}\n> ", question.prompt(lang))?;
            out.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line).map_err(unreadable)? == 0 {
                return Err(ended(&told, &question, out, lang)?.into());
            }
            match question.read(&line) {
                Ok(answer) => {
                    told.0.insert(question.key, answer);
                    break;
                }
                Err(why) => writeln!(out, "{}", why.get(lang))?,
            }
        }
    }
    Ok(told)
}

fn unreadable(_: io::Error) -> Complaint {
    let help =
        text!("按 UTF-8 输入，或者用 `--answers` 提供答案", "type in UTF-8, or bring the answers with --answers");
    Complaint::new(text!("无法读取", "cannot be read")).in_file(&Source::Stdin.name(), "").help(help)
}

/// The answers stop before the last question. What was answered is written out, so that nothing typed is lost.
fn ended(told: &Told, question: &Question, out: &mut dyn Write, lang: Lang) -> io::Result<Complaint> {
    let lead = text!(
        "已答的内容如下：存为文件，补全后用 `--answers FILE` 提供",
        "answered so far: save it, complete it, and bring it with --answers FILE"
    );
    if !told.0.is_empty() {
        writeln!(out, "\n{}", lead.get(lang))?;
        terminal::json(out, &told.0)?;
    }
    let key = question.key;
    let message = text!("答案到 `{key}` 之前就结束了", "the answers ended before `{key}`");
    let help = text!(
        "没有写出政策包；用 `--answers FILE` 提供全部答案",
        "nothing was written; bring all answers with --answers FILE"
    );
    Ok(Complaint::new(message).in_file(&Source::Stdin.name(), "").help(help))
}

/// All that is wrong with a file of answers, or the answers.
fn from_file(source: &Source) -> Result<Told, Vec<Complaint>> {
    let help = || text!("`zhice new --help` 有答案的写法", "zhice new --help shows the answers");
    let file = source.name();
    let text = source.read(Limits::ANSWERS).map_err(|complaint| vec![complaint])?;
    let json = json::read(&text, Limits::ANSWERS).map_err(|error| vec![Complaint::json(&file, &error, help())])?;
    let Some(given) = json.as_object() else {
        return Err(vec![Complaint::not_an_object(&file, "", help())]);
    };
    let mut told = Told(BTreeMap::new());
    let at = |message: Text, key: &str| Complaint::new(message).in_file(&file, &format!("/{key}")).help(help());
    let mut complaints: Vec<Complaint> = Vec::new();
    for key in given.keys().filter(|key| QUESTIONS.iter().all(|question| question.key != **key)) {
        complaints.push(at(text!("没有问到 `{key}`", "`{key}` is not asked"), key));
    }
    for question in QUESTIONS {
        if question.of_support && !told.has_support() {
            continue;
        }
        let text = match given.get(question.key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            None | Some(Value::Null) => String::new(),
            Some(_) => {
                complaints.push(at(text!("既不是文字也不是数字", "neither a text nor a number"), question.key));
                continue;
            }
        };
        match question.read(&text) {
            Ok(answer) => _ = told.0.insert(question.key, answer),
            Err(why) => complaints.push(at(why, question.key)),
        }
    }
    if complaints.is_empty() { Ok(told) } else { Err(complaints) }
}

fn unwritten(path: &Path, error: &io::Error) -> Complaint {
    let helps = [
        text!("不会覆盖，请换一个文件名", "nothing is written over; choose another name"),
        text!("先建立文件夹", "make it first"),
        text!("换一个文件夹", "choose another folder"),
    ];
    Complaint::unwritten(path, error, helps)
}

/// Writes a file that is not there yet, even where it came to be meanwhile.
fn save(path: &Path, text: &str) -> Result<(), Complaint> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| unwritten(path, &error))
}
