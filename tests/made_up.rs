//! The made-up programmes, which use every word for amounts: what they come to, worked out by hand.

#![expect(clippy::expect_used, reason = "a test that cannot read its files has nothing to go on with")]

use serde_json::{Value, json};
use zhice::engine::assess::Assessment;
use zhice::engine::{Standing, assess};
use zhice::model::{Amount, Quantity, Truth};
use zhice::pack::{Choices, Pack};

const DISTRICT: &str = include_str!("packs/good/made-up-district.json");
const ZONE: &str = include_str!("packs/good/made-up-zone.json");
const GRANTS: &str = include_str!("packs/good/made-up-grants.json");

fn assessed(pack: &str, day: &str, answers: &Value) -> Assessment {
    let pack = Pack::load(pack).expect("a pack").pack;
    let answers = pack.take_answers(answers).expect("answers");
    let track = pack.track(&pack.file.tracks.first().expect("a track").id).expect("a track");
    assess(track, &answers, day.parse().expect("a day"), &Choices::default())
}

fn amount(assessment: &Assessment, id: &str) -> Amount {
    let measures = assessment.support.iter().flat_map(|support| &support.measures);
    measures.filter(|measure| measure.id == id).map(|measure| measure.amount).next().expect("a measure")
}

fn total(assessment: &Assessment) -> Amount {
    assessment.support.as_ref().expect("support").total
}

fn yuan(amount: &str) -> Amount {
    Amount::exactly(amount.parse().expect("a sum"))
}

#[track_caller]
fn comes_to(assessment: &Assessment, sums: &[(&str, &str)]) {
    for (id, sum) in sums {
        assert_eq!(amount(assessment, id), yuan(sum), "{id}");
    }
}

fn agency() -> Value {
    json!({
        "org.registered_on": "2023-01-01", "org.ip_income": 7_000_000, "org.income": 10_000_000,
        "org.ip_income_before": 5_000_000, "rent.paid": 500_000, "rent.area": 600, "loan.principal": 1_000_000,
        "loan.rate": 4, "loan.months": 7, "loan.interest_paid": 20_000, "patent.granted": 60,
        "madrid.certificates": 1, "madrid.countries": 25, "investment.spent": 8_000_000,
        "investment.part": "first", "investment.reviewed": true, "staff.count": 37, "org.excellent": true,
        "support.received": 2_400_000,
    })
}

fn with(answers: &Value, changes: &Value) -> Value {
    let all = [answers, changes].into_iter().filter_map(Value::as_object).flatten();
    Value::Object(all.map(|(fact, value)| (fact.clone(), value.clone())).collect())
}

#[test]
fn each_measure_of_the_district_is_worked_out_and_all_stay_under_what_was_received() {
    let assessment = assessed(DISTRICT, "2025-08-01", &agency());
    comes_to(
        &assessment,
        &[
            ("rent", "180000"),
            ("interest", "17500"),
            ("patents", "60000"),
            ("madrid", "20000"),
            ("growth", "50000"),
            ("investment", "500000"),
            ("training", "9000"),
            ("honour", "0"),
        ],
    );
    assert_eq!(total(&assessment), yuan("600000"));
    let honour = assessment.support.expect("support").measures.into_iter().find(|one| one.id == "honour");
    assert_eq!(honour.map(|one| one.truth), Some(Truth::Met), "what is no sum is there all the same");
}

#[test]
fn figures_are_those_of_the_day() {
    let on = |day: &str| assessed(DISTRICT, day, &agency());
    // A rate of 3.1% for seven months of twelve, to the fourth decimal.
    comes_to(&on("2025-02-01"), &[("interest", "18083.3333")]);
    comes_to(&on("2027-02-01"), &[("training", "6000")]);
    let young = with(&agency(), &json!({ "org.registered_on": "2025-01-02" }));
    assert_eq!(total(&assessed(DISTRICT, "2026-01-01", &young)), Amount::ZERO, "a day short of a full year");
    assert!(total(&assessed(DISTRICT, "2026-01-02", &young)).low.is_positive());
}

