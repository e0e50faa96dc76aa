//! What a person typed or pasted into a field, read as one value.
//!
//! Nothing is made to fit by leaving a part of it out: `12<Tab>13` are two cells of a spreadsheet and no 1213. A number
//! is taken only if it is one number, grouped in threes if grouped at all, alone or with its own unit behind it.

use super::date::Date;
use super::figure::Figure;
use super::kind::{TEXT_LIMIT, ValueError};
use super::numeral;
use super::quantity::QuantityError;
use super::text::{excess, half_width_of};
use super::{Domain, Kind, Quantity, Unit, Value};

/// Why a typed text is no answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedError {
    /// One value, but none the fact may take; or none at all.
    Value(ValueError),
    /// More than one number: the first two.
    Several(String, String),
    /// Separators that leave open which number it is: `1,5`, `1.200,50`.
    Separators(String),
    /// A number in another unit than the one that is asked for, or with a word behind it that is none: `1.2万`, `50%`.
    Behind {
        word: String,
        /// The number in the unit that is asked for, where that is exact; a sum in yuan.
        means: Option<Quantity>,
    },
    /// So many characters more than a text should have. It is an answer all the same.
    TooLong { by: usize, limit: usize },
}

/// What a bare number stands for where a sum is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyUnit {
    Yuan,
    /// 万元.
    Wan,
}

/// Reads what was typed for a fact. `Ok(None)` is "not answered".
pub fn read<O: AsRef<str>>(
    text: &str,
    domain: &Domain<'_, O>,
    unit: Option<&Unit>,
) -> Result<Option<Value>, TypedError> {
    let read = |plain: &str| domain.read_text(plain).map_err(TypedError::Value);
    match domain.kind {
        Kind::Date => {
            Date::read(text).map(|day| Some(Value::Date(day))).map_err(|_| TypedError::Value(ValueError::Date))
        }
        Kind::Money => sum(text, domain, MoneyUnit::Wan),
        kind if kind.is_numeric() => {
            let own: Vec<&str> = match unit {
                Some(unit) => [Some(&unit.zh), Some(&unit.en), unit.en_one.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect(),
                None if kind == Kind::Percent => vec!["%"],
                None => Vec::new(),
            };
            let text = half_width_of(text);
            let of_hundred = text.strip_prefix("百分之").map(str::trim_start).filter(|_| kind == Kind::Percent);
            let number = of_hundred.or_else(|| without_unit(&text, &own)).unwrap_or(&text);
            let not_one = |error| behind(number, error, domain, own.first().unwrap_or(&""));
            one_number(number).and_then(|number| read(&number)).map_err(not_one)
        }
        _ => read(text),
    }
}

/// Whether a text is longer than it should be.
pub fn too_long(text: &str) -> Option<TypedError> {
    excess(text, TEXT_LIMIT).map(|by| TypedError::TooLong { by, limit: TEXT_LIMIT })
}

/// Reads a sum of money, where a bare number is in this unit.
pub fn sum<O: AsRef<str>>(text: &str, domain: &Domain<'_, O>, bare: MoneyUnit) -> Result<Option<Value>, TypedError> {
    let text = half_width_of(text);
    let yuan = yuan(&text, bare).map_err(|error| behind(&text, error, domain, "元"))?;
    domain.read_text(&yuan.to_string()).map_err(TypedError::Value)
}

/// A bare number is in the unit of the field, unless it says 元, or is a numeral with 万 or 亿 of its own: 三十万五千. On
/// a contract 整 says that nothing comes after the yuan.
fn yuan(text: &str, bare: MoneyUnit) -> Result<Quantity, TypedError> {
    let not = |error| TypedError::Value(ValueError::Quantity(error));
    let text = text.strip_suffix(['整', '正']).filter(|text| text.ends_with(['元', '圆'])).unwrap_or(text);
    let numeral = without_unit(text, &["元", "圆"]).unwrap_or(text);
    if let Some(sum) = numeral::read(numeral).filter(|_| numeral.contains(['万', '萬', '亿', '億'])) {
        return Ok(sum);
    }
    if let Some(number) = without_unit(text, &["万元", "万圆", "万"]) {
        return Quantity::from_wan(&one_number(number)?).map_err(not);
    }
    match (without_unit(text, &["元", "圆", "yuan"]), bare) {
        (Some(number), _) => one_number(number)?.parse().map_err(not),
        (None, MoneyUnit::Yuan) => one_number(text)?.parse().map_err(not),
        (None, MoneyUnit::Wan) => Quantity::from_wan(&one_number(text)?).map_err(not),
    }
}

/// Why a text is no number in this unit: where there is one with a word behind it, that word, and the number that is
/// meant.
fn behind<O: AsRef<str>>(text: &str, error: TypedError, domain: &Domain<'_, O>, unit: &str) -> TypedError {
    if error != TypedError::Value(ValueError::Quantity(QuantityError::NotANumber)) {
        return error;
    }
    let number = |text: &str| one_number(text).ok()?.parse().ok();
    let Some(figure) = Figure::split(text, number) else { return error };
    let means = figure.in_unit(domain.kind, unit).and_then(|means| domain.number(&means.to_string()).ok());
    TypedError::Behind { word: figure.behind.to_owned(), means }
}

/// The number before its unit.
fn without_unit<'t>(text: &'t str, units: &[&str]) -> Option<&'t str> {
    let before = |unit: &&str| {
        let (number, end) = text.split_at_checked(text.len().checked_sub(unit.len())?)?;
        (!unit.is_empty() && end.eq_ignore_ascii_case(unit)).then(|| number.trim_end())
    };
    units.iter().find_map(before)
}

