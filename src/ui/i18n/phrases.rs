//! Sentences with something filled in.

use super::words;
use crate::model::kind::ValueError;
use crate::model::quantity::QuantityError;
use crate::model::{Amount, Kind, Lang, Quantity, Unit};
use crate::pack::Track;
use crate::report::measured;

/// Why a typed text is no answer, and how to mend it.
pub fn value_error(error: &ValueError, kind: Kind, unit: Option<&Unit>, lang: Lang) -> String {
    let grouped = |quantity: Quantity| measured(kind, unit, quantity, lang);
    match (error, lang) {
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::Zh) => match kind {
            Kind::Count => "请填写整数，只用数字，如 12".to_owned(),
            Kind::Money => "请填写以万元计的金额，只用数字，如 120".to_owned(),
            _ => "请填写数字，如 12 或 12.5".to_owned(),
        },
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::En) => match kind {
            Kind::Count => "Enter a whole number in digits, such as 12".to_owned(),
            Kind::Money => "Enter the sum in units of 10,000 yuan, in digits, such as 120".to_owned(),
            _ => "Enter a number in digits, such as 12 or 12.5".to_owned(),
        },
        (ValueError::Quantity(QuantityError::TooManyDecimals), _) if kind == Kind::Money => {
            lang.pick("最多保留八位小数", "Use at most eight decimals").to_owned()
        }
        (ValueError::Quantity(QuantityError::TooManyDecimals), Lang::Zh) => "最多保留四位小数".to_owned(),
        (ValueError::Quantity(QuantityError::TooManyDecimals), Lang::En) => "Use at most four decimals".to_owned(),
        (ValueError::Quantity(QuantityError::TooLarge), Lang::Zh) => "数字过大，请核对".to_owned(),
        (ValueError::Quantity(QuantityError::TooLarge), Lang::En) => {
            "The number is too large; please check it".to_owned()
        }
        (ValueError::NotWhole, Lang::Zh) => "请填写整数".to_owned(),
        (ValueError::NotWhole, Lang::En) => "Enter a whole number".to_owned(),
        (ValueError::Below(least), Lang::Zh) => format!("不能小于 {}", grouped(*least)),
        (ValueError::Below(least), Lang::En) => format!("It cannot be less than {}", grouped(*least)),
        (ValueError::Above(most), Lang::Zh) => format!("不能大于 {}，请核对", grouped(*most)),
        (ValueError::Above(most), Lang::En) => format!("It cannot be more than {}; please check", grouped(*most)),
        (ValueError::NoSuchOption(_) | ValueError::RepeatedOption(_), Lang::Zh) => "请从列出的选项中选择".to_owned(),
        (ValueError::NoSuchOption(_) | ValueError::RepeatedOption(_), Lang::En) => "Choose from the options".to_owned(),
        (ValueError::Date, Lang::Zh) => "请填写日期，如 2026-11-21".to_owned(),
        (ValueError::Date, Lang::En) => "Enter a day such as 2026-11-21".to_owned(),
        (ValueError::ControlCharacter, Lang::Zh) => "含有不可见的控制字符，请重新输入".to_owned(),
        (ValueError::ControlCharacter, Lang::En) => {
            "It holds an invisible control character; please type it again".to_owned()
        }
    }
}

/// A word and what it is said of, as one text: `怎样得出：发明专利授权数量`.
pub fn named(word: &str, title: &str, lang: Lang) -> String {
    format!("{word}{}{title}", words(lang).colon())
}

/// The first title, and how many there are in all.
pub fn first_of(titles: &[String], lang: Lang) -> String {
    match (titles, lang) {
        ([], _) => lang.pick("未选项目的草稿", "Draft without a programme").to_owned(),
        ([only], _) => only.clone(),
        ([first, ..], Lang::Zh) => format!("{first}等 {} 项", titles.len()),
        ([first, rest @ ..], Lang::En) => format!("{first} and {} more", rest.len()),
    }
}

/// How many questions there are; no minutes are promised that nobody measured.
pub fn how_long(questions: usize, topics: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("共 {topics} 个主题、至多 {questions} 个问题，已不影响结论的可以跳过。可随时离开，下次接着填。")
        }
        Lang::En => format!(
            "At most {questions} questions in {topics} topics; those that no longer matter may be skipped. Leave at any time and go on later."
        ),
    }
}

pub fn missing_count(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有 {count} 个问题会影响结论"),
        Lang::En if count == 1 => "1 question still matters".to_owned(),
        Lang::En => format!("{count} questions still matter"),
    }
}

/// What the track works out, in numbers of what is there; empty where it works out nothing.
pub fn what_you_get(track: &Track, lang: Lang) -> String {
    let measures = track.support.as_ref().map_or(0, |support| support.measures.len());
    let parts = [
        (track.conditions.len(), lang.pick("项条件的逐条对照", "conditions, one by one")),
        (track.indicators.len(), lang.pick("项指标或任务的自评", "indicators or tasks")),
        (measures, lang.pick("项支持的测算", "measures of support")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let parts = parts.collect::<Vec<_>>().join(lang.pick("、", "; "));
    match lang {
        _ if parts.is_empty() => String::new(),
        Lang::Zh => format!("包括 {parts}；每一项都注明条款，并说明理由。"),
        Lang::En => format!("It covers {parts}. Each names its clause and gives its reasons."),
    }
}

/// `市司法局（3 项）`.
pub fn counted(title: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title}（{count} 项）"),
        Lang::En => format!("{title} ({count})"),
    }
}

pub fn shown_of(shown: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("列出 {shown} 项，共 {all} 项"),
        Lang::En => format!("{shown} of {all} listed"),
    }
}

/// What all readings together allow; empty where they agree.
pub fn span(verdicts: &[&str], total: Option<Amount>, lang: Lang) -> String {
    let total = total.filter(|total| !total.is_settled()).map(|total| match lang {
        Lang::Zh => format!("各种读法下，合计 {}。", lang.range(total)),
        Lang::En => format!("Over all readings the total is {}.", lang.range(total)),
    });
    let verdicts = (verdicts.len() > 1).then(|| match lang {
        Lang::Zh => format!("不同读法下，结论可能是：{}。", lang.list(verdicts)),
        Lang::En => format!("The readings lead to different results: {}.", lang.list(verdicts)),
    });
    let parts: Vec<String> = verdicts.into_iter().chain(total).collect();
    parts.join(lang.pick("", " "))
}

/// Which engine this is.
pub fn version(lang: Lang) -> String {
    let engine = crate::engine::assess::ENGINE;
    match lang {
        Lang::Zh => format!("知测 {engine} 版，全部计算在本机完成"),
        Lang::En => format!("Zhice {engine}; everything is worked out on this device"),
    }
}
