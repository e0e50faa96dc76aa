//! Unplaced entries of a draft: kept as they are, named to the person, and without effect, for the packs here have no
//! place for them.

use std::collections::BTreeSet;

use super::filing::Filing;
use super::saved::{self, SavedAnswer};
use crate::model::Grow;
use crate::pack::rules::facts_of;
use crate::pack::{Pack, Track};

impl Filing {
    /// Takes the answers that a pack here can read. One that was given anew since stands.
    pub fn place(&mut self, packs: &[Pack]) {
        let kept = std::mem::take(&mut self.unplaced).into_iter().map(|(fact, json)| (fact, SavedAnswer::Kept(json)));
        let (answers, unplaced) = saved::read_answers(kept, packs);
        self.unplaced = unplaced;
        for (fact, value) in answers.iter() {
            if !self.is_settled(fact) {
                self.answers.set(fact.to_owned(), value.clone());
            }
        }
    }

    /// How many facts are answered, whether or not the pack is here that has them.
    pub fn answered(&self) -> usize {
        let unread = self.unplaced.keys().filter(|fact| self.answers.get(fact).is_none());
        self.answers.iter().count() + unread.count()
    }

    /// The facts whose answers have no place here, and that were not answered anew: no pack can read them, or the tracks
    /// of this draft asked them in an earlier version and do not any more, though another programme may.
    pub fn unread_answers(&self, packs: &[Pack]) -> Vec<String> {
        let unplaced = self.unplaced.keys().filter(|fact| !self.is_settled(fact));
        let tracks: Vec<&Track> = self.entries.iter().filter_map(|entry| Some(entry.id.find(packs)?.track)).collect();
        let asked: BTreeSet<&str> = tracks.iter().flat_map(|track| facts_of(track)).grown();
        let dropped = tracks.iter().flat_map(|track| &track.dropped);
        let dropped = dropped.filter(|fact| !asked.contains(fact.as_str()) && self.answers.get(fact).is_some());
        let unread: BTreeSet<String> = unplaced.chain(dropped).cloned().grown();
        unread.into_iter().collect()
    }

    /// The readings whose chosen case no pack here has: the default is followed until the person chooses anew.
    pub fn unread_choices(&self, packs: &[Pack]) -> Vec<String> {
        let all = || packs.iter().flat_map(|pack| &pack.file.readings);
        let is_there =
            |id: &str, case: &str| all().any(|reading| reading.id == id && reading.case_index(case).is_some());
        let unread = self.readings.iter().filter(|(id, case)| !is_there(id, case));
        unread.map(|(id, _)| id.clone()).collect()
    }
}
