//! The conclusion so far, beside the questions.

use leptos::prelude::*;

use super::aside::Aside;
use super::finding::verdict_class;
use super::in_short::InShort;
use super::said::Said;
use crate::draft::words;
use crate::model::Amount;
use crate::ui::i18n::phrases;
use crate::ui::layout::{percent, thousandths};
use crate::ui::outlook::Outlook;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// How many missing facts are named before the rest is only counted.
const NAMED: usize = 5;

#[component]
pub fn Slip() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let truth = store.outlook(|outlook| verdict_class(outlook.assessment.eligibility.verdict));
    let headline = store.outlook(move |outlook| words::headline(&outlook.assessment, lang));
    let total = store.outlook(|outlook| outlook.assessment.support.as_ref().map(|support| support.total));
    // Where they are not all there is, the indicators are told in a line.
    let tally = store.outlook(move |outlook| {
        let assessment = &outlook.assessment;
        let is_all = assessment.eligibility.verdict.is_none() && assessment.support.is_none();
        let tally = words::tally(&assessment.indicators, lang);
        let shown = !is_all && !tally.is_empty();
        shown.then(|| format!("{}{}{}", w.self_evaluation, lang.pick("：", ": "), phrases::tally(&tally, lang)))
    });
    let head = view! { <InShort/> }.into_any();
    view! {
        <Aside class="slip" title=w.slip_title truth head toggle=[w.slip_open, w.slip_close]>
            <Said sentence=headline/>
            {move || total.get().map(|total| view! { <Range total/> })}
            {move || tally.get().map(|line| view! { <p class="slip-note">{line}</p> })}
            <Others/>
            <Missing/>
            <p class="slip-note">{words::disclaimer(lang)}</p>
        </Aside>
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

/// How the other entries of the draft stand: an answer counts for each that asks it.
#[component]
fn Others() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let here = store.outlook(|outlook| (outlook.assessment.programme.clone(), outlook.assessment.track.clone()));
    let others = store.outlooks(move |outlooks| {
        let standing = |outlook: &Outlook| {
            let assessment = &outlook.assessment;
            let title = store.packs().with(|packs| {
                let pack = packs.iter().find(|pack| pack.file.id == assessment.programme)?;
                let track = &pack.track(&assessment.track)?.track.title;
                Some(format!("{} · {}", pack.file.title.get(lang), track.get(lang)))
            });
            (title, verdict_class(assessment.eligibility.verdict), words::headline(assessment, lang))
        };
        let is_here = |outlook: &Outlook| {
            here.with(|(programme, track)| {
                outlook.assessment.programme == *programme && outlook.assessment.track == *track
            })
        };
        let others = outlooks.iter().filter(|outlook| !is_here(outlook));
        others.map(|outlook| standing(outlook)).collect::<Vec<_>>()
    });
    let line = |(title, truth, headline): (Option<String>, &'static str, String)| {
        view! { <li data-truth=truth><span>{title}</span><b>{headline}</b></li> }
    };
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <h3>{w.slip_others}</h3>
            <ul class="slip-others">{move || others.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Missing() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.outlook(|outlook| outlook.assessment.missing.clone());
    let line = move |fact: String| {
        let packs = store.packs().get_untracked();
        let found = store.look(|session, track| {
            Some((session.filing.page_of(&fact, &packs)?, track.pack.fact(&fact)?.label.get(lang).to_owned()))
        });
        let (page, label) = found.flatten()?;
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(page)));
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
