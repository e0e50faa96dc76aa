//! Questions answered by choosing: yes or no, one of a list, several of a list.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::{Grow, Kind, Value};
use crate::pack::Fact;
use crate::pack::fact::FactOption;
use crate::ui::form_data;
use crate::ui::i18n::questions;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// Yes or no, or one of the options; 暂不清楚 stands beside them as an answer of its own.
#[component]
pub fn OneOf(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    // The steps of a shared scale are explained once, above the questions.
    let says = |option: &FactOption| {
        let says = option.says.as_ref().filter(|_| fact.scale.is_none())?;
        Some(says.get(lang).to_owned())
    };
    let of_option =
        |option: &FactOption| (option.label.get(lang).to_owned(), says(option), Value::Choice(option.id.clone()));
    let options: Vec<(String, Option<String>, Value)> = match fact.kind {
        Kind::Bool => {
            vec![(w.yes().to_owned(), None, Value::Bool(true)), (w.no().to_owned(), None, Value::Bool(false))]
        }
        _ => fact.options.iter().map(of_option).collect(),
    };
    let id = fact.id.clone();
    let answer = store.memo(move |session| session.filing.answers.get(&id).cloned());
    let name = fact.id.clone();
    let option = |(label, says, value): (String, Option<String>, Value)| {
        let control = form_data::value_of(&value);
        let (chosen, sent, fact) = (value.clone(), value, fact.id.clone());
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=name.clone()
                    value=control
                    prop:checked=move || answer.with(|answer| answer.as_ref() == Some(&chosen))
                    on:change=move |_| store.send(Msg::Answered { fact: fact.clone(), value: sent.clone() })
                />
                <span>{label}{says.map(|says| view! { " "<small>{says}</small> })}</span>
            </label>
        }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <div class="options">{options}<Unsure fact=fact.id.clone() name=name.clone()/></div>
        <ActionsOf fact=fact.id/>
    }
}

/// What the clause of a task lists to be done, to be ticked under its rating, which stays the person's own.
#[component]
fn ActionsOf(fact: String) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let actions = store.look(|_, track| {
        let listed = track.actions_of(&fact).iter();
        listed.map(|action| (action.id.clone(), action.says.get(lang).to_owned())).collect::<Vec<_>>()
    });
    let actions = actions.filter(|actions| !actions.is_empty())?;
    let (of, fact) = (actions.len(), StoredValue::new(fact));
    let done = store.memo(move |session| fact.with_value(|fact| session.filing.actions.get(fact).cloned()));
    let box_of = move |(id, label): (String, String)| {
        let id = StoredValue::new(id);
        let ticked = Signal::derive(move || {
            done.with(|done| done.as_ref().is_some_and(|done| id.with_value(|id| done.contains(id))))
        });
        let tick = move |_| {
            let (fact, action, done) = (fact.get_value(), id.get_value(), !ticked.get_untracked());
            store.send(Msg::ActionTicked { fact, action, done });
        };
        tick_box(label, None, "option", ticked, tick)
    };
    let count = move || done.with(|done| done.as_ref().map_or(0, BTreeSet::len));
    Some(view! {
        <fieldset class="task-actions">
            <legend>{w.task_actions()}</legend>
            <p class="help">{w.task_actions_note()}</p>
            <div class="options options-set">{actions.into_iter().map(box_of).collect_view()}</div>
            <p class="ticked">{move || questions::ticked(count(), of, lang)}</p>
        </fieldset>
    })
}

/// 暂不清楚 as one of the radio buttons.
#[component]
fn Unsure(fact: String, name: String) -> impl IntoView {
    let store = Store::get();
    let id = fact.clone();
    let unsure = store.memo(move |session| session.filing.unsure.contains(&id));
    view! {
        <label class="option option-soft">
            <input
                type="radio"
                name=name
                value=form_data::UNSURE
                prop:checked=unsure
                on:change=move |_| store.send(Msg::SaidUnsure { fact: fact.clone() })
            />
            <span>{store.words().unsure()}</span>
        </label>
    }
}

/// Labels up to so many characters stand two beside each other on a phone too.
const BRIEF: usize = 7;

/// Several of a list. What is not ticked is a no as soon as anything is ticked.
#[component]
pub fn SeveralOf(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let id = fact.id.clone();
    let held = store.memo(move |session| match session.filing.answers.get(&id) {
        Some(Value::Set(held)) => Some(held.clone()),
        _ => None,
    });
    let id = fact.id.clone();
    let unsure = store.memo(move |session| session.filing.unsure.contains(&id));
    let all: BTreeSet<String> = fact.options.iter().map(|option| option.id.clone()).grown();
    let id = StoredValue::new(fact.id.clone());
    let send =
        move |held: BTreeSet<String>| store.send(Msg::Answered { fact: id.get_value(), value: Value::Set(held) });
    let options = fact.options.iter().map(|option| {
        let (key, label) = (StoredValue::new(option.id.clone()), option.label.get(lang).to_owned());
        let ticked = move || held.with(|held| held.as_ref().is_some_and(|held| held.contains(&key.get_value())));
        let toggle = move |_| {
            let mut now = held.get_untracked().unwrap_or_default();
            if !now.remove(&key.get_value()) {
                now.insert(key.get_value());
            }
            send(now);
        };
        let control = (fact.id.clone(), option.id.clone());
        tick_box(label, Some(control), "option", Signal::derive(ticked), toggle)
    });
    let options = options.collect_view();
    let take_back = move || store.send(Msg::TookBack { fact: id.get_value() });
    let whole = move |ticked: bool, held: BTreeSet<String>| if ticked { take_back() } else { send(held) };
    let every = all.clone();
    let is_all = Signal::derive(move || held.with(|held| held.as_ref() == Some(&every)));
    let is_none = Signal::derive(move || held.with(|held| held.as_ref().is_some_and(BTreeSet::is_empty)));
    let is_brief = fact.options.iter().all(|option| option.label.get(lang).chars().count() <= BRIEF);
    let (counted, of) = (move || held.with(|held| held.as_ref().map_or(0, BTreeSet::len)), fact.options.len());
    let beside = |value: &'static str| Some((fact.id.clone(), value.to_owned()));
    view! {
        <div class="options options-set" class:options-brief=is_brief>{options}</div>
        <p class="ticked">{move || questions::ticked(counted(), of, lang)}</p>
        <div class="options">
            {tick_box(w.all_of_these().to_owned(), beside(form_data::ALL), "option option-soft", is_all, move |_| {
                whole(is_all.get_untracked(), all.clone());
            })}
            {tick_box(w.none_of_these().to_owned(), beside(form_data::NONE), "option option-soft", is_none, move |_| {
                whole(is_none.get_untracked(), BTreeSet::new());
            })}
            {tick_box(w.unsure().to_owned(), beside(form_data::UNSURE), "option option-soft", unsure.into(), move |_| {
                if unsure.get_untracked() { take_back() } else { store.send(Msg::SaidUnsure { fact: id.get_value() }) }
            })}
        </div>
    }
}

/// A box, with its name and value where it answers a fact.
fn tick_box(
    label: String,
    control: Option<(String, String)>,
    class: &'static str,
    ticked: Signal<bool>,
    on_change: impl FnMut(leptos::ev::Event) + 'static,
) -> impl IntoView {
    let (name, value) = control.unzip();
    view! {
        <label class=class>
            <input type="checkbox" name=name value=value prop:checked=ticked on:change=on_change/>
            <span>{label}</span>
        </label>
    }
}
