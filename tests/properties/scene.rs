//! The generator of scenes: one applicant before one track of one pack, which every law is about.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use zhice::engine::{Assessment, assess};
use zhice::model::{Amount, Answers, AsOf, Date, Kind, Quantity, Truth, Value};
use zhice::pack::load::TrackRef;
use zhice::pack::programme::Dates;
use zhice::pack::{Choices, Fact, Pack, builtin};

use super::naive::World;
use super::{packs, thresholds};

/// The packs that come with the program.
pub static BUILT_IN: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| builtin::all().into_iter().map(Arc::new).collect());

/// Public documents that try the pack language.
static DOCUMENTS: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| {
    let texts = [
        include_str!("../packs/good/innovative-sme.json"),
        include_str!("../packs/good/shenzhen-2014-marks.json"),
        include_str!("../packs/good/nansha-2023-ip.json"),
        include_str!("../packs/good/guangzhou-2023-pledge.json"),
    ];
    texts.iter().map(|text| Arc::new(Pack::load(text).unwrap().pack)).collect()
});

/// One draw for each fact of the longest pack there is.
static DRAWS: LazyLock<usize> =
    LazyLock::new(|| BUILT_IN.iter().map(|pack| pack.file.facts.len()).max().unwrap_or_default().max(8));

#[derive(Clone)]
pub struct Scene {
    pub pack: Arc<Pack>,
    /// Id of the track.
    pub track: String,
    pub answers: Answers,
    /// An answer to each fact of the pack that is still open, in the order in which they will come in.
    pub later: Vec<(String, Value)>,
    pub as_of: AsOf,
    pub choices: Choices,
}

/// What chance decides about one fact.
#[derive(Clone, Copy, Debug)]
struct Draw {
    /// Whether it is answered at once.
    now: bool,
    /// Its place among those that are answered later.
    turn: u8,
    value: u16,
}

/// What chance decides about a scene.
#[derive(Clone, Debug)]
struct Draws {
    facts: Vec<Draw>,
    track: prop::sample::Index,
    cases: Vec<usize>,
    day: Day,
    /// How many of eight answers are to the liking of the rules, so that some applicants come through.
    luck: u16,
}

/// The day an assessment speaks of.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// On a day that changes the standing of the document, the day before it, or the day after.
    Near(prop::sample::Index, u32),
    /// From 1970.
    Any(u32),
}

/// Scenes on random packs and, one in four, on those that come with the program.
pub fn scenes() -> impl Strategy<Value = Scene> {
    (all_packs(), draws()).prop_map(|(pack, draws)| Scene::new(pack, &draws))
}

/// Scenes on the packs that come with the program.
pub fn built_in_scenes() -> impl Strategy<Value = Scene> {
    scenes_on(BUILT_IN.clone())
}

/// Scenes on public documents.
pub fn document_scenes() -> impl Strategy<Value = Scene> {
    scenes_on(DOCUMENTS.clone())
}

pub fn scenes_on(packs: Vec<Arc<Pack>>) -> impl Strategy<Value = Scene> {
    (select(packs), draws()).prop_map(|(pack, draws)| Scene::new(pack, &draws))
}

fn all_packs() -> impl Strategy<Value = Arc<Pack>> {
    prop_oneof![3 => packs::packs(), 1 => select(BUILT_IN.clone())]
}

fn draws() -> impl Strategy<Value = Draws> {
    let share = prop_oneof![Just(0.0), Just(0.3), Just(0.7), Just(0.95), Just(1.0)];
    let facts = share.prop_flat_map(|share| {
        let draw = (prop::bool::weighted(share), any::<u8>(), any::<u16>());
        vec(draw.prop_map(|(now, turn, value)| Draw { now, turn, value }), *DRAWS)
    });
    let near = (any::<prop::sample::Index>(), 0..3_u32).prop_map(|(day, step)| Day::Near(day, step));
    let day = prop_oneof![3 => near, 1 => (0..40_000_u32).prop_map(Day::Any)];
    let luck = prop_oneof![4 => 2..8_u16, 1 => Just(8)];
    (facts, any::<prop::sample::Index>(), vec(0..6_usize, 8), day, luck)
        .prop_map(|(facts, track, cases, day, luck)| Draws { facts, track, cases, day, luck })
}

