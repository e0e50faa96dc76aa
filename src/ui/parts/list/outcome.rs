//! What will become of the rows of a table, or what has: how many, and by row what is twice and what is refused.

use std::sync::Arc;

use leptos::prelude::*;

use super::editor::Editor;
use crate::pack::import::Import;
use crate::ui::i18n::{list_words, lists};

/// How many rows of a kind are listed.
const SHOWN: usize = 50;

#[component]
pub fn Outcome(editor: Editor, import: Arc<Import>, done: bool) -> impl IntoView {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let refused = editor.list.with_value(|list| {
        let why = |refused: &crate::pack::import::Refused| {
            let why = refused.why.iter().map(|why| lists::refusal(why, &list.columns, lang)).collect::<Vec<_>>();
            (refused.row, why.join(editor.store().words().semicolon()))
        };
        import.refused.iter().take(SHOWN).map(why).collect::<Vec<_>>()
    });
    let twice = import.twice.iter().take(SHOWN).map(|twice| (twice.row, lists::twice(twice, lang))).collect();
    view! {
        <p class="list-outcome" role="status">{lists::outcome(&import, done, lang)}</p>
        {table(editor, l.refused(), refused, import.refused.len())}
        {table(editor, l.twice(), twice, import.twice.len())}
    }
}

fn table(editor: Editor, title: &'static str, rows: Vec<(usize, String)>, all: usize) -> Option<impl IntoView + use<>> {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let more = all.checked_sub(rows.len()).filter(|more| *more > 0);
    let row = |(number, why): (usize, String)| view! { <tr><th scope="row">{number}</th><td>{why}</td></tr> };
    (all > 0).then(|| {
        view! {
            <div class="sheet-scroll" tabindex="0" role="region" aria-label=title>
                <table class="list-outcomes">
                    <caption>{title}</caption>
                    <thead><tr><th scope="col">{l.table_row()}</th><th scope="col">{l.why()}</th></tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {more.map(|more| view! { <p class="help">{lists::more(more, lang)}</p> })}
        }
    })
}
