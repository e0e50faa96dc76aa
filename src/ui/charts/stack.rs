//! The support as pieces laid end to end. The rows below it say the same in words.

use leptos::prelude::*;

use crate::model::{Amount, Quantity, Truth};
use crate::ui::store::Store;

const WIDTH: i64 = 1_000;

#[component]
pub fn Stack() -> impl IntoView {
    let store = Store::get();
    let found = store.outlook(|outlook| outlook.assessment.support.clone());
    move || {
        let found = found.get()?;
        let total = found.measures.iter().map(|one| one.amount).fold(Amount::ZERO, Amount::plus);
        let high = total.high.filter(|high| high.is_positive())?;
        let mut drawn: Vec<(i64, bool)> = found
            .measures
            .iter()
            .filter_map(|one| Some((one.amount.high.filter(|high| high.is_positive())?, one.truth == Truth::Met)))
            .map(|(amount, certain)| (thousandths(amount, high), certain))
            .collect();
        drawn.sort_by_key(|(width, certain)| (!certain, -width));
        let mut x = 0;
        let bars = drawn.into_iter().enumerate().map(|(index, (width, certain))| {
            let start = x;
            x += width;
            let class = if certain { "piece" } else { "piece piece-open" };
            view! {
                <rect class=class data-shade=(index % 4).to_string() x=start.to_string() y="0"
                    width=(width - 3).max(2).to_string() height="26"/>
            }
        });
        Some(view! {
            <svg class="stack" viewBox="0 0 1000 26" preserveAspectRatio="none" aria-hidden="true">{bars.collect_view()}</svg>
        })
    }
}

/// The share of a whole in thousandths, for drawing only.
fn thousandths(part: Quantity, whole: Quantity) -> i64 {
    let reaches = |width: i64| whole.times(Quantity::whole(width)) <= part.times(Quantity::whole(WIDTH));
    let (mut low, mut high) = (0, WIDTH);
    while low < high {
        let middle = (low + high + 1) / 2;
        if reaches(middle) { low = middle } else { high = middle - 1 }
    }
    low
}
