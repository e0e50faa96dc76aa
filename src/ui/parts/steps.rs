//! The way from the first page to the download, and where one is on it.

use leptos::prelude::*;

use super::progress::{PageProgress, Topics};
use crate::report;
use crate::ui::route::Stage;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Steps() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let page = store.position(|position| position.page);
    let pages = store.topic_pages();
    let topics = move || pages.with(|pages| pages.len());
    let asks = Memo::new(move |_| page.get().stage() == Stage::Questions && topics() > 0);
    // What is added to the answers has the name that suits the track.
    let details = store.track(|track, lang| Some(report::details_title(track.track, lang)));
    let name = move |index: usize, stage: Stage| {
        details.get().filter(|_| stage == Stage::Dossier).or_else(|| w.stages().get(index).copied())
    };
    let step = move |(index, stage): (usize, Stage)| {
        let state = move || match page.get().stage() {
            now if now == stage => "now",
            now if now > stage => "done",
            _ => "ahead",
        };
        let unfolds = move || stage == Stage::Questions && asks.get();
        view! {
            <li data-state=state>
                <button
                    type="button"
                    aria-current=move || (state() == "now").then_some("step")
                    disabled=move || topics() == 0 && stage != Stage::Start
                    on:click=move |_| store.send(Msg::StepChosen(store.route().first(stage)))
                >
                    <span class="steps-number" aria-hidden="true">{w.numerals().get(index).copied()}</span>
                    <span>{move || name(index, stage)}</span>
                </button>
                <Show when=unfolds><Topics/></Show>
            </li>
        }
    };
    view! {
        <nav class="steps" aria-label=w.steps_label()>
            <ol>{Stage::ALL.into_iter().enumerate().map(step).collect_view()}</ol>
            <Show when=move || asks.get()><PageProgress/></Show>
        </nav>
    }
}
