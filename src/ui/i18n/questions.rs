//! What the pages of questions say with something filled in.

use super::words;
use crate::model::{Kind, Lang, Quantity};
use crate::pack::Fact;
use crate::ui::topic::Progress;

/// How a sum that is typed in 万元 reads.
pub fn in_yuan(sum: Quantity, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("即 {} 元", sum.grouped()),
        Lang::En => format!("That is CNY {}", sum.grouped()),
    }
}

/// The bounds of a number, where the programme sets both.
pub fn range(fact: &Fact, lang: Lang) -> Option<String> {
    let (least, most) = fact.domain().floor().zip(fact.max)?;
    let sign = if fact.kind == Kind::Percent { "%" } else { "" };
    Some(match lang {
        Lang::Zh => format!("可填 {}{sign} 至 {}{sign}", least.grouped(), most.grouped()),
        Lang::En => format!("From {}{sign} to {}{sign}", least.grouped(), most.grouped()),
    })
}

/// The name of a button that counts one up or down.
pub fn step(up: bool, label: &str, lang: Lang) -> String {
    match (up, lang) {
        (true, Lang::Zh) => format!("增加 1：{label}"),
        (false, Lang::Zh) => format!("减少 1：{label}"),
        (true, Lang::En) => format!("One more: {label}"),
        (false, Lang::En) => format!("One fewer: {label}"),
    }
}

pub fn what_is(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("什么是“{word}”？"),
        Lang::En => format!("What does “{word}” mean?"),
    }
}

/// Before the signs of a conclusion.
pub fn signs(conclusion: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("判断“{conclusion}”，先看以下各项："),
        Lang::En => format!("Before “{conclusion}”, look at these:"),
    }
}

/// What other answers come to, as an answer to confirm.
pub fn proposed(value: &str, differs: bool, lang: Lang) -> String {
    match (differs, lang) {
        (false, Lang::Zh) => format!("按已填写的情况，可答“{value}”。核对后由您确认。"),
        (false, Lang::En) => {
            format!("What you have entered comes to “{value}”. Check it; the answer is yours to confirm.")
        }
        (true, Lang::Zh) => format!("按已填写的情况，可答“{value}”，与您的回答不同。以您的回答为准。"),
        (true, Lang::En) => {
            format!("What you have entered comes to “{value}”, which is not your answer. Your answer counts.")
        }
    }
}

/// The button that takes a proposal for the answer.
pub fn take_proposal(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("确认“{value}”"),
        Lang::En => format!("Confirm “{value}”"),
    }
}

/// How many of a list are ticked.
pub fn ticked(held: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已选 {held} / {all} 项"),
        Lang::En => format!("{held} of {all} chosen"),
    }
}

/// Questions of a topic that another programme has asked already.
pub fn asked_before(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("本主题另有 {count} 个问题已在前面的项目中问过，这里不再重复。"),
        Lang::En if count == 1 => "1 more question of this topic was asked before, for another programme.".to_owned(),
        Lang::En => format!("{count} more questions of this topic were asked before, for another programme."),
    }
}

pub fn idle(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其余 {count} 个问题已不影响目前的结论"),
        Lang::En if count == 1 => "1 more question no longer changes the result".to_owned(),
        Lang::En => format!("{count} more questions no longer change the result"),
    }
}

pub fn unused(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已填写、目前不采用（{count}）"),
        Lang::En => format!("Filled in, not used at present ({count})"),
    }
}

/// Why an answer is not used: the answer to what decides whether it is asked.
pub fn because(label: &str, value: Option<&str>, lang: Lang) -> String {
    match (value, lang) {
        (Some(value), Lang::Zh) => format!("因为“{label}”填的是“{value}”"),
        (None, Lang::Zh) => format!("因为“{label}”还没有确定"),
        (Some(value), Lang::En) => format!("because “{label}” is “{value}”"),
        (None, Lang::En) => format!("because “{label}” is not settled yet"),
    }
}

/// `第 2 页，共 6 页 · 本页共 5 题，已答 3 题`.
pub fn page_of(number: usize, pages: usize, of_page: Progress, lang: Lang) -> String {
    let answered = progress(of_page, lang);
    match lang {
        Lang::Zh => format!("第 {number} 页，共 {pages} 页 · 本页{answered}"),
        Lang::En => format!("Page {number} of {pages} · {answered}"),
    }
}

/// How far a page is answered. What is not clear yet is dealt with, and said to be open.
pub fn progress(of: Progress, lang: Lang) -> String {
    let Progress { settled, unsure, all } = of;
    let unclear = any_unclear(of, lang);
    match lang {
        _ if all == 0 => lang.pick("无需填写", "nothing to answer").to_owned(),
        Lang::Zh if unsure == 0 => format!("共 {all} 题，已答 {settled} 题"),
        Lang::Zh => format!("共 {all} 题，已答 {settled} 题，其中 {unclear}"),
        Lang::En if unsure == 0 => format!("{settled} of {all} answered"),
        Lang::En => format!("{settled} of {all} answered, {unclear}"),
    }
}

/// The same in a list, where what is not clear stands by itself.
pub fn settled(of: Progress, lang: Lang) -> String {
    if of.all > 0 && of.is_settled() {
        words(lang).settled().to_owned()
    } else {
        progress(Progress { unsure: 0, ..of }, lang)
    }
}

/// How many are not clear yet; empty where none is.
pub fn any_unclear(of: Progress, lang: Lang) -> String {
    if of.unsure == 0 { String::new() } else { unclear(of.unsure, lang) }
}

pub fn unclear(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 项暂不清楚"),
        Lang::En => format!("{count} not sure yet"),
    }
}
