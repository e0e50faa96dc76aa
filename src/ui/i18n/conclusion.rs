//! Sentences on the page of the conclusion.

use crate::model::{Amount, Date, Lang, Quantity};

/// A word in full, where several stand alike: `怎样得出：发明专利授权数量`.
pub fn named(word: &str, title: &str, lang: Lang) -> String {
    format!("{word}{}{title}", lang.pick("：", ": "))
}

/// A measure that does not count beside another.
pub fn left_out(what: &str, amount: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不计入：{what} {amount}，{why}"),
        Lang::En => format!("not counted: {what}, {amount}: {why}"),
    }
}

/// What is certain, added up, and what may come to it.
pub fn sums(certain: &[Quantity], total: Amount, lang: Lang) -> Vec<String> {
    let terms: Vec<String> = certain.iter().map(|one| lang.money(*one)).collect();
    let added = match terms.len() {
        0 => None,
        1 => Some(lang.money(total.low)),
        _ => Some(format!("{} = {}", terms.join(" + "), lang.money(total.low))),
    };
    let added = added.map(|sum| match (total.is_settled(), lang) {
        (true, Lang::Zh) => format!("合计：{sum}"),
        (false, Lang::Zh) => format!("已确定：{sum}"),
        (true, Lang::En) => format!("together: {sum}"),
        (false, Lang::En) => format!("certain: {sum}"),
    });
    let open = match (total.high.map(|high| high.minus(total.low)), lang) {
        (Some(more), _) if !more.is_positive() => None,
        (Some(more), Lang::Zh) => Some(format!("尚未确定：最多再加 {}", lang.money(more))),
        (Some(more), Lang::En) => Some(format!("still open: at most {} more", lang.money(more))),
        (None, Lang::Zh) => Some("尚未确定：上限取决于尚未填写的数量".to_owned()),
        (None, Lang::En) => Some("still open: the ceiling depends on numbers not entered yet".to_owned()),
    };
    added.into_iter().chain(open).collect()
}

/// What a set grows by.
pub fn added(what: &str, lang: Lang) -> String {
    format!("{}{what}", lang.pick("加上", "add "))
}

/// How many more there are behind a fold.
pub fn others(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其他做法（{count} 种）"),
        Lang::En => format!("Other ways ({count})"),
    }
}

/// The rest of a list, folded away.
pub fn the_rest(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其余 {count} 项"),
        Lang::En => format!("{count} more"),
    }
}

/// Readings of which none moves the result.
pub fn no_reading_matters(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("原文有 {count} 处可以有不同读法，都不影响本次结果。"),
        Lang::En if count == 1 => {
            "One passage can be read in more than one way; this result does not depend on it.".to_owned()
        }
        Lang::En => {
            format!("{count} passages can be read in more than one way; this result does not depend on any of them.")
        }
    }
}

/// The day a step is due; one that lies before the day of assessment is said to be past.
pub fn due(day: Date, as_of: Date, lang: Lang) -> String {
    let date = day.in_prose(lang);
    match (day < as_of, lang) {
        (false, _) => date,
        (true, Lang::Zh) => format!("{date}（测算日前已过）"),
        (true, Lang::En) => format!("{date} (past on the day of assessment)"),
    }
}

/// What is still open, before the first page of questions is opened.
pub fn begin_with(topic: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("从“{topic}”开始填写"),
        Lang::En => format!("Begin with “{topic}”"),
    }
}
