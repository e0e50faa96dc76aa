//! Where lines end: nothing is lost, and no number is parted from its unit.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zhice::draft::run::{CLOSERS, WIDEST, letters, runs};
use zhice::model::{Amount, Date, Lang, Quantity, Unit};
use zhice::pack::builtin;

use super::hold::hold;

#[test]
fn runs_together_are_the_text_and_none_is_too_wide() {
    let texts = prop_oneof!["\\PC{0,40}", "[0-9A-Za-z ,.:%/–〔〕（）CNY第年月日万元项件\\-]{0,60}"];
    hold(2_000, texts, |text| {
        let all = runs(&text);
        let joined: String = all.iter().map(|run| run.text).collect();
        prop_assert_eq!(&joined, &text);
        prop_assert!(all.iter().all(|run| !run.text.is_empty()));
        prop_assert!(all.windows(2).all(|pair| pair[0].is_whole || pair[1].is_whole));
        for whole in all.iter().filter(|run| run.is_whole) {
            let number = whole.text.trim_end_matches(|c| CLOSERS.contains(c));
            prop_assert!(letters(number) <= WIDEST, "{}", number);
        }
        Ok(())
    });
}

/// A number with its unit, up to the first space in that.
fn measured(number: i64, unit: &Unit, lang: Lang) -> String {
    let text = lang.measured(Quantity::whole(number), Some(unit));
    text.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// What a report or a dossier says with digits in it.
fn figures() -> impl Strategy<Value = String> {
    let number = || 0_i64..1_000_000_000;
    let lang = || select(vec![Lang::Zh, Lang::En]);
    let day =
        (2000_u16..2040, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap());
    let units = builtin::all().into_iter().flat_map(|pack| pack.file.facts).filter_map(|fact| fact.unit);
    let units = select(units.collect::<Vec<_>>());
    let measured = (number(), units, lang()).prop_map(|(number, unit, lang)| measured(number, &unit, lang));
    let sum = (number(), number(), lang()).prop_map(|(low, more, lang)| {
        let wan = |count: i64| Quantity::whole(count / 10_000 * 10_000);
        lang.range(Amount::between(wan(low), wan(low + more)))
    });
    let percent = (0_i64..100_000, any::<bool>())
        .prop_map(|(count, apart)| format!("{}.{:02}{}%", count / 100, count % 100, if apart { " " } else { "" }));
    prop_oneof![
        measured,
        sum,
        percent,
        (day.clone(), lang()).prop_map(|(day, lang)| day.in_prose(lang)),
        day.prop_map(|day| day.to_string()),
        "0[0-9]{2,3}-[1-9][0-9]{6,7}",
        "\\+86 1[0-9]{2} [0-9]{4} [0-9]{4}",
        "400-[0-9]{3}-[0-9]{4}",
        "[0-9]{8}[0-9A-Z]{9}[0-9X]",
        "[国淄烟浙][知政办发字]{1,3}〔20[0-9]{2}〕[1-9][0-9]{0,2}号",
        "[1-9] of [1-9][0-9]",
    ]
}

#[test]
fn a_number_and_its_unit_are_in_one_run_wherever_they_stand() {
    let words =
        || select(vec!["", "要求不少于 ", "（", "which brings ", "已达到 ", "每年", "：", "needed: at least ", "a; "]);
    let ends = || select(vec!["", "，", "。", "）", "；要求", "; needed", ", which", " 以上"]);
    hold(3_000, vec((words(), figures(), ends()), 1..4), |sentences| {
        let lines: Vec<String> =
            sentences.iter().map(|(before, figure, after)| format!("{before}{figure}{after}")).collect();
        let text = lines.join("\n");
        let wholes: Vec<&str> = runs(&text).into_iter().filter(|run| run.is_whole).map(|run| run.text).collect();
        for (_, figure, _) in &sentences {
            prop_assert!(wholes.iter().any(|whole| whole.contains(figure)), "{} in {:?}", figure, wholes);
        }
        Ok(())
    });
}
