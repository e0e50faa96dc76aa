//! The way for a table into a draft. It holds when the list is no longer shown: a table that comes late finds its place.

use std::sync::Arc;

use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;

use crate::model::table::{self, Table, TableError};
use crate::ui::browser;
use crate::ui::incoming::{Incoming, Unopened, Waiting};
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;

/// A list of a draft.
#[derive(Clone)]
pub struct Intake {
    pub store: Store,
    pub filing: u32,
    pub list: String,
}

impl Intake {
    /// Changes the table on its way, whichever draft is open by now.
    pub fn change(&self, change: impl FnOnce(&mut Incoming)) {
        if let Some(changed) = self.changed(change) {
            self.send(Some(changed));
        }
    }

    /// What is on its way with a change; none once the widget is taken down.
    pub fn changed(&self, change: impl FnOnce(&mut Incoming)) -> Option<Arc<Incoming>> {
        let incoming = |session: &Session| session.incoming(self.filing, &self.list).cloned();
        let mut incoming = self.store.session().try_with_untracked(incoming)?.unwrap_or_default();
        change(Arc::make_mut(&mut incoming));
        Some(incoming)
    }

    pub fn send(&self, table: Option<Arc<Incoming>>) {
        self.store.send(Msg::TableHanded { filing: self.filing, list: self.list.clone(), table });
    }

    pub fn hand_in(&self, read: Result<Table, TableError>) {
        let columns = self.store.look_at_all(|_, packs| {
            packs.iter().find_map(|pack| pack.fact(&self.list)).map(|list| list.columns.clone())
        });
        self.change(|incoming| incoming.hand_in(read, &columns.unwrap_or_default()));
    }

    /// Opens the first of these files.
    pub fn open(self, files: Vec<browser::File>) {
        let Some(file) = files.into_iter().next() else { return };
        self.change(|incoming| (incoming.failed, incoming.waiting) = (None, None));
        spawn_local(async move {
            match browser::read_file(&file).await {
                Ok(bytes) if table::is_workbook(&bytes) => self.read_workbook(bytes.into()).await,
                Ok(bytes) => self.hand_in(read_plain(&bytes)),
                Err(why) => self.change(|incoming| incoming.failed = Some(Unopened::File(why))),
            }
        });
    }

    /// Lazy loading: what reads workbooks is fetched when the first one is opened, which waits for it, unless something
    /// else is handed in meanwhile.
    pub async fn read_workbook(self, bytes: Arc<[u8]>) {
        let waiting = |has_failed| Some(Waiting { bytes: bytes.clone(), has_failed });
        self.change(|incoming| incoming.waiting = waiting(false));
        let reader = (self.store.parts().xlsx)().await;
        let still_waits = |session: &Session| {
            let waiting = session.incoming(self.filing, &self.list).and_then(|incoming| incoming.waiting.as_ref());
            waiting.is_some_and(|waiting| Arc::ptr_eq(&waiting.bytes, &bytes))
        };
        // None once the widget is taken down.
        if self.store.session().try_with_untracked(still_waits) != Some(true) {
            return;
        }
        match reader {
            Ok(read) => self.hand_in(read(&bytes)),
            Err(_) => self.change(|incoming| incoming.waiting = waiting(true)),
        }
    }
}

/// A text that is not UTF-8 is tried as what Chinese programs write.
fn read_plain(bytes: &[u8]) -> Result<Table, TableError> {
    match table::read_plain(bytes) {
        Err(TableError::NotUtf8) => table::read_text(&browser::decoded("gb18030", bytes).ok_or(TableError::NotUtf8)?),
        read => read,
    }
}
