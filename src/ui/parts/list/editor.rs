//! What the parts of an editor of lists share: the list, its rows, the ids of its controls.

use std::sync::Arc;

use leptos::prelude::*;

use super::intake::Intake;
use crate::model::table::Table;
use crate::model::{Kind, Lang, Row, Value};
use crate::pack::import::Matching;
use crate::pack::{Column, Fact};
use crate::ui::i18n::Words;
use crate::ui::incoming::{Handed, Incoming};
use crate::ui::parts::control::control_id;
use crate::ui::rows::cell_name;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// What the parts of an editor share.
#[derive(Clone, Copy)]
pub struct Editor {
    /// Stored, since it is large for a thing that is copied.
    store: StoredValue<Store>,
    pub list: StoredValue<Fact>,
    pub rows: Memo<Option<Arc<Vec<Row>>>>,
}

impl Editor {
    pub fn of(store: Store, list: Fact) -> Self {
        let list = StoredValue::new(list);
        let rows =
            store.memo(move |session| match session.filing.answers.get(&list.with_value(|list| list.id.clone())) {
                Some(Value::List(rows)) => Some(Arc::clone(rows)),
                _ => None,
            });
        Self { store: StoredValue::new(store), list, rows }
    }

    pub fn store(self) -> Store {
        self.store.get_value()
    }

    pub fn id(self) -> String {
        self.list.with_value(|list| list.id.clone())
    }

    pub fn count(self) -> usize {
        self.rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.len()))
    }

    /// The way for a table into this list.
    pub fn intake(self) -> Intake {
        let store = self.store();
        Intake { store, filing: store.session().with_untracked(|session| session.filing.key), list: self.id() }
    }

    /// Follows one aspect of the table on its way.
    pub fn incoming<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Incoming) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let list = self.id();
        self.store()
            .memo(move |session| session.filing.incoming.of(&list).map(|incoming| read(incoming)).unwrap_or_default())
    }

    /// Changes how the table is matched.
    pub fn rematch(self, change: impl FnOnce(&Table, &mut Matching)) {
        self.intake().change(|incoming| {
            if let Some(Handed { table, matching }) = &mut incoming.handed {
                change(table, matching);
            }
        });
    }

    pub fn add_button(self) -> String {
        control_id(&self.id())
    }

    pub fn open(self, at: Option<usize>) {
        self.store().send(Msg::RowOpened { list: self.id(), at });
        self.store().browser().focus_when_shown(self.first_control());
    }

    /// The control of a column in the row that is typed.
    pub fn control_of(self, column: &str) -> String {
        control_id(&cell_name(&self.id(), column))
    }

    pub fn first_control(self) -> String {
        let first = self.list.with_value(|list| list.columns.first().map(|column| column.id.clone()));
        self.control_of(&first.unwrap_or_default())
    }
}

/// The answers that a cell of few may have, with their words; none where it is typed.
pub fn options(column: &Column, w: Words, lang: Lang) -> Vec<(String, String)> {
    match column.kind {
        Kind::Bool => vec![("true".to_owned(), w.yes().to_owned()), ("false".to_owned(), w.no().to_owned())],
        _ => column.options.iter().map(|one| (one.id.clone(), one.label.get(lang).to_owned())).collect(),
    }
}
