//! Faceted search: where there are many programmes, those that fit what one looks for, place by place and a page at a
//! time.

use leptos::prelude::*;

use super::card::{programme, standing};
use crate::ui::i18n::start;
use crate::ui::store::Store;
use crate::ui::view_model::programmes::ProgrammeCard;
use crate::ui::view_model::search::{Options, Search, applicant_options, kind_options, places};

/// So many more are listed at a time.
const PAGE: usize = 20;

#[component]
pub fn Many() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    let cards = Memo::new(move |_| {
        let as_of = store.session().with_untracked(|session| session.filing.as_of);
        store.programmes().with(|programmes| ProgrammeCard::by_place(programmes, as_of, lang))
    });
    let search = RwSignal::new(Search::default());
    let most = RwSignal::new(PAGE);
    let found = Memo::new(move |_| {
        let found = |card: &&ProgrammeCard| search.with(|search| search.finds(card));
        cards.with(|cards| cards.iter().filter(found).cloned().collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| found.with(Vec::len));
    let shown = move || count.get().min(most.get());
    let groups = move || {
        let listed = found.with(|found| found.get(..shown()).map(<[_]>::to_vec).unwrap_or_default());
        let groups = listed.chunk_by(|one, other| one.places == other.places);
        groups.map(|group| place(store, group, search)).collect_view()
    };
    let more = move |_| {
        let next = found.with_untracked(|found| found.get(most.get_untracked()).map(|card| title_id(&card.id)));
        most.update(|most| *most += PAGE);
        if let Some(next) = next {
            store.browser().focus_when_there(next);
        }
    };
    let rest = move || count.get() - shown();
    view! {
        <SearchForm cards search most/>
        <p class="help found" role="status">{move || start::found(count.get(), shown(), lang)}</p>
        <p class="help">{w.choose_lead()}</p>
        <Show when=move || count.get() == 0><p class="none-found">{w.none_found()}</p></Show>
        <Show when=move || search.with(|search| *search != Search::default())>
            <p class="actions"><button type="button" class="link" on:click=move |_| search.set(Search::default())>{w.clear()}</button></p>
        </Show>
        {groups}
        <Show when=move || rest() != 0>
            <p class="actions"><button type="button" on:click=more>{move || start::more(rest().min(PAGE), lang)}</button></p>
        </Show>
    }
}

/// The words, and what narrows down beside them.
#[component]
fn SearchForm(cards: Memo<Vec<ProgrammeCard>>, search: RwSignal<Search>, most: RwSignal<usize>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.start_words());
    // What is looked for anew is listed from its beginning.
    let change = move |change: &dyn Fn(&mut Search)| {
        most.set(PAGE);
        search.update(change);
    };
    let all_places = cards.with_untracked(|cards| places(cards));
    let place_options = all_places.iter().map(|place| (place.clone(), place.clone())).collect();
    let bodies = store.programmes().with_untracked(|programmes| applicant_options(programmes, lang));
    let kinds = kind_options(lang);
    let chosen = move |read: fn(&Search) -> String| Signal::derive(move || search.with(read));
    view! {
        <div class="search" role="search">
            <div class="search-words">
                <label for="search-words">{w.search()}</label>
                <span class="field">
                    <input id="search-words" type="search" autocomplete="off" aria-describedby="search-help"
                        prop:value=move || search.with(|search| search.text.clone())
                        on:input=move |event| change(&|search| search.text = event_target_value(&event))/>
                </span>
                <p class="help" id="search-help">{w.search_help()}</p>
            </div>
            <Facet name="place" label=w.place() any=w.everywhere() options=place_options
                chosen=chosen(|search| search.place.clone().unwrap_or_default())
                choose=move |place: String| change(&|search| search.place = Some(place.clone()).filter(|place| !place.is_empty()))/>
            <Facet name="applicant" label=w.role() any=w.everyone() options=bodies chosen=chosen(Search::chosen_applicant)
                choose=move |chosen: String| change(&|search| search.choose_applicant(&chosen))/>
            <Facet name="kind" label=w.kind() any=w.any_kind() options=kinds chosen=chosen(Search::chosen_kind)
                choose=move |chosen: String| change(&|search| search.choose_kind(&chosen))/>
        </div>
    }
}

/// One of the things that narrow down: any, or one of its values, each with its id and its word.
#[component]
fn Facet(
    name: &'static str,
    label: &'static str,
    any: &'static str,
    options: Options,
    chosen: Signal<String>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let id = format!("search-{name}");
    let option = move |(value, word): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{word}</option> }
    };
    let all = [(String::new(), any.to_owned())].into_iter().chain(options).map(option).collect_view();
    view! {
        <div>
            <label for=id.clone()>{label}</label>
            <span class="field"><select id=id on:change=move |event| choose.run(event_target_value(&event))>{all}</select></span>
        </div>
    }
}

/// The programmes of one place.
fn place(store: Store, cards: &[ProgrammeCard], search: RwSignal<Search>) -> impl IntoView + use<> {
    let name = cards.first().and_then(|card| card.places.last().cloned());
    let shown = |card: &ProgrammeCard| {
        let id = title_id(&card.id);
        let title = view! { <h4 id=id>{card.title.clone()}" "{standing(card)}</h4> }.into_any();
        programme(store, title, card.clone(), search)
    };
    view! {
        <section class="place">
            <h3>{name.unwrap_or_else(|| store.start_words().no_place().to_owned())}</h3>
            {cards.iter().map(shown).collect_view()}
        </section>
    }
}

fn title_id(programme: &str) -> String {
    format!("programme-{programme}")
}
