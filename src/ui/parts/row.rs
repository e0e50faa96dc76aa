//! A finding in a line that opens to what led to it, its clause, and what would change it.

use leptos::prelude::*;

use super::{Clause, ExplanationFold, Fold, LeastChange};
use crate::engine::reach::Goal;
use crate::report::{About, Mark, Row as Found};
use crate::ui::browser;
use crate::ui::store::Store;

/// The id of the row of a condition, an indicator or a measure.
pub fn row_id(about: &About) -> String {
    match about {
        About::Condition(id) => format!("condition-{id}"),
        About::Priority(id) => format!("priority-{id}"),
        About::Veto(id) => format!("veto-{id}"),
        About::Direct(id) => format!("direct-{id}"),
        About::Indicator(id) => format!("indicator-{id}"),
        About::Measure(id) => format!("measure-{id}"),
        About::Total | About::Verdict => String::new(),
    }
}

/// A row of a list. Title and clause stay; what was found follows the answers.
#[component]
pub fn Row(
    found: Memo<Option<Found>>,
    /// The title is the heading of what stands under it.
    #[prop(optional)]
    heading: bool,
    /// What stands under the title.
    #[prop(optional)]
    under: Option<AnyView>,
    /// What stands between the title and the word.
    #[prop(optional)]
    picture: Option<AnyView>,
    /// What stands in place of the word.
    #[prop(optional)]
    end: Option<AnyView>,
    /// What stands in place of the reasons.
    #[prop(optional)]
    told: Option<AnyView>,
    /// What stands under the reasons.
    #[prop(optional_no_strip)]
    note: Option<AnyView>,
    /// What stands beside the clause.
    #[prop(optional_no_strip)]
    foot: Option<AnyView>,
    /// Nothing leads to it but what was said.
    #[prop(optional)]
    is_said: bool,
    #[prop(optional, into)] hidden: Signal<bool>,
) -> impl IntoView {
    let Found { about, title, clause, .. } = found.get_untracked()?;
    let mark = Memo::new(move |_| found.with(|found| found.as_ref().map_or(Mark::Unknown, |found| found.mark)));
    let is_required = matches!(about, About::Condition(_));
    let open = RwSignal::new(false);
    // What stands in the way shows how to mend it; nobody has to look for that.
    Effect::new(move |_| {
        if is_required && mark.get() == Mark::NotMet {
            open.set(true);
        }
    });
    let end = end.unwrap_or_else(|| {
        let word = move || found.with(|found| found.as_ref().map(|found| found.word.clone()));
        view! { <span class="row-end" data-truth=move || mark.get().class()>{word}</span> }.into_any()
    });
    let told = told.unwrap_or_else(|| {
        let reasons = move || found.with(|found| found.as_ref().map(|found| found.reasons.clone()).unwrap_or_default());
        let reason = |reason: String| view! { <li>{reason}</li> };
        view! { <ul class="reasons">{move || reasons().into_iter().map(reason).collect_view()}</ul> }.into_any()
    });
    let is_drawn = picture.is_some();
    let id = row_id(&about);
    let how = how_to(&about, &id, mark);
    let measure = if let About::Measure(id) = &about { Some(id.clone()) } else { None };
    let indicator = if let About::Indicator(id) = &about { Some(id.clone()) } else { None };
    let working = (!is_said).then(|| view! { <ExplanationFold about title=title.clone()/> });
    let title = if heading { view! { <h3>{title}</h3> }.into_any() } else { view! { <b>{title}</b> }.into_any() };
    Some(view! {
        <li class="row row-opens" class:row-drawn=is_drawn data-measure=measure data-indicator=indicator hidden=hidden>
            <details id=id class="row-fold printed" prop:open=open
                on:toggle=move |event| open.set(browser::is_open(&event))>
                <summary>
                    <span class="mark" data-truth=move || mark.get().class() aria-hidden="true">{move || mark.get().shape()}</span>
                    <span class="row-title">{title}" "{under}</span>
                    {picture}
                    " "{end}
                </summary>
                <div class="row-body">
                    {told}
                    {note}
                    <div class="row-foot"><Clause cite=clause.cite/>{foot}{how}{working}</div>
                </div>
            </details>
        </li>
    })
}

/// How a condition would be met: open where it is not, folded while that is still open. What is preferred is not required.
fn how_to(about: &About, place: &str, mark: Memo<Mark>) -> impl IntoView + use<> {
    let w = Store::get().words();
    let wanted = match about {
        About::Condition(id) => Some((Goal::Condition(id.clone()), place.to_owned())),
        _ => None,
    };
    move || {
        let (goal, place) = wanted.clone()?;
        Some(match mark.get() {
            Mark::NotMet => {
                view! { <div class="how"><p class="how-lead">{w.how_to_meet()}</p><LeastChange goal place/></div> }.into_any()
            }
            Mark::Unknown => view! {
                <Fold class="working" label=w.how_to_meet().to_owned()><LeastChange goal=goal.clone() place=place.clone()/></Fold>
            }
            .into_any(),
            _ => ().into_any(),
        })
    }
}
