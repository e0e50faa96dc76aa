//! Random tracks.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::pack::track::{Applicant, Material, Narrative, ProcedureStep, Requirement, Topic, TrackKind};
use zhice::pack::{Check, Condition, Fact, Link, Proposal, Track};

use super::CITE;
use super::condition::{Shape, shape};
use super::indicator::{IndicatorSketch, indicator};
use super::known::{Known, words};
use super::score::{ScoreSketch, score};
use super::sketch::ALWAYS;
use super::support::{SupportSketch, support};

/// A track that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct TrackSketch {
    asks: Vec<bool>,
    records: Index,
    conditions: Vec<Shape>,
    priorities: Vec<Shape>,
    indicators: Vec<IndicatorSketch>,
    support: Option<SupportSketch>,
    checks: Vec<Shape>,
    /// What has to be so before the track leads on, if it does.
    links: Vec<Option<Shape>>,
    kind: Option<TrackKind>,
    score: Option<ScoreSketch>,
}

pub fn track() -> impl Strategy<Value = TrackSketch> {
    let asked = (vec(any::<bool>(), 8), any::<Index>());
    let judged = (vec(shape(), 0..4), vec(shape(), 0..2), vec(indicator(), 0..4));
    let kinds = vec![TrackKind::Application, TrackKind::Claim, TrackKind::SelfEvaluation, TrackKind::Check];
    let support = (option::weighted(0.8, support()), option::of(select(kinds)));
    let beside = (vec(shape(), 0..3), vec(option::of(shape()), 0..2), option::weighted(0.4, score()));
    (asked, judged, support, beside).prop_map(
        |((asks, records), (conditions, priorities, indicators), (support, kind), (checks, links, score))| {
            TrackSketch { asks, records, conditions, priorities, indicators, support, checks, links, kind, score }
        },
    )
}

impl TrackSketch {
    /// `all` lists every fact of the pack.
    pub fn build(&self, index: usize, all: Known<'_>) -> Track {
        let facts = self.asked(all.facts);
        let known = Known { facts: &facts, ..all };
        let requirement = |prefix: &str, (index, shape): (usize, &Shape)| Requirement {
            id: format!("{prefix}{index}"),
            title: words(),
            needs: shape.build(known),
            cite: CITE.to_owned(),
        };
        let mut conditions: Vec<Requirement> =
            self.conditions.iter().enumerate().map(|condition| requirement("c", condition)).collect();
        let tests = self.score.iter().flat_map(ScoreSketch::tests).enumerate();
        conditions.extend(tests.map(|(index, needs)| Requirement {
            id: format!("s{index}"),
            title: words(),
            needs,
            cite: CITE.to_owned(),
        }));
        let mut asked: Vec<String> = facts.iter().map(|fact| fact.id.clone()).collect();
        let recorded = asked.split_off(self.records.index(facts.len()));
        let indicators = self.indicators.iter().enumerate();
        Track {
            id: format!("t{index}"),
            title: words(),
            applicant: Applicant::Agency,
            kind: self.kind,
            who: words(),
            outcome: words(),
            stage: None,
            topics: vec![Topic { id: "topic".to_owned(), title: words(), lead: words(), facts: asked }],
            rounds: Vec::new(),
            record: recorded,
            dropped: Vec::new(),
            priorities: self.priorities.iter().enumerate().map(|priority| requirement("p", priority)).collect(),
            indicators: indicators.map(|(index, indicator)| indicator.build(index, known)).collect(),
            indicators_note: Some(words()),
            score: self.score.as_ref().map(|score| score.build(known)),
            checks: self.checks.iter().enumerate().map(|(index, holds)| check(index, holds.build(known))).collect(),
            leads_to: self.links.iter().enumerate().map(|(index, when)| link(index, when.as_ref(), known)).collect(),
            support: self.support.as_ref().map(|support| support.build(known, &conditions)),
            conditions,
            consequences: Vec::new(),
            narratives: vec![Narrative { id: "plan".to_owned(), title: words(), help: words(), cite: CITE.to_owned() }],
            materials: vec![Material { id: "form".to_owned(), title: words(), note: words(), cite: CITE.to_owned() }],
            procedure: vec![ProcedureStep {
                id: "step".to_owned(),
                title: words(),
                actor: words(),
                stages: Vec::new(),
                due: None,
                when: Some(words()),
                reckoning: None,
                recommends: false,
                cite: CITE.to_owned(),
            }],
        }
    }

    /// The facts of the track, and with each those its `asked_when` and its proposal look at.
    fn asked(&self, all: &[Fact]) -> Vec<Fact> {
        let mut wanted: BTreeSet<&str> = BTreeSet::new();
        for (index, fact) in all.iter().enumerate().rev() {
            let drawn = index < ALWAYS.len() || self.asks.get(index).copied().unwrap_or(false);
            if drawn || wanted.contains(fact.id.as_str()) {
                wanted.insert(&fact.id);
                wanted.extend(fact.asked_when.iter().flat_map(Condition::facts));
                wanted.extend(fact.proposed.iter().flat_map(Proposal::facts));
            }
        }
        all.iter().filter(|fact| wanted.contains(fact.id.as_str())).cloned().collect()
    }
}

fn check(index: usize, holds: Condition) -> Check {
    Check { id: format!("k{index}"), holds, text: words(), cite: Some(CITE.to_owned()) }
}

fn link(index: usize, when: Option<&Shape>, known: Known<'_>) -> Link {
    Link {
        id: format!("l{index}"),
        when: when.map(|shape| shape.build(known)),
        programme: "elsewhere".to_owned(),
        track: "t0".to_owned(),
        text: words(),
        note: None,
        carries: Vec::new(),
        cite: CITE.to_owned(),
    }
}
