//! 条件与情况: one topic a page.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::Lang;
use crate::model::typed::TypedError;
use crate::pack::Fact;
use crate::pack::load::TrackRef;
use crate::pack::track::Topic;
use crate::report::value_text;
use crate::ui::filing::Filing;
use crate::ui::i18n::{entry, phrases, questions, words};
use crate::ui::parts::{AnyQuestion, ErrorSummary, Onward, Scales, as_questions, relevance};
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::topic::{Progress, QuestionState, Relevance};

#[component]
pub fn Questions(topic: usize) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.look(|session, track| {
        let pages = store.packs().with_untracked(|packs| session.filing.topic_pages(packs));
        // A draft may have become shorter than the history remembers it.
        let page = pages.get(topic).or(pages.last())?;
        let declared = track.track.topics.get(page.topic)?.clone();
        let facts: Vec<Fact> = page.facts.iter().filter_map(|id| track.pack.fact(id)).cloned().collect();
        let of = format!("{} · {}", track.pack.file.title.get(lang), track.track.title.get(lang));
        Some((declared, facts, (session.filing.entries.len() > 1).then_some(of)))
    });
    let (declared, facts, of) = found.flatten()?;
    let Topic { title, lead, facts: all, .. } = declared;
    let own = StoredValue::new(facts.iter().map(|fact| fact.id.clone()).collect::<Vec<_>>());
    let before: Vec<String> = all.into_iter().filter(|id| own.with_value(|own| !own.contains(id))).collect();
    let errors = store.track_memo(move |session, track| {
        let line = |(id, error): (String, TypedError)| {
            let fact = track.pack.fact(&id)?;
            let message = entry::typed_error(&error, fact, session.lang);
            let label = fact.label.get(session.lang);
            Some((format!("fact-{id}"), phrases::named(label, &message, session.lang)))
        };
        let errors = own.with_value(|own| session.filing.errors(track.pack, own));
        errors.into_iter().filter_map(line).collect::<Vec<_>>()
    });
    let relevance = relevance(store);
    let idle = store.memo(move |session| {
        own.with_value(|own| relevance.with(|relevance| Progress::of(own, &session.filing, relevance).all == 0))
    });
    let repeated = move || relevance.with(|relevance| before.iter().filter(|id| relevance.asked.contains(*id)).count());
    let repeated =
        move || Some(repeated()).filter(|count| *count > 0).map(|count| questions::asked_before(count, lang));
    Some(view! {
        <ErrorSummary errors/>
        {of.map(|of| view! { <p class="over-title">{of}</p> })}
        <h1>{title.get(lang).to_owned()}</h1>
        <p class="lead">{lead.get(lang).to_owned()}</p>
        {move || repeated().map(|line| view! { <p class="help repeated">{line}</p> })}
        <Show when=move || idle.get()><p class="banner banner-calm">{w.not_needed}</p></Show>
        <form on:submit=move |event| { event.prevent_default(); store.send(Msg::Continued); }>
            <Scales facts=facts.clone()/>
            <Sorted facts relevance/>
            <Unused facts=own.get_value() relevance/>
            <Onward/>
        </form>
    })
}

/// The questions in order; at the end, folded away, those that can change nothing.
#[component]
fn Sorted(facts: Vec<Fact>, relevance: Memo<Relevance>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let questions = StoredValue::new(as_questions(&facts));
    // The questions that had the focus since the page was opened, the last one last. A change of focus alone moves nothing,
    // or what is about to be pressed would move away from under the pointer.
    let had_focus = StoredValue::new(Vec::<usize>::new());
    let folded = Memo::new(move |before: Option<&BTreeSet<usize>>| {
        let had_focus = had_focus.get_value();
        let was_folded = |at: &usize| before.is_some_and(|before| before.contains(at));
        let busy_in_fold = had_focus.last().is_some_and(was_folded);
        let is_folded = |(at, facts): (usize, &Vec<Fact>)| {
            let standing = store.session().with(|session| {
                let of =
                    |fact: &Fact| relevance.with(|relevance| QuestionState::of(&fact.id, &session.filing, relevance));
                facts.iter().map(of).min()
            })?;
            standing.is_folded(was_folded(&at), had_focus.contains(&at), busy_in_fold).then_some(at)
        };
        questions.with_value(|questions| questions.iter().enumerate().filter_map(is_folded).collect())
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
        relevance.with(|relevance| facts.iter().filter(|fact| relevance.asked.contains(&fact.id)).count())
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
        let is_unused = |id: &&String| {
            relevance.with(|relevance| QuestionState::of(id, &session.filing, relevance) == QuestionState::Unused)
        };
        facts.iter().filter(is_unused).filter_map(|id| unused(id, &session.filing, track, lang)).collect::<Vec<_>>()
    });
    let line = move |(label, value, why): (String, String, String)| {
        view! {
            <li>
                <p><span>{label}</span>{w.colon}<b>{value}</b></p>
                <p class="help"><span class="unused-mark">{w.unused_mark}</span>{why}</p>
            </li>
        }
    };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <details class="tail unused">
                <summary>{move || questions::unused(lines.with(Vec::len), lang)}</summary>
                <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul>
                <p class="help">{w.unused_note}</p>
            </details>
        </Show>
    }
}

/// The label of a fact, what was entered for it, and which answers keep it from being asked.
fn unused(id: &str, filing: &Filing, track: TrackRef<'_>, lang: Lang) -> Option<(String, String, String)> {
    let fact = track.pack.fact(id)?;
    let value = |fact: &Fact| filing.answers.get(&fact.id).map(|value| value_text(fact, value, lang));
    let entered = value(fact).or_else(|| filing.typed.get(id).cloned())?;
    let gates: BTreeSet<&str> = fact.asked_when.iter().flat_map(|gate| gate.facts()).collect();
    let gates = gates.into_iter().filter_map(|gate| track.pack.fact(gate));
    let why: Vec<String> =
        gates.map(|gate| questions::because(gate.label.get(lang), value(gate).as_deref(), lang)).collect();
    Some((fact.label.get(lang).to_owned(), entered, why.join(words(lang).semicolon)))
}
