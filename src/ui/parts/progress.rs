//! How far the questions are answered: their pages in a list, and in a line where there is no room for one.

use std::ops::Range;

use leptos::prelude::*;

use crate::model::Lang;
use crate::pack::Pack;
use crate::ui::filing::TrackId;
use crate::ui::i18n::questions;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::topic::Progress;
use crate::ui::topic_page::TopicPage;

/// Whether some entry of the draft asks for a fact.
pub fn asked(store: Store, fact: String) -> Memo<bool> {
    store.assessed_all(move |all| all.iter().any(|entry| entry.asked.contains(&fact)))
}

/// A line of the list: a page of questions, or an entry of the draft with all of its pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct TopicRow {
    /// The pages it is about; it opens the first.
    pages: Range<usize>,
    title: String,
    /// For an entry, the programme it is of.
    programme: Option<String>,
}

/// The pages of the entry that is looked at; of the others, where there are any, no more than the title.
fn rows(pages: &[TopicPage], entries: &[TrackId], at: usize, packs: &[Pack], lang: Lang) -> Vec<TopicRow> {
    let mut rows: Vec<TopicRow> = Vec::new();
    for (entry, id) in entries.iter().enumerate() {
        let Some(of) = id.find(packs) else { continue };
        let own: Vec<_> = pages.iter().enumerate().filter(|(_, page)| page.entry == entry).collect();
        let (Some((first, _)), Some((last, _))) = (own.first(), own.last()) else { continue };
        if entries.len() > 1 {
            let programme = Some(of.pack.file.title.get(lang).to_owned());
            rows.push(TopicRow { pages: *first..last + 1, title: of.track.title.get(lang).to_owned(), programme });
        }
        if entry == at {
            rows.extend(own.into_iter().filter_map(|(at, page)| {
                let title = of.track.topics.get(page.topic)?.title.get(lang).to_owned();
                Some(TopicRow { pages: at..at + 1, title, programme: None })
            }));
        }
    }
    rows
}

/// The pages of questions, each with how far it is answered, and each a way in.
#[component]
pub fn Topics() -> impl IntoView {
    let store = Store::get();
    let (lang, entries, pages) = (store.lang(), store.entries(), store.topic_pages());
    let at = store.position(|position| position.at);
    let rows = Memo::new(move |_| {
        let at = at.get();
        pages.with(|pages| entries.with(|entries| store.packs().with(|packs| rows(pages, entries, at, packs, lang))))
    });
    view! {
        <ol class="topics" aria-label=store.words().topics_label()>
            <For each=move || rows.get() key=TopicRow::clone let:row><TopicRow row/></For>
        </ol>
    }
}

#[component]
fn TopicRow(row: TopicRow) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let TopicRow { pages, title, programme } = row;
    let (at, is_entry) = (pages.start, programme.is_some());
    let all = store.progress();
    let progress = Memo::new(move |_| {
        all.with(|all| all.get(pages.clone()).unwrap_or_default().iter().copied().sum::<Progress>())
    });
    let here = store.position(move |position| !is_entry && position.page == Page::Questions(at));
    view! {
        <li data-state=move || progress.get().state() class:topics-entry=is_entry>
            <button type="button" aria-current=move || here.get().then_some("page")
                on:click=move |_| store.send(Msg::StepChosen(Page::Questions(at)))>
                <span>{title}<small>{programme}</small><small class="topics-unclear">{move || questions::any_unclear(progress.get(), lang)}</small></span>
                <span class="topics-mark" aria-hidden="true">{move || progress.get().mark()}</span>
                <span class="unseen">{move || questions::settled(progress.get(), lang)}</span>
            </button>
        </li>
    }
}

/// `第 2 / 6 页 · 本页已答 3 / 5`, over a bar with a piece for each page.
#[component]
pub fn PageProgress() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let pages = store.progress();
    let at = store.position(|position| match position.page {
        Page::Questions(at) => Some(at),
        _ => None,
    });
    let line = move || {
        let at = at.get()?;
        pages.with(|pages| Some(questions::page_of(at + 1, pages.len(), *pages.get(at)?, lang)))
    };
    // Each piece follows its own page: the bar is drawn anew only where there are more or fewer of them.
    let count = Memo::new(move |_| pages.with(Vec::len));
    let piece = move |index| {
        let state = move || pages.with(|pages| pages.get(index).copied().map(Progress::state));
        view! { <i data-state=state class:now=move || at.get() == Some(index)></i> }
    };
    view! {
        <p class="steps-page">{line}</p>
        <div class="steps-bar" aria-hidden="true">{move || (0..count.get()).map(piece).collect_view()}</div>
    }
}
