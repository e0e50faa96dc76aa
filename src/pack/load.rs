//! From a pack file to a pack: read, check, index.

use std::collections::BTreeMap;

use super::index::{index, index_proposals};
use super::indicator::{Indicator, Measured};
use super::order::asking_order;
use super::programme::Action;
use super::rules::{Proposals, Rules, Slot};
use super::tally::{Tally, tallies};
use super::{Choices, Diagnostic, Fact, Number, PackFile, Track, check};
use crate::model::digest::digest;
use crate::model::json::{self, Limits};
use crate::model::positional::{self, Unreadable};
use crate::model::text::text;
use crate::model::{Grow, Lang, Text};

/// A programme that was checked and indexed. Only a file without errors becomes one.
#[derive(Clone, Debug)]
pub struct Pack {
    pub file: PackFile,
    /// SHA-256 of the file's canonical form, so that layout does not count.
    pub digest: String,
    slots: BTreeMap<String, Slot>,
    rules: Vec<Rules>,
    proposals: Vec<Proposals>,
    /// What rules ask of lists.
    tallies: Vec<Tally>,
}

/// A pack and what the checker would still like to see mended.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub pack: Pack,
    pub warnings: Vec<Diagnostic>,
}

/// A track together with the pack it belongs to: what an assessment is made against.
#[derive(Clone, Copy, Debug)]
pub struct TrackRef<'a> {
    pub pack: &'a Pack,
    pub track: &'a Track,
    pub rules: &'a Rules,
    pub proposals: &'a Proposals,
}

impl<'a> TrackRef<'a> {
    /// Programme and track in words.
    pub fn title(self, lang: Lang) -> String {
        format!("{} · {}", self.pack.file.title.get(lang), self.track.title.get(lang))
    }

    /// What is to be done for a task, by the fact that rates it: what the clause of the rating lists.
    pub fn actions_of(self, fact: &str) -> &'a [Action] {
        let rates = |one: &&Indicator| matches!(&one.measured, Measured::Maturity { fact: rated, .. } if rated == fact);
        let rating = self.track.indicators.iter().find(rates);
        let clause = rating.and_then(|rating| self.pack.file.clauses.iter().find(|clause| clause.cite == rating.cite));
        clause.map(|clause| clause.actions.as_slice()).unwrap_or_default()
    }
}

impl Pack {
    /// Reads a pack file. A file that cannot be read gives one error; one that can gives all that is wrong with it.
    pub fn load(text: &str) -> Result<Loaded, Vec<Diagnostic>> {
        let json = json::read(text, Limits::PACK).map_err(|error| vec![error.into()])?;
        let mut file: PackFile = json::shape(&json).map_err(|error| vec![error.into()])?;
        let diagnostics = check::check(&mut file, &json);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(diagnostics);
        }
        file.spread_checks();
        Ok(Loaded { pack: Self::indexed(file, digest(&json)), warnings: diagnostics })
    }

    /// The pack in few bytes, from which it is taken in again without being checked.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Unreadable> {
        positional::to_bytes(&self.file)
    }

    /// Takes in a pack that was checked and digested before, and has not changed since: somebody vouches for that.
    pub fn vouched(bytes: &[u8], digest: String) -> Result<Self, Unreadable> {
        Ok(Self::indexed(positional::from_bytes(bytes)?, digest))
    }

    fn indexed(file: PackFile, digest: String) -> Self {
        let order = asking_order(&file).unwrap_or_default();
        let rules: Vec<Rules> = file.tracks.iter().map(|track| index(&file, track, &order)).collect();
        let proposals = |(track, rules)| index_proposals(&file, track, &order, rules);
        let proposals: Vec<Proposals> = file.tracks.iter().zip(&rules).map(proposals).collect();
        let slots = file.facts.iter().enumerate().map(|(slot, fact)| (fact.id.clone(), Slot(slot))).grown();
        let tallies = tallies(&file, &slots, &rules, &proposals);
        Self { file, digest, slots, rules, proposals, tallies }
    }

    /// Rows of lists, each with the column that is added up if they are not only counted: all that rules ask for.
    pub fn tallies(&self) -> &[Tally] {
        &self.tallies
    }

    pub fn track(&self, id: &str) -> Option<TrackRef<'_>> {
        let position = self.file.tracks.iter().position(|track| track.id == id)?;
        let (track, rules) = self.file.tracks.get(position).zip(self.rules.get(position))?;
        Some(TrackRef { pack: self, track, rules, proposals: self.proposals.get(position)? })
    }

    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.slots.get(id).and_then(|slot| self.file.facts.get(slot.0))
    }

    pub fn slot(&self, id: &str) -> Option<Slot> {
        self.slots.get(id).copied()
    }

    /// Whether a list stands behind a fact, which can be answered in its place.
    pub fn is_optional(&self, list: Slot) -> bool {
        let lists = self.file.facts.iter().filter_map(|fact| fact.counted.as_ref()).flat_map(Number::<String>::facts);
        lists.into_iter().any(|id| self.slot(id) == Some(list))
    }

    pub fn fact_at(&self, slot: Slot) -> Option<&Fact> {
        self.file.facts.get(slot.0)
    }

    /// The clause with this citation.
    pub fn clause(&self, cite: &str) -> Option<&super::programme::Clause> {
        self.file.clauses.iter().find(|clause| clause.cite == cite)
    }

    /// Choices from pairs of reading and case ids; the error names the pair that does not exist.
    pub fn choices<'a>(&self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Choices, UnknownReading> {
        let mut choices = Choices::default();
        for (id, case) in pairs {
            let position = self.file.readings.iter().position(|reading| reading.id == id);
            let reading = position.and_then(|position| self.file.readings.get(position));
            let chosen = reading.and_then(|reading| reading.case_index(case));
            let known = |reading: &super::Reading| reading.cases.iter().map(|case| case.id.clone()).collect();
            let (Some(position), Some(chosen)) = (position, chosen) else {
                let known =
                    reading.map_or_else(|| self.file.readings.iter().map(|one| one.id.clone()).collect(), known);
                return Err(UnknownReading { reading: id.to_owned(), case: case.to_owned(), known });
            };
            choices = choices.with(position, chosen);
        }
        Ok(choices)
    }
}

/// A reading or a case that the pack does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownReading {
    pub reading: String,
    pub case: String,
    /// The ids that would have been known in this place.
    pub known: Vec<String>,
}

impl UnknownReading {
    pub fn said(&self) -> Text {
        let Self { reading, case, known } = self;
        let known = Lang::Zh.ids(known);
        text!("没有理解方式 `{reading}` 的情形 `{case}`；这里有 {known}", "{self}")
    }
}

impl std::fmt::Display for UnknownReading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { reading, case, known } = self;
        write!(f, "no reading `{reading}` with case `{case}`; known here: {}", known.join(", "))
    }
}
