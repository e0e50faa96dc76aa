//! A measure of support: its step to the total, how much at most, and how that comes about.

use leptos::prelude::*;

use super::row::Row;
use crate::report::{Mark, MeasureRow as Found};
use crate::ui::charts::StepBar;
use crate::ui::layout::Steps;
use crate::ui::store::Store;

#[component]
pub fn MeasureRow(
    /// Its position on the track.
    at: usize,
    steps: Memo<Option<Steps>>,
) -> impl IntoView {
    let store = Store::get();
    let measure = store.report(move |report| report.support.as_ref()?.measures.get(at).cloned());
    let of = measure.get_untracked()?;
    let found = Memo::new(move |_| measure.with(|measure| measure.as_ref().map(|measure| measure.row.clone())));
    let line = move || measure.with(|measure| measure.as_ref().map(under));
    let mark = move || found.with(|found| found.as_ref().map_or("", |found| found.mark.class()));
    let sum = move || {
        let measure = measure.get()?;
        let (limit, sum) = measure.sum_in_parts();
        Some(view! { <small>{limit.map(ToOwned::to_owned)}</small>" "<span>{sum.to_owned()}</span> })
    };
    let end = view! { <span class="row-end amount" data-truth=mark>{sum}</span> };
    let note = of.note.map(|note| view! { <p class="help">{note}</p> }.into_any());
    let has_ceiling = Memo::new(move |_| measure.with(|one| one.as_ref().is_some_and(|one| one.ceiling.is_some())));
    let picture = view! { <StepBar at steps has_ceiling is_voucher=of.is_voucher/> };
    Some(view! {
        <Row found under=view! { <small>{line}</small> }.into_any() picture=picture.into_any() end=end.into_any() note/>
    })
}

/// Its form, the ceiling that takes effect or may, and the word where the sum does not say it.
fn under(measure: &Found) -> String {
    let ceiling = measure.ceiling.as_ref().map(|ceiling| ceiling.says.as_str());
    let is_open = matches!(measure.row.mark, Mark::Unknown | Mark::Judged) && measure.sum.is_some();
    let word = is_open.then_some(measure.row.word.as_str());
    [Some(measure.form), ceiling, word].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
