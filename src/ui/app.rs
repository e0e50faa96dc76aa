//! The frame around every page, and the way in.

use std::any::Any;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::browser::{self, Browser, Host, HtmlElement};
use super::i18n::{phrases, words};
use super::pages::{Comparison, Conclusion, DossierPage, Finish, Notice, Packs, Questions, ReviewPage, Start};
use super::parts::{Banner, Entries, Kept, LaterDay, ProofFold, SavingState, Slip, Steps, Undo, WhatIf, WhatIfNote};
use super::route::{Page, Stage};
use super::session::Msg;
use super::store::Store;
use crate::model::Lang;

/// A widget in its place on a page, until it is dropped.
pub struct Widget {
    /// Goes before the owner, whose signals it reads.
    _view: Box<dyn Any>,
    _owner: Owner,
    store: Store,
}

impl Widget {
    /// Puts a widget into an element.
    pub fn mount(place: HtmlElement, host: Host) -> Self {
        let owner = Owner::new();
        owner.with(|| {
            let browser = Browser::new(place.clone(), host);
            let store = Store::new(browser);
            provide_context(store);
            let view = mount_to(place, App);
            Self { _view: Box::new(view), _owner: owner.clone(), store }
        })
    }

    /// A newer version is here and serves from the next visit on.
    pub fn newer_version(&self) {
        self.store.newer_version().set(true);
    }

    pub fn speak(&self, lang: Lang) {
        self.store.send(Msg::LangChosen(lang));
    }

    pub fn prefill(&self, text: &str) {
        self.store.take_prefill(text);
    }

    pub fn receipt(&self, text: &str) {
        self.store.take_receipt(text);
    }
}

#[component]
fn App() -> impl IntoView {
    let store = Store::get();
    let browser = store.browser();
    browser.on_page_returned(move |page| {
        // Where several widgets share the history, an entry of one finds the others where they are.
        if store.session().with_untracked(|session| session.page != page) {
            store.return_to(page);
        }
    });
    store.mind_windows();
    spawn_local_scoped_with_cancellation(async move {
        for address in browser.packs() {
            let fetched = browser::fetch(&address).await;
            store.take_pack(address, fetched);
        }
        store.restore();
    });
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
            <div class="frame" class:frame-wide=move || !asks.get() && concludes.get().is_none()
                class:frame-compare=move || place.get().1 == Page::Comparison
                class:frame-finish=move || place.get().1 == Page::Finish>
                {move || { lang.track(); view! { <Steps/> } }}
                <main>
                    {move || { lang.track(); view! { <Entries/><Messages/> } }}
                    {move || if store.ready().get() { page(place.get().1) } else { loading(store) }}
                </main>
                {move || { lang.track(); asks.get().then(|| view! { <Slip/> }) }}
                {move || { lang.track(); concludes.get().map(|_| view! { <WhatIf/> }) }}
            </div>
            {move || { lang.track(); view! { <Footer/> } }}
        </div>
    }
}

/// While the packs that the portal names are on their way.
fn loading(store: Store) -> AnyView {
    let names_packs = !store.browser().packs().is_empty();
    names_packs.then(|| view! { <p class="lead" role="status">{store.words().packs_loading}</p> }).into_any()
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
        Page::Packs => view! { <Packs/> }.into_any(),
        Page::Review if store.handed_in().with(Option::is_some) => view! { <ReviewPage/> }.into_any(),
        // Without a programme every other page leads back to choosing one.
        _ => view! { <Start/> }.into_any(),
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
    view! {
        <header class="bar">
            <p class="brand">{move || w().brand}</p>
            <p class="bar-programme">{move || {
                let programme = programme.get();
                if programme.is_empty() { w().tagline.to_owned() } else { programme }
            }}</p>
            <SavingState/>
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
    let standing = store.assessed(|entry| entry.head.standing.is_ended);
    let shown = store.memo(|session| session.page == Page::Packs);
    let any_unused = Memo::new(move |_| {
        !shown.get() && store.pack_sources().with(|all| all.iter().any(|source| source.programme.is_none()))
    });
    // Where several documents are compared, each row says it of its own.
    let on_result = store.memo(|session| session.page.stage() > Stage::Notice && session.page != Page::Comparison);
    view! {
        <Undo in_what_if=false/>
        <Kept/>
        <Show when=move || any_unused.get()>
            <p class="message" role="status">
                {w.pack_faults}" "
                <button type="button" class="link" on:click=move |_| store.send(Msg::PageOpened(Page::Packs))>{w.pack_faults_open}</button>
            </p>
        </Show>
        <Show when=move || on_result.get() && standing.get()>
            <Banner/>
        </Show>
        <Show when=move || on_result.get()>
            <LaterDay/>
        </Show>
        <WhatIfNote/>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let blank = store.memo(super::session::Session::is_blank);
    let version = phrases::version(lang);
    let w = words(lang);
    let wipe = if store.browser().persists() { w.wipe } else { w.wipe_entered };
    view! {
        <footer class="foot">
            <p>{crate::report::disclaimer(lang)}</p>
            <p class="foot-tools">
                <Show when=move || store.newer_version().get()>
                    <span role="status">{words(lang).newer_version}</span>
                </Show>
                <button type="button" class="quiet" on:click=move |_| store.send(Msg::PageOpened(Page::Packs))>{version}</button>
                <Show when=move || !blank.get()>
                    <button type="button" class="quiet" on:click=move |_| store.wipe()>{wipe}</button>
                </Show>
            </p>
            <ProofFold/>
        </footer>
    }
}
