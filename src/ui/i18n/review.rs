//! Sentences about a draft that was replayed.

use crate::model::Lang;

pub fn differs(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有 {count} 处与复算结果或原始填写不一致。"),
        Lang::En if count == 1 => "1 line is not what was entered or does not follow from it.".to_owned(),
        Lang::En => format!("{count} lines are not what was entered or do not follow from it."),
    }
}

/// The fold of the lines that only repeat another difference.
pub fn following(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("随之不同的其他位置（{count}）"),
        Lang::En => format!("Other places that differ with it ({count})"),
    }
}

pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 处未列出。"),
        Lang::En => format!("{count} more are not listed."),
    }
}

pub fn other_pack(then: &str, here: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这份草稿按政策包 {then} 版生成，现在用的是 {here} 版；以下按现在的版本复算。"),
        Lang::En => {
            format!("This draft was drawn up with pack version {then}; it is replayed here with version {here}.")
        }
    }
}

pub fn other_engine(then: &str, here: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这份草稿由测算程序 {then} 版生成，现在用的是 {here} 版。"),
        Lang::En => {
            format!("This draft was drawn up by engine version {then}; it is replayed here with version {here}.")
        }
    }
}

/// Only the words differ, as they may between two versions of the engine.
pub const fn reworded(lang: Lang) -> &'static str {
    lang.pick(
        "结果与复算一致，不同的只是表述。如需使用，请用现在的版本重新生成草稿。",
        "The results agree with the replay; only the wording differs. To use the draft, draw it up again with this version.",
    )
}

/// Which pack a column of the comparison stands for.
pub fn with_pack(column: &str, version: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{column}（政策包 {version}）"),
        Lang::En => format!("{column} (pack {version})"),
    }
}

pub fn pack_changed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("草稿完整，生成后没有改动；政策包已更新，按现在的版本有 {count} 处不同。"),
        Lang::En if count == 1 => {
            "The draft is whole and unchanged; the pack is another one now, and 1 line differs with it.".to_owned()
        }
        Lang::En => {
            format!("The draft is whole and unchanged; the pack is another one now, and {count} lines differ with it.")
        }
    }
}
