//! The conditions as a path to the verdict that lights up as they are met.

use leptos::prelude::*;

use super::AsTable;
use crate::draft::words;
use crate::engine::assess::Finding;
use crate::model::{Lang, Truth};
use crate::pack::track::Requirement;
use crate::ui::i18n::pictures;
use crate::ui::parts::{mark, verdict_class};
use crate::ui::store::Store;

/// A station for each condition, in the order of the document, and the verdict at the end; nothing on a track without
/// conditions. Each station leads to the row of its condition, whose id is `condition-` and its own.
#[component]
pub fn ConditionPath() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let conditions = store.look(|_, track| track.track.conditions.clone()).filter(|all| !all.is_empty())?;
    let found = store.outlook(|outlook| outlook.assessment.eligibility.conditions.clone());
    let verdict = store.outlook(move |outlook| {
        let of = &outlook.assessment.eligibility;
        let class = verdict_class(of.verdict);
        let shape = [Truth::Met, Truth::NotMet, Truth::Unknown, Truth::Judged]
            .map(mark)
            .into_iter()
            .find(|(_, its)| *its == class);
        (class, shape.map_or("", |(shape, _)| shape), words::eligibility(of, lang))
    });
    let all = conditions.len();
    let counts = move || found.with(|found| counts(found, lang));
    let titles: Vec<String> = conditions.iter().map(|one| one.title.get(lang).to_owned()).collect();
    let rows = Signal::derive(move || {
        let row = |(title, one): (&String, &Finding)| vec![title.clone(), words::finding(one, lang).to_owned()];
        found.with(|found| titles.iter().zip(found).map(row).collect::<Vec<_>>())
    });
    let station = |(at, condition): (usize, Requirement)| {
        let finding = Signal::derive(move || found.with(|found| found.get(at).cloned()));
        view! { <Station condition finding/> }
    };
    Some(view! {
        <figure class="path">
            <ol>
                {conditions.into_iter().enumerate().map(station).collect_view()}
                <li class="station station-end" data-truth=move || verdict.get().0>
                    <p><span class="station-mark" aria-hidden="true">{move || verdict.get().1}</span>
                        <b>{move || verdict.get().2}</b></p>
                </li>
            </ol>
            <figcaption>{pictures::conditions(all, lang)}{counts}</figcaption>
            <AsTable of=w.conditions head=vec![w.table_condition, w.conclusion_title] rows/>
        </figure>
    })
}

#[component]
fn Station(condition: Requirement, finding: Signal<Option<Finding>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let shape = move || finding.with(|finding| finding.as_ref().map_or(mark(Truth::Unknown), |one| mark(one.truth)));
    let word = move || finding.with(|finding| finding.as_ref().map(|one| words::finding(one, lang)));
    let row = format!("condition-{}", condition.id);
    view! {
        <li class="station" data-truth=move || shape().1>
            <button type="button" class="printed" on:click=move |_| store.browser().focus_id(&row)>
                <span class="station-mark" aria-hidden="true">{move || shape().0}</span>
                <span class="station-title">{condition.title.get(lang).to_owned()}</span>
                <span class="unseen">{word}</span>
            </button>
        </li>
    }
}

/// How many conditions stand where, with their marks; what does not occur is left out.
fn counts(found: &[Finding], lang: Lang) -> impl IntoView + use<> {
    let count = |class: &str| {
        let mut of = found.iter().filter(|one| mark(one.truth).1 == class);
        let first = of.next()?;
        Some((mark(first.truth).0, pictures::standing(words::finding(first, lang), 1 + of.count(), lang)))
    };
    let counts = ["met", "not", "unknown", "judged", "idle"].into_iter().filter_map(count).enumerate();
    let part = |(at, (shape, said)): (usize, (&'static str, String))| {
        let before = if at > 0 { lang.pick("，", "; ") } else { "" };
        view! { {before}<span class="count"><span aria-hidden="true">{shape}" "</span>{said}</span> }
    };
    counts.map(part).collect_view()
}
