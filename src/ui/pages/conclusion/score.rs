//! The score: in all, by group with its items, and what is enough or rules it out whatever the points.

use leptos::prelude::*;

use super::contents::SCORE;
use super::section::Section;
use crate::report::{GroupRow, ItemRow, Mark, Row as Found, ScoreReport};
use crate::ui::browser;
use crate::ui::charts::{PointsBar, StepKey};
use crate::ui::i18n::conclusion;
use crate::ui::parts::{Clause, Fold, LeastChange, Row};
use crate::ui::store::Store;

#[component]
pub fn ScoreSection() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let clause = store.report(|report| report.score.as_ref().map(|score| score.clause.clone())).get_untracked()?;
    let mark = store.report(|report| report.score.as_ref().map(|score| score.mark));
    let mark = move || mark.get().unwrap_or(Mark::Idle);
    let said = store.report(move |report| report.score.as_ref().map(|score| score.sentences(lang)).unwrap_or_default());
    let places =
        store.report(|report| (0..report.score.as_ref().map_or(0, |score| score.groups.len())).collect::<Vec<_>>());
    let next = store.report(|report| report.score.as_ref().and_then(|score| score.next.clone()));
    let how = move || {
        next.get().map(|(goal, name)| {
            let label = conclusion::how_to_reach(&name, lang);
            view! { <Fold class="working" label><LeastChange goal=goal.clone() place=SCORE.to_owned()/></Fold> }
        })
    };
    let first = move || said.with(|said| said.first().cloned());
    let others = move || said.with(|said| said.iter().skip(1).cloned().collect::<Vec<_>>());
    let other = |sentence: String| view! { <p class="help">{sentence}</p> };
    Some(view! {
        <Section id=SCORE title=w.score()>
            <p class="score-sum">
                <span class="mark" data-truth=move || mark().class() aria-hidden="true">{move || mark().shape()}</span>
                <b>{first}</b>
            </p>
            {move || others().into_iter().map(other).collect_view()}
            <figure class="stack">
                <StepKey/>
                <ul class="rows"><For each=move || places.get() key=|at| *at let:at><Group at/></For></ul>
            </figure>
            <Deductions/>
            <Ways title=w.vetoes() of=|score| &score.vetoes/>
            <Ways title=w.direct() of=|score| &score.direct/>
            <div class="row-foot"><Clause cite=clause.cite/>{how}</div>
        </Section>
    })
}

/// A group as a row that opens to its items.
#[component]
fn Group(at: usize) -> impl IntoView {
    let store = Store::get();
    let found = store.report(move |report| report.score.as_ref().and_then(|score| score.groups.get(at)).cloned());
    let GroupRow { title, clause, mark, .. } = found.get_untracked()?;
    let open = RwSignal::new(mark != Mark::Met);
    let now = move || found.get();
    let mark = move || now().map_or(Mark::Idle, |group| group.mark);
    let items = move || now().map(|group| group.items).unwrap_or_default();
    Some(view! {
        <li class="row row-opens row-drawn">
            <details class="row-fold printed" prop:open=open on:toggle=move |event| open.set(browser::is_open(&event))>
                <summary>
                    <span class="mark" data-truth=move || mark().class() aria-hidden="true">{move || mark().shape()}</span>
                    <span class="row-title"><h3>{title}</h3>" "
                        <small>{move || now().and_then(|group| group.floor)}</small></span>
                    {move || now().map(|group| view! { <PointsBar amount=group.amount most=group.most at_least=group.at_least/> })}
                    " "<span class="row-end">{move || now().map(|group| group.points)}</span>
                </summary>
                <div class="row-body">
                    <ul class="score-items">{move || items().into_iter().map(item).collect_view()}</ul>
                    <div class="row-foot"><Clause cite=clause.cite/></div>
                </div>
            </details>
        </li>
    })
}

fn item(found: ItemRow) -> impl IntoView {
    let ItemRow { title, points, reasons, .. } = found;
    let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    view! { <li><span>{title}</span>" "<b>{points}</b><ul class="reasons">{reasons}</ul></li> }
}

#[component]
fn Deductions() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let found = store.report(|report| report.score.as_ref().map(|score| score.deductions.clone()).unwrap_or_default());
    let list = move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! { <h3>{w.deductions()}</h3><ul class="score-items">{found.into_iter().map(item).collect_view()}</ul> }
        })
    };
    view! { {list} }
}

/// What decides whatever the points.
#[component]
fn Ways(title: &'static str, of: fn(&ScoreReport) -> &[Found]) -> impl IntoView {
    let store = Store::get();
    let found =
        move |report: &crate::report::Report| report.score.as_ref().map(|score| of(score).to_vec()).unwrap_or_default();
    let places = store.report(move |report| (0..found(report).len()).collect::<Vec<_>>());
    let row = move |at| view! { <Row found=store.report(move |report| found(report).get(at).cloned())/> };
    let is_there = move || places.with(|places| !places.is_empty());
    view! {
        <Show when=is_there><h3>{title}</h3></Show>
        <ul class="rows"><For each=move || places.get() key=|at| *at let:at>{row(at)}</For></ul>
    }
}
