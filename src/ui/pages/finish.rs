//! 核对与下载: check everything once more, then take the draft away.

use leptos::prelude::*;

use crate::draft::build::{Draft, build, to_file};
use crate::draft::{Section, docx};
use crate::report::value_text;
use crate::ui::browser;
use crate::ui::host_event::HostEvent;
use crate::ui::i18n::phrases;
use crate::ui::parts::HandOver;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Finish() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let outcome = RwSignal::new("");
    let download = move |kind: FileKind| {
        let made = store.look(|session, track| {
            let name = session.filing.file_name(track, kind.extension());
            (name, kind.content(&build(track, &session.filing.inputs(track.pack, session.lang))))
        });
        let taken = made.map(|(name, content)| store.hand_out(&name, kind.media_type(), &content));
        outcome.set(if matches!(taken, Some(Ok(()))) { w.downloaded } else { w.download_failed });
    };
    let print = move |_| match browser::print() {
        Ok(()) => store.browser().tell(HostEvent::Export("print")),
        Err(_) => outcome.set(w.download_failed),
    };
    let preview =
        store.look(|session, track| build(track, &session.filing.inputs(track.pack, session.lang)).paper.sections);
    let preview = preview.unwrap_or_default().into_iter().map(|section| view! { <Table section/> }).collect_view();
    view! {
        <h1>{w.finish_title}</h1>
        <p class="lead">{w.finish_lead}</p>
        <Answers/>
        <section class="section">
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| download(FileKind::Json)>{w.download}</button>
                <button type="button" on:click=move |_| download(FileKind::Word)>{w.download_word}</button>
                <button type="button" on:click=print>{w.print}</button>
                <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
            </p>
            <p class="help">{w.download_note}</p>
            <p class="help" role="status">{outcome}</p>
        </section>
        <HandOver/>
        <details class="fold preview" open>
            <summary><h2>{w.preview}</h2></summary>
            {preview}
        </details>
    }
}

/// A form in which the draft is taken away.
#[derive(Clone, Copy)]
enum FileKind {
    Json,
    Word,
}

impl FileKind {
    /// The file made from a draft.
    fn content(self, draft: &Draft) -> Vec<u8> {
        match self {
            Self::Json => to_file(&draft.json).into_bytes(),
            Self::Word => docx(&draft.paper),
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Word => "docx",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// Every answer with a way back to its question.
#[component]
fn Answers() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let asked = store.assessed(|entry| entry.asked.clone()).get_untracked();
    let topics = store.look(|session, track| {
        let topic = |(at, topic): (usize, &crate::pack::track::Topic)| {
            let facts = topic.facts.iter().filter(|id| asked.contains(*id)).filter_map(|id| track.pack.fact(id));
            let rows = facts.map(|fact| {
                let value = session.filing.answers.get(&fact.id).map(|value| value_text(fact, value, lang));
                let unsure = session.filing.unsure.contains(&fact.id).then(|| w.unsure.to_owned());
                (fact.label.get(lang).to_owned(), value.or(unsure))
            });
            (at, topic.title.get(lang).to_owned(), rows.collect::<Vec<_>>())
        };
        track.track.topics.iter().enumerate().map(topic).collect::<Vec<_>>()
    });
    let topic = |(at, title, rows): (usize, String, Vec<(String, Option<String>)>)| {
        let row = |(label, value): (String, Option<String>)| {
            let blank = value.is_none();
            view! { <dt>{label}</dt><dd class:blank=blank>{value.unwrap_or_else(|| w.blank.to_owned())}</dd> }
        };
        let label = phrases::named(w.change, &title, lang);
        view! {
            <section class="answers">
                <div class="answers-head">
                    <h2>{title}</h2>
                    <button type="button" class="link" aria-label=label
                        on:click=move |_| store.send(Msg::PageOpened(Page::Questions(at)))>{w.change}</button>
                </div>
                <dl>{rows.into_iter().map(row).collect_view()}</dl>
            </section>
        }
    };
    topics.unwrap_or_default().into_iter().map(topic).collect_view()
}

#[component]
fn Table(section: Section) -> impl IntoView {
    let columns = section.columns.len();
    let head = section.columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view();
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    view! {
        <section class="sheet">
            <h3 id=format!("section-{}", section.id)>{section.title}</h3>
            <div class="sheet-scroll" tabindex="0" role="region" aria-labelledby=format!("section-{}", section.id)>
                <table data-columns=columns.to_string()>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{section.rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
