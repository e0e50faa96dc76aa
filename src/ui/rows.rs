//! The rows of a list: the one that is being typed, and what becomes of the list when it is saved, removed or when a
//! table is taken in.

use std::sync::Arc;

use super::filing::Filing;
use crate::model::{Kind, Row, Value};
use crate::pack::import::{CellError, MoneyUnit, key_of, read_cell};
use crate::pack::{Column, Fact};

/// A row as it is typed. It stays when the page is left, like every text that is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForm {
    /// Its position in the list; none for one that is new.
    pub at: Option<usize>,
    /// In the order of the columns.
    pub texts: Vec<String>,
    /// It was to be saved at least once: only then may its errors show.
    pub is_tried: bool,
}

/// Why a row cannot be saved as it is, at one of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    Cell(CellError),
    /// Another row has the same, counted from one.
    Twice(usize),
}

/// The name under which a cell of the row that is typed is kept; with no column, that of the row itself.
pub fn cell_name(list: &str, column: &str) -> String {
    format!("{list}/{column}")
}

/// What stands for a row that is new in place of its position.
const NEW: &str = "+";

impl RowForm {
    /// The row these texts make, or what is wrong with them by the position of the column.
    pub fn read(&self, list: &Fact, rows: &[Row]) -> Result<Row, Vec<(usize, RowError)>> {
        let (mut row, mut errors) = (Row::default(), Vec::new());
        for ((position, column), text) in list.columns.iter().enumerate().zip(&self.texts) {
            // A sum is typed in ten thousand, here as everywhere.
            match read_cell(text, column, Some(MoneyUnit::Wan)) {
                Ok(Some(value)) => row.set(&column.id, value),
                Ok(None) => {}
                Err(error) => errors.push((position, RowError::Cell(error))),
            }
        }
        if errors.is_empty() && row.is_empty() {
            errors.push((0, RowError::Cell(CellError::Missing)));
        }
        errors.extend(self.twice(list, &row, rows));
        if errors.is_empty() { Ok(row) } else { Err(errors) }
    }

    fn twice(&self, list: &Fact, row: &Row, rows: &[Row]) -> Option<(usize, RowError)> {
        let position = list.columns.iter().position(|column| column.key)?;
        let column = list.columns.get(position)?;
        let key = key_of(column, row)?;
        let mut others = rows.iter().enumerate().filter(|(at, _)| Some(*at) != self.at);
        let (at, _) = others.find(|(_, other)| key_of(column, other).as_ref() == Some(&key))?;
        Some((position, RowError::Twice(at + 1)))
    }
}

