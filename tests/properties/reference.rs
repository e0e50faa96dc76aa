//! Differential testing: the engine and the reference implementation agree.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use zhice::engine::assess::{Finding, MeasureFinding};
use zhice::engine::facts::Facts;
use zhice::engine::outcome::Status;
use zhice::engine::screen::{Screen, Screener};
use zhice::engine::{Assessment, Verdict};
use zhice::model::{Truth, Value};

use super::hold::hold;
use super::naive::{Brings, Range, Says, Stands, World, standing};
use super::scene::{Scene, built_in_scenes, document_scenes, scenes};

#[test]
fn both_agree_on_random_packs() {
    hold(1_000, scenes(), |scene| agree(&scene));
}

#[test]
fn both_agree_on_the_packs_that_come_with_the_program() {
    hold(600, built_in_scenes(), |scene| agree(&scene));
}

#[test]
fn both_agree_on_public_documents() {
    hold(600, document_scenes(), |scene| agree(&scene));
}

/// Everything that counts as a result comes out the same.
pub fn agree(scene: &Scene) -> TestCaseResult {
    let (assessment, world) = (scene.assess(), scene.world());
    let says = |findings: &[Finding]| -> Vec<Says> { findings.iter().map(|finding| finding.truth.into()).collect() };
    prop_assert_eq!(says(&assessment.eligibility.conditions), world.conditions(), "conditions");
    prop_assert_eq!(says(&assessment.priorities), world.priorities(), "priorities");
    prop_assert_eq!(assessment.eligibility.verdict, world.verdict(), "verdict");
    prop_assert_eq!(assessment.standing, standing(&scene.pack.file.standing, scene.as_of), "standing");
    for (finding, stands) in assessment.indicators.iter().zip(world.indicators()) {
        prop_assert_eq!(Stands::from(finding), stands, "indicator {}", &finding.id);
    }
    prop_assert_eq!(assessment.score.is_some(), world.track.score.is_some(), "score");
    if let Some((score, declared)) = assessment.score.as_ref().zip(world.track.score.as_ref()) {
        prop_assert_eq!(Range::from(score.points), world.points(declared), "points");
        let groups = || score.groups.iter().map(|group| Range::from(group.points)).collect::<Vec<_>>();
        prop_assert_eq!(groups(), declared.groups.iter().map(|one| world.points_of(one)).collect::<Vec<_>>(), "groups");
        if let Some(passes) = score.passes {
            prop_assert_eq!(Says::from(passes), world.passes(declared), "passes");
        }
        prop_assert_eq!(says(&score.vetoes), world.requirements(&declared.vetoes), "vetoes");
        prop_assert_eq!(says(&score.direct), world.requirements(&declared.direct), "direct ways");
        if let Some(grade) = &score.grade {
            let grades = declared.grades.iter().map(|grade| (&grade.id, world.graded(declared, grade.from)));
            let highest = |counts: fn(Says) -> bool| grades.clone().rfind(|(_, says)| counts(*says));
            let [low, high] = [highest(|says| says == Says::Yes), highest(|says| says != Says::No)];
            let id = |found: Option<(&String, Says)>| found.map(|(id, _)| id.clone());
            prop_assert_eq!((&grade.low, &grade.high), (&id(low), &id(high)), "grade");
        }
    }
    prop_assert_eq!(assessment.support.is_some(), world.track.support.is_some(), "support");
    if let Some(support) = &assessment.support {
        let brings = |measure: &MeasureFinding| Brings { truth: measure.truth.into(), amount: measure.amount.into() };
        prop_assert_eq!(support.measures.iter().map(brings).collect::<Vec<_>>(), world.measures(), "measures");
        prop_assert_eq!(Range::from(support.total), world.total(), "total");
        prop_assert_eq!(&support.chosen, &world.chosen(), "chosen");
        let by_form: BTreeMap<_, _> =
            support.by_form.iter().map(|(form, amount)| (*form, Range::from(*amount))).collect();
        if support.ceilings.is_empty() {
            prop_assert_eq!(by_form, world.by_form(), "by form");
        } else {
            // Which form a ceiling cuts is open: one way to cut lies within what is said.
            let holds = |(form, cut): (_, Range)| {
                by_form.get(&form).is_some_and(|said| said.least <= cut.least && cut.most <= said.most)
            };
            prop_assert!(world.by_form().into_iter().all(holds), "{by_form:?} is not around {:?}", world.by_form());
        }
    }
    screens_the_same(scene, &world, &assessment)?;
    missing_is_consistent(scene, &assessment)
}

