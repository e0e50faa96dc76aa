//! A list: its rows a page at a time, the row that is typed, and tables that are taken in.

mod editor;
mod form;
mod import;
mod intake;
mod outcome;
mod rows;
mod source;
mod values;
mod workbook;

use std::sync::Arc;

use leptos::prelude::*;

use self::editor::Editor;
use self::form::Form;
use self::import::TakeIn;
use self::rows::Rows;
use super::live_region::LiveRegion;
use crate::pack::Fact;
use crate::ui::i18n::phrases::named;
use crate::ui::i18n::{list_words, lists};
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn ListEditor(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let editor = Editor::of(store, fact);
    let count = Memo::new(move |_| editor.count());
    let said = Signal::derive(move || if count.get() == 0 { String::new() } else { lists::rows(count.get(), lang) });
    let takes_in = {
        let list = editor.id();
        store.memo(move |session| session.filing.incoming.of(&list).is_some())
    };
    let turn = move |_| editor.intake().send((!takes_in.get_untracked()).then(Arc::default));
    // A page may have several lists.
    let of_list = move |what: &str| editor.list.with_value(|list| named(what, list.label.get(lang), lang));
    let clear = move |_| {
        store.send(Msg::TookBack { fact: editor.id() });
        store.browser().focus_when_shown(editor.add_button());
    };
    view! {
        <div class="list">
            <LiveRegion sentence=said/>
            <Show when=move || count.get() == 0><p class="help list-empty">{l.empty()}</p></Show>
            <Rows editor/>
            <Form editor/>
            <p class="actions list-actions">
                <button type="button" id=editor.add_button() aria-label=of_list(l.add()) on:click=move |_| editor.open(None)>{l.add()}</button>
                <button type="button" aria-label=of_list(l.take_in()) aria-expanded=move || takes_in.get().to_string()
                    on:click=turn>{l.take_in()}</button>
                <Show when=move || 0 < count.get()>
                    <button type="button" class="link" aria-label=of_list(l.clear()) on:click=clear>{l.clear()}</button>
                </Show>
            </p>
            <Show when=move || takes_in.get()><TakeIn editor/></Show>
        </div>
    }
}
