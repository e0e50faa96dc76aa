//! Sentences with something filled in.

use crate::engine::Standing;
use crate::model::kind::{TEXT_LIMIT, ValueError};
use crate::model::quantity::QuantityError;
use crate::model::{Kind, Lang};
use crate::pack::Fact;

/// Why a typed text is no answer, and how to mend it.
pub fn value_error(error: &ValueError, fact: &Fact, lang: Lang) -> String {
    let grouped = |quantity: crate::model::Quantity| lang.measured(quantity, fact.unit.as_ref());
    match (error, lang) {
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::Zh) => match fact.kind {
            Kind::Count => "请填写整数，只用数字，如 12".to_owned(),
            _ => "请填写数字，如 12 或 12.5".to_owned(),
        },
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::En) => match fact.kind {
            Kind::Count => "Enter a whole number in digits, such as 12".to_owned(),
            _ => "Enter a number in digits, such as 12 or 12.5".to_owned(),
        },
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
        (ValueError::TooLong, Lang::Zh) => format!("请控制在 {TEXT_LIMIT} 字以内"),
        (ValueError::TooLong, Lang::En) => format!("Keep it within {TEXT_LIMIT} characters"),
        (ValueError::ControlCharacter, Lang::Zh) => "含有不可见的控制字符，请重新输入".to_owned(),
        (ValueError::ControlCharacter, Lang::En) => {
            "It holds an invisible control character; please type it again".to_owned()
        }
    }
}

/// `5 个主题中的第 4 个`.
pub fn topic_of(number: usize, total: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{total} 个主题中的第 {number} 个"),
        Lang::En => format!("Topic {number} of {total}"),
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

/// The standing as a label beside a programme.
pub const fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::InForce => lang.pick("实施中", "in force"),
        Standing::NotYet => lang.pick("尚未实施", "not yet in force"),
        Standing::TrialEnded => lang.pick("试用期已满", "trial ended"),
        Standing::PeriodEnded => lang.pick("实施期已满", "period ended"),
        Standing::Superseded => lang.pick("已被替代", "superseded"),
    }
}

/// Which engine this is.
pub fn version(lang: Lang) -> String {
    let engine = crate::engine::assess::ENGINE;
    match lang {
        Lang::Zh => format!("知测 {engine} 版，全部计算在本机完成"),
        Lang::En => format!("Zhice {engine}; everything is worked out on this device"),
    }
}
