//! The way from the first page to the download, and where one is on it.

use leptos::prelude::*;

use crate::ui::i18n::phrases;
use crate::ui::route::{Page, Stage};
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Steps() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let page = store.memo(|session| session.page);
    let topics = store.track_memo(|_, track| track.track.topics.len());
    let numerals = lang.pick(["一", "二", "三", "四", "五", "六"], ["1", "2", "3", "4", "5", "6"]);
    let step = move |(index, stage): (usize, Stage)| {
        let state = move || match page.get().stage() {
            now if now == stage => "now",
            now if now > stage => "done",
            _ => "ahead",
        };
        let within = move || match (stage, page.get()) {
            (Stage::Questions, Page::Questions(topic)) => phrases::topic_of(topic + 1, topics.get(), lang),
            _ => String::new(),
        };
        view! {
            <li data-state=state>
                <button
                    type="button"
                    aria-current=move || (state() == "now").then_some("step")
                    disabled=move || topics.get() == 0 && stage != Stage::Start
                    on:click=move |_| store.send(Msg::PageOpened(stage.page()))
                >
                    <span class="steps-number" aria-hidden="true">{numerals.get(index).copied()}</span>
                    <span>{w.stages.get(index).copied()}<small>{within}</small></span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="steps" aria-label=w.steps_label>
            <ol>{Stage::ALL.into_iter().enumerate().map(step).collect_view()}</ol>
        </nav>
    }
}
