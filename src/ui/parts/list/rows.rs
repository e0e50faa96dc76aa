//! The rows of a list, a page at a time: a table, or cards where there is no room for one.

use leptos::prelude::*;

use super::editor::Editor;
use crate::model::Row;
use crate::pack::Column;
use crate::report::cell_text;
use crate::ui::i18n::{list_words, lists};
use crate::ui::session::Msg;

/// How many rows are made at once, however many there are.
const PAGE: usize = 20;

#[component]
pub fn Rows(editor: Editor) -> impl IntoView {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let count = Memo::new(move |_| editor.count());
    let at = RwSignal::new(0_usize);
    // A page that became empty gives way to the last one.
    let page = Memo::new(move |_| at.get().min(count.get().saturating_sub(1) / PAGE));
    // Where a row is added, it is seen.
    Effect::new(move |before: Option<usize>| {
        let now = count.get();
        if before.is_some_and(|before| before < now) {
            at.set(now.saturating_sub(1) / PAGE);
        }
        now
    });
    let window = Memo::new(move |_| (page.get() * PAGE, ((page.get() + 1) * PAGE).min(count.get())));
    // Each row by itself: where one changes, the others stay as they are.
    let shown = move || {
        let (first, end) = window.get();
        let row = |index: usize| {
            let row = Memo::new(move |_| editor.rows.with(|rows| rows.as_ref()?.get(index).cloned()));
            move || row.with(|row| row.as_ref().map(|row| shown_row(editor, index, row)))
        };
        (first..end).map(row).collect_view()
    };
    let label = editor.list.with_value(|list| list.label.get(lang).to_owned());
    let head_row = move || {
        editor.list.with_value(|list| {
            let head = |column: &Column| view! { <th scope="col">{column.title.get(lang).to_owned()}</th> };
            list.columns.iter().map(head).collect_view()
        })
    };
    let last = move || window.get().1;
    let turn = move |by: isize| at.set(page.get_untracked().saturating_add_signed(by));
    view! {
        <Show when=move || 0 < count.get()>
            <div class="sheet-scroll" tabindex="0" role="region" aria-label=label.clone()>
                <table class="list-table" role="table">
                    <thead role="rowgroup"><tr role="row"><th scope="col">{l.number()}</th>{head_row()}<th scope="col">{l.change()}</th></tr></thead>
                    <tbody role="rowgroup">{shown}</tbody>
                </table>
            </div>
            <Show when=move || PAGE < count.get()>
                <p class="list-pages">
                    <button type="button" class="quiet" disabled=move || page.get() == 0 on:click=move |_| turn(-1)>{l.before()}</button>
                    <span>{move || lists::window(page.get() * PAGE + 1, last(), count.get(), lang)}</span>
                    <button type="button" class="quiet" disabled=move || last() == count.get() on:click=move |_| turn(1)>{l.after()}</button>
                </p>
            </Show>
        </Show>
    }
}

fn shown_row(editor: Editor, index: usize, row: &Row) -> impl IntoView + use<> {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let cells = editor.list.with_value(|list| {
        let cell = |column: &Column| {
            let text = row.get(&column.id).map(|value| cell_text(column, value, lang));
            let text =
                text.map_or_else(|| view! { <span class="list-open">{l.open()}</span> }.into_any(), IntoAny::into_any);
            view! { <td role="cell" data-label=column.title.get(lang).to_owned()>{text}</td> }
        };
        list.columns.iter().map(cell).collect_view()
    });
    let remove = move |_| {
        store.send(Msg::RowRemoved { list: editor.id(), at: index });
        store.browser().focus_when_shown(editor.add_button());
    };
    let number = index + 1;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><span class="unseen">{lists::row(number, lang)}</span><span aria-hidden="true">{number}</span></th>
            {cells}
            <td class="list-tools" role="cell">
                <button type="button" class="link" aria-label=lists::of_row(l.edit(), number, lang)
                    on:click=move |_| editor.open(Some(index))>{l.edit()}</button>
                <button type="button" class="link" aria-label=lists::of_row(l.remove(), number, lang)
                    on:click=remove>{l.remove()}</button>
            </td>
        </tr>
    }
}
