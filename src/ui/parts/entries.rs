//! The programmes of a draft, where there are several: which one a page is about, and the way to the others.

use leptos::prelude::*;

use crate::ui::filing::TrackId;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Entries() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (at, page) = (store.position(|position| position.at), store.position(|position| position.page));
    let entries = store.entries();
    let titles = Memo::new(move |_| {
        let packs = store.packs().get();
        let title = |id: &TrackId| id.find(&packs).map(|track| track.title(lang));
        entries.with(|entries| entries.iter().map(title).collect::<Vec<_>>())
    });
    let entry = move |(index, title): (usize, Option<String>)| {
        let title = title?;
        Some(view! {
            <li><button type="button" class="entry" aria-current=move || (at.get() == index).then_some("true")
                on:click=move |_| store.send(Msg::EntryOpened { at: index, page: page.get_untracked() })>{title}</button></li>
        })
    };
    let compare = move |_| store.send(Msg::PageOpened(Page::Comparison));
    view! {
        <Show when=move || titles.with(Vec::len).gt(&1) && matches!(page.get(), Page::Conclusion | Page::Dossier | Page::Finish)>
            <nav class="entries" aria-label=w.entries()>
                <ul>{move || titles.get().into_iter().enumerate().filter_map(entry).collect_view()}</ul>
                <button type="button" class="link" on:click=compare>{w.compare_title()}</button>
            </nav>
        </Show>
    }
}
