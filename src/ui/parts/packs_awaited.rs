//! Packs that do not come, or not what checks those of the portal: that they are on their way, and a press that mends it.

use leptos::prelude::*;

use super::TryAgain;
use crate::ui::pack_source::Check;
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

/// The packs of the portal that nobody could check. Where nothing else can be shown, the page says that they are awaited.
#[component]
pub fn PacksUnchecked() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let is_under_way = Memo::new(move |_| store.ready().get() && store.is_any(Check::UnderWay));
    let is_absent = Memo::new(move |_| store.is_any(Check::Absent));
    view! {
        <Show when=move || is_under_way.get()><p class="help" role="status">{w.packs_loading()}</p></Show>
        <Show when=move || is_absent.get()>
            <TryAgain what=w.packs_unchecked() again=move |()| store.check_again()/>
        </Show>
    }
}
