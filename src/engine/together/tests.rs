//! Programmes of plain sums, so that one sees at a glance what is taken.

use serde_json::{Value, json};

use super::*;
use crate::model::Answers;
use crate::pack::{Choices, Pack};

/// A measure: what it comes to, and what it is not received with.
type Measure = (&'static str, Value, Value);

const OTHER: [&str; 12] = ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12"];

/// A programme with these measures on its one track, of which a plan is asked.
fn programme(id: &str, measures: &[Measure], rule: &Value) -> Pack {
    let mut file: Value = serde_json::from_str(include_str!("../../../tests/packs/good/minimal.json")).unwrap();
    let words = json!({ "zh": "奖励", "en": "a grant" });
    let measure = |(id, amount, not_with): &Measure| {
        let mut not_with = not_with.clone();
        for one in not_with.as_array_mut().unwrap() {
            one["says"] = words.clone();
            one["cite"] = json!("第一条");
        }
        json!({
            "id": id, "title": words, "form": "money", "limit": "exact", "requires": [], "when": { "is": "plan" },
            "amount": amount, "not_with": not_with, "cite": "第一条",
        })
    };
    file["id"] = json!(id);
    file["tracks"][0]["support"] = json!({
        "measures": measures.iter().map(measure).collect::<Vec<Value>>(),
        "cumulation": { "rule": { "always": rule }, "cite": "第一条" },
    });
    Pack::load(&file.to_string()).unwrap().pack
}

/// Two programmes of which each measure of the first is not received beside that of the same place in the second.
fn in_pairs(sums: &[(Value, Value)]) -> [Pack; 2] {
    const ONE: [&str; 12] = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12"];
    let one = sums.iter().zip(ONE).zip(OTHER);
    let one: Vec<Measure> = one
        .map(|(((sum, _), id), other)| (id, sum.clone(), json!([{ "programme": "other", "measure": other }])))
        .collect();
    let other: Vec<Measure> = sums.iter().zip(OTHER).map(|((_, sum), id)| (id, sum.clone(), json!([]))).collect();
    [programme("one", &one, &json!("add")), programme("other", &other, &json!("add"))]
}

/// What programmes come to together for somebody with a plan.
fn of(packs: &[Pack]) -> Together {
    let (day, choices) = ("2025-08-01".parse().unwrap(), Choices::default());
    let answers: Vec<Answers> = packs.iter().map(|pack| pack.take_answers(&json!({ "plan": true })).unwrap()).collect();
    let on = |(pack, answers)| Case::on(day, Pack::track(pack, "apply").unwrap(), answers, &choices);
    together(&packs.iter().zip(&answers).map(on).collect::<Vec<Case<'_>>>())
}

fn taken(together: &Together) -> Vec<&str> {
    together.chosen.iter().map(|taken| taken.place.measure.as_str()).collect()
}

fn fixed(yuan: i64) -> Value {
    json!({ "fixed": yuan })
}

fn between(low: i64, high: i64) -> Value {
    json!({ "between": { "low": low, "high": high } })
}

#[test]
fn the_one_with_more_is_taken_and_of_equal_ones_that_which_can_still_bring_more_or_the_first() {
    for (one, other, expected, better) in [
        (fixed(20), fixed(10), "a1", Better::One),
        (fixed(10), fixed(20), "b1", Better::Other),
        (fixed(10), fixed(10), "a1", Better::Same),
        (fixed(10), between(10, 20), "b1", Better::Unknown),
        (between(10, 20), fixed(20), "b1", Better::Unknown),
        (between(20, 30), between(10, 19), "a1", Better::One),
    ] {
        let found = of(&in_pairs(&[(one.clone(), other.clone())]));
        assert_eq!((taken(&found), found.exclusions[0].better), (vec![expected], better), "{one} beside {other}");
        assert_eq!(found.settled, better != Better::Unknown, "{one} beside {other}");
    }
}

#[test]
fn two_programmes_that_exclude_each_other_are_said_once() {
    let one = programme("one", &[("a", fixed(30), json!([{ "programme": "other", "measure": "b" }]))], &json!("add"));
    let other = programme("other", &[("b", fixed(20), json!([{ "programme": "one" }]))], &json!("add"));
    let found = of(&[one, other]);
    assert_eq!(found.exclusions.len(), 1);
    assert_eq!((found.total, taken(&found)), (Amount::exactly(Quantity::whole(30)), vec!["a"]));
}

#[test]
fn an_exclusion_names_a_programme_or_a_track_or_a_measure_of_it() {
    for (not_with, expected) in [
        (json!({ "programme": "other" }), &["other b", "other c"] as &[&str]),
        (json!({ "programme": "other", "track": "apply" }), &["other b", "other c"]),
        (json!({ "programme": "other", "track": "elsewhere" }), &[]),
        (json!({ "programme": "other", "measure": "c" }), &["other c"]),
        (json!({}), &[]),
    ] {
        let others = || vec![("b", fixed(20), json!([])), ("c", fixed(10), json!([]))];
        let programmes = [("one", vec![("a", fixed(30), json!([not_with]))]), ("other", others()), ("third", others())];
        let found = of(&programmes.map(|(id, measures)| programme(id, &measures, &json!("add"))));
        let excluded = found.exclusions.iter().map(|one| format!("{} {}", one.other.programme, one.other.measure));
        assert_eq!(excluded.collect::<Vec<String>>(), expected, "{not_with}");
    }
}

#[test]
fn what_a_programme_leaves_open_by_itself_is_not_settled() {
    let with = |rule: &Value| {
        let measures = [
            ("a", fixed(30), json!([])),
            ("c", between(20, 40), json!([])),
            ("d", fixed(60), json!([{ "programme": "other" }])),
        ];
        of(&[programme("one", &measures, rule), programme("other", &[("b", fixed(10), json!([]))], &json!("add"))])
    };
    let open = with(&json!({ "largest_of_each": [["a", "c"]] }));
    assert_eq!(open.exclusions[0].better, Better::One);
    assert!(!open.settled, "of two that are received as one the other can still bring more");
    assert!(with(&json!("add")).settled);
}

#[test]
fn beyond_all_the_ways_that_are_gone_through_the_surer_of_two_is_taken() {
    let sums: Vec<(Value, Value)> = (0..6).flat_map(|_| [(fixed(10), fixed(20)), (fixed(20), fixed(10))]).collect();
    let found = of(&in_pairs(&sums));
    let up_to = |low, high| Amount::between(Quantity::whole(low), Quantity::whole(high));
    assert_eq!(found.total, up_to(240, 360), "whether more can be reached is left open");
    let first = &found.exclusions[0];
    assert_eq!([first.with_one, first.with_other], [up_to(230, 340), up_to(240, 350)]);
    assert_eq!(found.chosen.len(), 12);
    assert!(found.chosen.iter().all(|taken| taken.amount == Amount::exactly(Quantity::whole(20))));
}

#[test]
fn one_measure_beside_many_small_ones_leaves_few_ways() {
    let one = programme("one", &[("a", fixed(50), json!([{ "programme": "other" }]))], &json!("add"));
    let small: Vec<Measure> = OTHER.iter().map(|id| (*id, fixed(10), json!([]))).collect();
    let found = of(&[one, programme("other", &small, &json!("add"))]);
    assert_eq!((found.total, taken(&found)), (Amount::exactly(Quantity::whole(120)), OTHER.to_vec()));
}
