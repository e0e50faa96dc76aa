//! 最佳组合: what to choose where measures exclude each other, what that gives up, and the next best.

use leptos::prelude::*;

use super::Section;
use super::contents::PLAN;
use crate::draft::words::plan as said;
use crate::engine::plan::{Plan, plan};
use crate::model::{Amount, Lang};
use crate::pack::load::TrackRef;
use crate::ui::parts::Clause;
use crate::ui::store::Store;

#[component]
pub fn PlanSection() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.case_memo(|case, _| plan(case));
    let body = move || {
        let plan = found.get()?;
        let cite = plan.cite.clone();
        let unsettled = (!plan.settled).then(|| view! { <p class="help">{said::unsettled(lang)}</p> });
        let body = match (plan.forfeits.is_empty() && plan.runner_up.is_none(), plan.chosen.is_empty()) {
            (_, true) => view! { <p>{w.no_plan_yet}</p> }.into_any(),
            (true, false) => view! { <p>{w.nothing_excluded}</p> }.into_any(),
            (false, false) => store.look(|_, track| choice(track, &plan, lang)).into_any(),
        };
        Some(view! {
            {body}
            {unsettled}
            <div class="row-foot"><span class="help">{w.stacking_rule}</span><Clause cite/></div>
        })
    };
    view! { <Section id=PLAN title=w.plan>{body}</Section> }
}

/// What is taken, what gives way, and what comes next.
fn choice(track: TrackRef<'_>, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let w = crate::ui::i18n::words(lang);
    let row = |what: String, why: Option<String>, amount: Amount| {
        let why = why.map(|why| view! { <p class="help">{why}</p> });
        view! {
            <li class="row row-plain"><div><p class="row-title">{what}</p>{why}</div>
                <p class="row-end amount"><span>{lang.range(amount)}</span></p></li>
        }
    };
    let title = |id: &str| said::title(track, id, lang).to_owned();
    let chosen = plan.chosen.iter().map(|part| row(title(&part.measure), None, part.amount)).collect_view();
    let forfeit = |one: &crate::engine::plan::Forfeit| {
        row(said::forfeited(track, one, lang), Some(said::instead(track, one, lang)), one.amount)
    };
    let forfeits = (!plan.forfeits.is_empty()).then(|| {
        let rows = plan.forfeits.iter().map(forfeit).collect_view();
        view! { <h3>{w.forfeits}</h3><ul class="rows">{rows}</ul> }
    });
    let runner_up = plan.runner_up.as_ref().map(|next| {
        let (titles, sums) = (said::titles(track, &next.chosen, lang), said::runner_up(next, lang));
        view! { <h3>{w.runner_up}</h3><p>{titles}</p><p class="help">{sums}</p> }
    });
    view! {
        <ul class="rows">{chosen}</ul>
        <p class="total"><span>{if plan.total.is_settled() { w.total } else { w.sum }}</span><b>{lang.range(plan.total)}</b></p>
        {forfeits}
        {runner_up}
    }
}
