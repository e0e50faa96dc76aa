//! What a programme is found by: the places it lies in, and its words as a search compares them.

use crate::model::text::half_width;
use crate::model::{Lang, Text};
use crate::ui::i18n::start_words;

/// A place and those around it, each with the names of all around it: only so two districts of one name are two.
pub fn place_names(path: &[Text], lang: Lang) -> Vec<String> {
    let names: Vec<&str> = path.iter().map(|name| name.get(lang)).collect();
    if names.is_empty() {
        return vec![start_words(lang).nationwide().to_owned()];
    }
    (1..=names.len()).filter_map(|count| Some(names.get(..count)?.join(" · "))).collect()
}

/// Case and width folded, as a search compares: what an input method writes wide is the same letter. Case is
/// that of English letters: the tables of all others would come before the first question.
pub fn folded(text: &str) -> String {
    text.chars().map(half_width).map(|c| c.to_ascii_lowercase()).collect()
}
