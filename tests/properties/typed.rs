//! Round trip of typed numbers: what is taken reads back the same, and two numbers are never made one.

use proptest::prelude::*;
use zhice::model::typed::{self, TypedError};
use zhice::model::{Domain, Kind, Quantity, Unit, Value};

use super::hold::hold;

const KINDS: [Kind; 4] = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];

fn read(kind: Kind, text: &str) -> Result<Option<Value>, TypedError> {
    let unit = Unit { zh: "项".into(), en: "items".into(), en_one: Some("item".into()) };
    let domain = Domain::<&str> { kind, min: None, max: None, options: &[] };
    typed::read(text, &domain, Some(&unit).filter(|_| matches!(kind, Kind::Count | Kind::Number)))
}

/// As the field shows an answer.
fn shown(kind: Kind, value: Quantity) -> String {
    if kind == Kind::Money { value.to_wan() } else { value.to_string() }
}

/// Anything like a number: digits, separators, units, numerals, blanks.
fn scrap() -> impl Strategy<Value = String> {
    "[-－]?[0-9０-９,，.。 \t\n\u{200b}、/]{0,9}[一二两三十百千万亿零]{0,5}(项|items|万元|元|%)?"
}

#[test]
fn what_is_taken_reads_back_the_same() {
    hold(4_000, scrap(), |text| {
        for kind in KINDS {
            if let Ok(Some(Value::Number(value))) = read(kind, &text) {
                prop_assert_eq!(read(kind, &shown(kind, value)), Ok(Some(Value::Number(value))), "{:?} {}", kind, text);
                if kind != Kind::Money {
                    prop_assert_eq!(
                        read(kind, &value.grouped()),
                        Ok(Some(Value::Number(value))),
                        "{:?} {}",
                        kind,
                        text
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn every_digit_that_is_seen_is_in_the_number() {
    hold(4_000, "[0-9,，. \t\n、/]{1,10}", |text| {
        if let Ok(Some(Value::Number(value))) = read(Kind::Number, &text) {
            let digits = |text: &str| text.replace(|c: char| !c.is_ascii_digit(), "");
            let (typed, taken) = (digits(&text), digits(&value.to_string()));
            // Noughts before the number and after its decimals say nothing.
            let trimmed = typed.trim_start_matches('0');
            prop_assert!(trimmed.starts_with(taken.trim_start_matches('0')), "{} is {}", text, value);
            prop_assert!(!text.trim().contains(char::is_whitespace), "{} is {}", text, value);
        }
        Ok(())
    });
}

#[test]
fn two_numbers_are_never_one() {
    let number =
        || prop_oneof![(0..=99_999_i64).prop_map(|n| n.to_string()), "[1-9][0-9]{0,2}\\.[0-9]{1,2}", "[1-9],[0-9]{3}"];
    let between = prop::sample::select(vec![
        " ", "\t", "\n", "\r\n", "、", "；", ";", "/", " , ", "， ", "\u{a0}", "\u{3000}", "项 ", "和", " 到 ",
    ]);
    hold(4_000, (number(), between, number()), |(left, between, right)| {
        let text = format!("{left}{between}{right}");
        for kind in KINDS {
            prop_assert!(read(kind, &text).is_err(), "{:?} takes {:?}", kind, text);
        }
        Ok(())
    });
}

#[test]
fn a_comma_that_parts_no_thousands_is_refused() {
    hold(2_000, ("[0-9]{1,5}", prop::sample::select(vec![",", "，"]), "[0-9]{1,5}"), |(left, comma, right)| {
        let is_grouped = right.len() == 3 && left.len() <= 3 && !left.starts_with('0');
        let text = format!("{left}{comma}{right}");
        let plain: Quantity = format!("{left}{right}").parse().unwrap();
        let expected = is_grouped.then_some(Value::Number(plain));
        prop_assert_eq!(read(Kind::Number, &text).ok().flatten(), expected, "{}", text);
        Ok(())
    });
}
