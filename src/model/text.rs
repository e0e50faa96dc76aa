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

impl Text {
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

    /// Items joined as the language lists them.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(self.pick("、", ", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_the_way_of_each_language() {
        assert_eq!(Lang::Zh.money(Quantity::whole(30_000)), "3 万元");
        assert_eq!(Lang::Zh.money(Quantity::whole(5_000)), "0.5 万元");
        assert_eq!(Lang::En.money(Quantity::whole(1_234_567)), "CNY 1,234,567");
    }
}
