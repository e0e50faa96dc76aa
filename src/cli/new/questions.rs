//! What `zhice new` asks, and in what form it takes an answer.

use crate::model::text::text;
use crate::model::typed::{self, MoneyUnit};
use crate::model::{Date, Domain, Kind, Lang, Quantity, Text, Value};
use crate::pack::track::{Applicant, TrackKind};
use crate::report;

/// One question.
pub struct Question {
    /// The key of the answer in a file.
    pub key: &'static str,
    asks: [&'static str; 2],
    expects: Expects,
    /// Asked only where there may be support: on an application or a claim.
    pub of_support: bool,
}

#[derive(Clone, Copy)]
enum Expects {
    Text,
    /// Nothing is an answer too.
    TextOrNothing,
    DayOrNothing,
    Yuan,
    Kind,
    Applicant,
    Limit,
}

const fn question(key: &'static str, asks: [&'static str; 2], expects: Expects) -> Question {
    Question { key, asks, expects, of_support: false }
}

const fn of_support(key: &'static str, asks: [&'static str; 2], expects: Expects) -> Question {
    Question { of_support: true, ..question(key, asks, expects) }
}

pub const QUESTIONS: [Question; 20] = [
    question("issuer_zh", ["发文单位（中文）", "Who issued the document, in Chinese"], Expects::Text),
    question("issuer_en", ["发文单位（英文）", "Who issued the document, in English"], Expects::Text),
    question("title_zh", ["政策事项名称（中文）", "Title of the programme, in Chinese"], Expects::Text),
    question("title_en", ["政策事项名称（英文）", "Title of the programme, in English"], Expects::Text),
    question("document_zh", ["文件标题（中文）", "Title of the document, in Chinese"], Expects::Text),
    question("document_en", ["文件标题（英文）", "Title of the document, in English"], Expects::Text),
    question("number", ["文号；没有的留空", "Number of the document; nothing if it has none"], Expects::TextOrNothing),
    question(
        "in_force",
        [
            "施行日期，如 2026-01-01；征求意见稿留空",
            "Day in force, such as 2026-01-01; nothing for a draft on consultation",
        ],
        Expects::DayOrNothing,
    ),
    question(
        "in_force_cite",
        ["哪一条写明施行或依据，如 第一条", "The clause on its being in force, such as 第一条"],
        Expects::Text,
    ),
    question("kind", ["用来做什么", "What it is for"], Expects::Kind),
    question("applicant", ["由谁申报或填报", "Who applies or reports"], Expects::Applicant),
    question(
        "condition_zh",
        ["第一个条件（中文），如 在本市登记", "The first condition in Chinese, such as 在本市登记"],
        Expects::Text,
    ),
    question(
        "condition_en",
        [
            "第一个条件（英文），如 Registered in the city",
            "The first condition in English, such as Registered in the city",
        ],
        Expects::Text,
    ),
    question(
        "condition_cite",
        ["条件出自哪一条，如 第三条", "The clause of the condition, such as 第三条"],
        Expects::Text,
    ),
    of_support(
        "measure_zh",
        ["第一项支持（中文），如 落户奖励", "The first measure in Chinese, such as 落户奖励"],
        Expects::Text,
    ),
    of_support(
        "measure_en",
        ["第一项支持（英文），如 Grant for moving in", "The first measure in English, such as Grant for moving in"],
        Expects::Text,
    ),
    of_support(
        "measure_cite",
        ["支持出自哪一条，如 第四条", "The clause of the measure, such as 第四条"],
        Expects::Text,
    ),
    of_support("measure_yuan", ["金额，单位元，如 20000", "The amount in yuan, such as 20000"], Expects::Yuan),
    of_support(
        "measure_limit",
        ["金额是上限还是定额", "Whether the amount is a ceiling or the sum itself"],
        Expects::Limit,
    ),
    question("version", ["政策包版本；留空为 1.0.0", "Version of the pack; 1.0.0 if nothing"], Expects::TextOrNothing),
];

