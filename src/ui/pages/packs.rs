//! 版本与政策包: which version this is, which packs serve, and what became of those the portal brought.

use leptos::prelude::*;

use crate::model::Lang;
use crate::ui::i18n::{Words, packs};
use crate::ui::pack_source::PackSource;
use crate::ui::route::Page;
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;
use crate::ui::view_model::packs::PackCard;

#[component]
pub fn Packs() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let sources = store.pack_sources();
    let broken = move || {
        let broken: Vec<_> = sources.with(|sources| {
            sources.iter().filter(|source| source.programme.is_none()).map(|source| unused(source, lang)).collect()
        });
        (!broken.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2>{w.packs_unused()}</h2>
                    <p>{w.packs_fallback()}</p>
                    {broken}
                </section>
            }
        })
    };
    let serving = move || {
        let cards = sources.with(|sources| store.programmes().with(|all| PackCard::all(all, sources, lang)));
        cards.into_iter().map(|card| serving(card, w)).collect_view()
    };
    let leave = move |_| {
        let open = store.session().with_untracked(|session| (!session.filing.is_blank()).then_some(session.filing.key));
        store.send(open.map_or(Msg::PageOpened(Page::Start), |key| Msg::FilingOpened { key }));
    };
    let leave_to = if store.session().with_untracked(Session::is_blank) { w.review_leave() } else { w.packs_leave() };
    view! {
        <h1>{w.packs_title()}</h1>
        <p class="lead">{packs::lead(lang)}</p>
        {broken}
        <section class="section">
            <h2>{w.packs_serving()}</h2>
            {serving}
        </section>
        <p class="actions"><button type="button" class="link" on:click=leave>{leave_to}</button></p>
    }
}

/// An address whose pack could not be used.
fn unused(source: &PackSource, lang: Lang) -> impl IntoView + use<> {
    view! {
        <article class="card pack">
            <h3><code>{source.address.clone()}</code></h3>
            {notes(&source.notes_in(lang))}
        </article>
    }
}

fn serving(card: PackCard, w: Words) -> impl IntoView {
    let PackCard { id, title, version, origin, digest, notes: noted } = card;
    let name = id.clone();
    view! {
        <article class="card pack" data-pack=name>
            <h3>{title}</h3>
            <dl>
                <dt>{w.packs_id()}</dt><dd><code>{id}</code></dd>
                <dt>{w.packs_version()}</dt><dd>{version}</dd>
                <dt>{w.packs_origin()}</dt><dd>{origin}</dd>
                <dt>{w.packs_digest()}</dt><dd><code>{digest}</code></dd>
            </dl>
            {(!noted.is_empty()).then(|| notes(&noted))}
        </article>
    }
}

fn notes(notes: &[String]) -> impl IntoView + use<> {
    let lines = notes.iter().map(|line| view! { <li class="fault">{line.clone()}</li> }).collect_view();
    view! { <ul class="faults">{lines}</ul> }
}
