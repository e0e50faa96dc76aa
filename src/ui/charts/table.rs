//! What a picture shows, as a table, made when somebody opens it.

use leptos::prelude::*;

use crate::ui::i18n::phrases::named;
use crate::ui::parts::Fold;
use crate::ui::store::Store;

#[component]
pub fn AsTable(
    /// What the table is of: a page has several.
    of: &'static str,
    head: Vec<&'static str>,
    #[prop(into)] rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    view! {
        <Fold class="as-table" label=named(w.as_table(), of, lang)>
            <div class="sheet-scroll" tabindex="0" role="region" aria-label=of>
                <table>
                    <thead><tr>{head.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}</tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Fold>
    }
}

fn row(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let first = cells.next();
    let rest = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
    view! { <tr><th scope="row">{first}</th>{rest}</tr> }
}
