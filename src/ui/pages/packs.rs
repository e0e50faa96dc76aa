//! 版本与政策包: which version this is, which packs serve, and what became of those the portal brought.

use leptos::prelude::*;

use crate::engine::assess::ENGINE;
use crate::pack::Pack;
use crate::ui::i18n::packs;
use crate::ui::pack_source::PackSource;
use crate::ui::route::Page;
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;

#[component]
pub fn Packs() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let pack_sources = store.pack_sources().get_untracked();
    let broken: Vec<_> = pack_sources.iter().filter(|source| source.programme.is_none()).map(unused).collect();
    let broken = (!broken.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{w.packs_unused}</h2>
                <p>{w.packs_fallback}</p>
                {broken}
            </section>
        }
    });
    let serving = store.packs().get_untracked().iter().map(|pack| serving(pack, &pack_sources, store)).collect_view();
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
fn unused(source: &PackSource) -> impl IntoView + use<> {
    view! {
        <article class="card pack">
            <h3><code>{source.address.clone()}</code></h3>
            {notes(source)}
        </article>
    }
}

fn serving(pack: &Pack, pack_sources: &[PackSource], store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let id = &pack.file.id;
    // Of two packs of one programme, the last one serves.
    let source = pack_sources.iter().rfind(|source| source.programme.as_ref() == Some(id));
    let origin = source.map_or_else(|| w.packs_built_in.to_owned(), |source| source.address.clone());
    view! {
        <article class="card pack" data-pack=id.clone()>
            <h3>{pack.file.title.get(lang).to_owned()}</h3>
            <dl>
                <dt>{w.packs_id}</dt><dd><code>{id.clone()}</code></dd>
                <dt>{w.packs_version}</dt><dd>{pack.file.version.clone()}</dd>
                <dt>{w.packs_origin}</dt><dd>{origin}</dd>
                <dt>{w.packs_digest}</dt><dd><code>{pack.digest.clone()}</code></dd>
            </dl>
            {source.filter(|source| !source.notes.is_empty()).map(notes)}
        </article>
    }
}

fn notes(source: &PackSource) -> impl IntoView + use<> {
    let lines = source.notes.iter().map(|line| view! { <li class="fault">{line.clone()}</li> }).collect_view();
    view! { <ul class="faults" lang="en">{lines}</ul> }
}