/// A sum, in yuan where it does not say 万元.
fn yuan(text: &str) -> Option<Quantity> {
    let domain = Domain::<&str> { kind: Kind::Money, min: None, max: None, options: &[] };
    match typed::sum(text, &domain, MoneyUnit::Yuan) {
        Ok(Some(Value::Number(yuan))) => Some(yuan),
        _ => None,
    }
}

impl Question {
    /// As it is put to a person, with what may be answered where that is a choice.
    pub fn prompt(&self, lang: Lang) -> String {
        let [zh, en] = self.asks;
        let options = self.options(lang).into_iter().map(|(id, word)| format!("\n  {id}  {word}"));
        format!("{}{}", lang.pick(zh, en), options.collect::<String>())
    }

    /// The answer as it goes into the pack, or why it cannot stand.
    pub fn read(&self, text: &str) -> Result<String, Text> {
        let text = text.trim();
        match self.expects {
            Expects::TextOrNothing | Expects::DayOrNothing if text.is_empty() => Ok(String::new()),
            _ if text.is_empty() => Err(text!("这一项不能留空", "this needs an answer")),
            Expects::Text | Expects::TextOrNothing => Ok(text.to_owned()),
            Expects::DayOrNothing => match Date::read(text) {
                Ok(day) => Ok(day.to_string()),
                Err(_) => Err(text!("请写成日期，如 2026-01-01", "write a day such as 2026-01-01")),
            },
            Expects::Yuan => match yuan(text) {
                Some(yuan) if yuan > Quantity::ZERO => Ok(yuan.to_string()),
                _ => Err(text!("请写大于零的数字，如 20000", "write a number above zero, such as 20000")),
            },
            Expects::Kind | Expects::Applicant | Expects::Limit => {
                let options = self.options(Lang::Zh);
                let is_meant = |(id, word): &&(String, String)| [id.as_str(), word, name(word)].contains(&text);
                if let Some((id, _)) = options.iter().find(is_meant) {
                    return Ok(id.clone());
                }
                let zh = Lang::Zh.ids(&options.iter().map(|(_, word)| name(word)).collect::<Vec<_>>());
                let en = Lang::En.ids(&options.iter().map(|(id, _)| id).collect::<Vec<_>>());
                Err(text!("请写其中之一：{zh}", "write one of {en}"))
            }
        }
    }

    /// What may be answered, each with its word; nothing where it is not a choice.
    fn options(&self, lang: Lang) -> Vec<(String, String)> {
        let of = |id: &str, word: &str| (id.to_owned(), word.to_owned());
        match self.expects {
            Expects::Kind => TrackKind::ALL.iter().map(|kind| of(&id(kind), kind_word(*kind, lang))).collect(),
            Expects::Applicant => {
                Applicant::ALL.iter().map(|kind| of(&id(kind), report::applicant(*kind, lang))).collect()
            }
            Expects::Limit => vec![
                of("at_most", lang.pick("上限（不超过）", "a ceiling (at most)")),
                of("exact", lang.pick("定额", "the sum itself")),
            ],
            _ => Vec::new(),
        }
    }
}

/// The word of an option without what explains it.
fn name(word: &str) -> &str {
    word.split(['：', '（']).next().unwrap_or(word)
}

/// As it stands in a pack.
fn id(kind: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

const fn kind_word(kind: TrackKind, lang: Lang) -> &'static str {
    match kind {
        TrackKind::Application => {
            lang.pick("申报：由主管部门认定或给予支持", "an application that the authority decides")
        }
        TrackKind::Claim => lang.pick("申领：符合条件即可兑付", "a claim that is due once its conditions are shown"),
        TrackKind::SelfEvaluation => lang.pick("自评", "a self-evaluation"),
        TrackKind::Check => lang.pick("核对：方案或数字是否合规", "a check of a plan or a figure against the rules"),
    }
}