impl Day {
    fn of(self, dates: &Dates) -> AsOf {
        let ends = [dates.trial_until, dates.period_until, dates.superseded_on];
        let turns: Vec<AsOf> = ends.into_iter().flatten().chain(dates.in_force).chain(Date::new(2019, 4, 14)).collect();
        let days = match self {
            Self::Near(day, step) => since_epoch(*day.get(&turns)) + step - 1,
            Self::Any(days) => days,
        };
        Date::from_days_since_epoch(days).unwrap()
    }
}

/// The first day that is not before this one, counted from 1970.
fn since_epoch(date: Date) -> u32 {
    let (mut before, mut at) = (0_u32, 40_000);
    while before + 1 < at {
        let middle = before.midpoint(at);
        let half = if Date::from_days_since_epoch(middle).unwrap() < date { &mut before } else { &mut at };
        *half = middle;
    }
    at
}

impl Scene {
    fn new(pack: Arc<Pack>, draws: &Draws) -> Self {
        let mut answers = Answers::default();
        let mut later = Vec::new();
        for (fact, draw) in pack.file.facts.iter().zip(draws.facts.iter().cycle()) {
            // A list that another fact is counted from could contradict it; `lists` is about these.
            if pack.slot(&fact.id).is_some_and(|slot| pack.is_optional(slot)) {
                continue;
            }
            let value = value(&pack, fact, draw.value, draws.luck);
            if draw.now {
                answers.set(&fact.id, value);
            } else {
                later.push((draw.turn, (fact.id.clone(), value)));
            }
        }
        later.sort_by_key(|(turn, _)| *turn);
        let cases = pack.file.readings.iter().zip(&draws.cases).enumerate();
        let choices = cases.fold(Choices::default(), |choices, (position, (reading, case))| {
            choices.with(position, case % reading.cases.len())
        });
        Self {
            track: draws.track.get(&pack.file.tracks).id.clone(),
            answers,
            later: later.into_iter().map(|(_, answer)| answer).collect(),
            as_of: draws.day.of(&pack.file.standing),
            choices,
            pack,
        }
    }

    /// Leaves no cell of a list open.
    pub fn fill_cells(&mut self) {
        for fact in self.pack.file.facts.iter().filter(|fact| fact.kind == Kind::List) {
            let Some(Value::List(rows)) = self.answers.get(&fact.id) else { continue };
            let mut rows = rows.to_vec();
            for row in &mut rows {
                for column in fact.columns.iter().filter(|column| row.get(&column.id).is_none()).collect::<Vec<_>>() {
                    row.set(&column.id, packs::list::cell(column));
                }
            }
            self.answers.set(&fact.id, Value::List(Arc::new(rows)));
        }
    }

    pub fn track(&self) -> TrackRef<'_> {
        self.pack.track(&self.track).unwrap()
    }

    pub fn assess(&self) -> Assessment {
        assess(self.track(), &self.answers, self.as_of, &self.choices)
    }

    /// The same scene with one more answer.
    pub fn knowing(&self, fact: &str, value: &Value) -> Self {
        let mut scene = self.clone();
        scene.answers.set(fact, value.clone());
        scene
    }

    /// The same facts, as the second evaluator sees them.
    pub fn world(&self) -> World<'_> {
        let readings = self.pack.file.readings.iter().enumerate();
        let case = |position: usize| self.choices.case(position);
        let cases = readings.map(|(position, reading)| (reading.id.as_str(), reading.cases.get(case(position))));
        let cases: BTreeMap<&str, &str> = cases.map(|(id, case)| (id, case.unwrap().id.as_str())).collect();
        World {
            file: &self.pack.file,
            track: self.track().track,
            answers: &self.answers,
            as_of: self.as_of,
            cases,
            every_unit: false,
        }
    }
}