/// One number as a plain decimal.
fn one_number(text: &str) -> Result<String, TypedError> {
    if let Some(number) = numeral::read(text) {
        return Ok(number.to_string());
    }
    // The key of the decimal point gives a full stop where a Chinese keyboard is on.
    let point =
        if text.contains('.') || text.matches('。').count() != 1 { text.to_owned() } else { text.replace('。', ".") };
    let (sign, unsigned) = point.strip_prefix('-').map_or(("", point.as_str()), |rest| ("-", rest));
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let is_plain = !unsigned.contains(',');
    if is_plain && !has_several(unsigned) {
        return Ok(point);
    }
    if is_grouped(whole) && decimals.is_none_or(is_digits) {
        return Ok(format!("{sign}{}", unsigned.replace(',', "")));
    }
    Err(doubtful(text))
}

/// Why digits and separators are not one number.
fn doubtful(text: &str) -> TypedError {
    let is_apart = |c: char| c.is_whitespace() || matches!(c, '、' | ';' | '/' | '|');
    let numbers = |apart: &dyn Fn(char) -> bool| {
        let numbers: Vec<String> = text
            .split(apart)
            .map(|part| part.trim_matches([',', '.', '。']))
            .filter(|part| part.starts_with(|c: char| c.is_ascii_digit() || c == '-'))
            .map(ToOwned::to_owned)
            .collect();
        numbers
    };
    let only_digits = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '。' | '-'));
    match numbers(&is_apart).as_slice() {
        [first, second, ..] => TypedError::Several(first.clone(), second.clone()),
        _ if only_digits => TypedError::Separators(text.to_owned()),
        _ => TypedError::Value(ValueError::Quantity(QuantityError::NotANumber)),
    }
}

/// Whether digits stand apart from each other, with something between them that is no decimal point.
fn has_several(unsigned: &str) -> bool {
    let groups = unsigned.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|group| !group.is_empty());
    groups.count() > 1 || unsigned.matches('.').count() > 1
}

