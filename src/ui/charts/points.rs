//! The points of a group on the way to all there are: what is certain, what is still open, and the floor.

use leptos::prelude::*;

use crate::model::{Amount, Quantity};
use crate::ui::layout::{percent, thousandths};

/// Nothing where nothing bounds the points. The figures beside it say the same.
#[component]
pub fn PointsBar(amount: Amount, most: Option<Quantity>, at_least: Option<Quantity>) -> impl IntoView {
    let most = most.filter(|most| most.is_positive())?;
    let share = |points: Quantity| thousandths(points.min(most), most);
    let (certain, possible) = (share(amount.low), share(amount.high.unwrap_or(most)));
    let floor = at_least.map(|least| {
        view! { <rect class="bullet-goal" x=percent(share(least)) y="-11" width="3" height="22"/> }
    });
    Some(view! {
        <svg class="step-bar" aria-hidden="true" data-split="false" data-drawn="true">
            <svg y="50%" class="over">
                <rect class="bullet-track" y="-8" height="16" width="100%"/>
                <rect class="piece" y="-8" height="16" width=percent(certain)/>
                <rect class="piece-open" y="-8" height="16" x=percent(certain) width=percent(possible - certain)/>
                {floor}
            </svg>
        </svg>
    })
}
