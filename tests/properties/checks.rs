//! Checks between answers and links to other programmes decide nothing.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::{Value, json};
use zhice::engine::Assessment;
use zhice::pack::Pack;

use super::hold::{drawn, hold};
use super::naive::Says;
use super::packs::as_written;
use super::scene::{BUILT_IN, Scene, built_in_scenes};

/// The packs that come with the program, without their checks and links.
static BARE: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| BUILT_IN.iter().map(|pack| Arc::new(bare(pack))).collect());

fn bare(pack: &Pack) -> Pack {
    let mut file = as_written(&pack.file);
    for track in &mut file.tracks {
        track.checks.clear();
        track.leads_to.clear();
    }
    Pack::load(&json!(file).to_string()).unwrap().pack
}

#[test]
fn no_result_moves_for_a_check_or_a_link() {
    hold(400, built_in_scenes(), |scene| {
        let pack = BARE.iter().find(|pack| pack.file.id == scene.pack.file.id).unwrap().clone();
        let bare = Scene { pack, ..scene.clone() };
        prop_assert_eq!(without(&scene.assess()), without(&bare.assess()));
        Ok(())
    });
}

/// An assessment without what checks and links say, and without the stamp of the file they stand in.
fn without(assessment: &Assessment) -> Value {
    let mut json = json!(assessment);
    let fields = json.as_object_mut().unwrap();
    for key in ["checks", "leads_to", "pack"] {
        assert!(fields.remove(key).is_some());
    }
    json
}

#[test]
fn a_check_speaks_up_where_it_fails_and_nowhere_else() {
    hold(600, built_in_scenes(), |scene| {
        let world = scene.world();
        let failing = world.track.checks.iter().filter(|check| world.says(&check.holds) == Says::No);
        let failing: Vec<String> = failing.map(|check| check.id.clone()).collect();
        prop_assert_eq!(raised(&scene), failing);
        Ok(())
    });
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
