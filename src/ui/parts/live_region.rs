//! A live region, debounced: a sentence for those who listen is said once it has settled, not at every key.

use leptos::prelude::*;

use crate::ui::store::Store;

#[component]
pub fn LiveRegion(#[prop(into)] sentence: Signal<String>) -> impl IntoView {
    let browser = Store::get().browser();
    let said = RwSignal::new(sentence.get_untracked());
    let say = move || said.set(sentence.get_untracked());
    Effect::new(move |_| {
        sentence.track();
        if !browser.is_typing() {
            say();
        }
    });
    browser.on_control_left(say);
    view! { <p class="unseen" role="status">{said}</p> }
}
