//! The programmes with their standing, and the tracks one may apply for, to be ticked.

use leptos::prelude::*;

use super::card::{programme, standing};
use super::many::Many;
use crate::report;
use crate::ui::i18n::start;
use crate::ui::parts::PacksAwaited;
use crate::ui::store::Store;
use crate::ui::view_model::programmes::{ProgrammeCard, applicants, are_many};
use crate::ui::view_model::search::Search;

#[component]
pub fn Programmes() -> impl IntoView {
    let store = Store::get();
    let w = store.start_words();
    let is_searched = Memo::new(move |_| store.programmes().with(|programmes| are_many(programmes)));
    let choice = move || if is_searched.get() { view! { <Many/> }.into_any() } else { view! { <Few/> }.into_any() };
    view! {
        <section class="section start-new">
            <h2>{w.new_draft()}</h2>
            {choice}
            <BeginBar is_searched/>
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
        <p class="help">{w.choose_lead()}</p>
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
                <span>{kind.map_or(w.everyone(), |kind| report::applicant(kind, lang))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="role">
            <legend>{w.role()}</legend>
            <div class="options">
                {move || [None].into_iter().chain(kinds().into_iter().map(Some)).map(option).collect_view()}
            </div>
        </fieldset>
    }
}

/// How many tracks are ticked, and the way on: into a draft of their own, or into the open one. Among many programmes
/// what is ticked may not be in sight, and is named.
#[component]
fn BeginBar(is_searched: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let picked = store.position(|position| position.picked.clone());
    let count = Memo::new(move |_| picked.with(Vec::len));
    let open = store.position(|position| !position.entries.is_empty());
    let wanting = RwSignal::new(false);
    let begin = move |anew: bool| {
        wanting.set(count.get_untracked() == 0);
        if count.get_untracked() > 0 {
            store.begin(anew);
        }
    };
    let said = move || match count.get() {
        0 if wanting.get() => w.choose_first().to_owned(),
        count => start::picked(count, lang),
    };
    let names = move || {
        let title =
            |programmes: &[_]| picked.with(|all| all.iter().filter_map(|id| id.title(programmes, lang)).collect());
        let titles: Vec<String> =
            if is_searched.get() { store.programmes().with(|all| title(all)) } else { Vec::new() };
        (!titles.is_empty()).then(|| view! { <ul class="help picked">{titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul> })
    };
    view! {
        <div class="begin-bar">
            <div>
                <p role="status" class:error=move || wanting.get() && count.get() == 0>{said}</p>
                {names}
            </div>
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| begin(true)>{w.begin()}</button>
                <Show when=move || open.get() && (count.get() > 0)>
                    <button type="button" on:click=move |_| begin(false)>{w.add()}</button>
                </Show>
            </p>
            <PacksAwaited begun=true/>
        </div>
    }
}
