//! A table that is taken in: pasted or from a file, its columns matched once, and what will become of each row.

use std::sync::Arc;

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::Editor;
use super::outcome::Outcome;
use super::source::{HeadRow, SourceOf};
use super::values::ValuesOf;
use super::workbook::WorkbookAwaited;
use crate::model::table;
use crate::pack::import::Import;
use crate::ui::browser;
use crate::ui::i18n::{list_words, lists};
use crate::ui::incoming::{Handed, Waiting};
use crate::ui::parts::control::control_id;
use crate::ui::session::Msg;

#[component]
pub fn TakeIn(editor: Editor) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let pasted = editor.incoming(|incoming| incoming.pasted.clone());
    let is_loading =
        editor.incoming(|incoming| matches!(incoming.waiting, Some(Waiting { has_failed: false, .. })).to_string());
    let failed = editor.incoming(move |incoming| incoming.failed.as_ref().map(|why| lists::unopened(why, lang)));
    let handed = editor.incoming(|incoming| incoming.handed.clone());
    let done = editor.incoming(|incoming| incoming.done.clone());
    let id = move |name: &str| format!("{}-{name}", control_id(&editor.id()));
    let open = move |files: Vec<browser::File>| editor.intake().open(files);
    let again = move |bytes: Arc<[u8]>| {
        store.browser().focus_when_shown(id("file"));
        spawn_local(editor.intake().read_workbook(bytes));
    };
    let read = move |_| {
        let read = pasted.with_untracked(|text| table::read_text(text));
        editor.intake().hand_in(read);
    };
    let write = move |text: String| editor.intake().change(|incoming| incoming.pasted = text);
    // A table goes past the text area, which would lay out each of its lines, to where its columns are matched.
    let paste = move |event: ClipboardEvent| {
        let table = browser::pasted(&event).filter(|text| pasted.with_untracked(String::is_empty) && is_table(text));
        if let Some(text) = table {
            event.prevent_default();
            editor.intake().hand_in(table::read_text(&text));
        }
    };
    let over = RwSignal::new(false);
    view! {
        <div class="list-take" class:bring-over=over
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| { event.prevent_default(); over.set(false); open(browser::dropped_files(&event)); }>
            <p class="help">{l.take_in_lead()}</p>
            <div class="line">
                <label for=id("paste")>{l.paste()}</label>
                <span class="field"><textarea id=id("paste") rows="4" prop:value=pasted on:paste=paste
                    on:input=move |event| write(event_target_value(&event))></textarea></span>
            </div>
            <p class="actions">
                <button type="button" disabled=move || pasted.with(|text| text.trim().is_empty()) on:click=read>{l.read()}</button>
                <label class="file-choice" aria-busy=is_loading>
                    <input type="file" id=id("file") accept=".xlsx,.csv,.tsv,.txt" on:change=move |event| open(browser::chosen_files(&event))/>
                    <span>{l.file()}</span>
                </label>
            </p>
            <WorkbookAwaited editor again/>
            <p class="error" role="alert">{failed}</p>
            <Show when=move || handed.with(Option::is_some)><Match editor handed/></Show>
            {move || done.get().map(|import| view! { <Outcome editor import done=true/> })}
        </div>
    }
}

/// Whether a text has several cells.
fn is_table(text: &str) -> bool {
    text.trim().contains(['\t', '\n', '\r'])
}

/// The columns of the list, each with the column of the table it comes from; what will become of the rows.
#[component]
fn Match(editor: Editor, handed: Memo<Option<Handed>>) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let import = Memo::new(move |_| {
        handed.with(|handed| {
            let Handed { table, matching } = handed.as_ref()?;
            let had = editor.rows.with(|rows| rows.as_ref().map_or_else(Vec::new, |rows| rows.to_vec()));
            editor.list.with_value(|list| Some(Arc::new(Import::of(table, matching, &list.columns, &had))))
        })
    });
    let count = Memo::new(move |_| import.with(|import| import.as_ref().map_or(0, |import| import.taken.len())));
    let sheet = move || handed.with(|handed| lists::sheet(handed.as_ref()?.table.sheet.as_ref()?, lang));
    let columns = editor.list.with_value(|list| list.columns.len());
    let take = move |_| {
        let Some(import) = import.get_untracked() else { return };
        let Some(incoming) = editor.intake().changed(|incoming| incoming.take(import)) else { return };
        store.send(Msg::RowsTaken { list: editor.id(), incoming });
        store.browser().focus_when_shown(editor.add_button());
    };
    let give_up = move |_| {
        editor.intake().change(|incoming| incoming.handed = None);
        store.browser().focus_when_shown(editor.add_button());
    };
    let column = move |position: usize| {
        view! {
            <SourceOf editor handed position/>
            <ValuesOf editor handed import position/>
        }
    };
    view! {
        <fieldset class="list-match">
            <legend>{l.match_columns()}</legend>
            <p class="help">{l.match_lead()}</p>
            {move || sheet().map(|line| view! { <p class="help">{line}</p> })}
            <HeadRow editor handed/>
            {(0..columns).map(column).collect_view()}
            {move || import.get().map(|import| view! { <Outcome editor import done=false/> })}
            <p class="actions">
                <button type="button" class="primary" disabled=move || count.get() == 0 on:click=take>
                    {move || lists::take(count.get(), lang)}
                </button>
                <button type="button" class="link" on:click=give_up>{l.give_up()}</button>
            </p>
        </fieldset>
    }
}
