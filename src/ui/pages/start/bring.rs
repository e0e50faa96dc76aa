//! A draft from a file, chosen or dropped; several at once are made into one.

use leptos::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::start;
use crate::ui::store::Store;

#[component]
pub fn Bring() -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let over = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let take = move |files: Vec<browser::File>| {
        leptos::task::spawn_local(async move {
            let mut read = Vec::new();
            for file in files {
                match browser::read_file(&file).await {
                    Ok(content) => read.push((file.name(), content)),
                    Err(why) => return failed.set(Some(start::unopened(&why, store.lang()))),
                }
            }
            if !read.is_empty() && store.look_into(read).await.is_err() {
                failed.set(Some(store.words().late_absent().to_owned()));
            }
        });
    };
    view! {
        <section class="section">
            <h2>{w.bring()}</h2>
            <div class="bring" class:bring-over=over
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| { event.prevent_default(); over.set(false); take(browser::dropped_files(&event)); }
            >
            <p class="help">{w.bring_lead()}</p>
            <p class="help">{w.bring_several()}</p>
            <label class="file-choice">
                <input type="file" multiple accept=".json,application/json" on:change=move |event| take(browser::chosen_files(&event))/>
                <span>{w.bring_button()}</span>
            </label>
            <p class="help bring-drop">{w.bring_drop()}</p>
            <p class="error" role="alert">{move || failed.get()}</p>
            </div>
        </section>
    }
}
