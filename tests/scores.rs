//! Scores: a public national standard and a made-up rating, worked out by hand.

#![expect(clippy::expect_used, reason = "a test that cannot read its files has nothing to go on with")]

use serde_json::{Value, json};
use zhice::engine::assess::Assessment;
use zhice::engine::reach::{Goal, reach};
use zhice::engine::score::ScoreFinding;
use zhice::engine::together::{Better, together};
use zhice::engine::{Case, Verdict, assess};
use zhice::model::{Amount, Lang, Quantity, Truth};
use zhice::pack::{Choices, Pack};
use zhice::report::{ExclusionRow, Report};

const STANDARD: &str = include_str!("packs/good/innovative-sme.json");
const RATING: &str = include_str!("packs/good/made-up-rating.json");
const DISTRICT: &str = include_str!("packs/good/made-up-district.json");
const DAY: &str = "2025-08-01";

fn pack(text: &str) -> Pack {
    Pack::load(text).expect("a pack").pack
}

fn with(answers: &Value, changes: &Value) -> Value {
    let all = [answers, changes].into_iter().filter_map(Value::as_object).flatten();
    Value::Object(all.map(|(fact, value)| (fact.clone(), value.clone())).collect())
}

/// What one applicant comes to, under the first case of each reading or under the one given.
fn assessed(text: &str, answers: &Value, reading: Option<(&str, &str)>) -> Assessment {
    let pack = pack(text);
    let choices = pack.choices(reading).expect("a reading");
    let answers = pack.take_answers(answers).expect("answers");
    let track = &pack.file.tracks.first().expect("a track").id;
    assess(pack.track(track).expect("the track"), &answers, DAY.parse().expect("a day"), &choices)
}

fn score(assessment: &Assessment) -> &ScoreFinding {
    assessment.score.as_ref().expect("a score")
}

fn points(points: &str) -> Quantity {
    points.parse().expect("points")
}

/// A firm with 15 + 15 points for innovation, 10 + 10 for growth, 5 + 20 for specialisation: 75 in all.
fn firm() -> Value {
    json!({
        "sme.ip": "own", "sme.research": 3_000_000, "sme.revenue": 100_000_000, "sme.main": 75_000_000,
        "sme.main_before": 70_000_000, "sme.liabilities": 55, "sme.assets": 100, "sme.field": "other",
        "sme.award": false, "sme.titles": [], "sme.body": false, "sme.equity": 0,
    })
}

