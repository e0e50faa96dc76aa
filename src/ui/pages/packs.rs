//! 版本与政策包: which version this is, which packs serve, and what became of those the portal brought.

use leptos::prelude::*;

use crate::engine::assess::ENGINE;
use crate::pack::Pack;
use crate::ui::i18n::packs;
use crate::ui::route::Page;
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;
use crate::ui::supply::Supply;

#[component]
pub fn Packs() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let supplies = store.supplies().get_untracked();
    let broken: Vec<_> = supplies.iter().filter(|supply| supply.programme.is_none()).map(unused).collect();
    let broken = (!broken.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{w.packs_unused}</h2>
                <p>{w.packs_fallback}</p>
                {broken}
            </section>
        }
    });
    let serving = store.packs().get_untracked().iter().map(|pack| serving(pack, &supplies, store)).collect_view();
    let leave = move |_| {
        let open = store.session().with_untracked(|session| (!session.filing.is_blank()).then_some(session.filing.key));
        store.send(open.map_or(Msg::PageOpened(Page::Start), |key| Msg::FilingOpened { key }));
    };
    let leave_to = if store.session().with_untracked(Session::is_blank) { w.review_leave } else { w.packs_leave };
    view! {
        <h1>{w.packs_title}</h1>
        <p class="lead">{packs::lead(ENGINE, lang)}</p>
        {broken}
        <section class="section">
            <h2>{w.packs_serving}</h2>
            {serving}
        </section>
        <p class="actions"><button type="button" class="link" on:click=leave>{leave_to}</button></p>
    }
}

/// An address whose pack could not be used.
fn unused(supply: &Supply) -> impl IntoView + use<> {
    view! {
        <article class="card pack">
            <h3><code>{supply.address.clone()}</code></h3>
            {notes(supply)}
        </article>
    }
}

fn serving(pack: &Pack, supplies: &[Supply], store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let id = &pack.file.id;
    // Of two packs of one programme, the last one serves.
    let supply = supplies.iter().rfind(|supply| supply.programme.as_ref() == Some(id));
    let origin = supply.map_or_else(|| w.packs_built_in.to_owned(), |supply| supply.address.clone());
    view! {
        <article class="card pack" data-pack=id.clone()>
            <h3>{pack.file.title.get(lang).to_owned()}</h3>
            <dl>
                <dt>{w.packs_id}</dt><dd><code>{id.clone()}</code></dd>
                <dt>{w.packs_version}</dt><dd>{pack.file.version.clone()}</dd>
                <dt>{w.packs_origin}</dt><dd>{origin}</dd>
                <dt>{w.packs_digest}</dt><dd><code>{pack.digest.clone()}</code></dd>
            </dl>
            {supply.filter(|supply| !supply.notes.is_empty()).map(notes)}
        </article>
    }
}

fn notes(supply: &Supply) -> impl IntoView + use<> {
    let lines = supply.notes.iter().map(|line| view! { <li class="fault">{line.clone()}</li> }).collect_view();
    view! { <ul class="faults" lang="en">{lines}</ul> }
}
