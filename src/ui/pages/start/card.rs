//! A programme with its tracks, to be ticked.

use leptos::prelude::*;

use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::programmes::{ProgrammeCard, TrackCard};
use crate::ui::view_model::search::Search;

/// The standing of its document, beside its title.
pub fn standing(card: &ProgrammeCard) -> impl IntoView + use<> {
    view! { <span class="badge" data-ended=card.is_ended.to_string()>{card.standing}</span> }
}

/// A programme under its title, with its document and its tracks.
pub fn programme(store: Store, title: AnyView, card: ProgrammeCard, search: RwSignal<Search>) -> impl IntoView {
    let ProgrammeCard { id, document, source, .. } = card.clone();
    let tracks = card.tracks.iter().map(|track| track_choice(store, track.clone(), search)).collect_view();
    view! {
        <section class="programme" data-programme=id hidden=move || search.with(|search| !search.finds(&card))>
            {title}
            <p class="help">{document}</p>
            <p class="help">{source}</p>
            <ul class="tracks">{tracks}</ul>
        </section>
    }
}

/// A track to be ticked, with who applies on it and what it ends with.
fn track_choice(store: Store, card: TrackCard, search: RwSignal<Search>) -> impl IntoView {
    let w = store.start_words();
    let TrackCard { id, title, label, who, outcome, .. } = card.clone();
    let track = id.track.clone();
    let id = StoredValue::new(id);
    let picked = store.position(move |position| id.with_value(|id| position.picked.contains(id)));
    let under_way = store.position(move |position| id.with_value(|id| position.entries.contains(id)));
    view! {
        <li class="track" data-track=track hidden=move || search.with(|search| !search.takes(&card))>
            <label>
                <input type="checkbox" aria-label=label prop:checked=picked
                    on:change=move |_| store.send(Msg::TrackPicked { id: id.get_value(), picked: !picked.get_untracked() })/>
                <span>
                    <b>{title}</b>
                    <Show when=move || under_way.get()>" "<span class="badge">{w.under_way()}</span></Show>
                    <span class="track-who">{[w.who(), &who].concat()}</span>
                    <small>{outcome}</small>
                </span>
            </label>
        </li>
    }
}
