//! The frame around every page.

use leptos::prelude::*;

use super::i18n::{phrases, words};
use super::late::Arrival;
use super::pack_source::{Check, PackSource};
use super::pages::{Notice, Questions, Start};
use super::parts::{
    Banner, Entries, LaterDay, PacksAwaited, PacksUnchecked, ProofFold, SavingState, Slip, Steps, TryAgain, Undo,
    Withheld, awaited,
};
use super::route::{Page, Stage};
use super::session::Msg;
use super::store::Store;

#[component]
pub fn App() -> impl IntoView {
    let store = Store::get();
    let lang = store.position(|position| position.lang);
    let place = store.position(|position| (position.lang, position.page, position.entry().cloned()));
    let late = move || store.late().with(Arrival::here);
    let asks = store.position(|position| matches!(position.page, Page::Questions(_)));
    let concludes = store.position(|position| position.entry().filter(|_| position.page == Page::Conclusion).cloned());
    view! {
        <div
            class="zhice"
            class:zhice-large=store.position(|position| position.large)
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
                {move || { lang.track(); concludes.get().and_then(|_| late()).map(|late| (late.what_if)()) }}
            </div>
            {move || { lang.track(); view! { <Footer/> } }}
        </div>
    }
}

/// While the packs that the portal names are on their way, or the page on which a person left off.
fn loading(store: Store) -> AnyView {
    let w = store.words();
    let line = if store.browser().packs().is_empty() { w.late_loading() } else { w.packs_loading() };
    // What did not come is said above the page.
    let is_on_its_way = move || store.waiting().with(Option::is_none) && !store.is_any(Check::Absent);
    view! { <Show when=is_on_its_way><p class="lead" role="status">{line}</p></Show> }.into_any()
}

fn page(page: Page) -> AnyView {
    let ready = Store::get().look(|_, _| ()).is_some();
    match page {
        Page::Notice if ready => view! { <Notice/> }.into_any(),
        Page::Questions(topic) if ready => view! { <Questions topic/> }.into_any(),
        page if page.comes_late() => awaited(move |late| (late.page)(page)),
        // Without a programme every other page leads back to choosing one.
        _ => view! { <Start/> }.into_any(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn later(_: Page, _: bool) -> AnyView {
    view! { <Start/> }.into_any()
}

#[component]
fn Header() -> impl IntoView {
    let store = Store::get();
    let lang = store.position(|position| position.lang);
    let large = store.position(|position| position.large);
    let w = move || words(lang.get());
    let programme = store.track(|track, lang| {
        let title = track.pack.file.title.get(lang);
        format!("{title} · {}", track.track.title.get(lang))
    });
    view! {
        <header class="bar">
            <p class="brand">{move || w().brand()}</p>
            <p class="bar-programme">{move || {
                let programme = programme.get();
                if programme.is_empty() { w().tagline().to_owned() } else { programme }
            }}</p>
            <SavingState/>
            <div class="bar-tools">
                <button type="button" class="quiet type-size" on:click=move |_| store.send(Msg::LargeTypeChosen(!large.get_untracked()))>
                    {move || if large.get() { w().normal_type() } else { w().large_type() }}
                </button>
                <button type="button" class="quiet" lang=move || lang.get().pick("en", "zh-CN")
                    on:click=move |_| store.send(Msg::LangChosen(lang.get_untracked().other()))>
                    {move || w().other_language()}
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
    let standing = store.assessed(|entry| entry.head.standing.needs_banner);
    let shown = store.position(|position| position.page == Page::Packs);
    let any_unused = Memo::new(move |_| {
        let is_unused = |source: &PackSource| source.programme.is_none() && source.check == Check::Done;
        !shown.get() && store.pack_sources().with(|all| all.iter().any(is_unused))
    });
    // Where several documents are compared, each row says it of its own.
    let on_result =
        store.position(|position| position.page.stage() > Stage::Notice && position.page != Page::Comparison);
    view! {
        <Undo in_what_if=false/>
        {move || store.late().with(Arrival::here).map(|late| (late.kept)())}
        <PacksAwaited begun=false/>
        <PacksUnchecked/>
        <Show when=move || any_unused.get()>
            <p class="message" role="status">
                {w.pack_faults()}" "
                <button type="button" class="link" on:click=move |_| store.send(Msg::PageOpened(Page::Packs))>{w.pack_faults_open()}</button>
            </p>
        </Show>
        <Show when=move || on_result.get() && standing.get()>
            <Banner/>
        </Show>
        <Show when=move || on_result.get()>
            <LaterDay/>
        </Show>
        <Withheld/>
        {move || store.late().with(Arrival::here).map(|late| (late.what_if_note)())}
        <Show when=move || store.late().with(|late| matches!(late, Arrival::Failed))>
            <TryAgain what=w.late_absent() again=move |()| store.send_again()/>
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
    let wipe = if store.browser().persists() { w.wipe() } else { w.wipe_entered() };
    view! {
        <footer class="foot">
            <p>{crate::report::disclaimer(lang)}</p>
            <p class="foot-tools">
                <Show when=move || store.newer_version().get()>
                    <span role="status">{words(lang).newer_version()}</span>
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
