//! The programmes with their standing, and the tracks one may apply for, to be ticked.

use leptos::prelude::*;

use super::many::Many;
use crate::pack::listing::FEW;
use crate::report;
use crate::ui::i18n::start;
use crate::ui::parts::PacksAwaited;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::programmes::{ProgrammeCard, TrackCard, applicants};
use crate::ui::view_model::search::Search;

#[component]
pub fn Programmes() -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let are_many = Memo::new(move |_| store.programmes().with(|programmes| programmes.len() > FEW));
    let choice = move || if are_many.get() { view! { <Many/> }.into_any() } else { view! { <Few/> }.into_any() };
    view! {
        <section class="section start-new">
            <h2>{w.new}</h2>
            {choice}
            <BeginBar are_many/>
        </section>
    }
}

/// All of them, one under the other.
#[component]
fn Few() -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let search = RwSignal::new(Search::default());
    let programmes = move || {
        let as_of = store.session().with_untracked(|session| session.filing.as_of);
        let cards = store.programmes().with(|programmes| ProgrammeCard::all(programmes, as_of, store.lang()));
        let shown = |card: ProgrammeCard| {
            let title = view! { <h3>{card.title.clone()}" "{standing(&card)}</h3> }.into_any();
            programme(store, title, card, search)
        };
        cards.into_iter().map(shown).collect_view()
    };
    view! {
        <RoleChoice search/>
        <p class="help">{w.choose_lead}</p>
        {programmes}
    }
}

/// 您是: shows only the tracks of one kind of applicant.
#[component]
fn RoleChoice(search: RwSignal<Search>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let kinds = move || store.programmes().with(|programmes| applicants(programmes));
    let option = move |kind| {
        let is_chosen = move || search.with(|search| search.applicant == kind);
        view! {
            <label class="option">
                <input type="radio" name="role" checked=kind.is_none() prop:checked=is_chosen
                    on:change=move |_| search.update(|search| search.applicant = kind)/>
                <span>{kind.map_or(w.everyone, |kind| report::applicant(kind, lang))}</span>
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
    let picked = store.memo(move |session| id.with_value(|id| session.picked.contains(id)));
    let under_way =
        store.memo(move |session| id.with_value(|id| session.filing.entries.iter().any(|entry| entry.id == *id)));
    view! {
        <li class="track" data-track=track hidden=move || search.with(|search| !search.takes(&card))>
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

/// How many tracks are ticked, and the way on: into a draft of their own, or into the open one. Among many programmes
/// what is ticked may not be in sight, and is named.
#[component]
fn BeginBar(are_many: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let picked = store.memo(|session| session.picked.clone());
    let count = Memo::new(move |_| picked.with(Vec::len));
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
    let names = move || {
        let title =
            |programmes: &[_]| picked.with(|all| all.iter().filter_map(|id| id.title(programmes, lang)).collect());
        let titles: Vec<String> = if are_many.get() { store.programmes().with(|all| title(all)) } else { Vec::new() };
        (!titles.is_empty()).then(|| view! { <ul class="help picked">{titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul> })
    };
    view! {
        <div class="begin-bar">
            <div>
                <p role="status" class:error=move || wanting.get() && count.get() == 0>{said}</p>
                {names}
            </div>
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| begin(true)>{w.begin}</button>
                <Show when=move || open.get() && (count.get() > 0)>
                    <button type="button" on:click=move |_| begin(false)>{w.add}</button>
                </Show>
            </p>
            <PacksAwaited begun=true/>
        </div>
    }
}
