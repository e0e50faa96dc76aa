//! 数据去向: what was loaded, what was sent, what is kept, and how to see for oneself.

use leptos::prelude::*;

use super::handoff::HandedOver;
use super::{Fold, awaited};
use crate::ui::browser::Noted;
use crate::ui::i18n::proof::{requests, size};
use crate::ui::store::Store;

#[component]
pub fn ProofFold() -> impl IntoView {
    let w = Store::get().words();
    view! {
        <Fold class="fold proof" label=w.proof().to_owned()>
            {awaited(|late| (late.proof)())}
        </Fold>
    }
}

#[component]
pub fn Proof() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let proof = RwSignal::new(store.browser().proof());
    let list = move |all: Vec<Noted>, describe: fn(&Noted, &'static str, &'static str) -> &'static str| {
        let row = |one: Noted| {
            let note = describe(&one, w.proof_checked(), w.proof_unchecked());
            view! { <li><code>{one.name}</code>" "{size(one.bytes, lang)}{note}</li> }
        };
        (!all.is_empty()).then(|| view! { <ul>{all.into_iter().map(row).collect_view()}</ul> })
    };
    let plain = move |all: Vec<Noted>| list(all, |_, _, _| "");
    view! {
        <p>{w.proof_lead()}</p>
        <h3>{w.proof_loaded()}</h3>
        {move || list(proof.get().loaded, |one, checked, unchecked| if one.checked { checked } else { unchecked })}
        <h3>{w.proof_sent()}</h3>
        <p role="status">{move || proof.with(|proof| requests(proof.sent.len(), proof.full, lang))}</p>
        {move || plain(proof.get().sent)}
        <HandedOver/>
        <h3>{w.proof_kept()}</h3>
        <p>{move || proof.with(|proof| match &proof.kept {
            None => w.proof_unreadable(),
            Some(kept) if kept.is_empty() => w.proof_nothing_kept(),
            Some(_) => w.proof_kept_here(),
        })}</p>
        {move || plain(proof.get().kept.unwrap_or_default())}
        <h3>{w.proof_policy()}</h3>
        <p>{w.proof_policy_says()}</p>
        <h3>{w.proof_yourself()}</h3>
        <p>{w.proof_yourself_how()}</p>
        <p class="actions">
            <button type="button" on:click=move |_| proof.set(store.browser().proof())>{w.proof_again()}</button>
        </p>
    }
}
