//! Text in both languages, and how quantities are written in it.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::quantity::Quantity;

/// A language the whole product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Zh,
    En,
}

/// The same words in Chinese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Text {
    pub zh: String,
    pub en: String,
}

/// What a number counts, as it follows the number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub zh: String,
    /// After any number but one: `patents`.
    pub en: String,
    /// After one: `patent`; left out where it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en_one: Option<String>,
}

impl Unit {
    pub fn after(&self, number: Quantity, lang: Lang) -> &str {
        let one = self.en_one.as_deref().filter(|_| number == Quantity::whole(1));
        lang.pick(self.zh.as_str(), one.unwrap_or(&self.en))
    }

    /// The unit by itself, as it stands beside an empty field.
    pub fn many(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// A text that is filled in once with what stands around it, both sentences side by side:
/// `text!("没有编号 {id}", "no id {id}")`.
macro_rules! text {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::model::Text { zh: format!($zh), en: format!($en) }
    };
}
pub(crate) use text;

impl Text {
    /// What one function says in each language.
    pub fn each(say: impl Fn(Lang) -> String) -> Self {
        Self { zh: say(Lang::Zh), en: say(Lang::En) }
    }

    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Lang {
    pub const fn pick<T: Copy>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    #[must_use]
    pub const fn other(self) -> Self {
        self.pick(Self::En, Self::Zh)
    }

    /// Yuan as the language writes it: `3 万元`, `CNY 30,000`.
    pub fn money(self, yuan: Quantity) -> String {
        match (self, yuan.in_wan()) {
            (Self::Zh, Some(wan)) => format!("{} 万元", wan.grouped()),
            (Self::Zh, None) => format!("{} 元", yuan.grouped()),
            (Self::En, _) => format!("CNY {}", yuan.grouped()),
        }
    }

    /// A range of yuan; one figure where it is settled.
    pub fn range(self, amount: Amount) -> String {
        let low = self.money(amount.low);
        match (amount.high, self) {
            (Some(high), _) if high == amount.low => low,
            (Some(high), Self::Zh) => match (amount.low.in_wan(), high.in_wan()) {
                (Some(low), Some(high)) => format!("{}–{} 万元", low.grouped(), high.grouped()),
                _ => format!("{low}至 {}", self.money(high)),
            },
            (Some(high), Self::En) => format!("CNY {}–{}", amount.low.grouped(), high.grouped()),
            (None, _) if !amount.low.is_positive() => self.pick("上限未定", "no upper limit yet").to_owned(),
            (None, Self::Zh) => format!("{low}以上，上限未定"),
            (None, Self::En) => format!("{low} or more, no upper limit yet"),
        }
    }

    /// A number with its unit: `128 件`, `128 patents`; a sign like `%` stands close.
    pub fn measured(self, number: Quantity, unit: Option<&Unit>) -> String {
        match unit.map(|unit| unit.after(number, self)) {
            None | Some("") => number.grouped(),
            Some("%") => format!("{}%", number.grouped()),
            Some(unit) => format!("{} {unit}", number.grouped()),
        }
    }

    /// Ids as the language lists them; among Chinese words each stands in backticks.
    pub fn ids<S: AsRef<str>>(self, ids: &[S]) -> String {
        let quoted = |id: &S| format!("`{}`", id.as_ref());
        match self {
            Self::Zh => self.list(&ids.iter().map(quoted).collect::<Vec<_>>()),
            Self::En => self.list(ids),
        }
    }

    /// Items joined as the language lists them.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(self.pick("、", ", "))
    }
}

/// Characters that leave no trace on the page: Unicode's formatting characters (`Cf`) and those it calls default
/// ignorable. They come with what is pasted, and would make two texts differ that look the same.
pub const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
            | '\u{8e2}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A character of full width as its half-width twin, and every dash as a hyphen.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A character of Chinese writing.
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Pieces of a Chinese sentence joined, with a blank wherever Han characters meet letters, figures or marks of code.
pub fn spaced(pieces: &[&str]) -> String {
    let mut joined = String::new();
    for piece in pieces {
        if let (Some(before), Some(after)) = (joined.chars().next_back(), piece.chars().next())
            && ((is_han(before) && after.is_ascii()) || (before.is_ascii() && is_han(after)))
        {
            joined.push(' ');
        }
        joined.push_str(piece);
    }
    joined
}

/// A text without its margins and without what cannot be seen, half width.
pub fn half_width_of(text: &str) -> String {
    let visible = text.chars().filter(|c| !is_ignorable(*c)).map(half_width);
    visible.collect::<String>().trim().to_owned()
}

/// By how many characters a text is longer than it should be.
pub fn excess(text: &str, limit: usize) -> Option<usize> {
    text.trim().chars().count().checked_sub(limit).filter(|by| *by > 0)
}

/// A text without the characters that leave no trace on the page. A control character becomes a blank: it may stand
/// between two numbers, as the line breaks of other programs do.
pub fn visible(text: &str) -> String {
    let shown = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c };
    text.replace("\r\n", "\n").chars().filter(|c| !is_ignorable(*c)).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_told_from_what_can() {
        for c in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{202e}', '\u{fe0f}', '\u{e0061}'] {
            assert!(is_ignorable(c), "{:04x}", u32::from(c));
        }
        for c in [' ', '\u{a0}', '\u{3000}', '\n', '-', '知', '\u{20000}', '﹣'] {
            assert!(!is_ignorable(c), "{:04x}", u32::from(c));
        }
    }

    #[test]
    fn full_width_is_folded_and_nothing_else() {
        assert_eq!(half_width_of("\u{3000}０５３３－２７７，ａ＠Ｂ．\u{200b}知—\u{ff5e}"), "0533-277,a@B.知-~");
    }

    #[test]
    fn a_blank_stands_between_han_characters_and_anything_else_but_marks() {
        assert_eq!(spaced(&["应为", "`元`", "，现为", "百分比", "、", "3", "项"]), "应为 `元`，现为百分比、3 项");
    }

    #[test]
    fn money_is_written_the_way_of_each_language() {
        assert_eq!(Lang::Zh.money(Quantity::whole(30_000)), "3 万元");
        assert_eq!(Lang::Zh.money(Quantity::whole(5_000)), "0.5 万元");
        assert_eq!(Lang::En.money(Quantity::whole(1_234_567)), "CNY 1,234,567");
    }
}
