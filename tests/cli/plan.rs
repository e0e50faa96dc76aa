//! `zhice plan`.

use serde_json::json;

use crate::zhice::Zhice;

const AGENCY: &str = r#"{
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 3,
  "agency.securitisations": 1,
  "agency.brand_national": true,
  "agency.brand_provincial": true,
  "agency.cases_won": 2,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 71
}"#;

fn plan(readings: &[&str]) -> Zhice {
    Zhice::new()
        .file("answers.json", AGENCY)
        .args(["plan", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "answers.json"])
        .args(readings.iter().flat_map(|reading| ["--reading", reading]))
}

#[test]
fn one_measure_in_all() {
    let plan = plan(&["zibo.once=one_measure"]).args(["--format", "json"]).exits(0).json();
    assert_eq!(plan["chosen"], json!([{ "measure": "brand", "amount": { "low": 200_000, "high": 200_000 } }]));
    assert_eq!(plan["runner_up"]["chosen"], json!(["securitisation"]));
    assert_eq!(plan["runner_up"]["less"], 100_000);
    // Open answers on pledge loans and the like could not change it, those on custody or attorneys could.
    assert_eq!(plan["settled"], false);
    let given_up: Vec<_> =
        plan["forfeits"].as_array().into_iter().flatten().map(|one| one["measure"].clone()).collect();
    assert_eq!(json!(given_up), json!(["brand", "securitisation", "case-win", "pledge-loan", "grants"]));
}

#[test]
fn measures_that_add_up_leave_no_choice_but_within_one() {
    let plan = plan(&[]).args(["--format", "json"]).exits(0).json();
    assert_eq!(plan["total"]["low"], 440_000);
    assert_eq!(plan["runner_up"], json!(null));
    assert_eq!(
        plan["forfeits"],
        json!([{
            "measure": "brand",
            "facts": ["agency.brand_provincial"],
            "amount": { "low": 100_000, "high": 100_000 },
            "gives_way_to": "brand"
        }])
    );
}

#[test]
fn what_is_open_is_in_the_total_as_the_assessment_has_it() {
    let of = |verb: &str| {
        Zhice::new().file("answers.json", r#"{ "agency.patent_licensed": true, "agency.in_zone": true }"#).args([
            verb,
            "--programme",
            "zibo-2020-zone",
            "--track",
            "agency",
            "--answers",
            "answers.json",
        ])
    };
    let [plan, assessment] = ["plan", "assess"].map(|verb| of(verb).args(["--format", "json"]).exits(0).json());
    assert_eq!(plan["total"], json!({ "low": 0, "high": null }));
    assert_eq!(plan["total"], assessment["support"]["total"]);
    assert_eq!((&plan["chosen"], &plan["settled"]), (&json!([]), &json!(false)));
    of("plan").exits(0).golden("plan-agency-open.zh.txt");
}

#[test]
fn the_page_says_what_is_given_up() {
    plan(&["zibo.once=one_measure"]).exits(0).golden("plan-agency.zh.txt");
    plan(&["zibo.once=one_measure"]).args(["--lang", "en"]).exits(0).golden("plan-agency.en.txt");
}

#[test]
fn a_track_without_measures() {
    Zhice::new()
        .file("answers.json", "{}")
        .args(["plan", "--programme", "zibo-2020-zone", "--track", "zone", "--answers", "answers.json"])
        .refused(&["track `zone` has no measures to choose from, --track, choose another track"]);
}

const RATING: &str = include_str!("../packs/good/made-up-rating.json");
const DISTRICT: &str = include_str!("../packs/good/made-up-district.json");

/// 100,000 yuan of the district's rating.
const EXCELLENT: &str = r#"{
  "rating.local": true,
  "rating.patents": 20,
  "rating.services": "all",
  "rating.management": 10,
  "rating.complaints": 1,
  "rating.fraud": false,
  "rating.exempt": false
}"#;

/// 500,000 yuan for an investment, with nothing else from the district.
const INVESTMENT: &str = r#"{
  "org.registered_on": "2023-01-01",
  "org.ip_income": 7000000,
  "org.income": 10000000,
  "org.ip_income_before": 7000000,
  "investment.spent": 8000000,
  "investment.part": "first",
  "investment.reviewed": true,
  "support.received": 0,
  "rent.paid": 0,
  "rent.area": 0,
  "loan.principal": 0,
  "loan.rate": 0,
  "loan.months": 0,
  "loan.interest_paid": 0,
  "patent.granted": 0,
  "madrid.certificates": 0,
  "madrid.countries": 0,
  "staff.count": 0,
  "org.excellent": false
}"#;

