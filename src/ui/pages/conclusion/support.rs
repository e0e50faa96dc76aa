//! What each measure comes to, and all of them together.

use leptos::prelude::*;

use super::Section;
use super::contents::SUPPORT;
use crate::draft::words;
use crate::engine::reasoning::About;
use crate::model::Quantity;
use crate::pack::track::Support;
use crate::ui::charts::Stack;
use crate::ui::parts::{Clause, MeasureRow, Working};
use crate::ui::store::Store;

#[component]
pub fn SupportSection(support: Support) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let cite = support.cumulation.cite;
    let of_stack = support.measures.clone();
    let measures = support.measures.into_iter().enumerate().map(|(index, measure)| {
        let finding = store.outlook(move |outlook| {
            outlook.assessment.support.as_ref().and_then(|support| support.measures.get(index).cloned())
        });
        view! { <MeasureRow measure finding/> }
    });
    let measures = measures.collect_view();
    view! {
        <Section id=SUPPORT title=w.support>
            <p class="help">{w.support_lead}</p>
            <Stack measures=of_stack/>
            <ul class="rows">{measures}</ul>
            <Total/>
            <div class="row-foot"><Clause cite/><Working about=About::Total/></div>
        </Section>
    }
}

#[component]
fn Total() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store
        .outlook(|outlook| outlook.assessment.support.as_ref().map(|support| (support.total, support.by_form.clone())));
    move || {
        let (total, by_form) = found.get()?;
        let forms = by_form.iter().filter(|(_, amount)| amount.high.is_none_or(Quantity::is_positive));
        let forms = forms.map(|(form, amount)| format!("{} {}", words::form(*form, lang), lang.range(*amount)));
        let forms: Vec<String> = forms.collect();
        Some(view! {
            <p class="total"><span>{if total.is_settled() { w.total } else { w.sum }}</span><b>{lang.range(total)}</b>
                <small>{forms.join(lang.pick("，", "; "))}</small></p>
        })
    }
}
