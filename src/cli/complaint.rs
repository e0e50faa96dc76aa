//! What the command says when it cannot do its work: what is wrong, where, and how to mend it, in one line.

use std::io;
use std::path::Path;

use crate::draft::VerifyError;
use crate::model::json::{self, JsonError, Limits};
use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::pack::Diagnostic;
use crate::pack::answers::{AnswerError, AnswersError};
use crate::pack::programme::FORMATS;

/// One line of complaint, in both languages until it is said in one. Lower case, in the words of the person who typed
/// the command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complaint {
    message: Text,
    place: Option<Text>,
    /// Boxed, so that what may fail hands on little where it does not.
    help: Option<Box<Text>>,
}

/// Why a verb could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage or unreadable input, all of it.
    Input(Vec<Complaint>),
    /// Standard output could not be written.
    Output(io::Error),
}

/// What a file of ours can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OurFile {
    Answers,
    Dossier,
    Draft,
    Pack,
    /// The drafts of a page, all together.
    Session,
}

impl Complaint {
    pub const fn new(message: Text) -> Self {
        Self { message, place: None, help: None }
    }

    /// Where it is: an option, or a file by its name.
    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        let place = place.into();
        Self { place: Some(Text { zh: place.clone(), en: place }), ..self }
    }

    /// Where in a file it is, by JSON pointer; the empty pointer is the whole file. A file that goes without saying
    /// has no name.
    #[must_use]
    pub fn in_file(self, file: &Text, pointer: &str) -> Self {
        let Text { zh, en } = file;
        let place = match (en.as_str(), pointer) {
            ("", "") => return self,
            (_, "") => file.clone(),
            ("", pointer) => Text { zh: format!("`{pointer}`"), en: format!("at `{pointer}`") },
            (_, pointer) => Text { zh: format!("{zh} `{pointer}`"), en: format!("{en} at `{pointer}`") },
        };
        Self { place: Some(place), ..self }
    }

    #[must_use]
    pub fn help(self, help: Text) -> Self {
        Self { help: Some(Box::new(help)), ..self }
    }

    /// A file that could not be written, with what helps where something is there already, where its folder is not, and
    /// where it may not be.
    pub fn unwritten(path: &Path, error: &io::Error, [taken, absent, denied]: [Text; 3]) -> Self {
        let (message, help) = match error.kind() {
            io::ErrorKind::AlreadyExists => (text!("已有同名文件", "already there"), taken),
            io::ErrorKind::NotFound => (text!("没有这个文件夹", "no such folder"), absent),
            io::ErrorKind::PermissionDenied => (text!("没有写入权限", "no permission to write"), denied),
            _ => (text!("无法写入", "cannot be written"), text!("请看磁盘是否已满", "see that the disk is not full")),
        };
        Self::new(message).at(path.display().to_string()).help(help)
    }

    /// JSON that was refused while it was read.
    pub fn json(file: &Text, error: &JsonError, help: Text) -> Self {
        let JsonError { kind, pointer, line, column } = error;
        let complaint = Self::new(kind.said()).in_file(file, pointer).help(help);
        if *line == 0 {
            return complaint;
        }
        let place = match &complaint.place {
            None => text!("第 {line} 行第 {column} 列", "line {line}, column {column}"),
            Some(Text { zh, en }) => {
                text!("{zh}（第 {line} 行第 {column} 列）", "{en} (line {line}, column {column})")
            }
        };
        Self { place: Some(place), ..complaint }
    }

    /// One of our own files where another belongs.
    pub fn misplaced(file: &Text, text: &str, wanted: OurFile) -> Option<Self> {
        let json = json::read(text, Limits::SAVED).ok()?;
        let (found, help) = match json.get("format")?.as_str()?.split_once('/')?.0 {
            "zhice.session" => (
                OurFile::Session,
                text!("在页面中打开它，再从页面下载草稿", "open the file on the page, and take the draft from there"),
            ),
            "zhice.draft" => (
                OurFile::Draft,
                text!(
                    "其中 `answers` 是填报答案，`dossier` 是补充内容",
                    "its answers stand under `answers`, what was added to them under `dossier`"
                ),
            ),
            FORMATS => (OurFile::Pack, text!("用 `--pack FILE` 提供政策包", "bring it with --pack FILE")),
            _ => return None,
        };
        let [Text { zh: is_zh, en: is }, Text { zh, en }] = [found, wanted].map(OurFile::named);
        let message = text!("这是{is_zh}，不是{zh}", "this is {is}, not {en}");
        (found != wanted).then(|| Self::new(message).in_file(file, "").help(help))
    }

    /// A finding of the pack checker.
    pub fn diagnostic(file: &Text, diagnostic: &Diagnostic) -> Self {
        let Diagnostic { pointer, message, help, .. } = diagnostic;
        Self::new(message.clone()).in_file(file, pointer).help(help.clone())
    }

    /// Answers that were refused, a line for each; `inside` is where in the file they stand.
    pub fn answers(file: &Text, inside: &str, error: &AnswersError) -> Vec<Self> {
        let flat = text!(
            "写成一层的 JSON 对象：`{{\"填报项编号\": 值, …}}`",
            "write one flat JSON object, {{\"fact id\": value, …}}"
        );
        match error {
            AnswersError::Unreadable(error) => vec![Self::json(file, error, flat)],
            AnswersError::NotAnObject => vec![Self::not_an_object(file, inside, flat)],
            AnswersError::Refused(errors) => {
                let line = |error: &AnswerError| {
                    let pointer = inside.to_owned() + &error.pointer();
                    let message = Text::each(|lang| error.kind.message(lang));
                    let help = error.kind.help(Lang::Zh).zip(error.kind.help(Lang::En));
                    let help = help.map(|(zh, en)| Box::new(Text { zh, en }));
                    Self { help, ..Self::new(message).in_file(file, &pointer) }
                };
                errors.iter().map(line).collect()
            }
        }
    }

    /// JSON of another kind where an object belongs.
    pub fn not_an_object(file: &Text, inside: &str, help: Text) -> Self {
        Self::new(text!("不是 JSON 对象", "not a JSON object")).in_file(file, inside).help(help)
    }

    /// A draft that could not be replayed.
    pub fn draft(file: &Text, error: &VerifyError) -> Vec<Self> {
        let at = |message: Text, pointer: &str, help: Text| vec![Self::new(message).in_file(file, pointer).help(help)];
        match error {
            VerifyError::Unreadable(error) => vec![Self::json(
                file,
                error,
                text!("使用 `zhice draft` 或页面生成的原文件", "use the file as `zhice draft` or the page wrote it"),
            )],
            VerifyError::Format(found) if found.is_empty() => at(
                text!("没有 `format`", "no `format`"),
                "",
                text!("使用 `zhice draft` 或页面生成的草稿", "use a draft that `zhice draft` or the page wrote"),
            ),
            VerifyError::Format(found) => at(
                text!("不认识格式 `{found}`", "format `{found}` is not known"),
                "/format",
                text!("使用生成它的版本", "use a program of the version that wrote it"),
            ),
            VerifyError::UnknownProgramme(id) => at(
                text!("没有政策事项 `{id}`", "no programme `{id}`"),
                "/programme",
                text!("用 `--pack FILE` 提供它的政策包", "bring its pack with --pack FILE"),
            ),
            VerifyError::UnknownTrack { programme, track } => at(
                text!("政策事项 `{programme}` 没有类别 `{track}`", "programme `{programme}` has no track `{track}`"),
                "/track",
                text!("用 `--pack FILE` 提供有这一类别的政策包", "bring the pack that has it with --pack FILE"),
            ),
            VerifyError::Reading(error) => at(
                error.said(),
                "/readings",
                text!("用 `--pack FILE` 提供生成草稿时的政策包", "bring the pack it was drawn up with, --pack FILE"),
            ),
            VerifyError::Answers(error) => Self::answers(file, "/answers", error),
        }
    }

    /// The complaint in one language, on one line, whatever line ends a file brought with it.
    pub fn said(&self, lang: Lang) -> String {
        let Self { message, place, help } = self;
        let read = |text: &Text| text.get(lang).to_owned();
        let (message, place, help) = (read(message), place.as_ref().map(read), help.as_deref().map(read));
        let said = match lang {
            Lang::Zh => {
                let place = place.map(|place| place + "：").unwrap_or_default();
                let help = help.map(|help| format!("；{help}")).unwrap_or_default();
                format!("{place}{message}{help}")
            }
            Lang::En => [Some(message), place, help].into_iter().flatten().collect::<Vec<_>>().join(", "),
        };
        said.replace(['\n', '\r', '\t'], " ")
    }
}

impl OurFile {
    fn named(self) -> Text {
        match self {
            Self::Answers => text!("答案文件", "a file of answers"),
            Self::Dossier => text!("补充内容文件", "a dossier"),
            Self::Draft => text!("草稿", "a draft"),
            Self::Pack => text!("政策包", "a policy pack"),
            Self::Session => text!("页面保存的草稿", "drafts as the page keeps them"),
        }
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
