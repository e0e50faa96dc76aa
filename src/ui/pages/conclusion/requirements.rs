//! The conditions, or what is preferred without being required, each with its reasons and what would change it.

use leptos::prelude::*;

use super::contents::{CONDITIONS, PRIORITIES};
use super::section::{Section, rest};
use crate::report::{Mark, Report, Row as Found};
use crate::ui::i18n::conclusion;
use crate::ui::parts::{Drawer, Row};
use crate::ui::store::Store;

/// So many that are met stand in their places; more are folded into a line.
const FEW: usize = 3;

#[component]
pub fn Requirements(title: &'static str, preferred: bool) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let is_folded = move |found: &[Found]| found.iter().filter(|one| one.mark == Mark::Met).count() > FEW;
    let standing = move |wanted_met: bool| {
        store.report(move |report| {
            let found = of(report, preferred);
            let folded = is_folded(found);
            let belongs = |one: &Found| (folded && one.mark == Mark::Met) == wanted_met;
            found.iter().enumerate().filter(|(_, one)| belongs(one)).map(|(at, _)| at).collect::<Vec<_>>()
        })
    };
    let (open, met) = (standing(false), standing(true));
    let label = rest(Mark::Met, move || conclusion::met_conditions(met.with(Vec::len), lang));
    view! {
        <Section id=if preferred { PRIORITIES } else { CONDITIONS } title>
            <Rows places=open preferred/>
            <div hidden=move || met.with(Vec::is_empty)>
                <Drawer class="rest" label><Rows places=met preferred/></Drawer>
            </div>
        </Section>
    }
}

#[component]
fn Rows(places: Memo<Vec<usize>>, preferred: bool) -> impl IntoView {
    let store = Store::get();
    view! {
        <ul class="rows">
            <For each=move || places.get() key=|at| *at let:at>
                <Row found=store.report(move |report| of(report, preferred).get(at).cloned())/>
            </For>
        </ul>
    }
}

fn of(report: &Report, preferred: bool) -> &[Found] {
    if preferred { &report.priorities } else { &report.conditions }
}
