//! What was taken away, beside the way to get it back.

use leptos::prelude::*;

use crate::ui::i18n::undo;
use crate::ui::route::Page;
use crate::ui::session::Loss;
use crate::ui::store::Store;

/// A what-if that was given up on the conclusion is offered where it was: `in_what_if`.
#[component]
pub fn Undo(in_what_if: bool) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let page = store.position(|position| position.page);
    let loss = Memo::new(move |_| {
        let loss = store.undo().with(|undo| undo.as_ref().map(|undo| undo.loss));
        loss.filter(|loss| (*loss == Loss::WhatIf && page.get() == Page::Conclusion) == in_what_if)
    });
    let everything = move || loss.get() == Some(Loss::Everything);
    let clear_for_good = move |_| {
        store.undo().set(None);
        store.browser().focus_heading();
    };
    view! {
        <Show when=move || loss.get().is_some()>
            <div class="message" role="status">
                <p>{move || loss.get().map(|loss| undo::lost(loss, lang))}{move || everything().then_some(w.undo_shared())}</p>
                <p class="actions">
                    <button type="button" on:click=move |_| store.bring_back()>{w.undo()}</button>
                    <Show when=everything>
                        <button type="button" class="link" on:click=clear_for_good>{w.undo_never()}</button>
                    </Show>
                </p>
            </div>
        </Show>
    }
}
