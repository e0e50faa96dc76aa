//! Value matching: which answer a text of the table stands for that is none of those its column takes.

use std::sync::Arc;

use leptos::prelude::*;

use super::editor::{Editor, options};
use super::source::Choice;
use crate::pack::import::{Import, Strange};
use crate::ui::i18n::{list_words, lists};
use crate::ui::incoming::Handed;
use crate::ui::parts::control::control_id;

/// How many texts of a column are listed.
const SHOWN: usize = 20;

#[component]
pub fn ValuesOf(
    editor: Editor,
    handed: Memo<Option<Handed>>,
    import: Memo<Option<Arc<Import>>>,
    position: usize,
) -> impl IntoView {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let of_column = move |import: &Arc<Import>| -> Vec<Strange> {
        import.strange.iter().filter(|strange| strange.column == position).cloned().collect()
    };
    // Made once for a column, and not anew when one of them is chosen.
    let strange = Memo::new(move |_| import.with(|import| import.as_ref().map(of_column).unwrap_or_default()));
    let lines = move || {
        strange.with(|strange| {
            let shown = strange.iter().take(SHOWN).cloned().enumerate();
            let more = strange.len().checked_sub(SHOWN).filter(|more| *more > 0);
            (!strange.is_empty()).then(|| {
                view! {
                    <p class="help">{l.values_lead()}</p>
                    {shown.map(|(at, strange)| view! { <ValueOf editor handed strange at/> }).collect_view()}
                    {more.map(|more| view! { <p class="help">{lists::more_values(more, lang)}</p> })}
                }
            })
        })
    };
    view! { <div class="list-values">{lines}</div> }
}

/// One text, with how many rows have it, and what it stands for.
#[component]
fn ValueOf(editor: Editor, handed: Memo<Option<Handed>>, strange: Strange, at: usize) -> impl IntoView {
    let store = editor.store();
    let (lang, l) = (store.lang(), list_words(store.lang()));
    let Strange { column: position, text, rows } = strange;
    let column = editor.list.with_value(|list| list.columns.get(position).cloned())?;
    let id = format!("{}-value-{}-{at}", control_id(&editor.id()), column.id);
    let label = lists::value(column.title.get(lang), &text, rows, lang);
    let text = StoredValue::new(text);
    let chosen = Memo::new(move |_| {
        let meant = |handed: &Handed| text.with_value(|text| handed.matching.meant(position, text).map(str::to_owned));
        handed.with(|handed| handed.as_ref().and_then(meant)).unwrap_or_default()
    });
    let choose = move |answer: String| {
        editor.rematch(|_, matching| text.with_value(|text| matching.mean(position, text, &answer)));
    };
    let none = (String::new(), l.no_value().to_owned());
    let option = |(value, label): (String, String)| {
        let own = value.clone();
        view! { <Choice value label chosen=Signal::derive(move || chosen.with(|chosen| *chosen == own))/> }
    };
    let options = [none].into_iter().chain(options(&column, store.words(), lang)).map(option).collect_view();
    Some(view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <span class="field"><select id=id on:change=move |event| choose(event_target_value(&event))>{options}</select></span>
        </div>
    })
}
