//! A pack that comes with the program, cut down to one rule and the facts it looks at.

use std::sync::Arc;

use zhice::model::{Date, Quantity, Value};
use zhice::pack::cumulation::{Cumulation, CumulationRule, Stacking};
use zhice::pack::indicator::{Indicator, Measured};
use zhice::pack::measure::{Form, Limit};
use zhice::pack::track::{Requirement, Support, Topic};
use zhice::pack::{AmountRule, Choices, Condition, Measure, Pack, PackFile, Track};

use super::packs::as_written;
use super::scene::Scene;
use super::thresholds::step;

/// One rule, alone on its track; each fact is asked of everybody.
pub struct Probe(Arc<Pack>);

impl Probe {
    pub fn of_condition(file: &PackFile, condition: &Condition) -> Self {
        Self::new(file, condition.facts(), |track, cite| {
            let title = track.title.clone();
            let needs = condition.clone();
            track.conditions = vec![Requirement { id: "probe".to_owned(), title, needs, cite }];
        })
    }

    pub fn of_indicator(file: &PackFile, measured: &Measured) -> Self {
        Self::new(file, measured.facts(), |track, cite| {
            track.indicators = vec![Indicator {
                id: "probe".to_owned(),
                title: track.title.clone(),
                measured: measured.clone(),
                by: None,
                departments: Vec::new(),
                note: None,
                cite,
            }];
        })
    }

    pub fn of_amount(file: &PackFile, rule: &AmountRule) -> Self {
        Self::new(file, rule.facts(), |track, cite| {
            let measure = Measure {
                id: "probe".to_owned(),
                title: track.title.clone(),
                form: Form::Money,
                limit: Limit::AtMost,
                requires: Vec::new(),
                when: None,
                amount: rule.clone(),
                not_with: Vec::new(),
                note: None,
                cite: cite.clone(),
            };
            let cumulation = Cumulation { rule: CumulationRule::Always(Stacking::Add), ceilings: Vec::new(), cite };
            track.support = Some(Support { gates: Vec::new(), measures: vec![measure], cumulation });
        })
    }

    fn new(file: &PackFile, facts: Vec<&str>, judge: impl FnOnce(&mut Track, String)) -> Self {
        let mut file = as_written(file);
        let facts: Vec<String> = facts.into_iter().map(ToOwned::to_owned).collect();
        file.facts.retain(|declared| facts.contains(&declared.id));
        for declared in &mut file.facts {
            declared.asked_when = None;
            declared.proposed = None;
            declared.counted = None;
        }
        file.tracks.truncate(1);
        let track = file.tracks.first_mut().unwrap();
        let (title, lead) = (track.title.clone(), track.title.clone());
        track.topics = vec![Topic { id: "probe".to_owned(), title, lead, facts }];
        track.record.clear();
        track.conditions.clear();
        track.priorities.clear();
        track.indicators.clear();
        track.support = None;
        track.stage = None;
        track.procedure.clear();
        track.checks.clear();
        track.leads_to.clear();
        track.dropped.clear();
        judge(track, file.standing.cite.clone());
        Self(Arc::new(Pack::load(&serde_json::to_string(&file).unwrap()).unwrap().pack))
    }

    /// A number and its neighbours, as far as the fact can be that.
    pub fn around(&self, fact: &str, number: Quantity) -> Vec<Quantity> {
        let step = step(self.0.fact(fact).unwrap().kind);
        self.possible(fact, [number.minus(step), number, number.plus(step)])
    }

    /// Those of the numbers that the fact can be.
    pub fn possible(&self, fact: &str, numbers: impl IntoIterator<Item = Quantity>) -> Vec<Quantity> {
        let domain = self.0.fact(fact).unwrap().domain();
        numbers.into_iter().filter(|number| domain.read_text(&number.to_string()).is_ok()).collect()
    }

    /// An applicant for whom the facts are these numbers.
    pub fn scene(&self, answers: impl IntoIterator<Item = (impl Into<String>, Quantity)>) -> Scene {
        let answers = answers.into_iter().map(|(fact, number)| (fact.into(), Value::Number(number)));
        Scene {
            pack: self.0.clone(),
            track: self.0.file.tracks.first().unwrap().id.clone(),
            answers: answers.collect(),
            later: Vec::new(),
            as_of: Date::new(2020, 10, 1).unwrap(),
            choices: Choices::default(),
        }
    }
}
