//! The frame around every page, and the way in.

use std::any::Any;

use leptos::prelude::*;

use super::browser::{Browser, Host, HtmlElement};
use super::chunk;
use super::i18n::{phrases, words};
use super::late::Arrival;
use super::pages::{Notice, Questions, Start};
use super::parts::{Banner, Entries, Kept, LaterDay, ProofFold, SavingState, Slip, Steps, TryAgain, Undo, awaited};
use super::route::{Page, Stage};
use super::session::Msg;
use super::store::{Opening, Store};
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
            // A crash before the packs are here leads to a page that offers what is kept.
            if let Ok(Some(text)) = browser.load() {
                browser.remember(&text);
            }
            let store = Store::new(browser, chunk::arrive);
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
    Effect::new(move |_| {
        if store.opening().get() == Opening::UnderWay {
            store.open();
        }
    });
    let wants_late =
        Memo::new(move |_| store.opening().get() == Opening::Done && store.late().with(Arrival::is_under_way));
    Effect::new(move |_| {
        if wants_late.get() {
            store.send_for_late();
        }
    });
    let lang = store.memo(|session| session.lang);
    let place =
        store.memo(|session| (session.lang, session.page, session.filing.entry().map(|entry| entry.id.clone())));
    let late = move || store.late().with(Arrival::here);
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
                    {move || match store.opening().get() {
                        Opening::Done => page(place.get().1),
                        arriving => view! { <Opens arriving/> }.into_any(),
                    }}
                </main>
                {move || { lang.track(); asks.get().then(|| view! { <Slip/> }) }}
                {move || { lang.track(); concludes.get().and_then(|_| late()).map(|late| (late.what_if)()) }}
            </div>
            {move || { lang.track(); view! { <Footer/> } }}
        </div>
    }
}

/// While packs are on their way, and where one of them did not come.
#[component]
fn Opens(arriving: Opening) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    if arriving == Opening::Failed {
        let again = move |()| store.opening().set(Opening::UnderWay);
        return view! { <TryAgain what=w.packs_absent again/> }.into_any();
    }
    view! { <p class="lead" role="status">{w.packs_loading}</p> }.into_any()
}

fn page(page: Page) -> AnyView {
    let store = Store::get();
    let ready = store.look(|_, _| ()).is_some();
    match page {
        Page::Notice if ready => view! { <Notice/> }.into_any(),
        Page::Questions(topic) if ready => view! { <Questions topic/> }.into_any(),
        page if page.comes_late() => awaited(move |late| (late.page)(page)),
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
        {move || store.late().with(Arrival::here).map(|late| (late.what_if_note)())}
        <Show when=move || store.late().with(|late| matches!(late, Arrival::Failed))>
            <TryAgain what=w.late_absent again=move |()| store.send_again()/>
        </Show>
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
