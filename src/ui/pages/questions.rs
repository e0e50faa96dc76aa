//! 条件与情况: one topic a page.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::Grow;
use crate::ui::i18n::questions;
use crate::ui::parts::{AnyQuestion, ErrorSummary, Onward, Scales};
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::topic::{QuestionState, Relevance};
use crate::ui::view_model::questions::{QuestionsPage, UnusedAnswer, errors, unused};

#[component]
pub fn Questions(topic: usize) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let page = store.look_at_all(|session, packs| QuestionsPage::of(topic, &session.filing, packs, lang))?;
    let QuestionsPage { over_title, title, lead, questions, asked_before } = page;
    let own = StoredValue::new(questions.concat());
    let errors =
        store.track_memo(move |session, track| own.with_value(|own| errors(own, &session.filing, track, lang)));
    let relevance = store.relevance();
    let progress = store.progress();
    let idle = Memo::new(move |_| progress.with(|all| all.get(topic).or(all.last()).is_none_or(|of| of.all == 0)));
    let repeated = move || {
        let count = relevance.with(|relevance| asked_before.iter().filter(|id| relevance.asked.contains(*id)).count());
        (count > 0).then(|| questions::asked_before(count, lang))
    };
    Some(view! {
        <ErrorSummary errors/>
        {over_title.map(|over| view! { <p class="over-title">{over}</p> })}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {move || repeated().map(|line| view! { <p class="help repeated">{line}</p> })}
        <Show when=move || idle.get()><p class="banner banner-calm">{w.not_needed()}</p></Show>
        <form on:submit=move |event| { event.prevent_default(); store.send(Msg::Continued); }>
            <Scales facts=own.get_value()/>
            <Sorted questions relevance/>
            <Unused facts=own.get_value() relevance/>
            <Onward/>
        </form>
    })
}

/// The questions in order; at the end, folded away, those that can change nothing.
#[component]
fn Sorted(questions: Vec<Vec<String>>, relevance: Memo<Relevance>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let questions = StoredValue::new(questions);
    // The questions that had the focus since the page was opened, the last one last. A change of focus alone moves nothing,
    // or what is about to be pressed would move away from under the pointer.
    let had_focus = StoredValue::new(Vec::<usize>::new());
    let folded = Memo::new(move |before: Option<&BTreeSet<usize>>| {
        let had_focus = had_focus.get_value();
        let was_folded = |at: &usize| before.is_some_and(|before| before.contains(at));
        let busy_in_fold = had_focus.last().is_some_and(was_folded);
        let is_folded = |(at, facts): (usize, &Vec<String>)| {
            let state = store.session().with(|session| {
                let of =
                    |fact: &String| relevance.with(|relevance| QuestionState::of(fact, &session.filing, relevance));
                facts.iter().map(of).min()
            })?;
            state.is_folded(was_folded(&at), had_focus.contains(&at), busy_in_fold).then_some(at)
        };
        questions.with_value(|questions| questions.iter().enumerate().filter_map(is_folded).grown())
    });
    let place = move |at: usize| {
        let facts = questions.with_value(|questions| questions.get(at).cloned()).unwrap_or_default();
        let note = move |_| {
            had_focus.update_value(|all| {
                if all.last() != Some(&at) {
                    all.push(at);
                }
            });
        };
        view! { <div class="place" on:focusin=note><AnyQuestion facts/></div> }
    };
    let shown = move || {
        let all = questions.with_value(Vec::len);
        folded.with(|folded| (0..all).filter(|at| !folded.contains(at)).collect::<Vec<_>>())
    };
    let count = Memo::new(move |_| {
        let facts = questions.with_value(|questions| {
            let of = |at: usize| questions.get(at).cloned().unwrap_or_default();
            folded.get().into_iter().flat_map(of).collect::<Vec<_>>()
        });
        relevance.with(|relevance| facts.iter().filter(|fact| relevance.asked.contains(*fact)).count())
    });
    let title = move || Some(count.get()).filter(|count| *count > 0).map(|count| questions::idle(count, lang));
    view! {
        <div class="questions"><For each=shown key=|at| *at children=place/></div>
        <p class="unseen" role="status">{title}</p>
        <Show when=move || count.get() != 0>
            <details class="tail idle">
                <summary>{title}</summary>
                <div class="questions"><For each=move || folded.get() key=|at| *at children=place/></div>
            </details>
        </Show>
    }
}

/// Answers that are kept although another answer makes them count no longer, with the reason.
#[component]
fn Unused(facts: Vec<String>, relevance: Memo<Relevance>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let lines = store.track_memo(move |session, track| {
        relevance.with(|relevance| unused(&facts, &session.filing, relevance, track, lang))
    });
    let line = move |UnusedAnswer { label, value, why }: UnusedAnswer| {
        view! {
            <li>
                <p><span>{label}</span>{w.colon()}<b>{value}</b></p>
                <p class="help"><span class="unused-mark">{w.unused_mark()}</span>{why}</p>
            </li>
        }
    };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <details class="tail unused">
                <summary>{move || questions::unused(lines.with(Vec::len), lang)}</summary>
                <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul>
                <p class="help">{w.unused_note()}</p>
            </details>
        </Show>
    }
}
