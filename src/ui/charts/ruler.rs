//! A ruler with the tiers of a measure and where the applicant stands on it.

use leptos::prelude::*;

use super::{label, roomy};
use crate::model::Quantity;
use crate::report::{RulerReport, TierRow};
use crate::ui::layout::{AxisScale, percent, width};
use crate::ui::store::Store;

/// Drawn for a fact that some measure grades by tiers; nothing for other facts.
#[component]
pub fn Ruler(fact: String) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.case_memo(move |case, _| RulerReport::of(case, &fact, lang));
    move || {
        let ruler = found.get()?;
        Some(view! {
            <figure class="ruler" use:roomy=30>
                {drawing(&ruler)}
                {ladder(&ruler, w.below_tiers())}
                <figcaption>{ruler.says.unwrap_or_else(|| w.ruler_idle().to_owned())}</figcaption>
            </figure>
        })
    }
}

/// On its side, where there is room for the words.
fn drawing(ruler: &RulerReport) -> Option<AnyView> {
    let bounds: Vec<Quantity> = ruler.tiers.iter().map(|tier| tier.bound).collect();
    let number = ruler.number.as_ref().map(|(number, _)| *number);
    let scale = AxisScale::new(&bounds, &needs(&ruler.tiers), number)?;
    let starts = scale.bounds();
    let here = ruler.here;
    let ends = starts.iter().skip(1);
    let segments = ruler.tiers.iter().zip(starts.iter().zip(ends)).enumerate();
    let tiers = segments.map(|(index, (tier, (start, end)))| {
        view! {
            <rect class="tier" data-shade=index.to_string() x=percent(*start) y="24" width=percent(end - start - 3) height="12"/>
            {label(*start, "56", tier.bound.grouped(), false)}
            {label(i64::midpoint(*start, *end), "78", tier.amount.clone(), here == Some(index))}
        }
    });
    let tiers = tiers.collect_view();
    let first = starts.first().copied().unwrap_or_default();
    let marker = number.map(|number| {
        let reached = here.is_some_and(|here| bounds.get(here) == Some(&number));
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
fn needs(tiers: &[TierRow]) -> Vec<i64> {
    const GAP: i64 = 20;
    let bounds = || tiers.iter().map(|tier| width(&tier.bound.grouped()) / 2);
    let before = std::iter::once(0).chain(bounds());
    let after = bounds().chain([0]);
    let amounts = std::iter::once(0).chain(tiers.iter().map(|tier| width(&tier.amount)));
    before.zip(after).zip(amounts).map(|((before, after), amount)| (before + after).max(amount) + GAP).collect()
}

/// The same as a list: upright where there is no room for the drawing, and for those who do not see it.
fn ladder(ruler: &RulerReport, below: &'static str) -> impl IntoView + use<> {
    let number = ruler.number.as_ref().map(|(_, said)| said.clone());
    let rung = |shade: String, starts: String, amount: Option<String>, is_here: bool| {
        let mark = number.clone().filter(|_| is_here).map(|here| view! { <b class="rung-here">{here}</b> });
        view! {
            <li class="rung" data-shade=shade aria-current=is_here.then_some("true")>
                <span>{starts}</span>" "<span class="rung-amount">{amount}</span>" "{mark}
            </li>
        }
    };
    let at = ruler.here;
    let tiers = ruler.tiers.iter().enumerate().map(|(index, tier)| {
        rung(index.to_string(), tier.starts.clone(), Some(tier.amount.clone()), at == Some(index))
    });
    view! {
        <ol class="ladder">
            {rung("none".to_owned(), below.to_owned(), None, at.is_none() && number.is_some())}
            {tiers.collect_view()}
        </ol>
    }
}
