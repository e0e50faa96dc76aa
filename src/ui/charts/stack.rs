//! The support as steps to the total: what is certain, what could still come, and where a ceiling cuts.

use leptos::prelude::*;

use super::{AsTable, label};
use crate::draft::words;
use crate::engine::assess::MeasureFinding;
use crate::engine::explain::Step;
use crate::model::Amount;
use crate::pack::Measure;
use crate::pack::measure::Form;
use crate::ui::i18n::pictures;
use crate::ui::layout::{Bar, Steps, percent, steps};
use crate::ui::store::Store;

#[component]
pub fn Stack(measures: Vec<Measure>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let total =
        store.outlook(|outlook| outlook.assessment.support.as_ref().map(|support| support.total).unwrap_or_default());
    let drawn = drawn(store);
    let row = |(at, measure): (usize, Measure)| {
        let finding = store.outlook(move |outlook| {
            outlook.assessment.support.as_ref().and_then(|support| support.measures.get(at).cloned())
        });
        let bar = Signal::derive(move || drawn.with(|drawn| drawn.as_ref()?.bars.get(at).copied().flatten()));
        view! { <Row measure finding bar drawn/> }
    };
    let names: Vec<(String, &'static str)> =
        measures.iter().map(|one| (one.title.get(lang).to_owned(), words::form(one.form, lang))).collect();
    let rows = store.outlook(move |outlook| {
        let found = outlook.assessment.support.iter().flat_map(|support| &support.measures);
        let most = |amount: Amount| amount.high.map_or_else(|| w.stack_unbounded.to_owned(), |high| lang.money(high));
        let row = |((title, form), one): (&(String, &str), &MeasureFinding)| {
            vec![title.clone(), (*form).to_owned(), lang.money(one.amount.low), most(one.amount)]
        };
        names.iter().zip(found).map(row).collect::<Vec<_>>()
    });
    let one_of = move || {
        let one_of = drawn.with(|drawn| drawn.as_ref().is_some_and(|drawn| drawn.one_of));
        one_of.then(|| format!("{}{}", lang.pick("", " "), w.one_of_measures))
    };
    view! {
        <figure class="stack" hidden=move || drawn.with(Option::is_none)>
            <p class="key" aria-hidden="true">
                <span><svg class="swatch"><rect class="piece" x="1" y="2" width="22" height="12"/></svg>{w.slip_certain}</span>
                <span><svg class="swatch"><rect class="piece-open" x="1" y="2" width="22" height="12"/></svg>{w.stack_open}</span>
            </p>
            <ul>
                {measures.into_iter().enumerate().map(row).collect_view()}
                <Total drawn total/>
            </ul>
            <figcaption>{move || pictures::stack(total.get(), lang)}{one_of}</figcaption>
            <AsTable of=w.support head=vec![w.table_measure, w.table_form, w.slip_certain, w.slip_at_most] rows/>
        </figure>
    }
}

fn drawn(store: Store) -> Memo<Option<Steps>> {
    let groups =
        store.track_memo(|session, track| track.rules.stack(&session.filing.choices(track.pack)).groups.clone());
    let amounts = store.outlook(|outlook| {
        let measures = outlook.assessment.support.iter().flat_map(|support| &support.measures);
        measures.map(|measure| measure.amount).collect::<Vec<_>>()
    });
    Memo::new(move |_| groups.with(|groups| amounts.with(|amounts| steps(groups, amounts))))
}

#[component]
fn Row(
    measure: Measure,
    finding: Memo<Option<MeasureFinding>>,
    bar: Signal<Option<Bar>>,
    drawn: Memo<Option<Steps>>,
) -> impl IntoView {
    let lang = Store::get().lang();
    let ceiling = Memo::new(move |_| finding.with(|finding| finding.as_ref().and_then(ceiling)));
    let form = words::form(measure.form, lang);
    let note = move || match ceiling.get() {
        Some((at, reached)) => format!("{form} · {}", pictures::ceiling(at, reached, lang)),
        None => form.to_owned(),
    };
    let amount = move || finding.with(|finding| finding.as_ref().map(|finding| lang.range(finding.amount)));
    let now = move || bar.get().unwrap_or_default();
    let cut = move || {
        ceiling.get().map(
            |_| view! { <rect class="step-ceiling" x=move || percent(now().end()) y="-14" width="3" height="28"/> },
        )
    };
    let open = move || now().open.then(arrow);
    view! {
        <li class="step" hidden=move || bar.with(Option::is_none)>
            <p><b>{measure.title.get(lang).to_owned()}</b>" "<small>{note}</small></p>
            <svg class="step-bar" aria-hidden="true" data-split=(measure.form == Form::Voucher).to_string()>
                <Lines drawn/>
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
            <p class="step-sum">{amount}</p>
        </li>
    }
}

/// The lines through all steps: where they start, and up to where the total is certain.
#[component]
fn Lines(drawn: Memo<Option<Steps>>) -> impl IntoView {
    let x = move || drawn.with(|drawn| drawn.as_ref().map(|drawn| percent(drawn.certain)));
    view! {
        <rect class="step-line" width="1" height="100%"/>
        <rect class="step-line" width="1" height="100%" x=x/>
    }
}

#[component]
fn Total(drawn: Memo<Option<Steps>>, total: Memo<Amount>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let scale = move || {
        let drawn = drawn.get()?;
        let total = total.get();
        let certain = format!("{} {}", w.slip_certain, lang.money(total.low));
        let is_between = total.low.is_positive() && !total.is_settled();
        let certain = is_between.then(|| label(drawn.certain, "38", certain, true));
        let most = total.high.map_or_else(|| w.stack_unbounded.to_owned(), |high| lang.money(high));
        Some(view! {
            <rect class="piece" x="0" y="4" height="16" width=percent(drawn.certain)/>
            <rect class="piece-open" x=percent(drawn.certain) y="4" height="16" width=percent(1_000 - drawn.certain)/>
            <text x="0" y="60">"0"</text>
            <text class="strong" x="100%" y="60" text-anchor="end">{most}</text>
            {certain}
            {total.high.is_none().then(|| view! { <svg y="12" class="over">{arrow()}</svg> })}
        })
    };
    view! {
        <li class="step step-total">
            <p><b>{w.stack_total}</b></p>
            <svg class="step-bar" aria-hidden="true">{scale}</svg>
            <p class="step-sum">{move || lang.range(total.get())}</p>
        </li>
    }
}

/// The end of a bar that nothing bounds.
fn arrow() -> impl IntoView {
    view! { <svg x="100%" class="over"><path class="step-arrow" d="M-11 -12 L1 0 L-11 12 Z"/></svg> }
}

/// The ceiling of a measure that takes effect or may, and whether it does by now.
fn ceiling(finding: &MeasureFinding) -> Option<(crate::model::Quantity, bool)> {
    finding.steps.iter().rev().find_map(|step| match step {
        Step::Capped { at, before, amount } if amount.high == finding.amount.high => Some((*at, before.low >= *at)),
        _ => None,
    })
}
