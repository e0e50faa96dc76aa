//! The drafts on this device: go on with one, name it, copy it, delete it.

use leptos::prelude::*;

use crate::ui::filing::Filing;
use crate::ui::i18n::{phrases, start};
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// A draft as its row shows it.
#[derive(Clone, PartialEq, Eq)]
struct DraftRow {
    key: u32,
    /// What it goes by.
    title: String,
    /// The name it was given.
    name: String,
    entries: Vec<String>,
    state: String,
    is_open: bool,
}

#[component]
pub fn Drafts() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let rows = Memo::new(move |_| {
        let programmes = store.programmes().get();
        let row = |filing: &Filing, is_open: bool| DraftRow {
            key: filing.key,
            title: filing.title(&programmes, lang),
            name: filing.name.clone(),
            // A draft that goes by its only programme need not name it twice.
            entries: filing
                .entry_titles(&programmes, lang)
                .into_iter()
                .filter(|entry| *entry != filing.title(&programmes, lang))
                .collect(),
            state: start::draft_state(filing.answered(), filing.as_of, lang),
            is_open,
        };
        store.session().with(|session| {
            let open = (!session.filing.is_blank()).then(|| row(&session.filing, true));
            open.into_iter().chain(session.shelf.iter().map(|filing| row(filing, false))).collect::<Vec<_>>()
        })
    });
    let renaming = RwSignal::new(None::<u32>);
    let keys = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.key).collect::<Vec<_>>()));
    let shown = move |key: u32| {
        let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.key == key).cloned()));
        view! { <DraftRow of=key row renaming/> }
    };
    view! {
        <Show when=move || keys.with(|keys| !keys.is_empty())>
            <section class="section">
                <h2>{w.drafts()}</h2>
                <ul class="drafts"><For each=move || keys.get() key=|key| *key children=shown/></ul>
            </section>
        </Show>
    }
}

#[component]
fn DraftRow(of: u32, row: Memo<Option<DraftRow>>, renaming: RwSignal<Option<u32>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let title = move || row.with(|row| row.as_ref().map(|row| row.title.clone()).unwrap_or_default());
    let entries = move || {
        let entries = row.with(|row| row.as_ref().map(|row| row.entries.clone()).unwrap_or_default());
        entries.into_iter().map(|entry| view! { <li>{entry}</li> }).collect_view()
    };
    let state = move || row.with(|row| row.as_ref().map(|row| row.state.clone()));
    let is_open = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_open));
    let is_renaming = move || renaming.get() == Some(of);
    let copy = move |_| store.send(Msg::FilingCopied { key: of, name: start::copy_of(&title(), lang) });
    let rename = move |_| {
        renaming.set(Some(of));
        store.browser().focus_when_shown(name_id(of));
    };
    // Four buttons of the same name each need the draft's name to be told apart.
    let named = move |word: &'static str| move || phrases::named(word, &title(), lang);
    view! {
        <li class="draft card" class:draft-open=is_open data-draft=of.to_string()>
            <h3>{title}" "<Show when=is_open><span class="badge">{w.is_open()}</span></Show></h3>
            <ul class="help">{entries}</ul>
            <p class="help">{state}</p>
            <Show when=is_renaming><NameField of row renaming/></Show>
            <p class="actions">
                <button type="button" class="primary" aria-label=named(w.go_on())
                    on:click=move |_| store.send(Msg::FilingOpened { key: of })>{w.go_on()}</button>
                <button type="button" class="link" aria-label=named(w.rename()) on:click=rename>{w.rename()}</button>
                <button type="button" class="link" aria-label=named(w.copy()) on:click=copy>{w.copy()}</button>
                <button type="button" class="link" aria-label=named(w.delete())
                    on:click=move |_| store.delete(of)>{w.delete()}</button>
            </p>
        </li>
    }
}

fn name_id(key: u32) -> String {
    format!("draft-name-{key}")
}

/// The name of a draft, kept as it is typed.
#[component]
fn NameField(of: u32, row: Memo<Option<DraftRow>>, renaming: RwSignal<Option<u32>>) -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let name = move || row.with(|row| row.as_ref().map(|row| row.name.clone()).unwrap_or_default());
    let typed = move |event| store.send(Msg::FilingNamed { key: of, name: event_target_value(&event) });
    view! {
        <form class="draft-name" on:submit=move |event| { event.prevent_default(); renaming.set(None); }>
            <label for=name_id(of)>{w.name()}</label>
            <span class="field"><input id=name_id(of) type="text" maxlength="60" autocomplete="off" prop:value=name on:input=typed/></span>
            <button type="submit">{w.named()}</button>
        </form>
    }
}
