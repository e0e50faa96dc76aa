//! 核对与下载: check everything once more, then take the draft away.

use leptos::prelude::*;

use crate::draft::build::{Draft, to_file};
use crate::draft::{Paper, docx};
use crate::ui::browser::Sheet;
use crate::ui::host_event::HostEvent;
use crate::ui::i18n::phrases;
use crate::ui::parts::{AllDoubts, HandOver, PaperSection, PrintedDraft};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::answers::{AnswerRow, AnsweredTopic};

#[component]
pub fn Finish() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let outcome = RwSignal::new("");
    let download = move |kind: Download| {
        let made = store.look(|session, track| {
            let name = session.filing.file_name(track, kind.extension());
            (name, kind.content(&session.filing.draft(track, session.lang)))
        });
        let taken = made.map(|(name, content)| store.hand_out(&name, kind.media_type(), &content));
        outcome.set(if matches!(taken, Some(Ok(()))) { w.downloaded() } else { w.download_failed() });
    };
    let paper = store.look(|session, track| session.filing.draft(track, session.lang).paper);
    let preview = paper.iter().flat_map(|paper| paper.sections.clone());
    let preview = preview.map(|section| view! { <PaperSection section/> }).collect_view();
    let print = move |_| {
        let Some(paper) = paper.clone() else { return };
        // Stands until the browser says that it has begun: a page in a sandbox may not print, and is not told so.
        outcome.set(w.print_help());
        let begun = move || _ = outcome.try_set("");
        if store.browser().print(sheet(&paper), move || view! { <PrintedDraft paper/> }, begun).is_ok() {
            store.browser().tell(HostEvent::Export("print"));
        }
    };
    on_cleanup(move || store.browser().stop_printing());
    view! {
        <h1>{w.finish_title()}</h1>
        <p class="lead">{w.finish_lead()}</p>
        <AllDoubts/>
        <Answers/>
        <section class="section">
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| download(Download::Json)>{w.download()}</button>
                <button type="button" on:click=move |_| download(Download::Word)>{w.download_word()}</button>
                <button type="button" on:click=print>{w.print()}</button>
                <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back()}</button>
            </p>
            <p class="help">{w.download_note()}</p>
            <p class="help" role="status">{outcome}</p>
        </section>
        <HandOver/>
        <details class="fold preview" open>
            <summary><h2>{w.preview()}</h2></summary>
            {preview}
        </details>
    }
}

/// What stands on every sheet of paper.
fn sheet(paper: &Paper) -> Sheet {
    let [programme, what] = paper.title();
    let head = format!("{} · {}", paper.notice(), paper.mark());
    Sheet { lang: paper.lang, title: format!("{programme} {what} · {head}"), head: [programme.to_owned(), head] }
}

/// A form in which the draft is taken away.
#[derive(Clone, Copy)]
enum Download {
    Json,
    Word,
}

impl Download {
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
    let topics = store.look_at_all(|session, packs| AnsweredTopic::all(&session.filing, &asked, packs, lang));
    let row = |AnswerRow { label, value }: AnswerRow| {
        let blank = value.is_none();
        view! { <dt>{label}</dt><dd class:blank=blank>{value.unwrap_or_else(|| w.blank().to_owned())}</dd> }
    };
    let topic = |AnsweredTopic { title, page, rows }: AnsweredTopic| {
        let label = phrases::named(w.change(), &title, lang);
        view! {
            <section class="answers">
                <div class="answers-head">
                    <h2>{title}</h2>
                    <button type="button" class="link" aria-label=label
                        on:click=move |_| store.send(Msg::PageOpened(Page::Questions(page)))>{w.change()}</button>
                </div>
                <dl>{rows.into_iter().map(row).collect_view()}</dl>
            </section>
        }
    };
    topics.into_iter().map(topic).collect_view()
}