/// The rating and the district's support in one filing, from packs on disk.
fn filing(rating: &str, district: &str) -> Zhice {
    Zhice::new()
        .file("rating.json", RATING)
        .file("district.json", DISTRICT)
        .file("rated.json", rating)
        .file("invested.json", district)
        .args(["plan", "--pack", "rating.json", "--pack", "district.json", "--track", "agency"])
        .args(["--beside", "made-up-district/agency", "--answers", "rated.json", "--answers", "invested.json"])
        .args(["--as-of", "2025-08-01"])
}

#[test]
fn of_several_programmes_the_better_way_is_taken() {
    let plan = filing(EXCELLENT, INVESTMENT).args(["--format", "json"]).exits(0).json();
    // Each by itself, the first in the shape it has alone.
    assert_eq!(plan["programme"], "made-up-rating");
    assert_eq!(plan["chosen"], json!([{ "measure": "award", "amount": { "low": 100_000, "high": 100_000 } }]));
    assert_eq!(plan["beside"][0]["programme"], "made-up-district");
    assert_eq!(plan["beside"][0]["total"], json!({ "low": 500_000, "high": 500_000 }));
    // Together the award gives way.
    let place =
        |programme: &str, measure: &str| json!({ "programme": programme, "track": "agency", "measure": measure });
    let [award, investment] = [place("made-up-rating", "award"), place("made-up-district", "investment")];
    let mut taken = investment.clone();
    taken["amount"] = json!({ "low": 500_000, "high": 500_000 });
    assert_eq!(
        plan["together"],
        json!({
            "total": { "low": 500_000, "high": 500_000 },
            "chosen": [taken],
            "settled": true,
            "exclusions": [{
                "one": award,
                "other": investment,
                "with_one": { "low": 100_000, "high": 100_000 },
                "with_other": { "low": 500_000, "high": 500_000 },
                "better": "other",
                "cite": "第六条"
            }]
        })
    );
}

#[test]
fn the_page_says_what_is_better_over_all_programmes() {
    filing(EXCELLENT, INVESTMENT).exits(0).golden("plan-together.zh.txt");
    let open = INVESTMENT.replace("\"investment.spent\": 8000000,", "");
    filing(EXCELLENT, &open).args(["--lang", "en"]).exits(0).golden("plan-together-open.en.txt");
}

#[test]
fn one_file_may_answer_all_programmes() {
    let both = format!("{},{}", EXCELLENT.trim_end_matches('}'), INVESTMENT.trim_start_matches('{'));
    let one = filing("{}", &both).args(["--format", "json"]).exits(0).json();
    let two = filing(EXCELLENT, INVESTMENT).args(["--format", "json"]).exits(0).json();
    assert_eq!(one, two);
}

