//! What was taken away, beside the way to get it back.

use leptos::prelude::*;

use crate::ui::i18n::phrases;
use crate::ui::route::Page;
use crate::ui::session::{Loss, Msg};
use crate::ui::store::Store;

/// A trial that was given up on the conclusion is offered where it was: `in_trial`.
#[component]
pub fn Undo(in_trial: bool) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let page = store.memo(|session| session.page);
    let loss = Memo::new(move |_| {
        let loss = store.undo().with(|undo| undo.as_ref().map(|undo| undo.loss));
        loss.filter(|loss| (*loss == Loss::Trial && page.get() == Page::Conclusion) == in_trial)
    });
    let undo = move |_| {
        if let Some(undo) = store.undo().get_untracked() {
            store.send(Msg::Restored(undo.session));
        }
    };
    view! {
        <Show when=move || loss.get().is_some()>
            <div class="message" role="status">
                <p>{move || loss.get().map(|loss| phrases::lost(loss, lang))}</p>
                <button type="button" on:click=undo>{w.undo}</button>
            </div>
        </Show>
    }
}
