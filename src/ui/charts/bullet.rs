//! Where a figure stands against its goal. The figures beside it say the same.

use leptos::prelude::*;

use crate::model::Quantity;
use crate::ui::layout::{Against, anchor, percent};

/// The widest a label may be so that it does not stick out wherever its line stands.
const TWO_THIRDS: i64 = 660;

/// A bar from zero to the figure, and a line across it at the goal; nothing where both are zero.
#[component]
pub fn Bullet(value: Quantity, goal: Quantity, label: String) -> impl IntoView {
    Against::new(value, goal, None).map(|drawn| {
        view! {
            <svg class="bullet" aria-hidden="true">
                {bar(drawn)}
                {goal_label(drawn, label)}
            </svg>
        }
    })
}

/// The bar of the figure, what it lacks, and the line of the goal.
pub fn bar(drawn: Against) -> impl IntoView + use<> {
    let Against { zero, value, goal, goes_on, .. } = drawn;
    let axis = (zero > 0).then(|| view! { <rect class="bullet-zero" x=percent(zero) y="6" width="1" height="14"/> });
    let lacking = (value < goal).then(|| {
        view! { <rect class="bullet-gap" x=percent(value) y="8" width=percent(goal - value) height="10"/> }
    });
    let cut = goes_on
        .then(|| view! { <svg x="94%" class="over"><path class="bullet-cut" d="M0 22 l8 -18 M6 22 l8 -18"/></svg> });
    view! {
        <rect class="bullet-track" x="0" y="8" width="100%" height="10"/>
        <rect class="bullet-value" x=percent(zero.min(value)) y="8" width=percent((value - zero).abs()) height="10"/>
        {lacking}
        {axis}
        {cut}
        {goal_line(drawn)}
    }
}

pub fn goal_line(drawn: Against) -> impl IntoView {
    view! { <rect class="bullet-goal" x=percent(drawn.goal) y="3" width="3" height="20"/> }
}

pub fn goal_label(drawn: Against, label: String) -> impl IntoView {
    view! { <text x=percent(drawn.goal) y="40" text-anchor=anchor(drawn.goal, TWO_THIRDS)>{label}</text> }
}
