//! How far the questions are answered: their pages in a list, and in a line where there is no room for one.

use leptos::prelude::*;

use crate::model::Lang;
use crate::pack::Pack;
use crate::ui::filing::{TopicPage, TrackId};
use crate::ui::i18n::questions;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::topic::{Progress, Relevance};

/// Whether some entry of the draft asks for a fact.
pub fn asked(store: Store, fact: String) -> Memo<bool> {
    store.assessed_all(move |all| all.iter().any(|entry| entry.asked.contains(&fact)))
}

/// A line of the list: a page of questions, or an entry of the draft with all of its pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct TopicRow {
    /// The page it opens.
    at: usize,
    title: String,
    facts: Vec<String>,
    /// For an entry, the programme it is of.
    programme: Option<String>,
}

/// The pages of the entry that is looked at; of the others, where there are any, no more than the title.
fn rows(pages: &[TopicPage], entries: &[TrackId], at: usize, packs: &[Pack], lang: Lang) -> Vec<TopicRow> {
    let mut rows: Vec<TopicRow> = Vec::new();
    for (entry, id) in entries.iter().enumerate() {
        let Some(of) = id.find(packs) else { continue };
        let own: Vec<_> = pages.iter().enumerate().filter(|(_, page)| page.entry == entry).collect();
        let Some((first, _)) = own.first() else { continue };
        if entries.len() > 1 {
            let facts = own.iter().flat_map(|(_, page)| page.facts.clone()).collect();
            let programme = Some(of.pack.file.title.get(lang).to_owned());
            rows.push(TopicRow { at: *first, title: of.track.title.get(lang).to_owned(), facts, programme });
        }
        if entry == at {
            rows.extend(own.into_iter().filter_map(|(at, page)| {
                let title = of.track.topics.get(page.topic)?.title.get(lang).to_owned();
                Some(TopicRow { at, title, facts: page.facts.clone(), programme: None })
            }));
        }
    }
    rows
}

/// The pages of questions, each with how far it is answered, and each a way in.
#[component]
pub fn Topics() -> impl IntoView {
    let store = Store::get();
    let (lang, relevance, entries, pages) = (store.lang(), store.relevance(), store.entries(), store.topic_pages());
    let at = store.memo(|session| session.filing.at);
    let rows = Memo::new(move |_| {
        let at = at.get();
        pages.with(|pages| entries.with(|entries| store.packs().with(|packs| rows(pages, entries, at, packs, lang))))
    });
    view! {
        <ol class="topics" aria-label=store.words().topics_label()>
            <For each=move || rows.get() key=TopicRow::clone let:row><TopicRow row relevance/></For>
        </ol>
    }
}

#[component]
fn TopicRow(row: TopicRow, relevance: Memo<Relevance>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let TopicRow { at, title, facts, programme } = row;
    let is_entry = programme.is_some();
    let progress =
        store.memo(move |session| relevance.with(|relevance| Progress::of(&facts, &session.filing, relevance)));
    let here = store.memo(move |session| !is_entry && session.page == Page::Questions(at));
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
    let (relevance, pages) = (store.relevance(), store.topic_pages());
    let pages = store.memo(move |session| {
        let of = |page: &TopicPage| relevance.with(|relevance| Progress::of(&page.facts, &session.filing, relevance));
        pages.with(|pages| pages.iter().map(of).collect::<Vec<_>>())
    });
    let at = store.memo(|session| match session.page {
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