impl fmt::Debug for Scene {
    /// Everything needed to see the case by hand; a pack that comes with the program by name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pack, track, answers, later, as_of, .. } = self;
        let later = later.iter().map(|(fact, value)| format!("{fact} = {}", json!(value)));
        let later = later.collect::<Vec<_>>().join(", ");
        let cases: Vec<String> = self.world().cases.iter().map(|(id, case)| format!("{id}={case}")).collect();
        writeln!(f, "track {track} of {} as of {as_of}, readings {}", pack.file.id, cases.join(" "))?;
        writeln!(f, "answers {}\nlater {later}", json!(answers))?;
        if pack.file.id == packs::ID {
            writeln!(f, "pack {}", json!(packs::as_written(&pack.file)))?;
        }
        Ok(())
    }
}

/// A value the pack takes for this fact; near the numbers at which its rules turn.
fn value(pack: &Pack, fact: &Fact, draw: u16, luck: u16) -> Value {
    let lucky = draw % 8 < luck;
    let rest = usize::from(draw / 8);
    let json = match fact.kind {
        Kind::Bool => json!(lucky),
        Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
            let numbers = numbers(pack, fact);
            let most = thresholds::of_fact(&pack.file, &fact.id).pop().filter(|_| lucky);
            let pleasing = numbers.iter().position(|number| most.is_none_or(|most| *number >= most));
            let open = numbers.get(pleasing.unwrap_or_default()..).unwrap();
            json!(open.get(rest % open.len()).unwrap())
        }
        Kind::Choice => {
            let pleasing = thresholds::options_of_fact(&pack.file, &fact.id);
            let all = fact.options.iter().map(|option| option.id.as_str()).collect();
            let open = if lucky && !pleasing.is_empty() { pleasing } else { all };
            json!(open.get(rest % open.len()).unwrap())
        }
        Kind::Set => {
            let holds = |index: usize| lucky || rest & (1 << (index % 13)) != 0;
            let held = fact.options.iter().enumerate().filter(|(index, _)| holds(*index));
            json!(held.map(|(_, option)| &option.id).collect::<Vec<_>>())
        }
        Kind::Text => json!(["东至柳泉路", "south of the ring road", "两行\n文字", "x"].get(rest % 4)),
        Kind::Date => json!(Date::from_days_since_epoch(u32::from(draw))),
        Kind::List => packs::list::answer(draw),
    };
    fact.read(&json).unwrap().unwrap()
}

/// The ends of the domain, the thresholds, and one step to either side of each.
pub fn numbers(pack: &Pack, fact: &Fact) -> Vec<Quantity> {
    let domain = fact.domain();
    let step = thresholds::step(fact.kind);
    let mut near = thresholds::of_fact(&pack.file, &fact.id);
    near.extend(thresholds::ANCHORS);
    near.extend(domain.floor().into_iter().chain(fact.max));
    let mut numbers: Vec<Quantity> = near.iter().flat_map(|at| [at.minus(step), *at, at.plus(step)]).collect();
    numbers.push(domain.largest_input());
    numbers.retain(|number| domain.read(&json!(number)).is_ok());
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Every truth an assessment states, by name.
pub fn truths(assessment: &Assessment) -> Vec<(String, Truth)> {
    let conditions = assessment.eligibility.conditions.iter().map(|one| (format!("condition {}", one.id), one.truth));
    let priorities = assessment.priorities.iter().map(|one| (format!("priority {}", one.id), one.truth));
    let measures = assessment.support.iter().flat_map(|support| &support.measures);
    let measures = measures.map(|one| (format!("measure {}", one.id), one.truth));
    conditions.chain(priorities).chain(measures).collect()
}

/// Every amount an assessment states under the chosen readings, by name.
pub fn amounts(assessment: &Assessment) -> Vec<(String, Amount)> {
    let mut amounts = Vec::new();
    if let Some(support) = &assessment.support {
        amounts.extend(support.measures.iter().map(|one| (format!("measure {}", one.id), one.amount)));
        amounts.extend(support.by_form.iter().map(|(form, amount)| (format!("all {form:?}"), *amount)));
        amounts.push(("total".to_owned(), support.total));
    }
    if let Some(score) = &assessment.score {
        amounts.extend(score.groups.iter().map(|one| (format!("group {}", one.id), one.points)));
        amounts.push(("points".to_owned(), score.points));
    }
    amounts
}
