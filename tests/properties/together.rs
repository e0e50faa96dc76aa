//! Of measures that exclude each other the best way is taken, and what is said of each two follows from what comes of
//! taking the one or the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use zhice::engine::together::{Better, Place, together};
use zhice::engine::{Assessment, Case};
use zhice::model::{Amount, Quantity};
use zhice::pack::Pack;

use super::hold::hold;
use super::scene::{Scene, scenes_on};

const NANSHA: &str = include_str!("../packs/good/nansha-2023-ip.json");
/// Its measures, of which two are received as one.
const MEASURES: usize = 9;
const AS_ONE: [usize; 2] = [6, 7];

/// A measure of either programme.
type At = (usize, usize);

/// A district's firm before two programmes of the same measures, and which of one excludes which of the other.
fn filings() -> impl Strategy<Value = (Vec<At>, Scene, Scene)> {
    vec((0..MEASURES, 0..MEASURES), 0..6).prop_flat_map(|edges| {
        let scene = |id| scenes_on(vec![Arc::new(programme(id, &edges))]);
        (Just(edges.clone()), scene("one"), scene("other"))
    })
}

fn programme(id: &str, edges: &[(usize, usize)]) -> Pack {
    let mut file: Value = serde_json::from_str(NANSHA).unwrap();
    file["id"] = json!(id);
    let measures = file["tracks"][0]["support"]["measures"].as_array_mut().unwrap();
    let ids: Vec<Value> = measures.iter().map(|one| one["id"].clone()).collect();
    for (at, measure) in measures.iter_mut().enumerate() {
        let named = edges.iter().filter(|(one, _)| id == "one" && *one == at).map(|(_, other)| {
            let says = json!({ "zh": "另一项", "en": "another" });
            json!({ "says": says, "programme": "other", "track": "firm", "measure": ids[*other], "cite": "质押融资第三款" })
        });
        measure["not_with"] = named.collect();
    }
    Pack::load(&file.to_string()).unwrap().pack
}

#[test]
fn no_way_through_two_programmes_beats_the_one_taken_and_both_sums_are_those_of_taking_each() {
    hold(400, filings(), |(edges, mut one, mut other)| {
        (one.track, other.track) = ("firm".into(), "firm".into());
        let scenes = [&one, &other];
        let amounts = scenes.map(|scene| amounts(&scene.assess()));
        let cases = scenes.map(|scene| Case::on(one.as_of, scene.track(), &scene.answers, &scene.choices));
        let found = together(&cases);
        let may_bring = |(side, at): At| amounts[side][at].high.is_none_or(Quantity::is_positive);
        let edges: BTreeSet<(At, At)> = edges.iter().map(|(one, other)| ((0, *one), (1, *other))).collect();
        let edges: Vec<(At, At)> =
            edges.into_iter().filter(|(one, other)| may_bring(*one) && may_bring(*other)).collect();
        let most =
            |taken: Option<At>| lawful(&edges, taken).iter().map(|way| sum(&amounts, way)).reduce(Amount::larger);

        prop_assert_eq!(Some(found.total), most(None));
        prop_assert_eq!(found.exclusions.len(), edges.len());
        let at = |place: &Place| -> At {
            let measures = &one.track().track.support.as_ref().unwrap().measures;
            let index = measures.iter().position(|measure| measure.id == place.measure).unwrap();
            (usize::from(place.programme == "other"), index)
        };
        let chosen: Vec<At> = found.chosen.iter().map(|taken| at(&taken.place)).collect();
        for exclusion in &found.exclusions {
            let (one, other) = (at(&exclusion.one), at(&exclusion.other));
            prop_assert!(edges.contains(&(one, other)));
            let (with_one, with_other) = (exclusion.with_one, exclusion.with_other);
            prop_assert_eq!(Some(with_one), most(Some(one)));
            prop_assert_eq!(Some(with_other), most(Some(other)));
            let more = |than: Amount, amount: Amount| than.high.is_some_and(|high| amount.low > high);
            let said = match exclusion.better {
                Better::One => more(with_other, with_one) && !chosen.contains(&other),
                Better::Other => more(with_one, with_other) && !chosen.contains(&one),
                Better::Same => with_one == with_other && with_one.is_settled(),
                Better::Unknown => {
                    let settled = with_one.is_settled() && with_other.is_settled();
                    !settled && !more(with_one, with_other) && !more(with_other, with_one)
                }
            };
            prop_assert!(said, "{:?}", exclusion);
            for (at, with) in [(one, with_one), (other, with_other)] {
                prop_assert!(!chosen.contains(&at) || with.low == found.total.low, "taken for less: {:?}", exclusion);
            }
        }
        Ok(())
    });
}

fn amounts(assessment: &Assessment) -> Vec<Amount> {
    assessment.support.iter().flat_map(|support| &support.measures).map(|measure| measure.amount).collect()
}

/// Every choice of the measures of which none excludes another, with a certain one and what is not received as one with it.
fn lawful(edges: &[(At, At)], taken: Option<At>) -> Vec<Vec<At>> {
    let excluded: BTreeSet<At> = edges.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let excluded: Vec<At> = excluded.into_iter().collect();
    let all = (0..2).flat_map(|side| (0..MEASURES).map(move |at| (side, at)));
    let is_as_one = |at: At| {
        taken.is_some_and(|own| at != own && at.0 == own.0 && [at.1, own.1].iter().all(|one| AS_ONE.contains(one)))
    };
    let free: Vec<At> = all.filter(|at| !is_as_one(*at)).collect();
    let way = |mask: u32| -> Vec<At> {
        let is_left = |at: &At| excluded.iter().position(|one| one == at).is_some_and(|bit| mask & (1 << bit) == 0);
        free.iter().copied().filter(|at| !is_left(at)).collect()
    };
    let holds = |way: &Vec<At>| {
        edges.iter().all(|(one, other)| !(way.contains(one) && way.contains(other)))
            && taken.is_none_or(|taken| way.contains(&taken))
    };
    (0..1_u32 << excluded.len()).map(way).filter(holds).collect()
}

/// Everything added up, and of those that are received as one the larger.
fn sum(amounts: &[Vec<Amount>; 2], way: &[At]) -> Amount {
    let of = |(side, at): &At| amounts[*side][*at];
    let (as_one, apart): (Vec<At>, Vec<At>) = way.iter().partition(|(_, at)| AS_ONE.contains(at));
    let larger = |side: usize| as_one.iter().filter(|at| at.0 == side).map(of).fold(Amount::ZERO, Amount::larger);
    apart.iter().map(of).fold(Amount::ZERO, Amount::plus).plus(larger(0)).plus(larger(1))
}
