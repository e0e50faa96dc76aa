//! 怎样可以更进一步: what more each measure could bring, and what that would take.

use leptos::prelude::*;

use super::contents::FURTHER;
use super::section::Section;
use crate::report::ImprovementRow;
use crate::ui::i18n::conclusion;
use crate::ui::parts::{Fold, Ways};
use crate::ui::store::Store;

/// How many are shown before the rest is folded away.
const SHOWN: usize = 5;

#[component]
pub fn Further() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.case_memo(move |case, as_of| ImprovementRow::all(case, as_of, lang));
    let list = move || {
        let mut shown = found.get();
        let rest = StoredValue::new(shown.split_off(shown.len().min(SHOWN)));
        let count = rest.with_value(Vec::len);
        let fold = (count > 0).then(|| {
            view! { <Fold class="fold" label=conclusion::the_rest(count, lang)>{rows(rest.get_value())}</Fold> }
        });
        if shown.is_empty() {
            return view! { <p>{w.nothing_further()}</p> }.into_any();
        }
        view! { <p class="help">{w.further_lead()}</p>{rows(shown)}{fold} }.into_any()
    };
    view! { <Section id=FURTHER title=w.further()>{list}</Section> }
}

fn rows(found: Vec<ImprovementRow>) -> impl IntoView {
    let w = Store::get().words();
    let row = |ImprovementRow { titles, gain, other_gains, ways }: ImprovementRow| {
        view! {
            <li class="row row-gain">
                <span class="mark" data-truth="met" aria-hidden="true">"↑"</span>
                <p class="row-title"><b>{titles.unwrap_or_else(|| w.sum().to_owned())}</b></p>
                <p class="row-end amount"><span>{gain}</span></p>
                <div class="row-wide"><Ways found=ways gains=other_gains place=FURTHER.to_owned()/></div>
            </li>
        }
    };
    view! { <ul class="rows">{found.into_iter().map(row).collect_view()}</ul> }
}
