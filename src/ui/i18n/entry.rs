//! Sentences about what was entered: what was seen in it, and how to mend it.

use super::phrases;
use crate::draft::field;
use crate::model::kind::ValueError;
use crate::model::typed::TypedError;
use crate::model::{AsOf, Date, FileKind, Kind, Lang, Unit};
use crate::pack::Fact;

/// Why a typed text is no answer, and how to mend it.
pub fn typed_error(error: &TypedError, fact: &Fact, lang: Lang) -> String {
    typed_error_of(error, fact.kind, fact.unit.as_ref(), lang)
}

/// The same of any text for a value of this kind and unit.
pub fn typed_error_of(error: &TypedError, kind: Kind, unit: Option<&Unit>, lang: Lang) -> String {
    match (error, lang) {
        (TypedError::Value(error), _) => phrases::value_error(error, kind, unit, lang),
        (TypedError::Several(first, second), Lang::Zh) => {
            format!("这里不止一个数：“{first}”和“{second}”。请只保留一个")
        }
        (TypedError::Several(first, second), Lang::En) => {
            format!("There is more than one number here: “{first}” and “{second}”. Keep one of them")
        }
        (TypedError::Separators(seen), Lang::Zh) => {
            format!("“{seen}”中的逗号或点有歧义。逗号只用作千位分隔，每三位一个，如 1,200；小数点用“.”，如 1200.5")
        }
        (TypedError::Separators(seen), Lang::En) => format!(
            "The commas or points in “{seen}” can be read in more than one way. Use a comma only between thousands, as in 1,200, and a point before decimals, as in 1200.5"
        ),
        (TypedError::Behind { word, means: Some(means) }, _) => {
            let means = if kind == Kind::Money { means.to_wan() } else { means.to_string() };
            in_place_of(word, &means, counted(kind, unit, lang).as_deref(), lang)
        }
        (TypedError::Behind { word, means: None }, _) => {
            let mend = phrases::value_error(&ValueError::WrongType(kind), kind, unit, lang);
            out_of_place(word, counted(kind, unit, lang).as_deref(), &mend, lang)
        }
        (TypedError::TooLong { by, limit }, _) => too_long(*by, *limit, lang),
    }
}

/// In what a number is counted.
fn counted(kind: Kind, unit: Option<&Unit>, lang: Lang) -> Option<String> {
    match (kind, lang) {
        (Kind::Money, _) => Some(lang.pick("这里以万元计", "This is counted in units of 10,000 yuan").to_owned()),
        (Kind::Percent, _) => Some(lang.pick("这里填百分数", "This is a percentage").to_owned()),
        (_, Lang::Zh) => unit.map(|unit| format!("这里以{}计", unit.zh)),
        (_, Lang::En) => unit.map(|unit| format!("This is counted in {}", unit.en)),
    }
}

/// A number with another unit behind it, and what it is in the one that is asked for.
pub fn in_place_of(word: &str, means: &str, counted: Option<&str>, lang: Lang) -> String {
    match (counted, lang) {
        (Some(counted), Lang::Zh) => format!("{counted}，不用“{word}”，请写 {means}"),
        (None, Lang::Zh) => format!("不用“{word}”，请写 {means}"),
        (Some(counted), Lang::En) => format!("{counted}: write {means}, without “{word}”"),
        (None, Lang::En) => format!("Write {means}, without “{word}”"),
    }
}

/// A word behind a number that does not belong there.
pub fn out_of_place(word: &str, counted: Option<&str>, mend: &str, lang: Lang) -> String {
    match (counted, lang) {
        (Some(counted), Lang::Zh) => format!("{counted}，“{word}”不能用。{mend}"),
        (None, Lang::Zh) => format!("“{word}”不能用。{mend}"),
        (Some(counted), Lang::En) => format!("{counted}, and “{word}” does not belong here. {mend}"),
        (None, Lang::En) => format!("“{word}” does not belong here. {mend}"),
    }
}

