//! Which fact to change: those that bear on the result first, then topic by topic.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::engine::explain::Step;
use crate::engine::{Assessment, Status};
use crate::model::{Kind, Truth};
use crate::pack::load::TrackRef;
use crate::pack::{Fact, Pack};
use crate::ui::assessed::AssessedEntry;
use crate::ui::i18n::words;
use crate::ui::parts::control::control_id;
use crate::ui::session::Session;
use crate::ui::store::Store;

/// The control to choose a fact with.
pub const CHOICE: &str = "what-if-choice";

/// How many facts are named as bearing on the result.
const NEAR: usize = 8;

/// A heading with the ids and labels of facts.
type FactGroup = (String, Vec<(String, String)>);

#[component]
pub fn FactChoice(opened: RwSignal<Vec<String>>) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let deciding = store.assessment(deciding);
    let offered = store.assessed(move |entry| {
        let groups = |session: &Session, packs: &[Pack]| {
            let track = session.filing.track(packs)?;
            Some(deciding.with(|deciding| groups(session, track, entry, deciding)))
        };
        store.session().with(|session| store.packs().with(|packs| groups(session, packs))).unwrap_or_default()
    });
    let groups = Memo::new(move |_| {
        let mut groups = offered.get();
        opened.with(|opened| groups.iter_mut().for_each(|(_, facts)| facts.retain(|(id, _)| !opened.contains(id))));
        groups.retain(|(_, facts)| !facts.is_empty());
        groups
    });
    let picked = RwSignal::new(String::new());
    let chosen = Memo::new(move |_| {
        groups.with(|groups| {
            let mut ids = groups.iter().flat_map(|(_, facts)| facts).map(|(id, _)| id);
            let first = ids.clone().next().cloned();
            picked.with(|picked| ids.find(|id| *id == picked).cloned()).or(first)
        })
    });
    let open = move |_| {
        if let Some(fact) = chosen.get_untracked() {
            opened.update(|opened| opened.push(fact.clone()));
            store.browser().focus_when_shown(control_id(&fact));
        }
    };
    let option = move |(id, label): (String, String)| {
        let value = id.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| chosen.as_ref() == Some(&id))>{label}</option> }
    };
    let group = move |(title, facts): FactGroup| {
        view! { <optgroup label=title>{facts.into_iter().map(option).collect_view()}</optgroup> }
    };
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <div class="what-if-choice">
                <label for=CHOICE>{w.what_if_choose()}</label>
                <select id=CHOICE on:change=move |event| picked.set(event_target_value(&event))>
                    {move || groups.get().into_iter().map(group).collect_view()}
                </select>
                <button type="button" on:click=open>{w.what_if_change()}</button>
            </div>
        </Show>
    }
}

/// The facts that can be changed, each in one group. Texts and signs decide nothing; what cannot be changed comes last.
fn groups(session: &Session, track: TrackRef<'_>, entry: &AssessedEntry, deciding: &[String]) -> Vec<FactGroup> {
    let (lang, w) = (session.lang, words(session.lang));
    let facts = |ids: &[String]| -> Vec<&Fact> { ids.iter().filter_map(|id| track.pack.fact(id)).collect() };
    let is_sign = |fact: &Fact| track.pack.slot(&fact.id).is_some_and(|slot| track.proposals.is_sign(slot));
    let is_offered =
        |fact: &Fact| entry.asked.contains(&fact.id) && !matches!(fact.kind, Kind::Text | Kind::List) && !is_sign(fact);
    let is_fixed = |fact: &Fact| fact.fixed && session.filing.answers.get(&fact.id).is_some();
    let mut listed = BTreeSet::new();
    let mut group = |title: &str, among: Vec<&Fact>, most: usize, wanted: &dyn Fn(&Fact) -> bool| {
        let among = among.into_iter().filter(|fact| is_offered(fact) && wanted(fact));
        let fresh = among.filter(|fact| listed.insert(fact.id.clone()));
        let named = fresh.take(most).map(|fact| (fact.id.clone(), fact.label.get(lang).to_owned()));
        (title.to_owned(), named.collect())
    };
    let near = group(w.what_if_deciding(), facts(deciding), NEAR, &|fact| !is_fixed(fact));
    let mut groups = vec![near];
    for topic in &track.track.topics {
        groups.push(group(topic.title.get(lang), facts(&topic.facts), usize::MAX, &|fact| !is_fixed(fact)));
    }
    let all: Vec<String> = track.track.topics.iter().flat_map(|topic| topic.facts.clone()).collect();
    groups.push(group(w.what_if_fixed(), facts(&all), usize::MAX, &is_fixed));
    groups
}

/// The facts behind what stands in the way, then those that are open.
fn deciding(assessment: &Assessment) -> Vec<String> {
    let conditions = assessment.eligibility.conditions.iter();
    let conditions =
        conditions.filter(|one| matches!(one.truth, Truth::NotMet | Truth::Unknown)).map(|one| &one.reasons);
    let short = assessment.indicators.iter().filter(|one| one.status == Status::Short).map(|one| &one.reasons);
    let fact = |step: &Step| match step {
        Step::Fact { fact, .. } => Some(fact.clone()),
        _ => None,
    };
    let behind = conditions.chain(short).flatten().filter_map(fact);
    behind.chain(assessment.missing.iter().cloned()).collect()
}
