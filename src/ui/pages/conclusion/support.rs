//! What each measure comes to as a step to the total, and all of them together.

use leptos::prelude::*;

use super::contents::SUPPORT;
use super::plan::no_choice;
use super::section::{Section, rest};
use crate::report::{About, ExclusionRow, Mark, MeasureRow as Found, PlanReport, Support};
use crate::ui::charts::{AsTable, StepKey, TotalBar, roomy, support_steps};
use crate::ui::i18n::conclusion;
use crate::ui::layout::Steps;
use crate::ui::parts::{Clause, Drawer, ExplanationFold, MeasureRow};
use crate::ui::store::Store;

#[component]
pub fn SupportSection(plan: Memo<Option<PlanReport>>, blank: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let clause = store.report(|report| report.support.as_ref().map(|one| one.clause.clone())).get_untracked()?;
    let steps = support_steps(store);
    let drawn = Memo::new(move |_| steps.with(Option::is_some));
    let places = move |idle: bool| {
        store.report(move |report| {
            let all = report.support.iter().flat_map(|support| &support.measures).enumerate();
            all.filter(|(_, one)| (one.row.mark == Mark::Idle) == idle).map(|(at, _)| at).collect::<Vec<_>>()
        })
    };
    let (shown, idle) = (places(false), places(true));
    let label = rest(Mark::Idle, move || conclusion::idle_measures(idle.with(Vec::len), lang));
    let exclusions = store.exclusions();
    let exclusion = |ExclusionRow { says, clause }: ExclusionRow| view! { <p class="help">{says}" "{clause.label}</p> };
    let exclusions = move || exclusions.get().into_iter().map(exclusion).collect_view();
    let choice = move || (!blank.get()).then(|| plan.with(|plan| plan.as_ref().and_then(|plan| no_choice(plan, w))));
    Some(view! {
        <Section id=SUPPORT title=w.support()>
            <p class="help">{w.support_lead()}</p>
            <figure class="stack" use:roomy=32>
                <Show when=move || drawn.get()><StepKey/></Show>
                <Rows places=shown steps/>
                <div hidden=move || idle.with(Vec::is_empty)>
                    <Drawer class="rest" label><Rows places=idle steps/></Drawer>
                </div>
                <Sum steps/>
                <Show when=move || drawn.get()><Caption/></Show>
            </figure>
            <p class="help">{choice}</p>
            {exclusions}
            <div class="row-foot"><Clause cite=clause.cite/><ExplanationFold about=About::Total title=w.sum()/></div>
        </Section>
    })
}

#[component]
fn Rows(places: Memo<Vec<usize>>, steps: Memo<Option<Steps>>) -> impl IntoView {
    view! { <ul class="rows"><For each=move || places.get() key=|at| *at let:at><MeasureRow at steps/></For></ul> }
}

/// All measures together, and what comes in which form.
#[component]
fn Sum(steps: Memo<Option<Steps>>) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let total = store.report(|report| report.support.as_ref().map(|support| support.total.clone()));
    let forms = store.report(|report| {
        let brought = report.support.iter().flat_map(|support| &support.by_form).filter(|form| form.brings);
        brought.map(|form| format!("{} {}", form.form, form.range)).collect::<Vec<_>>()
    });
    let forms = move || forms.with(|forms| forms.join(w.comma()));
    view! {
        <div class="total">
            <p>{move || total.with(|total| total.as_ref().map(|total| total.label))}</p>
            <TotalBar steps total/>
            <p class="total-sum"><b>{move || total.with(|total| total.as_ref().map(|total| total.range.clone()))}</b>
                " "<small>{forms}</small></p>
        </div>
    }
}

/// The same in a sentence and as a table.
#[component]
fn Caption() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let said = store.report(move |report| {
        let said = |support: &Support| support.prospect().collect::<Vec<_>>().join(w.space());
        report.support.as_ref().map(said)
    });
    let rows = store.report(move |report| {
        let most =
            |one: &Found| one.amount.high.map_or_else(|| w.stack_unbounded().to_owned(), |high| lang.money(high));
        let row = |one: &Found| vec![one.row.title.clone(), one.form.to_owned(), lang.money(one.amount.low), most(one)];
        let rows = |support: &Support| support.measures.iter().map(row).collect::<Vec<_>>();
        report.support.as_ref().map(rows).unwrap_or_default()
    });
    view! {
        <figcaption>{said}</figcaption>
        <AsTable of=w.support() head=vec![w.table_measure(), w.table_form(), w.slip_certain(), w.slip_at_most()] rows/>
    }
}