/// A cell the way it is typed: a sum in ten thousand, an option by its id.
pub fn typed_cell(column: &Column, value: &Value) -> String {
    match value {
        Value::Number(yuan) if column.kind == Kind::Money => yuan.to_wan(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Date(day) => day.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Set(_) | Value::List(_) => String::new(),
    }
}

impl Filing {
    /// The rows of a list; none where it is not given.
    pub fn rows(&self, list: &str) -> &[Row] {
        self.answers.get(list).and_then(Value::as_rows).unwrap_or_default()
    }

    /// The row of a list that is being typed.
    pub fn row_form(&self, list: &Fact) -> Option<RowForm> {
        let name = cell_name(&list.id, "");
        let at = self.typed.get(&name)?;
        let text = |column: &Column| self.typed.get(&cell_name(&list.id, &column.id)).cloned().unwrap_or_default();
        Some(RowForm {
            at: at.parse().ok().filter(|at| *at < self.rows(&list.id).len()),
            texts: list.columns.iter().map(text).collect(),
            is_tried: self.left.contains(&name),
        })
    }

    /// Opens a row for typing, or a new one.
    pub(super) fn open_row(&mut self, list: &Fact, at: Option<usize>) {
        self.close_row(list);
        let row = at.and_then(|at| self.rows(&list.id).get(at)).cloned().unwrap_or_default();
        let cells = row.cells().filter_map(|(id, value)| Some((id, typed_cell(list.column(id)?, value))));
        self.typed.extend(cells.map(|(id, text)| (cell_name(&list.id, id), text)));
        let place = at.map_or_else(|| NEW.to_owned(), |at| at.to_string());
        self.typed.insert(cell_name(&list.id, ""), place);
    }

    pub(super) fn close_row(&mut self, list: &Fact) {
        let start = cell_name(&list.id, "");
        self.typed.retain(|name, _| !name.starts_with(&start));
        self.left.remove(&start);
    }

    /// Puts the row that is typed into the list, if it can stand. After a new one another can be typed.
    pub(super) fn save_row(&mut self, list: &Fact) {
        let Some(form) = self.row_form(list) else { return };
        let Ok(row) = form.read(list, self.rows(&list.id)) else {
            self.left.insert(cell_name(&list.id, ""));
            return;
        };
        let mut rows = self.rows(&list.id).to_vec();
        match form.at.and_then(|at| rows.get_mut(at)) {
            Some(place) => *place = row,
            None => rows.push(row),
        }
        self.set_rows(list, rows);
        self.close_row(list);
        if form.at.is_none() {
            self.open_row(list, None);
        }
    }

    /// A row that is being typed meanwhile is no longer where it was, and becomes a new one if it was this.
    pub(super) fn remove_row(&mut self, list: &Fact, at: usize) {
        let mut rows = self.rows(&list.id).to_vec();
        if at >= rows.len() {
            return;
        }
        rows.remove(at);
        let place = self.typed.get_mut(&cell_name(&list.id, ""));
        if let Some((place, typed)) = place.and_then(|place| Some((place.parse::<usize>().ok()?, place))) {
            match place.cmp(&at) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => NEW.clone_into(typed),
                std::cmp::Ordering::Greater => *typed = (place - 1).to_string(),
            }
        }
        self.set_rows(list, rows);
    }

    pub(super) fn add_rows(&mut self, list: &Fact, added: &[Row]) {
        let rows = [self.rows(&list.id), added].concat();
        self.set_rows(list, rows);
    }

    /// A list without rows is not given: that nothing is there is said by the count.
    fn set_rows(&mut self, list: &Fact, rows: Vec<Row>) {
        self.unsure.remove(&list.id);
        if rows.is_empty() {
            self.answers.forget(&list.id);
        } else {
            self.answers.set(&*list.id, Value::List(Arc::new(rows)));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::patent_number::PatentNumberError;
    use crate::model::{Lang, Quantity};
    use crate::pack::{Pack, builtin};
    use crate::ui::filing::TrackId;
    use crate::ui::saved;
    use crate::ui::session::{Effect, Loss, Msg, Session, update};

    const LIST: &str = "made_up.grants";

    /// The agency track, with a list that only these tests have.
    fn packs() -> Vec<Pack> {
        let mut json: serde_json::Value =
            serde_json::from_str(include_str!("../../public/packs/zibo-2020-zone.json")).unwrap();
        let list = json!({
            "id": LIST, "type": "list", "cite": "第九条（五）",
            "label": {"zh": "清单", "en": "Grants"}, "question": {"zh": "有哪些？", "en": "Which?"},
            "columns": [
                {"id": "number", "type": "text", "title": {"zh": "专利号", "en": "Number"}, "key": true, "format": "patent_number"},
                {"id": "granted_on", "type": "date", "title": {"zh": "授权日", "en": "Granted on"}, "required": true},
                {"id": "fee", "type": "money", "title": {"zh": "代理费", "en": "Fee"}},
                {"id": "doubling", "type": "bool", "title": {"zh": "倍增", "en": "Doubling"}}
            ]
        });
        json["facts"].as_array_mut().unwrap().push(list);
        let track = json["tracks"].as_array_mut().unwrap().iter_mut().find(|track| track["id"] == "agency").unwrap();
        track["topics"][0]["facts"].as_array_mut().unwrap().push(json!(LIST));
        vec![Pack::load(&json.to_string()).unwrap().pack]
    }

    /// What a person does to the list.
    struct Visit {
        session: Session,
        packs: Vec<Pack>,
    }

    impl Visit {
        fn new() -> Self {
            let packs = packs();
            let mut session = Session::new("2020-10-01".parse().unwrap(), Lang::Zh);
            session.picked = vec![TrackId::new("zibo-2020-zone", "agency")];
            update(&mut session, Msg::Begun { today: "2020-10-01".parse().unwrap(), anew: false }, &packs);
            Self { session, packs }
        }

        fn send(&mut self, msg: Msg) {
            let effects = update(&mut self.session, msg, &self.packs);
            assert!(effects.contains(&Effect::Save), "what is done to a list is kept");
        }

        fn open(&mut self, at: Option<usize>) {
            self.send(Msg::RowOpened { list: LIST.into(), at });
        }

        fn fill(&mut self, cells: &[(&str, &str)]) {
            for (column, text) in cells {
                self.send(Msg::Typed { fact: cell_name(LIST, column), text: (*text).to_owned() });
            }
        }

        fn save(&mut self) {
            self.send(Msg::RowSaved { list: LIST.into() });
        }

        fn add(&mut self, number: &str, day: &str) {
            self.open(None);
            self.fill(&[("number", number), ("granted_on", day)]);
            self.save();
        }

        fn list(&self) -> &Fact {
            self.packs[0].fact(LIST).unwrap()
        }

        fn form(&self) -> Option<RowForm> {
            self.session.filing.row_form(self.list())
        }

        fn numbers(&self) -> Vec<String> {
            let number = |row: &Row| typed_cell(&self.list().columns[0], row.get("number").unwrap());
            self.session.filing.rows(LIST).iter().map(number).collect()
        }
    }

    const A: &str = "ZL200410030787.2";
    const B: &str = "ZL98105556.7";
    const C: &str = "ZL200310100002.X";

    #[test]
    fn a_row_is_typed_as_people_write_and_another_can_follow() {
        let mut visit = Visit::new();
        visit.open(None);
        visit.fill(&[
            ("number", "ＺＬ2004 1 0030787.2"),
            ("granted_on", "2020年9月1日"),
            ("fee", "1.5"),
            ("doubling", "true"),
        ]);
        visit.save();
        let row = &visit.session.filing.rows(LIST)[0];
        assert_eq!(row.get("number"), Some(&Value::Text(A.into())));
        assert_eq!(row.get("granted_on"), Some(&Value::Date("2020-09-01".parse().unwrap())));
        assert_eq!(row.get("fee"), Some(&Value::Number(Quantity::whole(15_000))));
        assert_eq!(row.get("doubling"), Some(&Value::Bool(true)));
        let next = visit.form().unwrap();
        assert_eq!((next.at, next.is_tried, next.texts.concat()), (None, false, String::new()));
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_was_typed_also_when_the_page_is_left() {
        let mut visit = Visit::new();
        visit.add("ZL200410030787.3", "9 月");
        assert!(visit.numbers().is_empty());
        let text = saved::to_text(&visit.session);
        visit.session = saved::read(&text, &visit.packs).unwrap().session;
        let form = visit.form().unwrap();
        assert_eq!(form.texts, ["ZL200410030787.3", "9 月", "", ""]);
        let errors = form.read(visit.list(), &[]).unwrap_err();
        assert_eq!(errors.iter().map(|(column, _)| *column).collect::<Vec<_>>(), [0, 1]);
        let wrong = CellError::PatentNumber(PatentNumberError::CheckDigit { stated: '3', due: '2' });
        assert_eq!(errors[0].1, RowError::Cell(wrong));
        visit.send(Msg::RowClosed { list: LIST.into() });
        assert_eq!(visit.form(), None);
        assert!(visit.session.filing.typed.is_empty());
    }

    #[test]
    fn no_two_rows_have_the_same_key() {
        let mut visit = Visit::new();
        visit.add(A, "2020-9-1");
        visit.add(B, "2020-9-1");
        visit.add("200410030787.2", "2020-9-2");
        assert_eq!(visit.numbers(), [A, B]);
        let form = visit.form().unwrap();
        assert!(form.is_tried);
        let rows = visit.session.filing.rows(LIST);
        assert_eq!(form.read(visit.list(), rows), Err(vec![(0, RowError::Twice(1))]));
        visit.open(Some(0));
        visit.fill(&[("granted_on", "2020-9-3")]);
        visit.save();
        assert_eq!(visit.form(), None, "a row that was there is changed in its place");
        let day = visit.session.filing.rows(LIST)[0].get("granted_on").cloned();
        assert_eq!(day, Some(Value::Date("2020-09-03".parse().unwrap())));
    }

    #[test]
    fn a_row_that_is_typed_follows_the_rows_above_it() {
        let mut visit = Visit::new();
        for number in [A, B, C] {
            visit.add(number, "2020-9-1");
        }
        visit.open(Some(2));
        visit.send(Msg::RowRemoved { list: LIST.into(), at: 0 });
        assert_eq!(visit.form().unwrap().at, Some(1));
        visit.send(Msg::RowRemoved { list: LIST.into(), at: 1 });
        let form = visit.form().unwrap();
        assert_eq!((form.at, form.texts[0].as_str()), (None, C), "nothing typed is lost");
        visit.send(Msg::RowRemoved { list: LIST.into(), at: 7 });
        assert_eq!(visit.numbers(), [B]);
        visit.send(Msg::RowRemoved { list: LIST.into(), at: 0 });
        assert_eq!(visit.session.filing.answers.get(LIST), None, "an empty list says nothing");
    }

    #[test]
    fn what_takes_rows_away_or_adds_many_can_be_undone() {
        let mut visit = Visit::new();
        let taken =
            |visit: &Visit| Msg::RowsTaken { list: LIST.into(), rows: visit.session.filing.rows(LIST).to_vec() };
        let clear = Msg::TookBack { fact: LIST.into() };
        assert_eq!(visit.session.loss(&clear), None, "there is nothing yet");
        visit.add(A, "2020-9-1");
        assert_eq!(visit.session.loss(&clear), Some(Loss::Rows));
        assert_eq!(visit.session.loss(&Msg::RowRemoved { list: LIST.into(), at: 0 }), Some(Loss::Rows));
        let taken = taken(&visit);
        assert_eq!(visit.session.loss(&taken), Some(Loss::RowsTaken));
        visit.send(taken);
        assert_eq!(visit.numbers(), [A, A]);
    }

    #[test]
    fn a_list_is_kept_between_two_visits() {
        let mut visit = Visit::new();
        for number in [A, B] {
            visit.add(number, "2020-9-1");
        }
        let read = saved::read(&saved::to_text(&visit.session), &visit.packs).unwrap();
        assert_eq!(read.session.filing, visit.session.filing);
        let without = saved::read(&saved::to_text(&visit.session), &builtin::all()).unwrap();
        assert!(without.session.filing.unplaced.contains_key(LIST), "a pack without the list loses nothing");
    }
}
