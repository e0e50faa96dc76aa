//! The frame around every page, and the way in.

use leptos::prelude::*;

use super::browser;
use super::i18n::{phrases, words};
use super::pages::{Comparison, Conclusion, DossierPage, Finish, Notice, Questions, ReviewPage, Start};
use super::parts::{Banner, Entries, Slip, Steps, TrialNote, Undo, WhatIf};
use super::route::{Page, Stage};
use super::session::Msg;
use super::store::{Saving, Store};
use crate::pack::Pack;

/// Mounts the widget in its element on the page. Without that element there is nothing to do.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(mount) = browser::mount_point() else { return };
    let lang = browser::language(&mount);
    let packs = browser::pack_addresses(&mount);
    mount_to(mount, move || view! { <App lang packs/> }).forget();
}

#[component]
fn App(lang: crate::model::Lang, packs: Vec<String>) -> impl IntoView {
    let main = NodeRef::new();
    let store = Store::new(lang, main);
    provide_context(store);
    browser::on_page_returned(move |page| store.return_to(page));
    if packs.is_empty() {
        store.restore();
    } else {
        leptos::task::spawn_local(async move {
            for address in packs {
                take_pack(store, address).await;
            }
            store.restore();
        });
    }
    let lang = store.memo(|session| session.lang);
    let place =
        store.memo(|session| (session.lang, session.page, session.filing.entry().map(|entry| entry.id.clone())));
    let asks = store.memo(|session| matches!(session.page, Page::Questions(_)));
    let concludes = store.memo(|session| {
        session.filing.entry().filter(|_| session.page == Page::Conclusion).map(|entry| entry.id.clone())
    });
    view! {
        <div
            class="zhice"
            class:zhice-large=store.memo(|session| session.large)
            lang=move || lang.get().pick("zh-CN", "en")
        >
            <Header/>
            <div class="frame" class:frame-wide=move || !asks.get() && concludes.get().is_none()>
                {move || { lang.track(); view! { <Steps/> } }}
                <main node_ref=main>
                    {move || { lang.track(); view! { <Entries/><Messages/> } }}
                    {move || store.ready().get().then(|| page(place.get().1))}
                </main>
                {move || { lang.track(); asks.get().then(|| view! { <Slip/> }) }}
                {move || { lang.track(); concludes.get().map(|_| view! { <WhatIf/> }) }}
            </div>
            {move || { lang.track(); view! { <Footer/> } }}
        </div>
    }
}

fn page(page: Page) -> AnyView {
    let store = Store::get();
    let ready = store.look(|_, _| ()).is_some();
    match page {
        Page::Notice if ready => view! { <Notice/> }.into_any(),
        Page::Questions(topic) if ready => view! { <Questions topic/> }.into_any(),
        Page::Comparison if ready => view! { <Comparison/> }.into_any(),
        Page::Conclusion if ready => view! { <Conclusion/> }.into_any(),
        Page::Dossier if ready => view! { <DossierPage/> }.into_any(),
        Page::Finish if ready => view! { <Finish/> }.into_any(),
        Page::Review if store.review().with(Option::is_some) => view! { <ReviewPage/> }.into_any(),
        // Without a programme every other page leads back to choosing one.
        _ => view! { <Start/> }.into_any(),
    }
}

async fn take_pack(store: Store, address: String) {
    match browser::fetch(&address).await {
        Ok(text) => store.take_pack(&address, Pack::load(&text).map(|loaded| loaded.pack)),
        Err(browser::Refused(why)) => store.report_pack(&address, vec![why]),
    }
}

#[component]
fn Header() -> impl IntoView {
    let store = Store::get();
    let lang = store.memo(|session| session.lang);
    let large = store.memo(|session| session.large);
    let w = move || words(lang.get());
    let programme = store.track_memo(|session, track| {
        let title = track.pack.file.title.get(session.lang);
        format!("{title} · {}", track.track.title.get(session.lang))
    });
    let saving = store.saving();
    let trying = store.memo(|session| session.before_trial.is_some());
    view! {
        <header class="bar">
            <p class="brand">{move || w().brand}</p>
            <p class="bar-programme">{move || {
                let programme = programme.get();
                if programme.is_empty() { w().tagline.to_owned() } else { programme }
            }}</p>
            <p class="saving" role="status" data-state=move || match (saving.get(), trying.get()) {
                (Saving::Refused, _) => "refused",
                (_, true) => "trial",
                (Saving::NothingYet, _) => "none",
                (Saving::Saved, _) => "saved",
            }>
                {move || match (saving.get(), trying.get()) {
                    (Saving::Refused, _) => w().not_saved,
                    (_, true) => w().trial_unsaved,
                    (Saving::NothingYet, _) => w().not_saved_yet,
                    (Saving::Saved, _) => w().saved,
                }}
            </p>
            <div class="bar-tools">
                <button type="button" class="quiet" aria-pressed=move || large.get().to_string()
                    on:click=move |_| store.send(Msg::LargeTypeChosen(!large.get_untracked()))>
                    {move || if large.get() { w().normal_type } else { w().large_type }}
                </button>
                <button type="button" class="quiet" lang=move || lang.get().pick("en", "zh-CN")
                    on:click=move |_| store.send(Msg::LangChosen(lang.get_untracked().other()))>
                    {move || w().other_language}
                </button>
            </div>
        </header>
    }
}

/// What happened that a person should know, above the page.
#[component]
fn Messages() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let old_file = move |_| {
        if let Some(text) = store.unreadable().get_untracked() {
            _ = browser::download("zhice-unreadable.json", "application/json", text.as_bytes());
        }
    };
    let standing = store.outlook(move |outlook| outlook.assessment.standing.is_ended());
    // Where several documents are compared, each row says it of its own.
    let on_result = store.memo(|session| session.page.stage() > Stage::Notice && session.page != Page::Comparison);
    view! {
        <Undo in_trial=false/>
        <Show when=move || store.unreadable().with(Option::is_some)>
            <div class="message" role="status">
                <p>{w.damaged}</p>
                <button type="button" on:click=old_file>{w.damaged_file}</button>
            </div>
        </Show>
        <Show when=move || store.pack_faults().with(|faults| !faults.is_empty())>
            <details class="message">
                <summary>{w.pack_faults}</summary>
                <p>{w.pack_fallback}</p>
                <For each=move || store.pack_faults().get() key=|fault| fault.address.clone() let:fault>
                    <p><code>{fault.address.clone()}</code></p>
                    <ul>{fault.lines.iter().map(|line| view! { <li class="fault">{line.clone()}</li> }).collect_view()}</ul>
                </For>
            </details>
        </Show>
        <Show when=move || on_result.get() && standing.get()>
            <Banner/>
        </Show>
        <TrialNote/>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let blank = store.memo(super::session::Session::is_blank);
    let version = phrases::version(lang);
    view! {
        <footer class="foot">
            <p>{crate::draft::words::disclaimer(lang)}</p>
            <p class="foot-tools">
                <span>{version}</span>
                <Show when=move || !blank.get()>
                    <button type="button" class="quiet" on:click=move |_| store.wipe()>{words(lang).wipe}</button>
                </Show>
            </p>
        </footer>
    }
}
