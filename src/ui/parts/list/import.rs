//! A table that is taken in: pasted or from a file, its columns matched once, and what will become of each row.

use std::sync::Arc;

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::Editor;
use super::outcome::Outcome;
use super::source::{Handed, HeadRow, SourceOf};
use super::workbook::{self, Waiting, WorkbookAwaited};
use crate::model::table::{self, Table, TableError};
use crate::pack::import::{Import, Matching};
use crate::ui::browser;
use crate::ui::i18n::{list_words, lists};
use crate::ui::parts::control::control_id;
use crate::ui::session::Msg;

#[component]
pub fn TakeIn(editor: Editor) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let pasted = RwSignal::new(String::new());
    let handed = RwSignal::new(None::<Handed>);
    let failed = RwSignal::new(None::<String>);
    let done = RwSignal::new(None::<Import>);
    let waiting = RwSignal::new(None::<Waiting>);
    let is_loading = move || waiting.with(|waiting| waiting.as_ref().is_some_and(Waiting::is_loading));
    let id = move |name: &str| format!("{}-{name}", control_id(&editor.id()));
    let hand_in = move |read: Result<Table, TableError>| {
        waiting.set(None);
        done.set(None);
        failed.set(read.as_ref().err().map(|error| lists::table_error(*error, lang)));
        handed.set(read.ok().map(|table| {
            let matching = editor.list.with_value(|list| Matching::proposed(&table, &list.columns));
            Handed { table, matching }
        }));
    };
    let read_workbook = move |bytes: Arc<[u8]>| {
        spawn_local(async move {
            if let Some(read) = workbook::read(store, waiting, bytes).await {
                hand_in(read);
            }
        });
    };
    let again = move |bytes: Arc<[u8]>| {
        store.browser().focus_when_shown(id("file"));
        read_workbook(bytes);
    };
    let open = move |files: Vec<browser::File>| {
        let Some(file) = files.into_iter().next() else { return };
        failed.set(None);
        waiting.set(None);
        spawn_local(async move {
            match browser::read_file(&file).await {
                Ok(bytes) if table::is_workbook(&bytes) => read_workbook(bytes.into()),
                Ok(bytes) => hand_in(read_plain(&bytes)),
                Err(browser::Refused(why)) => failed.set(Some(format!("{}{why}", store.start_words().bring_failed()))),
            }
        });
    };
    // A table goes past the text area, which would lay out each of its lines, to where its columns are matched.
    let paste = move |event: ClipboardEvent| {
        let table = browser::pasted(&event).filter(|text| pasted.with_untracked(String::is_empty) && is_table(text));
        if let Some(text) = table {
            event.prevent_default();
            hand_in(table::read_text(&text));
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
                    on:input=move |event| pasted.set(event_target_value(&event))></textarea></span>
            </div>
            <p class="actions">
                <button type="button" disabled=move || pasted.with(|text| text.trim().is_empty())
                    on:click=move |_| hand_in(pasted.with_untracked(|text| table::read_text(text)))>{l.read()}</button>
                <label class="file-choice" aria-busy=move || is_loading().to_string()>
                    <input type="file" id=id("file") accept=".xlsx,.csv,.tsv,.txt" on:change=move |event| open(browser::chosen_files(&event))/>
                    <span>{l.file()}</span>
                </label>
            </p>
            <WorkbookAwaited waiting again/>
            <p class="error" role="alert">{failed}</p>
            <Show when=move || handed.with(Option::is_some)><Match editor handed done/></Show>
            {move || done.get().map(|import| view! { <Outcome editor import done=true/> })}
        </div>
    }
}

/// Whether a text has several cells.
fn is_table(text: &str) -> bool {
    text.trim().contains(['\t', '\n', '\r'])
}

/// A text that is not UTF-8 is tried as what Chinese programs write.
fn read_plain(bytes: &[u8]) -> Result<Table, TableError> {
    match table::read_plain(bytes) {
        Err(TableError::NotUtf8) => table::read_text(&browser::decoded("gb18030", bytes).ok_or(TableError::NotUtf8)?),
        read => read,
    }
}

/// The columns of the list, each with the column of the table it comes from; what will become of the rows.
#[component]
fn Match(editor: Editor, handed: RwSignal<Option<Handed>>, done: RwSignal<Option<Import>>) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let import = Memo::new(move |_| {
        handed.with(|handed| {
            let Handed { table, matching } = handed.as_ref()?;
            let had = editor.rows.with(|rows| rows.as_ref().map_or_else(Vec::new, |rows| rows.to_vec()));
            editor.list.with_value(|list| Some(Import::of(table, matching, &list.columns, &had)))
        })
    });
    let count = Memo::new(move |_| import.with(|import| import.as_ref().map_or(0, |import| import.taken.len())));
    let sheet = move || handed.with(|handed| lists::sheet(handed.as_ref()?.table.sheet.as_ref()?, lang));
    let columns = editor.list.with_value(|list| list.columns.len());
    let take = move |_| {
        let Some(taken) = import.get_untracked() else { return };
        store.send(Msg::RowsTaken { list: editor.id(), rows: taken.taken.clone() });
        handed.set(None);
        done.set(Some(taken));
        store.browser().focus_when_shown(editor.add_button());
    };
    view! {
        <fieldset class="list-match">
            <legend>{l.match_columns()}</legend>
            <p class="help">{l.match_lead()}</p>
            {move || sheet().map(|line| view! { <p class="help">{line}</p> })}
            <HeadRow editor handed/>
            {(0..columns).map(|position| view! { <SourceOf editor handed position/> }).collect_view()}
            {move || import.get().map(|import| view! { <Outcome editor import done=false/> })}
            <p class="actions">
                <button type="button" class="primary" disabled=move || count.get() == 0 on:click=take>
                    {move || lists::take(count.get(), lang)}
                </button>
                <button type="button" class="link" on:click=move |_| handed.set(None)>{l.give_up()}</button>
            </p>
        </fieldset>
    }
}
