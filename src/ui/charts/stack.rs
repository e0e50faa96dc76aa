//! The support as pieces laid end to end, with what each is. The rows below it say the same in full.

use leptos::prelude::*;

use super::{percent, thousandths};
use crate::engine::assess::SupportFinding;
use crate::model::{Amount, Lang, Truth};
use crate::pack::Measure;
use crate::ui::store::Store;

/// One measure in the picture.
struct Piece {
    title: String,
    amount: Amount,
    /// In thousandths of the whole.
    width: i64,
    certain: bool,
}

impl Piece {
    const fn class(&self) -> &'static str {
        if self.certain { "piece" } else { "piece piece-open" }
    }
}

#[component]
pub fn Stack(measures: Vec<Measure>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let found = store.outlook(|outlook| outlook.assessment.support.clone());
    move || {
        let pieces = pieces(&found.get()?, &measures, lang)?;
        let mut start = 0;
        let bars = pieces.iter().enumerate().map(|(index, piece)| {
            let x = percent(start);
            start += piece.width;
            view! { <rect class=piece.class() data-shade=shade(index) x=x y="1" width=percent((piece.width - 4).max(2)) height="26"/> }
        });
        let bars = bars.collect_view();
        let legend = pieces.iter().enumerate().map(|(index, piece)| {
            view! {
                <li>
                    <svg class="swatch" aria-hidden="true"><rect class=piece.class() data-shade=shade(index) x="1" y="1" width="12" height="12"/></svg>
                    {piece.title.clone()}" "<b>{lang.range(piece.amount)}</b>
                </li>
            }
        });
        Some(view! {
            <svg class="stack" aria-hidden="true">{bars}</svg>
            <ul class="legend">{legend.collect_view()}</ul>
        })
    }
}

/// What brings something, the certain before the open and the large before the small; nothing without a bound.
fn pieces(found: &SupportFinding, measures: &[Measure], lang: Lang) -> Option<Vec<Piece>> {
    let total = found.measures.iter().map(|one| one.amount).fold(Amount::ZERO, Amount::plus);
    let whole = total.high.filter(|high| high.is_positive())?;
    let bringing = measures.iter().zip(&found.measures).filter_map(|(measure, one)| {
        let high = one.amount.high.filter(|high| high.is_positive())?;
        let title = measure.title.get(lang).to_owned();
        Some(Piece { title, amount: one.amount, width: thousandths(high, whole), certain: one.truth == Truth::Met })
    });
    let mut pieces: Vec<Piece> = bringing.collect();
    pieces.sort_by_key(|piece| (!piece.certain, -piece.width));
    (pieces.len() > 1).then_some(pieces)
}

fn shade(index: usize) -> String {
    (index % 4).to_string()
}
