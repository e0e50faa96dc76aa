//! Packs that what a person did needs: that they are on their way, and, where one does not come, a press that mends it.

use leptos::prelude::*;

use super::TryAgain;
use crate::ui::session::Msg;
use crate::ui::store::{Store, Wanted};

/// Beside the button that begins, or above the page for all else.
#[component]
pub fn PacksAwaited(begun: bool) -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let is_begun = |wanted: &Wanted| matches!(wanted, Wanted::Act(msg) if matches!(**msg, Msg::Begun { .. }));
    let has_failed = Memo::new(move |_| {
        let waiting = store.waiting().get().filter(|waiting| is_begun(&waiting.wanted) == begun);
        waiting.map(|waiting| waiting.has_failed)
    });
    view! {
        <Show when=move || has_failed.get() == Some(false)><p class="help" role="status">{w.pack_loading()}</p></Show>
        <Show when=move || has_failed.get() == Some(true)>
            <TryAgain what=w.pack_absent() again=move |()| store.fetch_again()/>
        </Show>
    }
}
