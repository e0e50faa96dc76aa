//! Sentences of the first page.

use super::start_words;
use crate::model::{AsOf, Lang};
use crate::ui::unfetched::Unfetched;

/// `已选 2 项`.
pub fn picked(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => lang.pick("还没有选择", "Nothing chosen yet").to_owned(),
        (count, Lang::Zh) => format!("已选 {count} 项"),
        (1, Lang::En) => "1 chosen".to_owned(),
        (count, Lang::En) => format!("{count} chosen"),
    }
}

/// `找到 300 个项目，现列出 20 个`.
pub fn found(count: usize, shown: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if shown < count => format!("找到 {count} 个项目，现列出 {shown} 个"),
        Lang::Zh => format!("找到 {count} 个项目"),
        Lang::En if shown < count => format!("{count} programmes found, {shown} of them listed"),
        Lang::En if count == 1 => "1 programme found".to_owned(),
        Lang::En => format!("{count} programmes found"),
    }
}

pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("再列出 {count} 个"),
        Lang::En => format!("List {count} more"),
    }
}

/// How far a draft is; it does not say how far it could be, because that depends on the answers.
pub fn draft_state(answered: usize, as_of: AsOf, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已填 {answered} 个问题 · 测算日期 {as_of}"),
        Lang::En if answered == 1 => format!("1 question answered · as of {as_of}"),
        Lang::En => format!("{answered} questions answered · as of {as_of}"),
    }
}

/// Why a file that a person chose cannot be read.
pub fn unopened(why: &Unfetched, lang: Lang) -> String {
    let failed = start_words(lang).bring_failed();
    match (why, lang) {
        (Unfetched::TooLarge(limit), Lang::Zh) => {
            format!("{failed}大于 {} KiB，草稿没有这么大。请核对选的是不是从这里下载的草稿（JSON）。", limit / 1024)
        }
        (Unfetched::TooLarge(limit), Lang::En) => format!(
            "{failed}it is larger than {} KiB, and no draft is. See whether it is a draft (JSON) that was downloaded here.",
            limit / 1024
        ),
        (why, _) => format!("{failed}{}", super::packs::unfetched(why).get(lang)),
    }
}

pub fn copy_of(title: &str, lang: Lang) -> String {
    format!("{title}{}", lang.pick("（副本）", " (copy)"))
}
