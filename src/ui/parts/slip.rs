//! The conclusion so far, beside the questions; on a phone, a bar at the foot that opens.

use leptos::prelude::*;

use super::finding::verdict_class;
use crate::draft::words;
use crate::model::{Amount, Lang};
use crate::ui::charts::{percent, thousandths};
use crate::ui::i18n::phrases;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// How many missing facts are named before the rest is only counted.
const NAMED: usize = 5;

#[component]
pub fn Slip() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let open = RwSignal::new(false);
    let state = store.outlook(|outlook| verdict_class(outlook.assessment.eligibility.verdict));
    let verdict = store.outlook(move |outlook| words::eligibility(&outlook.assessment.eligibility, lang));
    let total = store.outlook(|outlook| outlook.assessment.support.as_ref().map(|support| support.total));
    // Without a verdict and without a sum, the indicators are the result.
    let tally = store.outlook(move |outlook| words::tally(&outlook.assessment.indicators, lang));
    let is_all = store
        .outlook(|outlook| outlook.assessment.eligibility.verdict.is_none() && outlook.assessment.support.is_none());
    let in_short = move || {
        tally.with(|tally| {
            let shown = !is_all.get() && !tally.is_empty();
            shown.then(|| format!("{}{}{}", w.self_evaluation, lang.pick("：", ": "), phrases::tally(tally, lang)))
        })
    };
    let count = |(count, word): (usize, &'static str)| view! { <li><b>{count}</b>" "{word}</li> };
    view! {
        <aside class="slip" class:slip-open=open data-truth=state aria-label=w.slip_title>
            <div class="slip-head">
                <h2>{w.slip_title}</h2>
                <div role="status" class="slip-result">
                    <p class="slip-verdict">{verdict}</p>
                    <ul class="slip-tally">{move || is_all.get().then(|| tally.get().into_iter().map(count).collect_view())}</ul>
                    <p class="slip-total">{move || total.get().map(|total| {
                        let label = total.high.is_some().then_some(w.slip_at_most);
                        view! { <small>{label}</small>" "<b>{short(total, lang)}</b> }
                    })}</p>
                </div>
                <button type="button" class="slip-toggle quiet" aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)>
                    {move || if open.get() { w.slip_close } else { w.slip_open }}
                </button>
            </div>
            <div class="slip-body">
                {move || total.get().map(|total| view! { <Range total/> })}
                {move || in_short().map(|line| view! { <p class="slip-note">{line}</p> })}
                <Missing/>
                <p class="slip-note">{words::disclaimer(lang)}</p>
            </div>
        </aside>
    }
}

/// `30–35 万元`; from where it starts, when there is no upper end yet and something is certain.
fn short(total: Amount, lang: Lang) -> String {
    match (total.high, lang) {
        (None, Lang::Zh) if total.low.is_positive() => format!("{}起", lang.money(total.low)),
        (None, Lang::En) if total.low.is_positive() => format!("{} or more", lang.money(total.low)),
        _ => lang.range(total),
    }
}

/// How much of the ceiling is already certain.
#[component]
fn Range(total: Amount) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let high = total.high?;
    Some(view! {
        <div class="range" aria-hidden="true"><i style:width=percent(thousandths(total.low, high))></i></div>
        <p class="range-scale">
            <span>{w.slip_certain}" "{lang.money(total.low)}</span>
            <span>{w.slip_ceiling}" "{lang.money(high)}</span>
        </p>
    })
}

#[component]
fn Missing() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.outlook(|outlook| outlook.assessment.missing.clone());
    let line = move |fact: String| {
        let found = store.look(|_, track| {
            let topic = track.track.topics.iter().position(|topic| topic.facts.contains(&fact))?;
            Some((topic, track.pack.fact(&fact)?.label.get(lang).to_owned()))
        });
        let (topic, label) = found.flatten()?;
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(topic)));
        Some(view! { <li><button type="button" class="link" on:click=go>{label}</button></li> })
    };
    view! {
        <Show when=move || missing.with(|missing| !missing.is_empty()) fallback=move || view! { <p class="slip-note">{w.slip_nothing_missing}</p> }>
            <h3>{w.slip_missing}</h3>
            <ul class="slip-missing">{move || missing.get().into_iter().take(NAMED).filter_map(line).collect_view()}</ul>
            <p class="slip-note">{move || phrases::missing_count(missing.with(Vec::len), lang)}</p>
        </Show>
    }
}
