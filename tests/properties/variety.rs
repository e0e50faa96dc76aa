//! A law that is only ever checked where nothing happens proves nothing: the scenes reach every kind of result.

use std::collections::BTreeSet;

use zhice::engine::assess::Status;
use zhice::pack::rules::{AmountNode, Node};

use super::hold::drawn;
use super::scene::{scenes, truths};

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
            seen.extend(support.readings.iter().map(|reading| format!("matters {}", reading.matters)));
        }
    }
    let mut wanted = Vec::new();
    for kind in ["condition", "priority"] {
        wanted.extend(["Met", "NotMet", "Unknown", "NotApplicable"].map(|truth| format!("{kind} {truth}")));
    }
    wanted.extend(["Met", "NotMet", "Unknown"].map(|truth| format!("measure {truth}")));
    wanted.extend(["Eligible", "Ineligible", "Undetermined"].map(|verdict| format!("verdict Some({verdict})")));
    wanted.push("verdict None".to_owned());
    wanted
        .extend(["NotYet", "InForce", "TrialEnded", "PeriodEnded", "Superseded"].map(|one| format!("standing {one}")));
    wanted.extend([Status::Unknown, Status::NotApplicable].map(|status| format!("indicator {status:?}")));
    for name in ["complete", "bounded", "settled", "spread", "matters"] {
        wanted.extend([true, false].map(|value| format!("{name} {value}")));
    }
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
    assert_eq!(seen.len(), 11 + 9 + 2, "{seen:?}");
}

fn name_of_node(node: &Node) -> String {
    format!("condition {:?}", std::mem::discriminant(node))
}

fn name_of_amount(node: &AmountNode) -> String {
    format!("amount {:?}", std::mem::discriminant(node))
}
