//! Lazy loading: what reads workbooks is fetched when the first one is opened, which waits for it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::table::{Table, TableError};
use crate::ui::i18n::list_words;
use crate::ui::parts::TryAgain;
use crate::ui::store::Store;

/// A workbook, and whether what reads it did not come.
#[derive(Clone, Debug)]
pub struct Waiting {
    bytes: Arc<[u8]>,
    has_failed: bool,
}

impl Waiting {
    pub const fn is_loading(&self) -> bool {
        !self.has_failed
    }
}

/// Reads a workbook once what reads it is there. Nothing where that does not come, or something else was handed in
/// meanwhile.
pub async fn read(
    store: Store,
    waiting: RwSignal<Option<Waiting>>,
    bytes: Arc<[u8]>,
) -> Option<Result<Table, TableError>> {
    waiting.set(Some(Waiting { bytes: bytes.clone(), has_failed: false }));
    let reader = (store.parts().xlsx)().await;
    let is_same = |now: &Option<Waiting>| now.as_ref().is_some_and(|now| Arc::ptr_eq(&now.bytes, &bytes));
    // None once the list is put away.
    waiting.try_with_untracked(is_same).filter(|is_same| *is_same)?;
    let Ok(read) = reader else {
        waiting.set(Some(Waiting { bytes, has_failed: true }));
        return None;
    };
    Some(read(&bytes))
}

/// That it is on its way; where it does not come, a press that sends for it again and reads the same workbook.
#[component]
pub fn WorkbookAwaited(waiting: RwSignal<Option<Waiting>>, #[prop(into)] again: Callback<Arc<[u8]>>) -> impl IntoView {
    let l = list_words(Store::get().lang());
    let is_loading = Memo::new(move |_| waiting.with(|waiting| waiting.as_ref().map(Waiting::is_loading)));
    let try_again = move |()| {
        if let Some(Waiting { bytes, .. }) = waiting.get_untracked() {
            again.run(bytes);
        }
    };
    view! {
        <Show when=move || is_loading.get() == Some(true)><p class="help" role="status">{l.reader_loading()}</p></Show>
        <Show when=move || is_loading.get() == Some(false)><TryAgain what=l.reader_absent() again=try_again/></Show>
    }
}
