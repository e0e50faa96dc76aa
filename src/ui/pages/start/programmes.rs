//! The programmes with their standing, and the tracks one may apply for, to be ticked.

use leptos::prelude::*;

use crate::ui::i18n::start;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::programmes::{ProgrammeCard, TrackCard, applicants};

#[component]
pub fn Programmes() -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let role = RwSignal::new(None);
    let programmes = move || {
        let as_of = store.session().with_untracked(|session| session.filing.as_of);
        let cards = store.packs().with(|packs| ProgrammeCard::all(packs, as_of, store.lang()));
        cards.into_iter().map(|card| programme(store, card, role)).collect_view()
    };
    view! {
        <section class="section start-new">
            <h2>{w.new}</h2>
            <RoleChoice role/>
            <p class="help">{w.choose_lead}</p>
            {programmes}
            <BeginBar/>
        </section>
    }
}

/// 您是: shows only the tracks of one kind of applicant.
#[component]
fn RoleChoice(role: RwSignal<Option<&'static str>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let kinds = move || store.packs().with(|packs| applicants(packs, lang));
    let option = move |kind: Option<&'static str>| {
        view! {
            <label class="option">
                <input type="radio" name="role" checked=kind.is_none() prop:checked=move || role.get() == kind on:change=move |_| role.set(kind)/>
                <span>{kind.unwrap_or(w.everyone)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="role">
            <legend>{w.role}</legend>
            <div class="options">
                {move || [None].into_iter().chain(kinds().into_iter().map(Some)).map(option).collect_view()}
            </div>
        </fieldset>
    }
}

/// A programme with its document and standing, and its tracks.
fn programme(store: Store, card: ProgrammeCard, role: RwSignal<Option<&'static str>>) -> impl IntoView {
    let kinds: Vec<&str> = card.tracks.iter().map(|track| track.applicant).collect();
    let tracks = card.tracks.into_iter().map(|track| track_choice(store, track, role)).collect_view();
    view! {
        <section class="programme" data-programme=card.id
            hidden=move || role.get().is_some_and(|role| !kinds.contains(&role))>
            <h3>{card.title}
                " "<span class="badge" data-ended=card.is_ended.to_string()>{card.standing}</span>
            </h3>
            <p class="help">{card.document}</p>
            <p class="help">{card.source}</p>
            <ul class="tracks">{tracks}</ul>
        </section>
    }
}

/// A track to be ticked, with who applies on it and what it ends with.
fn track_choice(store: Store, card: TrackCard, role: RwSignal<Option<&'static str>>) -> impl IntoView {
    let w = store.start_words();
    let TrackCard { id, title, label, applicant, who, outcome } = card;
    let track = id.track.clone();
    let id = StoredValue::new(id);
    let picked = store.memo(move |session| id.with_value(|id| session.picked.contains(id)));
    let under_way =
        store.memo(move |session| id.with_value(|id| session.filing.entries.iter().any(|entry| entry.id == *id)));
    view! {
        <li class="track" data-track=track hidden=move || role.get().is_some_and(|role| role != applicant)>
            <label>
                <input type="checkbox" aria-label=label prop:checked=picked
                    on:change=move |_| store.send(Msg::TrackPicked { id: id.get_value(), picked: !picked.get_untracked() })/>
                <span>
                    <b>{title}</b>
                    <Show when=move || under_way.get()>" "<span class="badge">{w.under_way}</span></Show>
                    <span class="track-who">{w.who}{who}</span>
                    <small>{outcome}</small>
                </span>
            </label>
        </li>
    }
}

/// How many tracks are ticked, and the way on: into a draft of their own, or into the open one.
#[component]
fn BeginBar() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let count = store.memo(|session| session.picked.len());
    let open = store.memo(|session| !session.filing.entries.is_empty());
    let wanting = RwSignal::new(false);
    let begin = move |anew: bool| {
        wanting.set(count.get_untracked() == 0);
        if count.get_untracked() > 0 {
            store.begin(anew);
        }
    };
    let said = move || match count.get() {
        0 if wanting.get() => w.choose_first.to_owned(),
        count => start::picked(count, lang),
    };
    view! {
        <div class="begin-bar">
            <p role="status" class:error=move || wanting.get() && count.get() == 0>{said}</p>
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| begin(true)>{w.begin}</button>
                <Show when=move || open.get() && (count.get() > 0)>
                    <button type="button" on:click=move |_| begin(false)>{w.add}</button>
                </Show>
            </p>
        </div>
    }
}
