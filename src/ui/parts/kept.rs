//! What a person should know of the drafts on this device: another window, another version, what could not be read.

use leptos::prelude::*;

use crate::ui::autosave::QUESTION;
use crate::ui::browser::{self, SetAside};
use crate::ui::i18n::{autosave, start_words};
use crate::ui::saved;
use crate::ui::store::Store;
use crate::ui::windows::Question;

const UNREADABLE: &str = "zhice-unreadable";

#[component]
pub fn Kept() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let question = store.autosave().question();
    let unplaced = Memo::new(move |_| {
        store.packs().with(|packs| {
            let ids = store.session().with(|session| session.filing.unread_answers(packs));
            let label = |id: &String| packs.iter().find_map(|pack| pack.fact(id)).map(|fact| fact.label.get(lang));
            ids.iter().map(|id| label(id).unwrap_or(id).to_owned()).collect::<Vec<_>>()
        })
    });
    let choices = Memo::new(move |_| {
        store.packs().with(|packs| {
            let ids = store.session().with(|session| session.filing.unread_choices(packs));
            let readings = || packs.iter().flat_map(|pack| &pack.file.readings);
            let question = |id: &String| readings().find(|one| one.id == *id).map(|one| one.question.get(lang));
            ids.iter().map(|id| question(id).unwrap_or(id).to_owned()).collect::<Vec<_>>()
        })
    });
    view! {
        {move || question.get().map(|question| asked(store, &question))}
        <Show when=move || store.autosave().is_earlier().get()>
            <p class="message" role="status">{w.earlier()}</p>
        </Show>
        <Show when=move || unplaced.with(|names| !names.is_empty())>
            <p class="message" role="status">{move || unplaced.with(|names| autosave::unplaced(names, lang))}</p>
        </Show>
        <Show when=move || choices.with(|questions| !questions.is_empty())>
            <p class="message" role="status">{move || choices.with(|questions| autosave::unplaced_choices(questions, lang))}</p>
        </Show>
        <For each=move || store.autosave().set_aside().get() key=|one| one.number children=move |one| set_aside(store, one)/>
    }
}

/// Says at once what happened, without breaking off what a person types: an alert, not a dialogue, for the page goes on.
fn asked(store: Store, question: &Question) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let (title, lead) = match question {
        Question::Changed { changed_here: true } => (w.changed_elsewhere(), w.changed_both().to_owned()),
        Question::Changed { changed_here: false } => (w.changed_elsewhere(), w.changed_there_only().to_owned()),
        Question::Cleared => (w.cleared_elsewhere(), w.cleared_elsewhere_lead().to_owned()),
        Question::Unreadable(why) => (
            w.unreadable_there(),
            format!("{}{}{}", autosave::why(why, lang), w.full_stop(), w.unreadable_there_lead()),
        ),
    };
    let ours = match question {
        Question::Changed { .. } => w.keep_ours_copying(),
        Question::Cleared => w.keep_here(),
        Question::Unreadable(_) => w.set_aside_and_save(),
    };
    let no_room = RwSignal::new(false);
    let keep = move |_| no_room.set(store.keep_ours().is_err());
    let other = match question {
        Question::Changed { changed_here } => {
            let label = if *changed_here { w.take_theirs_copying() } else { w.take_theirs() };
            view! { <button type="button" on:click=move |_| store.take_theirs()>{label}</button> }.into_any()
        }
        Question::Cleared => {
            view! { <button type="button" on:click=move |_| store.wipe()>{w.clear_here_too()}</button> }.into_any()
        }
        Question::Unreadable(_) => {
            let take = move |_| {
                if let Ok(Some(text)) = store.browser().load() {
                    hand_out(1, &text);
                }
            };
            view! { <button type="button" on:click=take>{w.damaged_file()}</button> }.into_any()
        }
    };
    view! {
        <div class="message question-elsewhere" id=QUESTION role="alert" tabindex="-1">
            <p><b>{title}</b></p>
            <p>{lead}</p>
            <p class="actions">
                {other}
                <button type="button" on:click=keep>{ours}</button>
            </p>
            <p class="error">{move || no_room.get().then_some(w.no_room())}</p>
        </div>
    }
}

/// A text that could not be read, kept until a person decides about it.
fn set_aside(store: Store, SetAside { number, text }: SetAside) -> impl IntoView {
    let (lang, w) = (store.lang(), store.words());
    let read = store.packs().with_untracked(|packs| saved::read(&text, packs));
    let sentence = autosave::set_aside(read.err().as_ref(), lang);
    let take = move |_| hand_out(number, &text);
    view! {
        <div class="message" role="status" data-set-aside=number.to_string()>
            <p>{sentence}</p>
            <p class="actions">
                <button type="button" on:click=take>{autosave::numbered(w.damaged_file(), number, lang)}</button>
                <button type="button" class="link"
                    on:click=move |_| store.delete_set_aside(number)>{autosave::numbered(start_words(lang).delete(), number, lang)}</button>
            </p>
        </div>
    }
}

fn hand_out(number: u32, text: &str) {
    let name = if number == 1 { format!("{UNREADABLE}.json") } else { format!("{UNREADABLE}-{number}.json") };
    _ = browser::download(&name, "application/json", text.as_bytes());
}
