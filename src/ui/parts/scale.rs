//! What the steps of a scale mean, said once above the questions that use it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::pack::Fact;
use crate::pack::load::TrackRef;
use crate::ui::store::Store;

/// One list for each scale these facts share.
#[component]
pub fn Scales(facts: Vec<String>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let mut seen = BTreeSet::new();
    let is_new = |fact: &&Fact| fact.scale.as_ref().is_some_and(|scale| seen.insert(scale.clone()));
    let scales =
        |track: TrackRef<'_>| facts.iter().filter_map(|id| track.pack.fact(id)).filter(is_new).cloned().collect();
    let scales: Vec<Fact> = store.look(|_, track| scales(track)).unwrap_or_default();
    let step = |fact: &Fact| {
        let steps =
            fact.options.iter().filter_map(|option| Some((option.label.get(lang), option.says.as_ref()?.get(lang))));
        steps
            .map(|(label, says)| view! { <div><dt>{label.to_owned()}</dt><dd>{says.to_owned()}</dd></div> })
            .collect_view()
    };
    let list = |fact: &Fact| view! { <dl class="scale">{step(fact)}</dl> };
    (!scales.is_empty()).then(|| {
        view! { <section class="scales"><h2>{w.scales()}</h2>{scales.iter().map(list).collect_view()}</section> }
    })
}
