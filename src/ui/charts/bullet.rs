//! Where a figure stands against its goal. The figures beside it say the same.

use leptos::prelude::*;

use super::{percent, thousandths};
use crate::model::Quantity;

/// How far out the larger of the two figures lies, in thousandths: the goal is never at the edge.
const REACH: i64 = 880;

/// A bar from zero to the figure, and a line across it at the goal; nothing where both are zero.
#[component]
pub fn Bullet(value: Quantity, goal: Quantity) -> impl IntoView {
    let lowest = value.min(goal).min(Quantity::ZERO);
    let whole = value.max(goal).max(Quantity::ZERO).minus(lowest);
    let at = |figure: Quantity| thousandths(figure.minus(lowest), whole) * REACH / 1_000;
    let (zero, figure) = (at(Quantity::ZERO), at(value));
    let axis = (zero > 0).then(|| view! { <rect class="bullet-zero" x=percent(zero) y="6" width="1" height="14"/> });
    whole.is_positive().then(|| {
        view! {
            <svg class="bullet" aria-hidden="true">
                <rect class="bullet-track" x="0" y="8" width="100%" height="10"/>
                <rect class="bullet-value" x=percent(zero.min(figure)) y="8" width=percent((figure - zero).abs()) height="10"/>
                {axis}
                <rect class="bullet-goal" x=percent(at(goal)) y="3" width="3" height="20"/>
            </svg>
        }
    })
}
