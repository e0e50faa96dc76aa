//! A draft from a file, chosen or dropped.

use leptos::prelude::*;

use crate::ui::browser;
use crate::ui::store::Store;

#[component]
pub fn Bring() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let over = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let take = move |file: Option<browser::File>| {
        let Some(file) = file else { return };
        leptos::task::spawn_local(async move {
            match browser::read_file(&file).await {
                Ok(content) => store.look_into(file.name(), &content),
                Err(browser::Refused(why)) => failed.set(Some(why)),
            }
        });
    };
    view! {
        <section class="section">
            <h2>{w.bring}</h2>
            <div class="bring" class:bring-over=over
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| { event.prevent_default(); over.set(false); take(browser::dropped_file(&event)); }
            >
            <p class="help">{w.bring_lead}</p>
            <label class="file-choice">
                <input type="file" accept=".json,application/json" on:change=move |event| take(browser::chosen_file(&event))/>
                <span>{w.bring_button}</span>
            </label>
            <p class="help bring-drop">{w.bring_drop}</p>
            <p class="error" role="alert">{move || failed.get().map(|why| format!("{}{why}", w.bring_failed))}</p>
            </div>
        </section>
    }
}
