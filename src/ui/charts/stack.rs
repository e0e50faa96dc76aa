//! The support as steps to the total: what is certain, what could still come, and where a ceiling cuts.

use leptos::prelude::*;

use super::label;
use crate::report::Total;
use crate::ui::layout::{Bar, Steps, percent, steps};
use crate::ui::store::Store;

/// The steps of all measures; nothing where none of them brings anything.
pub fn support_steps(store: Store) -> Memo<Option<Steps>> {
    store.report(|report| {
        let support = report.support.as_ref()?;
        let amounts: Vec<_> = support.measures.iter().map(|measure| measure.amount).collect();
        steps(&support.groups, &amounts)
    })
}

/// What the bars mean.
#[component]
pub fn StepKey() -> impl IntoView {
    let w = Store::get().words();
    view! {
        <p class="key" aria-hidden="true">
            <span><svg class="swatch"><rect class="piece" x="1" y="2" width="22" height="12"/></svg>{w.slip_certain()}</span>
            <span><svg class="swatch"><rect class="piece-open" x="1" y="2" width="22" height="12"/></svg>{w.stack_open()}</span>
        </p>
    }
}

/// The step of one measure. A voucher has a line through it, a ceiling a bar across its end.
#[component]
pub fn StepBar(
    at: usize,
    steps: Memo<Option<Steps>>,
    #[prop(into)] has_ceiling: Signal<bool>,
    is_voucher: bool,
) -> impl IntoView {
    let bar: Memo<Option<Bar>> =
        Memo::new(move |_| steps.with(|steps| steps.as_ref()?.bars.get(at).copied().flatten()));
    let now = move || bar.get().unwrap_or_default();
    let end = move || percent(now().end());
    let cut =
        move || has_ceiling.get().then(|| view! { <rect class="step-ceiling" x=end y="-14" width="3" height="28"/> });
    let open = move || now().open.then(arrow);
    let certain = move || steps.with(|steps| steps.as_ref().map(|steps| percent(steps.certain)));
    view! {
        <svg class="step-bar" aria-hidden="true" data-split=is_voucher.to_string()
            data-drawn=move || bar.with(Option::is_some).to_string()>
            <rect class="step-line" width="1" height="100%"/>
            <rect class="step-line" width="1" height="100%" x=certain/>
            <svg y="50%" class="over">
                <rect class="piece" class:piece-outdone=move || now().outdone y="-8" height="16"
                    x=move || percent(now().certain.0) width=move || percent(now().certain.1)/>
                <rect class="piece-open" y="-8" height="16"
                    x=move || percent(now().possible.0) width=move || percent(now().possible.1)/>
                <rect class="piece-split" y="-1.5" height="3" x=move || percent(now().certain.0) width=move || percent(now().certain.1)/>
                {cut}
                {open}
            </svg>
        </svg>
    }
}

/// The whole width as what is certain and what could still come.
#[component]
pub fn TotalBar(steps: Memo<Option<Steps>>, total: Memo<Option<Total>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let scale = move || {
        let certain = steps.with(|steps| steps.as_ref().map(|steps| steps.certain))?;
        let total = total.get()?.amount;
        let is_between = total.low.is_positive() && !total.is_settled();
        let said =
            is_between.then(|| label(certain, "38", format!("{} {}", w.slip_certain(), lang.money(total.low)), true));
        let most = total.high.map_or_else(|| w.stack_unbounded().to_owned(), |high| lang.money(high));
        Some(view! {
            <rect class="piece" x="0" y="4" height="16" width=percent(certain)/>
            <rect class="piece-open" x=percent(certain) y="4" height="16" width=percent(1_000 - certain)/>
            <text x="0" y="60">"0"</text>
            <text class="strong" x="100%" y="60" text-anchor="end">{most}</text>
            {said}
            {total.high.is_none().then(|| view! { <svg y="12" class="over">{arrow()}</svg> })}
        })
    };
    view! { <svg class="step-bar" aria-hidden="true">{scale}</svg> }
}

/// The end of a bar that nothing bounds.
fn arrow() -> impl IntoView {
    view! { <svg x="100%" class="over"><path class="step-arrow" d="M-11 -12 L1 0 L-11 12 Z"/></svg> }
}
