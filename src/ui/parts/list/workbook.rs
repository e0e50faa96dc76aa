//! A workbook that waits for what reads it.

use std::sync::Arc;

use leptos::prelude::*;

use super::editor::Editor;
use crate::ui::i18n::list_words;
use crate::ui::parts::TryAgain;

/// That what reads it is on its way; where it does not come, a press that sends for it again and reads the same workbook.
#[component]
pub fn WorkbookAwaited(editor: Editor, #[prop(into)] again: Callback<Arc<[u8]>>) -> impl IntoView {
    let l = list_words(editor.store().lang());
    let has_failed = editor.incoming(|incoming| incoming.waiting.as_ref().map(|waiting| waiting.has_failed));
    let bytes = editor.incoming(|incoming| incoming.waiting.as_ref().map(|waiting| waiting.bytes.clone()));
    let try_again = move |()| {
        if let Some(bytes) = bytes.get_untracked() {
            again.run(bytes);
        }
    };
    view! {
        <Show when=move || has_failed.get() == Some(false)><p class="help" role="status">{l.reader_loading()}</p></Show>
        <Show when=move || has_failed.get() == Some(true)><TryAgain what=l.reader_absent() again=try_again/></Show>
    }
}
