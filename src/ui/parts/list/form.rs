//! The row that is typed: a field for each column. The page is a form of its own, so that Enter has to be told apart.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::editor::{Editor, options};
use crate::model::Kind;
use crate::pack::Column;
use crate::ui::i18n::{list_words, lists};
use crate::ui::parts::text::{CleanedNote, ErrorLine};
use crate::ui::rows::{RowForm, cell_name};
use crate::ui::session::Msg;

#[component]
pub fn Form(editor: Editor) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let form = store.memo(move |session| editor.list.with_value(|list| session.filing.row_form(list)));
    // Made once for a row, not at every key.
    let at = Memo::new(move |_| form.with(|form| form.as_ref().map(|form| form.at)));
    let errors = store.memo(move |session| {
        editor.list.with_value(|list| {
            let form = session.filing.row_form(list).filter(|form| form.is_tried)?;
            form.read(list, session.filing.rows(&list.id)).err()
        })
    });
    let fields = move || {
        let columns = editor.list.with_value(|list| list.columns.clone());
        let field = |(position, column): (usize, Column)| {
            let error = Signal::derive(move || {
                errors.with(|errors| {
                    let (_, error) = errors.as_ref()?.iter().find(|(at, _)| *at == position)?;
                    editor.list.with_value(|list| Some(lists::row_error(error, list.columns.get(position)?, lang)))
                })
            });
            view! { <Field editor position column form error/> }
        };
        columns.into_iter().enumerate().map(field).collect_view()
    };
    let save = move || {
        let before = at.get_untracked();
        store.send(Msg::RowSaved { list: editor.id() });
        let wrong = errors.with_untracked(|errors| errors.as_ref()?.first().map(|(position, _)| *position));
        let wrong = wrong.and_then(|at| editor.list.with_value(|list| Some(list.columns.get(at)?.id.clone())));
        let next = match (wrong, before) {
            (Some(column), _) => editor.control_of(&column),
            (None, Some(None)) => editor.first_control(),
            (None, _) => editor.add_button(),
        };
        store.browser().focus_when_shown(&next);
    };
    let close = move |_| {
        store.send(Msg::RowClosed { list: editor.id() });
        store.browser().focus_when_shown(editor.add_button());
    };
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            save();
        }
    };
    let title = move || at.get().flatten().map_or_else(|| l.new_row().to_owned(), |at| lists::row(at + 1, lang));
    view! {
        <Show when=move || at.get().is_some()>
            <fieldset class="list-form">
                <legend>{title}</legend>
                <div class="list-fields" on:keydown=pressed>{move || { at.track(); fields() }}</div>
                <p class="actions">
                    <button type="button" class="primary" on:click=move |_| save()>{l.save()}</button>
                    <button type="button" class="link" on:click=close>{l.close()}</button>
                </p>
            </fieldset>
        </Show>
    }
}

#[component]
fn Field(
    editor: Editor,
    position: usize,
    column: Column,
    form: Memo<Option<RowForm>>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let id = editor.control_of(&column.id);
    let error_id = format!("{id}-error");
    let name = StoredValue::new(cell_name(&editor.id(), &column.id));
    let text = Memo::new(move |_| {
        form.with(|form| form.as_ref().and_then(|form| form.texts.get(position).cloned()).unwrap_or_default())
    });
    let send = move |text: String| store.send(Msg::Typed { fact: name.get_value(), text });
    let invalid = move || error.with(Option::is_some).to_string();
    let label = lists::column(&column, l.optional(), lang);
    let options = options(&column, store.words(), lang);
    let control = if options.is_empty() {
        view! {
            <input id=id.clone() type="text" autocomplete="off" inputmode=keys(column.kind) prop:value=text
                aria-invalid=invalid aria-describedby=error_id.clone()
                on:input=move |event| send(event_target_value(&event))/>
        }
        .into_any()
    } else {
        let option = |(value, label): (String, String)| {
            let own = value.clone();
            view! { <option value=value selected=move || text.with(|text| *text == own)>{label}</option> }
        };
        view! {
            <select id=id.clone() aria-invalid=invalid aria-describedby=error_id.clone()
                prop:value=text on:change=move |event| send(event_target_value(&event))>
                <option value="">{store.words().unsure()}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <span class="field" class:field-wrong=move || error.with(Option::is_some)>{control}</span>
            <CleanedNote control=id/>
            <ErrorLine id=error_id error/>
        </div>
    }
}

/// The keys a phone offers.
const fn keys(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "numeric",
        Kind::Number | Kind::Percent | Kind::Money => "decimal",
        _ => "text",
    }
}
