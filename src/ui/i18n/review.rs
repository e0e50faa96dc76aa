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
