//! A ruler with the tiers of a measure and where the applicant stands on it.

use leptos::prelude::*;

use super::{percent, thousandths};
use crate::engine::explain::{Step, tiers};
use crate::engine::say::say;
use crate::model::{Quantity, Value};
use crate::pack::measure::Tier;
use crate::ui::store::Store;

/// Drawn under the question of a fact that some measure grades by tiers; nothing for other facts.
#[component]
pub fn Ruler(fact: String) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let id = StoredValue::new(fact);
    let scale = store.track_memo(move |session, track| {
        let tiers = tiers(track, &session.choices(track.pack), &id.get_value())?;
        let number = match session.answers.get(&id.get_value()) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        Some((tiers, number))
    });
    let step = store.outlook(move |outlook| {
        let measures = outlook.assessment.support.iter().flat_map(|support| &support.measures);
        let graded = |step: &&Step| matches!(step, Step::Tier { fact, .. } if *fact == id.get_value());
        measures.flat_map(|measure| &measure.steps).find(graded).cloned()
    });
    move || {
        let (tiers, number) = scale.get()?;
        let caption = step.get().and_then(|step| store.look(|_, track| say(&step, track.pack, lang)));
        Some(view! {
            <figure class="ruler">
                {drawing(&tiers, number, lang)}
                <figcaption>{caption}</figcaption>
            </figure>
        })
    }
}

fn drawing(tiers: &[Tier], number: Option<Quantity>, lang: crate::model::Lang) -> impl IntoView + use<> {
    let last = tiers.last().map(|tier| tier.starts.bound()).unwrap_or_default();
    // A quarter more than the highest bound, or than the number where that lies further out.
    let end = last.max(number.unwrap_or_default()).times(Quantity::whole(5));
    let at = |bound: Quantity| thousandths(bound.times(Quantity::whole(4)), end);
    let reached = |tier: &Tier| number.is_some_and(|number| tier.starts.is_reached_by(number));
    let starts: Vec<i64> = tiers.iter().map(|tier| at(tier.starts.bound())).collect();
    let ends = starts.iter().copied().skip(1).chain([1_000]);
    let segments = tiers.iter().zip(&starts).zip(ends).enumerate().map(|(index, ((tier, start), end))| {
        let here = reached(tier) && !tiers.get(index + 1).is_some_and(reached);
        view! {
            <rect class="tier" data-shade=index.to_string() x=percent(*start) y="24" width=percent(end - start - 3) height="12"/>
            <text x=percent(*start) y="56">{tier.starts.bound().grouped()}</text>
            <text class:strong=here x=percent(i64::midpoint(*start, end)) y="78">{lang.money(tier.amount)}</text>
        }
    });
    let first = starts.first().copied().unwrap_or_default();
    let marker = number.map(|number| {
        let x = percent(at(number));
        view! {
            <svg class="marker" x=x.clone() y="0"><path d="M0 22 l-7 -9 h14 z"/></svg>
            <text class="strong" x=x y="10">{number.grouped()}</text>
        }
    });
    view! {
        <svg class="ruler-drawing" aria-hidden="true">
            <rect class="tier-none" x="0" y="24" width=percent((first - 3).max(1)) height="12"/>
            {segments.collect_view()}
            {marker}
        </svg>
    }
}
