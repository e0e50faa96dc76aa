//! Whether what was entered is safe, and the way to take it away where it is not.

use leptos::prelude::*;

use crate::ui::autosave::Saving;
use crate::ui::i18n::{Words, words};
use crate::ui::session::Session;
use crate::ui::store::Store;

#[component]
pub fn SavingState() -> impl IntoView {
    let store = Store::get();
    let lang = store.position(|position| position.lang);
    let trying = store.position(|position| position.is_trying);
    let blank = store.memo(Session::is_blank);
    let saving = store.autosave().saving();
    let said = move || {
        let w: Words = words(lang.get());
        match (saving.get(), trying.get()) {
            (Saving::Refused, _) => ("refused", w.not_saved()),
            (Saving::Waiting, _) => ("refused", w.waiting()),
            (_, true) => ("what-if", w.what_if_unsaved()),
            (Saving::Never, _) => ("none", w.never_saved()),
            (Saving::NothingYet, _) => ("none", w.not_saved_yet()),
            (Saving::Saved, _) => ("saved", w.saved()),
        }
    };
    let offered = move || !blank.get() && matches!(saving.get(), Saving::Refused | Saving::Waiting | Saving::Never);
    let failed = RwSignal::new(false);
    let take = move |_| failed.set(store.hand_out_session().is_err());
    view! {
        <div class="saving">
            <p role="status" data-state=move || said().0>{move || said().1}</p>
            <Show when=move || offered()>
                <button type="button" class="link" on:click=take>{move || words(lang.get()).download_entered()}</button>
                <p role="alert">{move || failed.get().then(|| words(lang.get()).download_failed())}</p>
            </Show>
        </div>
    }
}