#[test]
fn a_ceiling_may_be_a_fact_and_a_sum_smaller_after_a_review_that_failed() {
    let changed = |changes: &Value| assessed(DISTRICT, "2025-08-01", &with(&agency(), changes));
    comes_to(&changed(&json!({ "loan.interest_paid": 9_000 })), &[("interest", "9000")]);
    comes_to(&changed(&json!({ "investment.reviewed": false })), &[("investment", "250000")]);
    comes_to(&changed(&json!({ "investment.part": "third" })), &[("investment", "450000")]);
    comes_to(&changed(&json!({ "madrid.certificates": 2 })), &[("madrid", "25000")]);
    comes_to(&changed(&json!({ "patent.granted": 10 })), &[("patents", "5000")]);
}

#[test]
fn a_share_below_the_line_closes_its_measures_alone() {
    let assessment = assessed(DISTRICT, "2025-08-01", &with(&agency(), &json!({ "org.income": 20_000_000 })));
    comes_to(&assessment, &[("rent", "0"), ("patents", "0"), ("growth", "0"), ("interest", "17500")]);
}

#[test]
fn growth_from_nothing_is_left_to_the_authority() {
    let assessment = assessed(DISTRICT, "2025-08-01", &with(&agency(), &json!({ "org.ip_income_before": 0 })));
    assert_eq!(amount(&assessment, "growth"), Amount::between(Quantity::ZERO, Quantity::whole(100_000)));
    assert_eq!(assessment.missing, [""; 0], "no answer is missing");
}

#[test]
fn before_an_answer_nothing_bounds_a_share_but_its_ceiling() {
    let open = assessed(DISTRICT, "2025-08-01", &json!({ "org.registered_on": "2023-01-01" }));
    assert_eq!(amount(&open, "rent"), Amount::between(Quantity::ZERO, Quantity::whole(180_000)), "500 m² at CNY 360");
    assert_eq!(amount(&open, "madrid"), Amount::at_least(Quantity::ZERO));
    assert_eq!(total(&open).high, Some(Quantity::whole(3_000_000)));
}

#[test]
fn support_of_the_zone_falls_and_stays_under_what_the_agency_brought() {
    let answers = json!({
        "zone.office": true, "zone.bad_faith": false, "zone.moved_in": "2024-06-01", "zone.recognition": "renewed",
        "zone.guarantee_fee": 100_000, "zone.income": 12_600_000, "zone.contribution": 150_000,
    });
    let assessment = assessed(ZONE, "2025-08-01", &answers);
    comes_to(
        &assessment,
        &[("premises", "80000"), ("recognition", "50000"), ("guarantee", "50000"), ("income", "40000")],
    );
    assert_eq!(total(&assessment), yuan("150000"));
    assert_eq!(assessment.standing, Standing::Consultation);
    for (day, sum) in [("2024-06-01", "120000"), ("2025-05-31", "120000"), ("2026-06-01", "40000"), ("2027-06-01", "0")]
    {
        comes_to(&assessed(ZONE, day, &answers), &[("premises", sum)]);
    }
}

#[test]
fn support_remains_where_a_gate_of_other_measures_is_closed() {
    let answers = json!({ "zone.office": true, "zone.bad_faith": true });
    let assessment = assessed(ZONE, "2025-08-01", &answers);
    let met = assessment.support.iter().flat_map(|support| &support.measures);
    let met: Vec<&str> = met.filter(|one| one.truth == Truth::Met).map(|one| one.id.as_str()).collect();
    assert_eq!(met, ["database", "first-place"]);
    assert_eq!(total(&assessment), Amount::ZERO);
}

#[test]
fn grants_have_ceilings_per_mark_a_floor_and_the_fees_as_a_limit() {
    let answers = |changes: &Value| {
        let all = json!({
            "body.local": true, "body.bad_faith": false, "mark.geographical": 1, "mark.well_known": 7,
            "mark.abroad": 2, "mark.fees": 10_000, "mark.users": 80, "mark.producers": 100, "mark.other_grants": 0,
        });
        assessed(GRANTS, "2025-08-01", &with(&all, changes))
    };
    let assessment = answers(&json!({}));
    comes_to(&assessment, &[("registered", "1100000"), ("abroad", "6000"), ("sign", "50000")]);
    assert_eq!(total(&assessment), yuan("1056000"));
    comes_to(&answers(&json!({ "mark.other_grants": 8_000 })), &[("abroad", "2000")]);
    comes_to(&answers(&json!({ "mark.abroad": 1, "mark.fees": 600 })), &[("abroad", "500")]);
    comes_to(&answers(&json!({ "mark.abroad": 1, "mark.fees": 400 })), &[("abroad", "400")]);
    comes_to(&answers(&json!({ "mark.users": 79 })), &[("sign", "0")]);
}
