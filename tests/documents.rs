//! Public documents as packs, which try the pack language: what they come to, worked out by hand, as data in
//! `tests/documents`, and two of them beside each other.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use zhice::cli::replay::run;
use zhice::engine::together::{Better, together};
use zhice::engine::{Case, assess};
use zhice::model::{Amount, Lang, Quantity};
use zhice::pack::cases::CaseFile;
use zhice::pack::check::family;
use zhice::pack::{Choices, Pack};
use zhice::report::{ExclusionRow, Report};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn pack(programme: &str) -> Pack {
    let file = root().join("packs/good").join(format!("{programme}.json"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Pack::load(&text).unwrap_or_else(|found| panic!("{}: {found:?}", file.display())).pack
}

fn case_files() -> Vec<(String, CaseFile)> {
    let listed = fs::read_dir(root().join("documents")).expect("the folder");
    let read = |file: PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let cases = CaseFile::read(&fs::read_to_string(&file).expect("a file"));
        let cases = cases.unwrap_or_else(|why| panic!("{name}: {}", why.en));
        (name, cases)
    };
    listed.map(|entry| read(entry.expect("an entry").path())).collect()
}

#[test]
fn every_case_comes_out_as_worked_out_by_hand() {
    let mut wrong = Vec::new();
    for (name, file) in case_files() {
        assert!(name.starts_with(&format!("{}.{}.", file.programme, file.track)), "{name} bears another name");
        let pack = pack(&file.programme);
        let track = pack.track(&file.track).expect("its track");
        for case in &file.cases {
            let found = run(track, &file.base, case).unwrap_or_else(|why| vec![why]);
            wrong.extend(found.into_iter().map(|found| format!("{name}: {}: {}", case.name, found.en)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_track_of_theirs_has_cases() {
    let files = case_files();
    let told: BTreeSet<(&str, &str)> =
        files.iter().map(|(_, file)| (file.programme.as_str(), file.track.as_str())).collect();
    for programme in told.iter().map(|(programme, _)| *programme).collect::<BTreeSet<_>>() {
        for track in pack(programme).file.tracks {
            assert!(told.contains(&(programme, track.id.as_str())), "{programme} {}", track.id);
        }
    }
}

/// A district's support for a loan is not received beside the city's: they ask for the same loan, and both are said.
#[test]
fn the_better_of_district_and_city_is_said_for_one_loan() {
    let (nansha, guangzhou) = (pack("nansha-2023-ip"), pack("guangzhou-2023-pledge"));
    let found = family::check(&[&nansha.file, &guangzhou.file]);
    assert!(found.is_empty(), "{found:?}");
    let beside = |rate: f64| {
        let of_district = json!({
            "nansha.award": false, "nansha.sign": false, "nansha.layouts": 0, "nansha.national": "none",
            "nansha.provincial": false, "pledge.small": true, "pledge.valuation_fee": 0, "pledge.guarantee_fee": 0,
            "pledge.insurance_fee": 0, "pledge.repaid": true, "pledge.principal": 10_000_000, "pledge.rate": rate,
            "pledge.prime_rate": 3.45, "pledge.months": 12,
        });
        let of_city = json!({ "pledge.body": true, "pledge.principal": 10_000_000 });
        let day = "2025-08-01".parse().expect("a day");
        let choices = Choices::default();
        let of_district = nansha.take_answers(&of_district).expect("answers");
        let of_city = guangzhou.take_answers(&of_city).expect("answers");
        let cases = [
            Case::on(day, nansha.track("firm").expect("the track"), &of_district, &choices),
            Case::on(day, guangzhou.track("pledge").expect("the track"), &of_city, &choices),
        ];
        let found = together(&cases).exclusions.into_iter().next();
        let found = found.expect("an exclusion");
        let said = ExclusionRow::all(&cases, Lang::En).into_iter().next().expect("a sentence").says;
        (found.with_one, found.with_other, found.better, said)
    };
    let yuan = |sum| Amount::exactly(Quantity::whole(sum));
    let (district, city, better, said) = beside(4.35);
    assert_eq!((district, city, better), (yuan(217_500), yuan(200_000), Better::One), "{said}");
    let (district, city, better, said) = beside(3.0);
    assert_eq!((district, city, better), (yuan(150_000), yuan(200_000), Better::Other), "{said}");
}

/// A firm's fees for a guarantee and an insurance are paid as one, and all else is added to that.
#[test]
fn which_measures_do_not_add_up_is_said_by_name() {
    let nansha = pack("nansha-2023-ip");
    let said = |insurance: u32, lang: Lang| {
        let answers = json!({
            "nansha.award": false, "nansha.sign": false, "nansha.layouts": 0, "nansha.national": "none",
            "nansha.provincial": false, "pledge.small": true, "pledge.valuation_fee": 60_000,
            "pledge.guarantee_fee": 50_000, "pledge.insurance_fee": insurance, "pledge.repaid": false,
        });
        let answers = nansha.take_answers(&answers).expect("answers");
        let choices = Choices::default();
        let day = "2025-08-01".parse().expect("a day");
        let track = nansha.track("firm").expect("the track");
        let assessment = assess(track, &answers, day, &choices);
        let report = Report::of(&Case::on(day, track, &answers, &choices), &assessment, lang);
        report.support.expect("support").one_of_each
    };
    assert_eq!(said(20_000, Lang::Zh), ["担保费资助、保险费资助不相加，只计其中最大的一项。"]);
    assert_eq!(said(20_000, Lang::En), ["Only the largest of these counts: Guarantee, Insurance."]);
    assert!(said(0, Lang::Zh).is_empty(), "only one of them brings anything");
}