#[test]
fn programmes_that_exclude_nothing_are_added_up() {
    let plan = Zhice::new()
        .file("district.json", DISTRICT)
        .file("answers.json", AGENCY)
        .file("invested.json", INVESTMENT)
        .args(["plan", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "answers.json"])
        .args(["--pack", "district.json", "--beside", "made-up-district/agency", "--answers", "invested.json"])
        .args(["--reading", "zibo.once=per_matter", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(plan["together"]["exclusions"], json!([]));
    assert_eq!(plan["together"]["total"]["low"], 440_000 + 500_000);
    assert_eq!(plan["together"]["chosen"].as_array().map(Vec::len), Some(6));
}

#[test]
fn what_does_not_fit_a_filing_is_refused() {
    filing(r#"{ "rating.fraud": false, "org.income": 1, "org.incom": 2 }"#, INVESTMENT)
        .refused(&["no such fact, rated.json at `/org.incom`, did you mean `org.income`?"]);
    filing(r#"{ "org.income": 1 }"#, INVESTMENT).refused(&[
        "answered otherwise in a file before it, invested.json at `/org.income`, keep the answer that is right",
    ]);
    filing("{}", "{}")
        .args(["--beside", "made-up-rating/agency"])
        .refused(&["`made-up-rating/agency` is given twice, --beside, name each track once"]);
    filing("{}", "{}")
        .args(["--beside", "zibo-2020-zone/zone"])
        .refused(&["track `zone` has no measures to choose from, --beside, choose another track"]);
    filing("{}", "{}")
        .args(["--beside", "zibo-2020-zone/none"])
        .refused(&["programme `zibo-2020-zone` has no track `none`, --beside, its tracks are zone, agency"]);
    filing("{}", "{}")
        .args(["--programme", "zibo-2020-zone"])
        .refused(&["the pack is of programme `made-up-rating`, not of `zibo-2020-zone`, rating.json at `/id`, \
         write --programme made-up-rating"]);
    filing("{}", "{}").args(["--pack", "district.json"]).refused(&[
        "another pack is of programme `made-up-district` already, district.json at `/id`, bring one of the two",
    ]);
    filing("{}", "{}")
        .args(["--answers", "-", "--answers", "-"])
        .refused(&["standard input cannot be read twice, --answers, name a file for one of the two"]);
}

#[test]
fn a_pack_that_is_a_draft_for_consultation_is_said_to_be_one() {
    let draft = DISTRICT
        .replace("\"in_force\": \"2025-01-10\",", "")
        .replace("\"period_until\": \"2028-01-09\"", "\"period_until\": null");
    let plan = filing(EXCELLENT, INVESTMENT).file("district.json", draft).args(["--format", "json"]).exits(0).json();
    assert_eq!((&plan["standing"], &plan["beside"][0]["standing"]), (&json!("in_force"), &json!("consultation")));
}

/// All fees and the interest of a loan of ten million, in the district and in the city.
const PLEDGED: &str = r#"{
  "nansha.award": false,
  "nansha.sign": false,
  "nansha.layouts": 0,
  "nansha.national": "none",
  "nansha.provincial": false,
  "pledge.small": true,
  "pledge.repaid": true,
  "pledge.rate": 5,
  "pledge.prime_rate": 4,
  "pledge.months": 12,
  "pledge.body": true,
  "pledge.principal": 10000000,
  "pledge.valuation_fee": 60000,
  "pledge.guarantee_fee": 50000,
  "pledge.insurance_fee": 20000
}"#;

fn pledged(answers: &str) -> Zhice {
    Zhice::new()
        .file("nansha.json", include_str!("../packs/good/nansha-2023-ip.json"))
        .file("guangzhou.json", include_str!("../packs/good/guangzhou-2023-pledge.json"))
        .file("answers.json", answers)
        .args(["plan", "--pack", "nansha.json", "--pack", "guangzhou.json", "--track", "firm"])
        .args(["--beside", "guangzhou-2023-pledge/pledge", "--answers", "answers.json", "--as-of", "2025-08-01"])
}

#[test]
fn a_measure_that_excludes_several_is_taken_instead_of_all_of_them() {
    let plan = pledged(PLEDGED).args(["--format", "json"]).exits(0).json();
    assert_eq!(plan["together"]["total"], json!({ "low": 305_000, "high": 305_000 }));
    let exclusions = plan["together"]["exclusions"].as_array().cloned().unwrap_or_default();
    let said = exclusions
        .iter()
        .map(|one| json!([one["one"]["measure"], one["with_one"]["low"], one["with_other"]["low"], one["better"]]));
    assert_eq!(
        json!(said.collect::<Vec<_>>()),
        json!([
            ["valuation", 305_000, 200_000, "one"],
            ["guarantee", 305_000, 200_000, "one"],
            // Taken instead of the larger one of its group.
            ["insurance", 290_000, 200_000, "one"],
            ["interest", 305_000, 200_000, "one"]
        ])
    );
}

#[test]
fn nothing_is_claimed_of_sums_that_overlap() {
    let open = PLEDGED.replace("\"pledge.rate\": 5,", "");
    let plan = pledged(&open).args(["--format", "json"]).exits(0).json();
    let exclusions = plan["together"]["exclusions"].as_array().cloned().unwrap_or_default();
    assert_eq!(exclusions.len(), 4);
    assert!(exclusions.iter().all(|one| one["better"] == "unknown"), "{exclusions:?}");
    assert_eq!(plan["together"]["settled"], false);
}
