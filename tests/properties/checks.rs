//! Checks between answers and links to other programmes decide nothing.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::{Value, json};
use zhice::engine::Assessment;
use zhice::pack::{Link, Pack};

use super::hold::{drawn, hold};
use super::naive::Says;
use super::packs::as_written;
use super::scene::{BUILT_IN, Scene, built_in_scenes, scenes};

/// The packs that come with the program, without their checks and links.
static BARE: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| BUILT_IN.iter().map(|pack| bare(pack)).collect());

fn bare(pack: &Pack) -> Arc<Pack> {
    let mut file = as_written(&pack.file);
    for track in &mut file.tracks {
        track.checks.clear();
        track.leads_to.clear();
    }
    Arc::new(Pack::load(&json!(file).to_string()).unwrap().pack)
}

#[test]
fn no_result_moves_for_a_check_or_a_link() {
    let law = |scene: Scene, pack: Arc<Pack>| {
        let bare = Scene { pack, ..scene.clone() };
        prop_assert_eq!(without(&scene.assess()), without(&bare.assess()));
        Ok(())
    };
    hold(300, scenes(), |scene| {
        let pack = bare(&scene.pack);
        law(scene, pack)
    });
    hold(400, built_in_scenes(), |scene| {
        let pack = BARE.iter().find(|pack| pack.file.id == scene.pack.file.id).unwrap().clone();
        law(scene, pack)
    });
}

/// An assessment without what checks and links say, the readings that only they turn on, and the stamp of the file they
/// stand in.
fn without(assessment: &Assessment) -> Value {
    let mut json = json!(assessment);
    let fields = json.as_object_mut().unwrap();
    for key in ["checks", "leads_to", "pack"] {
        assert!(fields.remove(key).is_some());
    }
    for place in ["/readings", "/support/readings"] {
        if let Some(readings) = json.pointer_mut(place) {
            readings.as_array_mut().unwrap().retain(|reading| reading["matters"] == true);
        }
    }
    json
}

#[test]
fn a_check_speaks_up_where_it_fails_and_nowhere_else() {
    let law = |scene: Scene| {
        let world = scene.world();
        let failing = world.track.checks.iter().filter(|check| world.says(&check.holds) == Says::No);
        let failing: Vec<String> = failing.map(|check| check.id.clone()).collect();
        prop_assert_eq!(raised(&scene), failing);
        Ok(())
    };
    hold(300, scenes(), law);
    hold(600, built_in_scenes(), law);
}

#[test]
fn a_link_says_whether_what_comes_before_it_is_so() {
    let law = |scene: Scene| {
        let world = scene.world();
        let says = |link: &Link| link.when.as_ref().map_or(Says::Yes, |when| world.says(when));
        let expected: Vec<Says> = world.track.leads_to.iter().map(says).collect();
        let found: Vec<Says> = scene.assess().leads_to.into_iter().map(|link| link.truth.into()).collect();
        prop_assert_eq!(found, expected);
        Ok(())
    };
    hold(300, scenes(), law);
    hold(300, built_in_scenes(), law);
}

#[test]
fn some_of_the_scenes_raise_doubts() {
    let scenes = drawn(600, built_in_scenes());
    let raising = scenes.iter().filter(|scene| !raised(scene).is_empty()).count();
    assert!(raising > 10, "{raising}");
}

fn raised(scene: &Scene) -> Vec<String> {
    scene.assess().checks.into_iter().map(|doubt| doubt.id).collect()
}
