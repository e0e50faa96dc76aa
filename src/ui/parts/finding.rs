//! A condition with its truth, its reasons and its clause.

use leptos::prelude::*;

use super::{Clause, Fold, LeastChange, Working};
use crate::draft::words;
use crate::engine::Verdict;
use crate::engine::assess::Finding;
use crate::engine::reach::Goal;
use crate::engine::reasoning::About;
use crate::engine::say::say;
use crate::model::Truth;
use crate::ui::store::Store;

/// The mark and the class of a truth: a shape and a word, never colour alone.
pub const fn mark(truth: Truth) -> (&'static str, &'static str) {
    match truth {
        Truth::Met => ("✓", "met"),
        Truth::NotMet => ("✕", "not"),
        Truth::Unknown => ("?", "unknown"),
        Truth::Judged => ("◇", "judged"),
        Truth::NotApplicable => ("–", "idle"),
    }
}

/// The class of a verdict, among those of the truths; `plain` where there is nothing to judge.
pub const fn verdict_class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Eligible) => mark(Truth::Met).1,
        Some(Verdict::Ineligible) => mark(Truth::NotMet).1,
        Some(Verdict::Undetermined) => mark(Truth::Unknown).1,
        Some(Verdict::Judged) => mark(Truth::Judged).1,
        None => "plain",
    }
}

#[component]
pub fn FindingRow(
    about: About,
    title: String,
    cite: String,
    #[prop(into)] finding: Signal<Option<Finding>>,
) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let truth = Memo::new(move |_| finding.with(|finding| finding.as_ref().map_or(Truth::Unknown, |one| one.truth)));
    let word = move || finding.with(|finding| finding.as_ref().map(|one| words::finding(one, lang)));
    let reasons = move || {
        let steps = finding.get().map(|finding| finding.reasons).unwrap_or_default();
        store.look(|_, track| {
            let said = steps.iter().map(|step| say(step, track.pack, lang));
            said.map(|sentence| view! { <li>{sentence}</li> }).collect_view()
        })
    };
    let place = match &about {
        About::Condition(id) => format!("condition-{id}"),
        About::Priority(id) => format!("priority-{id}"),
        _ => String::new(),
    };
    let how = how_to(&about, &place, truth);
    view! {
        <li class="row" id=place>
            <span class="mark" data-truth=move || mark(truth.get()).1 aria-hidden="true">{move || mark(truth.get()).0}</span>
            <div>
                <p class="row-title"><b>{title}</b></p>
                <ul class="reasons">{reasons}</ul>
            </div>
            <p class="row-end" data-truth=move || mark(truth.get()).1>{word}</p>
            <div class="row-wide row-foot"><Clause cite/>{how}<Working about/></div>
        </li>
    }
}

/// How a condition would be met: open where it is not, folded while that is still open. What is preferred is not required.
fn how_to(about: &About, place: &str, truth: Memo<Truth>) -> impl IntoView + use<> {
    let w = Store::get().words();
    let wanted = match about {
        About::Condition(id) => Some((Goal::Condition(id.clone()), place.to_owned())),
        _ => None,
    };
    move || {
        let (goal, place) = wanted.clone()?;
        Some(match truth.get() {
            Truth::NotMet => {
                view! { <div class="how"><p class="how-lead">{w.how_to_meet}</p><LeastChange goal place/></div> }.into_any()
            }
            Truth::Unknown => view! {
                <Fold class="working" label=w.how_to_meet.to_owned()><LeastChange goal=goal.clone() place=place.clone()/></Fold>
            }
            .into_any(),
            Truth::Met | Truth::Judged | Truth::NotApplicable => ().into_any(),
        })
    }
}
