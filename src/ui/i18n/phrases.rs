//! Sentences with something filled in.

use crate::engine::Standing;
use crate::engine::say::number_text;
use crate::model::kind::{TEXT_LIMIT, ValueError};
use crate::model::quantity::QuantityError;
use crate::model::{Amount, Kind, Lang};
use crate::pack::programme::Dates;
use crate::pack::{Fact, Track};
use crate::ui::session::Loss;

/// Why a typed text is no answer, and how to mend it.
pub fn value_error(error: &ValueError, fact: &Fact, lang: Lang) -> String {
    let grouped = |quantity: crate::model::Quantity| number_text(fact, quantity, lang);
    match (error, lang) {
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::Zh) => match fact.kind {
            Kind::Count => "请填写整数，只用数字，如 12".to_owned(),
            Kind::Money => "请填写以万元计的金额，只用数字，如 120".to_owned(),
            _ => "请填写数字，如 12 或 12.5".to_owned(),
        },
        (ValueError::Quantity(QuantityError::NotANumber) | ValueError::WrongType(_), Lang::En) => match fact.kind {
            Kind::Count => "Enter a whole number in digits, such as 12".to_owned(),
            Kind::Money => "Enter the sum in units of 10,000 yuan, in digits, such as 120".to_owned(),
            _ => "Enter a number in digits, such as 12 or 12.5".to_owned(),
        },
        (ValueError::Quantity(QuantityError::TooManyDecimals), _) if fact.kind == Kind::Money => {
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
        (ValueError::TooLong, Lang::Zh) => format!("请控制在 {TEXT_LIMIT} 字以内"),
        (ValueError::TooLong, Lang::En) => format!("Keep it within {TEXT_LIMIT} characters"),
        (ValueError::ControlCharacter, Lang::Zh) => "含有不可见的控制字符，请重新输入".to_owned(),
        (ValueError::ControlCharacter, Lang::En) => {
            "It holds an invisible control character; please type it again".to_owned()
        }
    }
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

/// What was just taken away, beside the way to get it back.
pub const fn lost(loss: Loss, lang: Lang) -> &'static str {
    match loss {
        Loss::Everything => lang.pick("本机数据已清除。", "The data on this device was cleared."),
        Loss::Filing => lang.pick("草稿已删除。", "The draft was deleted."),
        Loss::Entry => lang.pick("已从这份草稿中移除。", "It was removed from this draft."),
        Loss::SetAside => lang.pick("另存的内容已删除。", "What was set aside was deleted."),
        Loss::Trial => lang.pick("试算的改动没有保留。", "What was tried out was not kept."),
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

/// `30–35 万元`; from where it starts, when there is no upper end yet and something is certain.
pub fn range_in_short(total: Amount, lang: Lang) -> String {
    match (total.high, lang) {
        (None, Lang::Zh) if total.low.is_positive() => format!("{}起", lang.money(total.low)),
        (None, Lang::En) if total.low.is_positive() => format!("{} or more", lang.money(total.low)),
        _ => lang.range(total),
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
        Lang::Zh => format!("包括{parts}；每一项都注明条款，并说明理由。"),
        Lang::En => format!("It covers {parts}. Each names its clause and gives its reasons."),
    }
}

/// `已达到 3，未达到 2`: the counts of a group, beside its heading.
pub fn tally(counts: &[(usize, &str)], lang: Lang) -> String {
    let count = |(count, word): &(usize, &str)| match lang {
        Lang::Zh => format!("{word} {count}"),
        Lang::En => format!("{count} {word}"),
    };
    counts.iter().map(count).collect::<Vec<_>>().join(lang.pick("，", ", "))
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

/// From when to when a document holds, as far as it says.
pub fn period(dates: &Dates, lang: Lang) -> String {
    let start = dates.in_force.in_prose(lang);
    let day = |day: crate::model::Date| day.in_prose(lang);
    match (dates.trial_until.map(day), dates.period_until.map(day), lang) {
        (Some(last), _, Lang::Zh) => format!("{start}至{last}试行"),
        (Some(last), _, Lang::En) => format!("on trial from {start} to {last}"),
        (_, Some(last), Lang::Zh) => format!("{start}至{last}"),
        (_, Some(last), Lang::En) => format!("from {start} to {last}"),
        (None, None, Lang::Zh) => format!("{start}起"),
        (None, None, Lang::En) => format!("since {start}"),
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
