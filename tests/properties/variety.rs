//! Coverage of the generator. A law that is only ever checked where nothing happens proves nothing: the scenes reach every kind of result.

use std::collections::BTreeSet;

use zhice::engine::Verdict;
use zhice::engine::outcome::Status;
use zhice::model::Deadline;
use zhice::pack::Condition;
use zhice::pack::cumulation::{CumulationRule, Stacking};
use zhice::pack::indicator::Measured;
use zhice::pack::rules::{AmountNode, Node};

use super::hold::drawn;
use super::packs::{FACTORS, packs};
use super::scene::{BUILT_IN, built_in_scenes, scenes, truths};
use super::thresholds::{conditions, indicators, relations};

#[test]
fn scenes_reach_every_kind_of_result() {
    let mut seen = BTreeSet::new();
    for scene in drawn(400, scenes()) {
        let assessment = scene.assess();
        let kind = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
        seen.extend(truths(&assessment).iter().map(|(name, truth)| format!("{} {truth:?}", kind(name))));
        seen.insert(format!("verdict {:?}", assessment.eligibility.verdict));
        seen.insert(format!("standing {:?}", assessment.standing));
        seen.extend(assessment.indicators.iter().map(|one| format!("indicator {:?}", one.status)));
        seen.insert(format!("complete {}", assessment.missing.is_empty()));
        if let Some(support) = &assessment.support {
            let total = support.total;
            seen.insert(format!("bounded {}", total.high.is_some()));
            seen.insert(format!("settled {}", total.is_settled()));
            seen.insert(format!("spread {}", support.span != total));
        }
        seen.extend(assessment.score.iter().map(|score| format!("passes {:?}", score.passes)));
        seen.extend(assessment.readings.iter().map(|reading| format!("matters {}", reading.matters)));
        seen.insert(format!("verdicts {}", assessment.eligibility.span.len()));
    }
    let mut wanted = Vec::new();
    for kind in ["condition", "priority"] {
        wanted.extend(["Met", "NotMet", "Unknown", "Judged", "NotApplicable"].map(|truth| format!("{kind} {truth}")));
    }
    wanted.extend(["Met", "NotMet", "Unknown"].map(|truth| format!("measure {truth}")));
    wanted
        .extend(["Eligible", "Ineligible", "Undetermined", "Judged"].map(|verdict| format!("verdict Some({verdict})")));
    wanted.extend(["Met", "NotMet", "Unknown", "Judged"].map(|truth| format!("passes Some({truth})")));
    wanted.push("verdict None".to_owned());
    wanted.extend(
        ["Consultation", "NotYet", "InForce", "TrialEnded", "PeriodEnded", "Superseded"]
            .map(|one| format!("standing {one}")),
    );
    let statuses = [Status::Reached, Status::Short, Status::Unknown, Status::Judged, Status::NotApplicable];
    wanted.extend(statuses.map(|status| format!("indicator {status:?}")));
    for name in ["complete", "bounded", "settled", "spread", "matters"] {
        wanted.extend([true, false].map(|value| format!("{name} {value}")));
    }
    wanted.extend((0..3).map(|number| format!("verdicts {number}")));
    let never: Vec<&String> = wanted.iter().filter(|kind| !seen.contains(*kind)).collect();
    assert!(never.is_empty(), "never seen: {never:?}");
}

#[test]
fn packs_hold_every_kind_of_rule() {
    let mut seen = BTreeSet::new();
    for scene in drawn(200, scenes()) {
        let rules = scene.track().rules;
        seen.extend(rules.nodes.iter().map(name_of_node));
        seen.extend(rules.amounts.iter().map(name_of_amount));
        seen.insert(format!("{:?}", rules.stacking).split_once(['(', ' ']).map_or("", |(name, _)| name).to_owned());
    }
    assert_eq!(seen.len(), 15 + 13 + 2, "{seen:?}");
}

fn name_of_node(node: &Node) -> String {
    format!("condition {:?}", std::mem::discriminant(node))
}

fn name_of_amount(node: &AmountNode) -> String {
    format!("amount {:?}", std::mem::discriminant(node))
}

