//! A proposal is an offer: it follows the answers, stays what it was, and no result rests on it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::Value as Json;
use zhice::engine::Case;
use zhice::engine::proposal::proposals;
use zhice::model::Value;
use zhice::pack::{Choices, Pack, PackFile, Proposal};

use super::hold::hold;
use super::naive::Says;
use super::packs;
use super::scene::{BUILT_IN, Scene, built_in_scenes, scenes};

/// The built-in packs as they would be if they proposed nothing.
static SILENT: LazyLock<BTreeMap<String, Arc<Pack>>> =
    LazyLock::new(|| BUILT_IN.iter().map(|pack| (pack.file.id.clone(), silent(&pack.file))).collect());

fn silent(file: &PackFile) -> Arc<Pack> {
    let mut file = packs::as_written(file);
    file.facts.iter_mut().for_each(|fact| fact.proposed = None);
    Arc::new(Pack::load(&serde_json::to_string(&file).unwrap()).unwrap().pack)
}

#[test]
fn a_proposal_changes_no_assessment() {
    hold(300, scenes(), |scene| {
        let pack = SILENT.get(&scene.pack.file.id).cloned().unwrap_or_else(|| silent(&scene.pack.file));
        let without = Scene { pack, ..scene.clone() };
        prop_assert_eq!(results(&scene), results(&without));
        Ok(())
    });
}

/// The whole assessment but for the mark of the pack it was made with.
fn results(scene: &Scene) -> Json {
    let mut assessment = serde_json::to_value(scene.assess()).unwrap();
    assessment["pack"].take();
    assessment
}

#[test]
fn what_is_proposed_stays_as_more_is_answered() {
    hold(300, scenes(), |mut scene| {
        let mut before = proposed(&scene);
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
            let after = proposed(&scene);
            for (conclusion, was) in &before {
                prop_assert_eq!(
                    after.get(conclusion),
                    Some(was),
                    "{} changed what is proposed for {}",
                    fact,
                    conclusion
                );
            }
            before = after;
        }
        Ok(())
    });
}

#[test]
fn both_evaluators_propose_the_same() {
    let law = |scene: Scene| {
        let (proposed, world) = (proposed(&scene), scene.world());
        for fact in world.asked().into_iter().filter_map(|id| scene.pack.fact(id)) {
            let expected = match &fact.proposed {
                Some(Proposal::Condition(condition)) => decided(world.says(condition)).map(Value::Bool),
                Some(Proposal::Option(entries)) => {
                    let first = entries.iter().find(|entry| world.says(&entry.when) != Says::No);
                    let met = first.filter(|entry| world.says(&entry.when) == Says::Yes);
                    met.map(|entry| Value::Choice(entry.option.clone()))
                }
                _ => continue,
            };
            prop_assert_eq!(proposed.get(&fact.id), expected.as_ref(), "{}", &fact.id);
        }
        Ok(())
    };
    hold(400, scenes(), law);
    hold(200, built_in_scenes(), law);
}

fn decided(says: Says) -> Option<bool> {
    match says {
        Says::Yes => Some(true),
        Says::No => Some(false),
        Says::Void | Says::Open | Says::Left => None,
    }
}

fn proposed(scene: &Scene) -> BTreeMap<String, Value> {
    proposals(&Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices)).into_iter().collect()
}

/// Somebody who answers by the signs alone is offered every kind of conclusion the packs have.
#[test]
fn every_kind_of_proposal_is_seen() {
    let mut seen = [0_usize; 3];
    for scene in super::hold::drawn(200, built_in_scenes()) {
        for value in proposed(&scene).values() {
            let kind = match value {
                Value::Bool(_) => 0,
                Value::Choice(_) => 1,
                _ => 2,
            };
            seen[kind] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 5), "{seen:?}");
}

#[test]
fn growth_is_worked_out_from_two_years_and_over_several_a_year_on_average() {
    let yantai = ("yantai-2020-operation", "city");
    for ((programme, track), answers, fact, growth) in [
        (
            ("cnipa-2023-zone", "pilot"),
            vec![("econ.ip_service_revenue_base", "8"), ("econ.ip_service_revenue", "9")],
            "econ.ip_service_growth",
            Some("12.5"),
        ),
        (
            yantai,
            vec![("yt.growth_years", "3"), ("yt.transfers_base", "125"), ("yt.transfers", "216")],
            "yt.transfer_growth",
            Some("20"),
        ),
        (
            yantai,
            vec![("yt.growth_years", "3"), ("yt.contract_value_base", "1.25"), ("yt.contract_value", "3.4299")],
            "yt.contract_growth",
            Some("39.9986"),
        ),
        (yantai, vec![("yt.pledge_amount_base", "10"), ("yt.pledge_amount", "20")], "yt.pledge_amount_growth", None),
    ] {
        let number = |text: &str| Value::Number(text.parse().unwrap());
        let pack = BUILT_IN.iter().find(|pack| pack.file.id == programme).unwrap();
        let answers = answers.into_iter().map(|(fact, text)| (fact.to_owned(), number(text))).collect();
        let offered = proposals(&Case::new(pack.track(track).unwrap(), &answers, &Choices::default()));
        let offered = offered.into_iter().find_map(|(id, value)| (id == fact).then_some(value));
        assert_eq!(offered, growth.map(number), "{fact}");
    }
}
