//! Sentences about drafts that are made into one.

use crate::draft::words;
use crate::model::Lang;
use crate::ui::i18n::{autosave, entry};
use crate::ui::review::Refusal;
use crate::ui::roll_up::Unfit;

/// Whether a file is merged, or why not.
pub fn fit(unfit: Option<&Unfit>, lang: Lang) -> String {
    match unfit {
        None => lang.pick("复核通过", "replayed, whole").to_owned(),
        Some(Unfit::Refused(Refusal::Draft(error))) => words::verify_error(error, lang),
        Some(Unfit::Refused(Refusal::Session(unread))) => autosave::not_brought(unread, lang),
        Some(Unfit::Refused(Refusal::Kind(kind))) => entry::wrong_kind(*kind, lang),
        Some(Unfit::Session) => lang
            .pick("这是本机数据的备份，不是草稿，没有汇总", "a copy of the data of a device, no draft; not merged")
            .to_owned(),
        Some(Unfit::Changed) => lang
            .pick(
                "生成后有改动，没有汇总；单独打开可以看到改动在哪里",
                "changed since it was drawn up, so not merged; open it alone to see where",
            )
            .to_owned(),
        Some(Unfit::OtherTrack) => lang
            .pick("与第一份草稿不是同一事项，没有汇总", "not of the track of the first draft, so not merged")
            .to_owned(),
    }
}

pub fn conflicts(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "各份填写没有不同".to_owned(),
        (0, Lang::En) => "The drafts do not differ".to_owned(),
        (count, Lang::Zh) => format!("各份填写不同，需要您决定（{count}）"),
        (1, Lang::En) => "The drafts differ in 1 place: you decide".to_owned(),
        (count, Lang::En) => format!("The drafts differ in {count} places: you decide"),
    }
}

pub fn from_one(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只有一份填写、已采用（{count}）"),
        Lang::En => format!("Said by one draft alone, and taken over ({count})"),
    }
}

pub fn left(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "都已决定，可以汇总。".to_owned(),
        (0, Lang::En) => "All is decided.".to_owned(),
        (count, Lang::Zh) => format!("还有 {count} 处没有决定。"),
        (1, Lang::En) => "1 place is still undecided.".to_owned(),
        (count, Lang::En) => format!("{count} places are still undecided."),
    }
}

/// The name of the one draft.
pub fn name(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("汇总：{title}"),
        Lang::En => format!("Merged: {title}"),
    }
}