/// `1,234,567`.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let leads = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    leads && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(kind: Kind, text: &str) -> Result<String, TypedError> {
        let unit = Unit { zh: "项".into(), en: "patents".into(), en_one: Some("patent".into()) };
        let domain = Domain::<&str> { kind, min: None, max: None, options: &[] };
        let unit = Some(&unit).filter(|_| matches!(kind, Kind::Count | Kind::Number));
        read(text, &domain, unit).map(|value| match value {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Date(day)) => day.to_string(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn one_number_is_taken_however_it_is_written() {
        for (kind, text, value) in [
            (Kind::Count, " 128\r\n", "128"),
            (Kind::Count, "１２８", "128"),
            (Kind::Count, "1,280", "1280"),
            (Kind::Count, "１，２８０", "1280"),
            (Kind::Count, "128项", "128"),
            (Kind::Count, "128 Patents", "128"),
            (Kind::Count, "1 patent", "1"),
            (Kind::Count, "一百二十八", "128"),
            (Kind::Count, "一百二十八 项", "128"),
            (Kind::Count, "12\u{200b}8", "128"),
            (Kind::Number, "1,200.50", "1200.5"),
            (Kind::Number, "12。5", "12.5"),
            (Kind::Number, "－3", "-3"),
            (Kind::Percent, "12.5％", "12.5"),
            (Kind::Percent, "百分之 12.5", "12.5"),
            (Kind::Percent, "百分之五十", "50"),
            (Kind::Money, "30万元", "300000"),
            (Kind::Money, "30万元整", "300000"),
            (Kind::Money, "叁拾万圆整", "300000"),
            (Kind::Money, "伍佰元正", "500"),
            (Kind::Money, "300000圆", "300000"),
            (Kind::Money, "三十万元", "300000"),
            (Kind::Money, "30", "300000"),
            (Kind::Money, "300000元", "300000"),
            (Kind::Money, "300，000 元", "300000"),
            (Kind::Money, "1200。5", "12005000"),
            (Kind::Money, "五百", "5000000"),
            (Kind::Money, "五百元", "500"),
            (Kind::Money, "三十万五千", "305000"),
            (Kind::Money, "叁拾萬伍仟元", "305000"),
            (Kind::Money, "三百二十万零五百", "3200500"),
            (Kind::Money, "一亿", "100000000"),
            (Kind::Money, "一亿五千万", "150000000"),
            (Kind::Money, "一亿五千万元", "150000000"),
        ] {
            assert_eq!(typed(kind, text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn two_numbers_are_not_joined() {
        for (text, first, second) in [
            ("12\t13", "12", "13"),
            ("12 13", "12", "13"),
            ("12\n13", "12", "13"),
            ("12\u{a0}13", "12", "13"),
            ("12、13", "12", "13"),
            ("1,200 800", "1,200", "800"),
            ("12, 345", "12", "345"),
            ("12/13", "12", "13"),
            ("1200\t800\t3", "1200", "800"),
        ] {
            for kind in [Kind::Count, Kind::Number, Kind::Money] {
                assert_eq!(typed(kind, text), Err(TypedError::Several(first.into(), second.into())), "{text:?}");
            }
        }
    }

    #[test]
    fn separators_in_doubt_are_refused() {
        for text in [
            "1,5",
            "1，2",
            "1200,5",
            "1.200,50",
            "1,2345",
            "0,500",
            "1,,200",
            "1,200,",
            ",200",
            "1.2.8",
            "1。2。8",
            "1.2。8",
        ] {
            for kind in [Kind::Count, Kind::Number, Kind::Money] {
                let seen = half_width_of(text);
                assert_eq!(typed(kind, text), Err(TypedError::Separators(seen)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_number_says_so() {
        for text in ["a12", "½", "12-8", "-", "", "1e3", "128。", "一百二", "万元"] {
            let error = typed(Kind::Count, text).unwrap_err();
            let expected = match text {
                "12-8" => TypedError::Separators(text.into()),
                _ => TypedError::Value(ValueError::Quantity(QuantityError::NotANumber)),
            };
            assert_eq!(error, expected, "{text}");
        }
    }

    #[test]
    fn a_number_in_another_unit_says_what_would_be_right() {
        for (kind, text, word, means) in [
            (Kind::Count, "12a", "a", None),
            (Kind::Count, "128件", "件", None),
            (Kind::Count, "50％", "%", None),
            (Kind::Count, "1.2 万项", "万", Some(12_000)),
            (Kind::Count, "9亿", "亿", None),
            (Kind::Percent, "五成", "成", Some(50)),
            (Kind::Money, "1.2亿", "亿", Some(120_000_000)),
            (Kind::Money, "30%", "%", None),
            (Kind::Money, "30万整", "万整", None),
            (Kind::Money, "1200元万", "元万", None),
            (Kind::Money, "1200万万", "万万", None),
        ] {
            let means = means.map(Quantity::whole);
            assert_eq!(typed(kind, text), Err(TypedError::Behind { word: word.into(), means }), "{text}");
        }
    }

    #[test]
    fn a_bare_sum_is_in_the_unit_of_its_column() {
        let domain = Domain::<&str> { kind: Kind::Money, min: None, max: None, options: &[] };
        for (text, yuan) in [("200000", 200_000), ("20 万元", 200_000), ("20万", 200_000), ("200,000元", 200_000)] {
            let read = sum(text, &domain, MoneyUnit::Yuan);
            assert_eq!(read, Ok(Some(Value::Number(Quantity::whole(yuan)))), "{text}");
        }
        let error = sum("2亿元整", &domain, MoneyUnit::Yuan);
        assert_eq!(error, Err(TypedError::Behind { word: "亿元整".into(), means: None }));
    }
}
