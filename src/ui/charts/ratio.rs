//! One number of the applicant's own against a share or a multiple of another.

use leptos::prelude::*;

use super::bullet::{bar, goal_label, goal_line};
use crate::report::Ratio;
use crate::ui::layout::{Against, percent};

/// Both numbers as bars with the line that is to be reached, and the relation in exact figures.
#[component]
pub fn RatioBars(ratio: Ratio) -> impl IntoView {
    let Ratio { value, target, of, own, other, goal, says } = ratio;
    let drawn = Against::new(value, target, Some(of))?;
    Some(view! {
        <figure class="ratio">
            <p aria-hidden="true">{own}</p>
            <svg class="bullet" aria-hidden="true">{bar(drawn)}</svg>
            <p aria-hidden="true">{other}</p>
            <svg class="bullet" aria-hidden="true">
                <rect class="bullet-track" x="0" y="8" width="100%" height="10"/>
                <rect class="bullet-base" x=percent(drawn.zero.min(drawn.base)) y="8"
                    width=percent((drawn.base - drawn.zero).abs()) height="10"/>
                {goal_line(drawn)}
                {goal_label(drawn, goal)}
            </svg>
            <figcaption class="figures">{says}</figcaption>
        </figure>
    })
}
