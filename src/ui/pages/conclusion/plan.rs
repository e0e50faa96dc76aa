//! 最佳组合: where measures exclude each other, what gives way to what, and the next best.

use leptos::prelude::*;

use super::contents::PLAN;
use super::section::Section;
use crate::report::{PlanReport, PlanRow};
use crate::ui::i18n::conclusion;
use crate::ui::parts::Clause;
use crate::ui::store::Store;

#[component]
pub fn PlanSection(plan: Memo<Option<PlanReport>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let row = |PlanRow { title, range, why }: PlanRow| {
        view! {
            <li class="row row-plain"><div><p class="row-title">{title}</p><p class="help">{why}</p></div>
                <p class="row-end amount"><span>{range}</span></p></li>
        }
    };
    let body = move || {
        let PlanReport { chosen, forfeits, runner_up, unsettled, clause, total, .. } = plan.get()?;
        let titles: Vec<String> = chosen.into_iter().map(|one| one.title).collect();
        let taken = conclusion::measures_taken(&lang.list(&titles), &total.range, lang);
        let runner_up = runner_up.map(|(titles, sums)| {
            view! { <h3>{w.runner_up()}</h3><p>{titles}</p><p class="help">{sums}</p> }
        });
        Some(view! {
            <p>{taken}</p>
            <h3>{w.forfeits()}</h3>
            <ul class="rows">{forfeits.into_iter().map(row).collect_view()}</ul>
            {runner_up}
            {unsettled.map(|said| view! { <p class="help">{said}{w.full_stop()}</p> })}
            <div class="row-foot"><span class="help">{w.stacking_rule()}</span><Clause cite=clause.cite/></div>
        })
    };
    view! { <Section id=PLAN title=w.plan()>{body}</Section> }
}

/// Where nothing gives way to anything, that in a sentence.
pub fn no_choice(plan: &PlanReport, w: crate::ui::i18n::Words) -> Option<String> {
    let said = if plan.nothing.is_some() { w.no_plan_yet() } else { w.nothing_excluded() };
    let unsettled = plan.unsettled.map(|unsettled| format!("{}{unsettled}{}", w.space(), w.full_stop()));
    (!plan.is_a_choice()).then(|| format!("{said}{}", unsettled.unwrap_or_default()))
}
