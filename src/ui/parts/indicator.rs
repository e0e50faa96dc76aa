//! An indicator: where it stands, how far from its goal, by when, and who answers for it.

use leptos::prelude::*;

use super::row::Row;
use crate::report::{Action, Figure, IndicatorRow as Found, Mark, Point};
use crate::ui::charts::{Bullet, RatioBars};
use crate::ui::store::Store;

#[component]
pub fn IndicatorRow(
    /// Its position on the track.
    at: usize,
    /// It is all there is under a heading that says the same.
    alone: bool,
    #[prop(into)] hidden: Signal<bool>,
) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let indicator = store.report(move |report| report.indicators.get(at).cloned());
    let Found { note, due, duty, is_rating, .. } = indicator.get_untracked()?;
    let found = Memo::new(move |_| indicator.with(|one| one.as_ref().map(|one| one.row.clone())));
    let figures = move || indicator.with(|one| one.as_ref().and_then(|one| figures(one, w.comma())));
    let under = view! { {move || figures().map(|figures| view! { <small class="figures">{figures}</small> })} };
    let picture = move || indicator.with(|one| one.as_ref().and_then(|one| picture(&one.figure)));
    let actions = view! { <Ticked at/> };
    let told = view! { {picture}{actions} }.into_any();
    let note = note.map(|note| view! { <p class="help">{note}</p> }.into_any());
    let duty: Vec<String> = due.into_iter().chain(duty).collect();
    let foot = (!duty.is_empty()).then(|| view! { <p class="help">{duty.join(w.semicolon())}</p> }.into_any());
    Some(view! {
        <Row found heading=alone under=under.into_any() told note foot is_said=is_rating hidden/>
    })
}

/// What a task consists of, as far as anything of it was ticked.
#[component]
fn Ticked(at: usize) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let listed = store.report(move |report| {
        report.indicators.get(at).and_then(|one| Some((one.rated.clone()?, one.actions.clone())))
    });
    let (rated, actions) = listed.get_untracked().filter(|(_, actions)| !actions.is_empty())?;
    let ticked = store.memo(move |session| session.filing.actions.get(&rated).cloned().unwrap_or_default());
    let row = move |(Action { says, .. }, done): (Action, bool)| {
        let mark = if done { Mark::Done } else { Mark::NotBegun };
        view! {
            <li><span class="mark" data-truth=mark.class() aria-hidden="true">{mark.shape()}</span>
                <span>{says}</span>{done.then(|| view! { " "<small>{w.task_action_done()}</small> })}</li>
        }
    };
    Some(move || {
        let ticked = ticked.get();
        let rows = actions.iter().map(|one| (one.clone(), ticked.contains(&one.id)));
        (!ticked.is_empty()).then(|| view! { <ul class="points">{rows.map(row).collect_view()}</ul> })
    })
}

/// The figures in a line. A rating is a word and stands at the end; two numbers of one's own stand under their picture.
fn figures(one: &Found, comma: &str) -> Option<String> {
    let is_told = one.is_rating || matches!(one.figure, Figure::Ratio(_)) || one.figures.is_empty();
    (!is_told).then(|| one.figures.join(comma))
}

/// What shows more than the word of the status.
fn picture(figure: &Figure) -> Option<AnyView> {
    match figure.clone() {
        Figure::None => None,
        Figure::Target { value, target, label } => Some(view! { <Bullet value goal=target label/> }.into_any()),
        Figure::Ratio(ratio) => Some(view! { <RatioBars ratio=*ratio/> }.into_any()),
        Figure::Points(points) => {
            Some(view! { <ul class="points">{points.into_iter().map(point).collect_view()}</ul> }.into_any())
        }
    }
}

/// A point of a checklist with what was said of it.
fn point(Point { mark, label, said }: Point) -> impl IntoView {
    view! {
        <li><span class="mark" data-truth=mark.class() aria-hidden="true">{mark.shape()}</span>
            <span>{label}</span>" "<small>{said}</small></li>
    }
}
