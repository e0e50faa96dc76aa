//! The sentences beside the pictures.

use crate::model::Lang;

/// How many conditions there are, before the counts of where they stand.
pub fn conditions(all: usize, lang: Lang) -> String {
    match (all, lang) {
        (all, Lang::Zh) => format!("{all} 项条件："),
        (1, Lang::En) => "1 condition. ".to_owned(),
        (all, Lang::En) => format!("{all} conditions. "),
    }
}

/// `初步符合 5`: the conditions of one standing.
pub fn standing(word: &str, count: usize, lang: Lang) -> String {
    format!("{word}{}{count}", lang.pick(" ", ": "))
}

/// Between two of them.
pub const fn between(lang: Lang) -> &'static str {
    lang.pick("，", "; ")
}
