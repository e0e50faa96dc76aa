//! The result before and after what is tried out, and whether to keep that.

use leptos::prelude::*;

use crate::report::Head;
use crate::ui::i18n::what_if::{self, BeforeAfter};
use crate::ui::parts::live_region::LiveRegion;
use crate::ui::store::Store;

#[component]
pub fn TrialResult(#[prop(into)] on: Signal<bool>, end: Callback<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let before = store.before_what_if(|entry| Some(entry.head.clone()));
    let results = store.assessed(move |after| {
        let results = |before: &Head| what_if::results(before, &after.head, lang);
        before.with(|before| before.as_ref().and_then(Option::as_ref).map(results)).unwrap_or_default()
    });
    let sentence = Memo::new(move |_| on.get().then(|| results.with(|results| what_if::sentence(results, lang))));
    let same = move || results.with(|results| results.iter().all(BeforeAfter::is_none)).then_some(w.what_if_same());
    let row = |change: BeforeAfter| {
        let moved = (!change.is_none()).then(|| view! { <span>{change.before}</span><i aria-hidden="true">"→"</i> });
        view! { <div><dt>{change.what}</dt><dd>{moved}<b>{change.after}</b></dd></div> }
    };
    view! {
        <LiveRegion sentence=Signal::derive(move || sentence.get().unwrap_or_default())/>
        <Show when=move || on.get()>
            <div class="what-if-result">
                <dl>{move || results.get().into_iter().map(row).collect_view()}</dl>
                <p class="help">{same}</p>
                <p class="what-if-end">
                    <button type="button" class="primary" on:click=move |_| end.run(true)>{w.what_if_keep()}</button>
                    <button type="button" on:click=move |_| end.run(false)>{w.what_if_discard()}</button>
                </p>
            </div>
        </Show>
    }
}
