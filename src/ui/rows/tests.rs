//! What becomes of a list as its rows are typed, changed, removed and taken in.

use serde_json::json;

use super::*;
use crate::model::patent_number::PatentNumberError;
use crate::model::{Lang, Quantity};
use crate::pack::import::Import;
use crate::pack::{Pack, builtin};
use crate::ui::filing::TrackId;
use crate::ui::saved;
use crate::ui::session::{Effect, Loss, Msg, Session, update};

const LIST: &str = "made_up.grants";

/// The agency track, with a list that only these tests have.
fn packs() -> Vec<Pack> {
    let mut json: serde_json::Value =
        serde_json::from_str(include_str!("../../../public/packs/zibo-2020-zone.json")).unwrap();
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
fn a_row_that_is_left_is_saved_where_it_can_stand_and_can_be_brought_back_where_not() {
    let mut visit = Visit::new();
    let close = Msg::RowClosed { list: LIST.into() };
    visit.add(A, "2020-9-1");
    assert_eq!(visit.session.loss(&close, &visit.packs), None, "nothing is typed");
    visit.fill(&[("number", B), ("granted_on", "2020-9-2")]);
    assert_eq!(visit.session.loss(&close, &visit.packs), None, "it is saved");
    visit.send(close.clone());
    assert_eq!(visit.numbers(), [A, B]);
    visit.open(Some(0));
    assert_eq!(visit.session.loss(&close, &visit.packs), None, "nothing was changed");
    visit.fill(&[("granted_on", "九月")]);
    let other = Msg::RowOpened { list: LIST.into(), at: Some(1) };
    for left in [&close, &other] {
        assert_eq!(visit.session.loss(left, &visit.packs), Some(Loss::TypedRow));
    }
    visit.fill(&[("granted_on", "2020-9-3")]);
    visit.open(Some(1));
    let day = visit.session.filing.rows(LIST)[0].get("granted_on");
    assert_eq!(day, Some(&Value::Date("2020-09-03".parse().unwrap())));
    assert_eq!(visit.numbers(), [A, B]);
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
    let taken = |visit: &Visit| {
        let import = Import { taken: visit.session.filing.rows(LIST).to_vec(), ..Import::default() };
        let mut incoming = Incoming::default();
        incoming.take(Arc::new(import));
        Msg::RowsTaken { list: LIST.into(), incoming: Arc::new(incoming) }
    };
    let clear = Msg::TookBack { fact: LIST.into() };
    assert_eq!(visit.session.loss(&clear, &visit.packs), None, "there is nothing yet");
    visit.add(A, "2020-9-1");
    assert_eq!(visit.session.loss(&clear, &visit.packs), Some(Loss::Rows));
    assert_eq!(visit.session.loss(&Msg::RowRemoved { list: LIST.into(), at: 0 }, &visit.packs), Some(Loss::Rows));
    let taken = taken(&visit);
    assert_eq!(visit.session.loss(&taken, &visit.packs), Some(Loss::RowsTaken));
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