/// Screening says the same as the whole assessment, also after it has screened others.
fn screens_the_same(scene: &Scene, world: &World<'_>, assessment: &Assessment) -> TestCaseResult {
    let mut screener = Screener::new(scene.track(), &scene.choices);
    screener.screen(&Facts::unknown(&scene.pack));
    let screen = screener.screen(&Facts::new(&scene.pack, &scene.answers, Some(scene.as_of)));
    let Screen { verdict, total, score, reached, short, judged, unknown, .. } = screen;
    let grades = scene.track().track.score.as_ref().map(|score| score.grades.as_slice()).unwrap_or_default();
    let grade = |at: Option<usize>| at.and_then(|at| grades.get(at)).map(|grade| grade.id.clone());
    let seen = score.map(|one| (one.points, one.passes, one.grades.map(grade)));
    let whole = assessment.score.as_ref().map(|one| {
        let found = one.grade.as_ref().map(|one| [one.low.clone(), one.high.clone()]);
        (one.points, one.passes, found.unwrap_or_default())
    });
    prop_assert_eq!(seen, whole, "the score on the screen");
    let indicators = world.indicators();
    let count = |status: Status| indicators.iter().filter(|stands| stands.status == status).count();
    prop_assert_eq!((verdict, Range::from(total)), (world.verdict(), world.total()), "screen");
    let expected = [Status::Reached, Status::Short, Status::Judged, Status::Unknown].map(count);
    prop_assert_eq!([reached, short, judged, unknown], expected, "indicators on the screen");
    Ok(())
}

/// What is missing is open, applies, and is listed in the order in which it is asked; and something is missing
/// wherever something is open that an answer could settle.
fn missing_is_consistent(scene: &Scene, assessment: &Assessment) -> TestCaseResult {
    let world = scene.world();
    let open = |id: &str| {
        let applies = matches!(world.applies(id), Says::Yes | Says::Void);
        let is_open = match scene.answers.get(id) {
            None => true,
            // A list is open while a cell of it is.
            Some(Value::List(rows)) => {
                let columns = &scene.pack.fact(id).unwrap().columns;
                rows.iter().any(|row| columns.iter().any(|column| row.get(&column.id).is_none()))
            }
            Some(_) => false,
        };
        is_open && applies
    };
    let missing: Vec<&str> = assessment.missing.iter().map(String::as_str).collect();
    let in_order: Vec<&str> = world.asked().into_iter().filter(|id| missing.contains(id)).collect();
    prop_assert_eq!(&missing, &in_order, "asked once each, in order, on this track");
    for id in &missing {
        prop_assert!(open(id), "{} is missing, but answered or not to be asked", id);
    }
    let findings = assessment.eligibility.conditions.iter().chain(&assessment.priorities);
    for finding in findings.clone() {
        let (unknown, misses) = (finding.truth == Truth::Unknown, !finding.missing.is_empty());
        prop_assert_eq!(unknown, misses, "{} misses {:?}", &finding.id, &finding.missing);
    }
    for finding in &assessment.indicators {
        let (unknown, misses) = (finding.status == Status::Unknown, !finding.missing.is_empty());
        // A checklist that has failed still asks for its other points.
        prop_assert!(
            unknown == misses || finding.status == Status::Short,
            "{} misses {:?}",
            finding.id,
            finding.missing
        );
    }
    let parts = findings.map(|finding| (&finding.id, &finding.missing));
    for (part, its) in parts.chain(assessment.indicators.iter().map(|one| (&one.id, &one.missing))) {
        for id in its {
            prop_assert!(missing.contains(&id.as_str()), "{part} misses {id}, the track does not");
        }
    }
    let next = assessment.next.as_deref();
    prop_assert_eq!(next.is_some(), !missing.is_empty(), "something to ask next");
    prop_assert!(next.is_none_or(|next| missing.contains(&next)), "{next:?} is next, but not missing");
    if assessment.eligibility.verdict == Some(Verdict::Undetermined) {
        prop_assert!(next.is_some(), "undetermined, but nothing to ask");
    }
    Ok(())
}