/// Changes to the answers of the firm, the points of its three groups, and whether it passes.
const CASES: &[(&str, [i64; 3], Truth)] = &[
    ("{}", [30, 20, 25], Truth::Met),
    // Each band, at its bound and just below.
    (r#"{"sme.research": 5000000}"#, [35, 20, 25], Truth::Met),
    (r#"{"sme.research": 4999999}"#, [30, 20, 25], Truth::Met),
    (r#"{"sme.research": 2999999}"#, [25, 20, 25], Truth::Met),
    (r#"{"sme.research": 1999999}"#, [20, 20, 25], Truth::Met),
    (r#"{"sme.research": 999999}"#, [15, 20, 25], Truth::NotMet),
    (r#"{"sme.main_before": 65217391}"#, [30, 30, 25], Truth::Met),
    (r#"{"sme.main_before": 75000001}"#, [30, 10, 25], Truth::NotMet),
    (r#"{"sme.liabilities": 55.01}"#, [30, 15, 25], Truth::Met),
    (r#"{"sme.liabilities": 75.01}"#, [30, 10, 25], Truth::NotMet),
    (r#"{"sme.field": "strategic"}"#, [30, 20, 30], Truth::Met),
    (r#"{"sme.main": 69999999, "sme.main_before": 66000000}"#, [30, 20, 20], Truth::Met),
    (r#"{"sme.main": 49999999, "sme.main_before": 40000000}"#, [30, 30, 5], Truth::NotMet),
    // Sixty points are enough only with the floor of each group.
    (r#"{"sme.ip": "none", "sme.research": 5000000}"#, [20, 20, 25], Truth::Met),
    (r#"{"sme.ip": "class_two", "sme.research": 1000000}"#, [10, 20, 25], Truth::NotMet),
    // Any direct way is enough whatever the points.
    (r#"{"sme.ip": "none", "sme.research": 0, "sme.award": true}"#, [0, 20, 25], Truth::Met),
    (r#"{"sme.ip": "none", "sme.research": 0, "sme.titles": ["ip_advantage"]}"#, [0, 20, 25], Truth::Met),
    (r#"{"sme.ip": "none", "sme.research": 0, "sme.body": true}"#, [0, 20, 25], Truth::Met),
    (r#"{"sme.ip": "none", "sme.research": 0, "sme.equity": 5000000}"#, [0, 20, 25], Truth::Met),
    (r#"{"sme.ip": "none", "sme.research": 0, "sme.equity": 4999999}"#, [0, 20, 25], Truth::NotMet),
];

#[test]
fn the_national_standard_counts_every_band_floor_and_direct_way() {
    for (changes, groups, passes) in CASES {
        let changes: Value = serde_json::from_str(changes).expect("changes");
        let assessment = assessed(STANDARD, &with(&firm(), &changes), None);
        let found = score(&assessment);
        let of_groups: Vec<Amount> = found.groups.iter().map(|group| group.points).collect();
        assert_eq!(of_groups, groups.map(|points| Amount::exactly(Quantity::whole(points))), "{changes}");
        let sum = Quantity::whole(groups.iter().sum());
        assert_eq!((found.points, found.passes), (Amount::exactly(sum), Some(*passes)), "{changes}");
        let verdict = if *passes == Truth::Met { Verdict::Eligible } else { Verdict::Ineligible };
        assert_eq!(assessment.eligibility.verdict, Some(verdict), "{changes}");
    }
}

#[test]
fn a_figure_at_the_lowest_bound_counts_as_the_document_is_read() {
    let level = with(&firm(), &json!({ "sme.main_before": 75_000_000, "sme.liabilities": 75 }));
    let growth = |case| score(&assessed(STANDARD, &level, Some(("edge", case)))).groups.get(1).map(|one| one.points);
    assert_eq!(growth("higher"), Some(Amount::exactly(Quantity::whole(10))));
    assert_eq!(growth("lower"), Some(Amount::ZERO));
    let matters = |answers: &Value| assessed(STANDARD, answers, None).readings.iter().any(|reading| reading.matters);
    assert!(matters(&level) && !matters(&firm()));
}

#[test]
fn what_is_open_is_a_range_and_never_a_no() {
    let blank = assessed(STANDARD, &json!({}), None);
    assert_eq!(score(&blank).points, Amount::between(Quantity::whole(5), Quantity::whole(100)), "any field brings 5");
    assert_eq!((score(&blank).passes, score(&blank).most), (Some(Truth::Unknown), Some(Quantity::whole(100))));
    assert_eq!(blank.eligibility.verdict, Some(Verdict::Undetermined));
    assert_eq!(blank.missing.len(), 12, "all is asked");
    let enough = json!({ "sme.award": true });
    assert_eq!(score(&assessed(STANDARD, &enough, None)).passes, Some(Truth::Met));
    let sure = assessed(STANDARD, &with(&firm(), &json!({ "sme.field": null, "sme.award": null })), None);
    assert_eq!(score(&sure).passes, Some(Truth::Met), "70 to 75 points pass");
    assert_eq!(sure.missing, ["sme.field"], "a direct way that changes nothing is not asked");
}

#[test]
fn the_least_change_to_a_pass_is_found() {
    let pack = pack(STANDARD);
    let short = with(&firm(), &json!({ "sme.research": 900_000, "sme.ip": "own" }));
    let (answers, choices) = (pack.take_answers(&short).expect("answers"), Choices::default());
    let day = DAY.parse().expect("a day");
    let case = Case::on(day, pack.track("evaluation").expect("the track"), &answers, &choices);
    let found = reach(&case, &"pass".parse::<Goal>().expect("a goal"), day).expect("a way");
    let first = found.changes.first().map(|change| change.fact.as_str());
    assert!(found.reachable && found.changes.len() == 1, "{found:?}");
    assert_eq!(first, Some("sme.ip"), "one more class of rights: {found:?}");
}

fn agency() -> Value {
    json!({
        "rating.local": true, "rating.patents": 5, "rating.services": "all", "rating.management": 8,
        "rating.complaints": 1, "rating.fraud": false, "rating.exempt": false,
    })
}

/// Changes to the answers of the agency, its points, its grade, whether it passes, and its award.
const RATINGS: &[(&str, &str, Option<&str>, Truth, i64)] = &[
    // 90 points at 60% and 80 at 40%, less 5.
    ("{}", "81", Some("good"), Truth::Met, 30_000),
    (r#"{"rating.complaints": 0, "rating.patents": 6}"#, "92", Some("excellent"), Truth::Met, 100_000),
    (r#"{"rating.patents": 60, "rating.complaints": 3}"#, "77", Some("good"), Truth::Met, 30_000),
    (r#"{"rating.complaints": 90}"#, "66", Some("standard"), Truth::Met, 0),
    (r#"{"rating.patents": 1, "rating.services": "some"}"#, "45", None, Truth::NotMet, 0),
    (r#"{"rating.patents": 0, "rating.services": "few", "rating.management": 0}"#, "0", None, Truth::NotMet, 0),
    // The floor of management, a veto, and a way past the points.
    (r#"{"rating.management": 4, "rating.patents": 6, "rating.complaints": 0}"#, "76", None, Truth::NotMet, 0),
    (r#"{"rating.fraud": true}"#, "81", None, Truth::NotMet, 0),
    (r#"{"rating.fraud": true, "rating.exempt": true}"#, "81", None, Truth::NotMet, 0),
    (r#"{"rating.management": 4, "rating.patents": 6, "rating.exempt": true}"#, "71", Some("standard"), Truth::Met, 0),
];

#[test]
fn weights_deductions_vetoes_and_grades_count() {
    for (changes, sum, grade, passes, award) in RATINGS {
        let changes: Value = serde_json::from_str(changes).expect("changes");
        let assessment = assessed(RATING, &with(&agency(), &changes), None);
        let found = score(&assessment);
        assert_eq!(found.points, Amount::exactly(points(sum)), "{changes}");
        let found_grade = found.grade.as_ref().expect("grades");
        assert_eq!((found_grade.low.as_deref(), found_grade.high.as_deref()), (*grade, *grade), "{changes}");
        assert_eq!(found.passes, Some(*passes), "{changes}");
        let total = assessment.support.as_ref().expect("support").total;
        assert_eq!(total, Amount::exactly(Quantity::whole(*award)), "{changes}");
    }
}

#[test]
fn grades_are_a_range_while_answers_are_open() {
    let open = assessed(RATING, &with(&agency(), &json!({ "rating.complaints": null })), None);
    let grade = score(&open).grade.as_ref().expect("grades");
    assert_eq!((grade.low.as_deref(), grade.high.as_deref()), (Some("standard"), Some("good")));
    assert_eq!(score(&open).points, Amount::between(Quantity::whole(66), Quantity::whole(86)));
}

#[test]
fn a_report_says_the_points_the_grade_and_what_is_to_be_had() {
    let pack = pack(RATING);
    let (answers, choices) = (pack.take_answers(&agency()).expect("answers"), Choices::default());
    let day = DAY.parse().expect("a day");
    let case = Case::on(day, pack.track("agency").expect("the track"), &answers, &choices);
    let assessment = assess(case.track, &answers, day, &choices);
    let said = |lang| Report::of(&case, &assessment, lang).score.expect("a score").sentences(lang);
    assert_eq!(
        said(Lang::Zh),
        [
            "总得分 81 分，满分 100 分",
            "60 分以上为达标：已达标",
            "等级：良好",
            "已确定的得分距优秀还差 9 分；还可得分的项目：自评（20 分）、授权专利（10 分）。",
        ]
    );
    assert_eq!(said(Lang::En).get(1).map(String::as_str), Some("60 points or more pass: passed"));
}

#[test]
fn support_that_does_not_require_what_fails_remains_and_is_said() {
    let answers = with(&agency(), &json!({ "rating.fraud": true }));
    let assessment = assessed(RATING, &answers, None);
    assert_eq!(assessment.eligibility.verdict, Some(Verdict::Ineligible));
    assert!(assessment.eligibility.support_remains);
    let elsewhere = assessed(RATING, &with(&answers, &json!({ "rating.local": false })), None);
    assert!(!elsewhere.eligibility.support_remains, "nothing is left for an agency of elsewhere");
}

/// What the agency gets of the district for an investment, beside its award.
fn beside(changes: &Value) -> (Option<(Amount, Amount, Better)>, Vec<String>) {
    let (rating, district) = (pack(RATING), pack(DISTRICT));
    let investment = json!({
        "org.registered_on": "2023-01-01", "org.ip_income": 7_000_000, "org.income": 10_000_000,
        "investment.spent": 100_000, "investment.part": "first", "investment.reviewed": true,
        "support.received": 0, "rent.paid": 0, "rent.area": 0, "loan.principal": 0, "loan.rate": 0, "loan.months": 0,
        "loan.interest_paid": 0, "patent.granted": 0, "madrid.certificates": 0, "madrid.countries": 0,
        "org.ip_income_before": 7_000_000, "staff.count": 0, "org.excellent": false,
    });
    let day = DAY.parse().expect("a day");
    let choices = Choices::default();
    let [of_rating, of_district] = [(&rating, agency()), (&district, investment)].map(|(pack, answers)| {
        let known = |changes: &Value| -> Value {
            let own = changes.as_object().into_iter().flatten().filter(|(fact, _)| pack.fact(fact).is_some());
            Value::Object(own.map(|(fact, value)| (fact.clone(), value.clone())).collect())
        };
        pack.take_answers(&with(&answers, &known(changes))).expect("answers")
    });
    let track = |pack: &Pack| pack.file.tracks.first().expect("a track").id.clone();
    let cases = [
        Case::on(day, rating.track(&track(&rating)).expect("the track"), &of_rating, &choices),
        Case::on(day, district.track(&track(&district)).expect("the track"), &of_district, &choices),
    ];
    let said = ExclusionRow::all(&cases, Lang::En).into_iter().map(|row| row.says).collect();
    let found = together(&cases).exclusions.into_iter().next();
    (found.map(|one| (one.with_one, one.with_other, one.better)), said)
}

#[test]
fn of_two_programmes_the_better_way_is_said_with_both_sums() {
    let yuan = |sum| Amount::exactly(Quantity::whole(sum));
    let (found, said) = beside(&json!({}));
    assert_eq!(found.map(|(_, _, better)| better), Some(Better::One), "{said:?}");
    assert!(said.iter().all(|said| said.ends_with("The first brings more.")), "{said:?}");
    let (found, _) = beside(&json!({ "investment.spent": 8_000_000 }));
    assert_eq!(found, Some((yuan(30_000), yuan(500_000), Better::Other)));
}

#[test]
fn an_open_answer_leaves_open_which_of_two_is_better() {
    let (found, said) = beside(&json!({ "investment.spent": null }));
    assert_eq!(found.map(|(_, _, better)| better), Some(Better::Unknown), "{said:?}");
    let (nothing, said) = beside(&json!({ "rating.fraud": true }));
    assert!(nothing.is_none() && said.is_empty(), "what brings nothing excludes nothing: {said:?}");
}
