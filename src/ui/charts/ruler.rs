//! A ruler with the tiers of a measure and where the applicant stands on it.

use leptos::prelude::*;

use super::label;
use crate::engine::explain::{Step, tiers};
use crate::engine::say::{number_text, say, start_text};
use crate::model::{Lang, Quantity, Value};
use crate::pack::Fact;
use crate::pack::measure::{Start, Tier};
use crate::ui::layout::{Scale, percent, width};
use crate::ui::store::Store;

/// What is drawn: the tiers of a fact, and the number that was entered.
#[derive(Clone, PartialEq)]
struct Graded {
    tiers: Vec<Tier>,
    number: Option<Quantity>,
}

impl Graded {
    /// The tier the number has reached.
    fn here(&self) -> Option<usize> {
        self.tiers.iter().rposition(|tier| self.reaches(tier.starts))
    }

    fn reaches(&self, start: Start) -> bool {
        self.number.is_some_and(|number| start.is_reached_by(number))
    }
}

/// Drawn for a fact that some measure grades by tiers; nothing for other facts.
#[component]
pub fn Ruler(fact: String) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let known = store.look(|_, track| track.pack.fact(&fact).cloned()).flatten()?;
    let id = StoredValue::new(fact);
    let graded = store.track_memo(move |session, track| {
        let tiers = tiers(track, &session.filing.choices(track.pack), &id.get_value())?;
        let number = session.filing.answers.get(&id.get_value()).and_then(Value::as_number);
        Some(Graded { tiers, number })
    });
    let step = store.outlook(move |outlook| {
        let measures = outlook.assessment.support.iter().flat_map(|support| &support.measures);
        let graded = |step: &&Step| matches!(step, Step::Tier { fact, .. } if *fact == id.get_value());
        measures.flat_map(|measure| &measure.steps).find(graded).cloned()
    });
    let said = move || match step.get() {
        Some(step) => store.look(|_, track| say(&step, track.pack, lang)).unwrap_or_default(),
        None => w.ruler_idle.to_owned(),
    };
    Some(move || {
        let graded = graded.get()?;
        Some(view! {
            <figure class="ruler">
                {drawing(&graded, lang)}
                {ladder(&graded, &known, w.below_tiers, lang)}
                <figcaption>{said}</figcaption>
            </figure>
        })
    })
}

/// On its side, where there is room for the words.
fn drawing(graded: &Graded, lang: Lang) -> Option<AnyView> {
    let bounds: Vec<Quantity> = graded.tiers.iter().map(|tier| tier.starts.bound()).collect();
    let labels: Vec<(String, String)> =
        graded.tiers.iter().map(|tier| (tier.starts.bound().grouped(), lang.money(tier.amount))).collect();
    let scale = Scale::new(&bounds, &needs(&labels), graded.number)?;
    let starts = scale.bounds();
    let here = graded.here();
    let ends = starts.iter().skip(1);
    let segments = labels.into_iter().zip(starts.iter().zip(ends)).enumerate();
    let tiers = segments.map(|(index, ((bound, amount), (start, end)))| {
        view! {
            <rect class="tier" data-shade=index.to_string() x=percent(*start) y="24" width=percent(end - start - 3) height="12"/>
            {label(*start, "56", bound, false)}
            {label(i64::midpoint(*start, *end), "78", amount, here == Some(index))}
        }
    });
    let tiers = tiers.collect_view();
    let first = starts.first().copied().unwrap_or_default();
    let marker = graded.number.map(|number| {
        let reached = here.is_some_and(|here| graded.tiers.get(here).is_some_and(|tier| tier.starts.bound() == number));
        let at = scale.at(number, reached);
        view! {
            <svg class="marker" x=percent(at) y="0"><path d="M0 22 l-7 -7 h14 z"/></svg>
            {label(at, "12", number.grouped(), true)}
        }
    });
    Some(
        view! {
            <svg class="ruler-drawing" aria-hidden="true">
                <rect class="tier-none" x="0" y="24" width=percent((first - 3).max(1)) height="12"/>
                {tiers}
                {marker}
            </svg>
        }
        .into_any(),
    )
}

/// How wide each stretch has to be for its words: half of each bound beside it, and its amount.
fn needs(labels: &[(String, String)]) -> Vec<i64> {
    const GAP: i64 = 20;
    let bounds = || labels.iter().map(|(bound, _)| width(bound) / 2);
    let before = std::iter::once(0).chain(bounds());
    let after = bounds().chain([0]);
    let amounts = std::iter::once(0).chain(labels.iter().map(|(_, amount)| width(amount)));
    before.zip(after).zip(amounts).map(|((before, after), amount)| (before + after).max(amount) + GAP).collect()
}

/// The same as a list: upright where there is no room for the drawing, and for those who do not see it.
fn ladder(graded: &Graded, fact: &Fact, below: &'static str, lang: Lang) -> impl IntoView + use<> {
    let here = graded.number.map(|number| number_text(fact, number, lang));
    let rung = |shade: String, starts: String, amount: Option<String>, is_here: bool| {
        let mark = here.clone().filter(|_| is_here).map(|here| view! { <b class="rung-here">{here}</b> });
        view! {
            <li class="rung" data-shade=shade aria-current=is_here.then_some("true")>
                <span>{starts}</span>" "<span class="rung-amount">{amount}</span>" "{mark}
            </li>
        }
    };
    let at = graded.here();
    let tiers = graded.tiers.iter().enumerate().map(|(index, tier)| {
        let starts = start_text(fact, tier.starts, lang);
        rung(index.to_string(), starts, Some(lang.money(tier.amount)), at == Some(index))
    });
    view! {
        <ol class="ladder">
            {rung("none".to_owned(), below.to_owned(), None, at.is_none() && graded.number.is_some())}
            {tiers.collect_view()}
        </ol>
    }
}