/// The words of the pack language beyond the kinds of rules, as random packs use them.
#[test]
fn random_packs_use_every_word() {
    let mut seen = BTreeSet::new();
    for pack in drawn(400, packs()) {
        let file = &pack.file;
        seen.extend(relations(file).iter().map(|relation| format!("times {}", relation.times)));
        let kinds = relations(file).into_iter().map(|relation| pack.fact(&relation.fact).unwrap().kind);
        seen.extend(kinds.map(|kind| format!("relation of a {}", kind.name())));
        for condition in conditions(file) {
            if let Condition::OneOf { discretion, .. } = condition {
                seen.insert(format!("discretion {}", !discretion.is_empty()));
            }
        }
        for indicator in indicators(file) {
            seen.insert(measured(&indicator.measured));
            seen.insert(match indicator.by {
                None => "by no day".to_owned(),
                Some(Deadline::Year(_)) => "by a year".to_owned(),
                Some(Deadline::Day(_)) => "by a day".to_owned(),
            });
            seen.insert(format!("departments {}", indicator.departments.len()));
        }
        let rules =
            file.tracks.iter().filter_map(|track| track.support.as_ref()).map(|support| &support.cumulation.rule);
        for rule in rules {
            let (always, stackings): (bool, Vec<&Stacking>) = match rule {
                CumulationRule::Always(stacking) => (true, vec![stacking]),
                CumulationRule::ByReading { cases, .. } => (false, cases.iter().map(|case| &case.then).collect()),
            };
            seen.extend(stackings.into_iter().map(|stacking| format!("always {always} {}", stacked(stacking))));
        }
    }
    let mut wanted: BTreeSet<String> = FACTORS.map(|times| format!("times {times}")).into();
    wanted.extend(["count", "number", "percent", "money"].map(|kind| format!("relation of a {kind}")));
    wanted.extend([true, false].map(|some| format!("discretion {some}")));
    let kinds = ["target", "comparison", "checklist", "maturity", "maturity with a goal"];
    wanted.extend(kinds.map(|kind| format!("indicator of {kind}")));
    wanted.extend(["by no day", "by a year", "by a day"].map(str::to_owned));
    wanted.extend((0..3).map(|count| format!("departments {count}")));
    for always in [true, false] {
        let ways = ["add", "one unit each", "largest one", "1 groups", "2 groups"];
        wanted.extend(ways.map(|way| format!("always {always} {way}")));
    }
    assert_eq!(seen, wanted);
}

fn measured(measured: &Measured) -> String {
    let kind = match measured {
        Measured::Target(_) => "target",
        Measured::Comparison(_) => "comparison",
        Measured::Checklist(_) => "checklist",
        Measured::Maturity { reached, .. } if reached.is_empty() => "maturity",
        Measured::Maturity { .. } => "maturity with a goal",
    };
    format!("indicator of {kind}")
}

fn stacked(stacking: &Stacking) -> String {
    match stacking {
        Stacking::Add => "add".to_owned(),
        Stacking::AddOneUnitEach => "one unit each".to_owned(),
        Stacking::LargestOne => "largest one".to_owned(),
        Stacking::LargestOfEach(groups) => format!("{} groups", groups.len()),
    }
}

#[test]
fn scenes_reach_every_result_on_each_track_that_comes_with_the_program() {
    let mut seen = BTreeSet::new();
    for scene in drawn(1_200, built_in_scenes()) {
        let assessment = scene.assess();
        let of_track = |what: String| format!("{} {}: {what}", assessment.programme, assessment.track);
        seen.insert(of_track(format!("complete {}", assessment.missing.is_empty())));
        seen.extend(assessment.eligibility.verdict.map(|verdict| of_track(format!("{verdict:?}"))));
        seen.extend(truths(&assessment).into_iter().map(|(name, truth)| of_track(format!("{name} {truth:?}"))));
        let indicators = assessment.indicators.iter();
        seen.extend(indicators.map(|one| of_track(format!("indicator {} {:?}", one.id, one.status))));
    }
    let mut never = Vec::new();
    for (file, track) in BUILT_IN.iter().flat_map(|pack| pack.file.tracks.iter().map(|track| (&pack.file, track))) {
        let mut want = |what: String| {
            let wanted = format!("{} {}: {what}", file.id, track.id);
            never.extend((!seen.contains(&wanted)).then_some(wanted));
        };
        for complete in [true, false] {
            want(format!("complete {complete}"));
        }
        for verdict in [Verdict::Eligible, Verdict::Ineligible, Verdict::Undetermined] {
            if !track.conditions.is_empty() {
                want(format!("{verdict:?}"));
            }
        }
        for condition in &track.conditions {
            want(format!("condition {} Met", condition.id));
        }
        for measure in track.support.iter().flat_map(|support| &support.measures) {
            want(format!("measure {} Met", measure.id));
        }
        for indicator in &track.indicators {
            let rated = matches!(&indicator.measured, Measured::Maturity { reached, .. } if reached.is_empty());
            let settled: &[Status] = if rated { &[Status::NotApplicable] } else { &[Status::Reached, Status::Short] };
            for status in settled {
                want(format!("indicator {} {status:?}", indicator.id));
            }
        }
    }
    assert!(never.is_empty(), "never seen:\n{}", never.join("\n"));
}