/// How many characters a text may still have, from the last tenth on; beyond that, by how many it is too long.
pub fn room(length: usize, limit: usize, lang: Lang) -> Option<String> {
    match (limit.checked_sub(length), lang) {
        (None, _) => Some(too_long(length - limit, limit, lang)),
        (Some(left), _) if left * 10 > limit => None,
        (Some(left), Lang::Zh) => Some(format!("还可以写 {left} 字")),
        (Some(left), Lang::En) => Some(format!("{left} characters left")),
    }
}

pub fn too_long(by: usize, limit: usize, lang: Lang) -> String {
    let kept = lang.pick("；已填写的内容全部保留", ". All that was entered is kept");
    format!("{}{kept}", field::too_long(by, limit, lang))
}

/// Characters that cannot be seen were left out of what was typed or pasted.
pub const fn cleaned(lang: Lang) -> &'static str {
    lang.pick(
        "粘贴的内容带有看不见的字符，已略去；文字都在，个别表情符号和异体字的样子可能不同。",
        "Invisible characters came with what was pasted and were left out; every letter is there, a few emoji and variants of characters may look different.",
    )
}

/// Said above what is wrong on a page.
pub const fn may_go_on(lang: Lang) -> &'static str {
    lang.pick(
        "可以现在修改，也可以再按一次先往下走：填写的内容都会保留，未能识别的数字和日期不作为回答。",
        "Mend it now, or press once more to go on: all that was entered is kept, and numbers and days that cannot be read do not count as answers.",
    )
}

/// A file that is none of those that can be opened.
pub fn wrong_kind(kind: FileKind, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("文件不能读取：{}。{}。", kind.what(lang), kind.help(lang)),
        Lang::En => format!("The file cannot be read: it is {}. What to do: {}.", kind.what(lang), kind.help(lang)),
    }
}

/// The days of the week from Monday, in short and in full.
pub const fn weekdays(lang: Lang) -> [(&'static str, &'static str); 7] {
    lang.pick(
        [
            ("一", "星期一"),
            ("二", "星期二"),
            ("三", "星期三"),
            ("四", "星期四"),
            ("五", "星期五"),
            ("六", "星期六"),
            ("日", "星期日"),
        ],
        [
            ("Mon", "Monday"),
            ("Tue", "Tuesday"),
            ("Wed", "Wednesday"),
            ("Thu", "Thursday"),
            ("Fri", "Friday"),
            ("Sat", "Saturday"),
            ("Sun", "Sunday"),
        ],
    )
}

/// A day of a calendar, as it is read out: `2026年11月25日 星期三`.
pub fn day_of_week(day: Date, lang: Lang) -> String {
    let (_, name) = weekdays(lang).get(usize::from(day.weekday())).copied().unwrap_or_default();
    match lang {
        Lang::Zh => format!("{} {name}", day.in_prose(lang)),
        Lang::En => format!("{name}, {}", day.in_prose(lang)),
    }
}

/// The name of a button that turns the pages of a calendar.
pub const fn turn(months: i32, lang: Lang) -> &'static str {
    match months {
        ..=-12 => lang.pick("上一年", "Previous year"),
        -11..=0 => lang.pick("上一月", "Previous month"),
        1..=11 => lang.pick("下一月", "Next month"),
        _ => lang.pick("下一年", "Next year"),
    }
}

pub const fn today(lang: Lang) -> &'static str {
    lang.pick("今天（北京时间）", "Today (Beijing time)")
}

pub const fn close(lang: Lang) -> &'static str {
    lang.pick("关闭", "Close")
}

pub const fn no_day(lang: Lang) -> &'static str {
    lang.pick("请填写日期，如 2026-11-21 或 2026年11月21日", "Enter a day such as 2026-11-21")
}

/// A draft is gone on with on a later day than it is worked out for.
pub fn later_day(as_of: AsOf, today: AsOf, lang: Lang) -> String {
    let (then, now) = (as_of.in_prose(lang), today.in_prose(lang));
    match lang {
        Lang::Zh => format!("这份草稿按 {then} 测算，今天（北京时间）是 {now}。"),
        Lang::En => format!("This draft is worked out as of {then}; today is {now} (Beijing time)."),
    }
}

pub const fn take_today(lang: Lang) -> &'static str {
    lang.pick("改按今天测算", "Work it out as of today")
}
