//! Heads, cells and rows as people hand them in.

use serde_json::json;

use super::*;
use crate::model::patent_number::PatentNumberError;
use crate::model::table::read_text;

/// The columns of a list of grants: number, day, client, fee, doubling, field.
fn grants() -> Vec<Column> {
    let columns = json!([
        {"id": "number", "type": "text", "title": {"zh": "专利号", "en": "Patent number"}, "key": true, "required": true, "format": "patent_number"},
        {"id": "granted_on", "type": "date", "title": {"zh": "授权日", "en": "Granted on"}, "required": true},
        {"id": "client", "type": "text", "title": {"zh": "客户", "en": "Client"}},
        {"id": "fee", "type": "money", "title": {"zh": "代理费", "en": "Fee"}},
        {"id": "doubling", "type": "bool", "title": {"zh": "是否倍增", "en": "Doubling"}},
        {"id": "field", "type": "choice", "title": {"zh": "领域", "en": "Field"}, "options": [
            {"id": "chem", "label": {"zh": "化工", "en": "Chemistry"}}, {"id": "mech", "label": {"zh": "机械", "en": "Mechanics"}}
        ]}
    ]);
    serde_json::from_value(columns).unwrap()
}

/// Clients and days: nothing tells two rows apart.
fn cases() -> Vec<Column> {
    let columns = json!([
        {"id": "client", "type": "text", "title": {"zh": "委托人", "en": "Client"}, "required": true},
        {"id": "won_on", "type": "date", "title": {"zh": "胜诉日", "en": "Won on"}}
    ]);
    serde_json::from_value(columns).unwrap()
}

fn import(text: &str, columns: &[Column], had: &[Row]) -> Import {
    let table = read_text(text).unwrap();
    Import::of(&table, &Matching::proposed(&table, columns), columns, had)
}

fn places(matching: &Matching) -> Vec<Option<usize>> {
    matching.columns.iter().map(|source| source.map(|source| source.at)).collect()
}

#[test]
fn heads_propose_the_columns() {
    for (heads, head, expected) in [
        (
            "专利号\t授权日\t客户\t代理费\t是否倍增\t领域",
            Some(0),
            [Some(0), Some(1), Some(2), Some(3), Some(4), Some(5)],
        ),
        ("2023年授权清单,,\n,,\n领域,授权公告日,专利申请号", Some(2), [Some(2), Some(1), None, None, None, Some(0)]),
        ("Field\tClient name\tPATENT NO.\tGrant date", Some(0), [Some(2), Some(3), Some(1), None, None, Some(0)]),
        ("序号\t代理费（万元）\t单位名称\t专利号 *", Some(0), [Some(3), None, Some(2), Some(1), None, None]),
        ("代理费合计\t代理费/万元", Some(0), [None, None, None, Some(1), None, None]),
        ("a\tb\tc\td\te\tf", None, [Some(0), Some(1), Some(2), Some(3), Some(4), Some(5)]),
        ("a\tb", None, [None; 6]),
    ] {
        let matching = Matching::proposed(&read_text(heads).unwrap(), &grants());
        assert_eq!((matching.head, places(&matching)), (head, expected.to_vec()), "{heads}");
    }
}

#[test]
fn a_head_says_in_what_sums_are() {
    for (head, unit) in [
        ("代理费（万元）", Some(MoneyUnit::Wan)),
        ("代理费(元)", Some(MoneyUnit::Yuan)),
        ("Fee (CNY 10,000)", Some(MoneyUnit::Wan)),
        ("Fee (yuan)", Some(MoneyUnit::Yuan)),
        ("代理费/万元", Some(MoneyUnit::Wan)),
        ("代理费 元", Some(MoneyUnit::Yuan)),
        ("代理费", None),
    ] {
        let table = read_text(&format!("专利号\t{head}")).unwrap();
        let matching = Matching::proposed(&table, &grants());
        assert_eq!(matching.columns[3], Some(Source { at: 1, money: unit }), "{head}");
    }
}

#[test]
fn cells_are_read_in_the_forms_people_use() {
    let columns = grants();
    for (at, text, unit, expected) in [
        (0, "ＺＬ2004 1 0030787.2", None, json!("ZL200410030787.2")),
        (1, "2024-01-05", None, json!("2024-01-05")),
        (1, "2024/1/5 0:00:00", None, json!("2024-01-05")),
        (1, "2024年1月5日", None, json!("2024-01-05")),
        (3, "30万", None, json!(300_000)),
        (3, "1.2万元", None, json!(12_000)),
        (3, "30万元", Some(MoneyUnit::Yuan), json!(300_000)),
        (3, "三十万五千", None, json!(305_000)),
        (3, "¥30,000.50", None, json!("30000.5")),
        (3, "￥ 30,000", None, json!(30_000)),
        (3, "30,000", Some(MoneyUnit::Yuan), json!(30_000)),
        (3, "3", Some(MoneyUnit::Wan), json!(30_000)),
        (4, "√", None, json!(true)),
        (4, "是", None, json!(true)),
        (4, "ＮＯ", None, json!(false)),
        (4, "FALSE", None, json!(false)),
        (5, "化 工", None, json!("chem")),
        (5, "MECHANICS", None, json!("mech")),
        (5, "chem", None, json!("chem")),
    ] {
        let read = cell::read(text, &columns[at], unit).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let expected = columns[at].domain().read(&expected).unwrap();
        assert_eq!(read, expected, "{text}");
    }
    for (at, text) in [(2, ""), (3, "—"), (4, "/"), (5, " ")] {
        assert_eq!(cell::read(text, &columns[at], None), Ok(None), "{text}");
    }
    for (at, text, error) in [
        (0, " ", CellError::Missing),
        (0, "ZL200410030787.3", CellError::PatentNumber(PatentNumberError::CheckDigit { stated: '3', due: '2' })),
        (1, "-", CellError::Missing),
        (3, "30", CellError::NoUnit),
        (4, "也许", CellError::NotYesOrNo),
        (5, "生物", CellError::NoSuchOption),
    ] {
        assert_eq!(cell::read(text, &columns[at], None), Err(error), "{text}");
    }
    // ¥20 in a column of 万元 is either of two sums, ten thousand times apart.
    for text in ["¥20", "￥200000", "CNY 20"] {
        let read = cell::read(text, &columns[3], Some(MoneyUnit::Wan));
        assert!(matches!(read, Err(CellError::Typed(_))), "{text}: {read:?}");
    }
    assert_eq!(cell::read("¥20万元", &columns[3], Some(MoneyUnit::Wan)), cell::read("20万元", &columns[3], None));
}

#[test]
fn every_row_is_taken_twice_or_refused() {
    let had = import("专利号,授权日\n98105556.7,2000-1-1", &grants(), &[]).taken;
    assert_eq!(had.len(), 1);
    let import = import(
        "授权清单\n专利号\t授权日\t客户\t是否倍增\nZL200410030787.2\t2024-1-5\t甲\t是\n\n200410030787.2\t2024-1-5\t甲\t是\nZL98105556.7\t2001-1-1\n\
         200310100002.X\t2024-13-1\t乙\t或\n合 计：\t\t\t3\n\t2024-1-6\t丙\t否",
        &grants(),
        &had,
    );
    assert_eq!(import.taken.len(), 1);
    assert_eq!(
        import.twice,
        [
            Twice { row: 5, key: Some("200410030787.2".into()), first: Some(3) },
            Twice { row: 6, key: Some("ZL98105556.7".into()), first: None },
        ]
    );
    let why: Vec<(usize, usize)> = import.refused.iter().map(|refused| (refused.row, refused.why.len())).collect();
    assert_eq!(why, [(7, 2), (8, 1), (9, 1)]);
    assert_eq!(import.refused[1].why, [Refusal::Total]);
    assert_eq!(import.refused[2].why, [Refusal::Cell { column: 0, text: String::new(), error: CellError::Missing }]);
}

#[test]
fn a_table_without_a_key_is_not_taken_a_second_time() {
    let text = "委托人,胜诉日\n甲,2020-1-1\n甲,2020-1-1\n乙,2020-2-1";
    let first = import(text, &cases(), &[]);
    assert_eq!((first.taken.len(), first.twice.len()), (3, 0), "two wins on a day are two");
    let again = import(&format!("{text}\n丙,"), &cases(), &first.taken);
    assert_eq!((again.taken.len(), again.twice.len()), (1, 3));
    assert!(again.twice.iter().all(|twice| twice.first.is_none()));
}

#[test]
fn what_the_table_does_not_say_can_stand_for_every_row() {
    let (table, columns) = (read_text("专利号,授权日\n98105556.7,2000-1-1\n200410030787.2,").unwrap(), grants());
    let mut matching = Matching::proposed(&table, &columns);
    matching.constants[4] = "是".to_owned();
    let import = Import::of(&table, &matching, &columns, &[]);
    assert_eq!((import.taken.len(), import.refused.len()), (1, 1), "what has a column is taken from it");
    assert_eq!(import.taken[0].get("doubling"), Some(&crate::model::Value::Bool(true)));
}

#[test]
fn a_person_says_what_a_text_stands_for_that_is_no_answer() {
    let text = "专利号,授权日,倍增,领域\n98105556.7,2000-1-1,外,化工类\n200410030787.2,2000-1-2,是,机械\n\
                200310100002.X,2000-1-3,是,化 工 类\n合计,,,化工类";
    let (table, columns) = (read_text(text).unwrap(), grants());
    let mut matching = Matching::proposed(&table, &columns);
    matching.columns[4] = Some(Source { at: 2, money: None });
    let read = |matching: &Matching| Import::of(&table, matching, &columns, &[]);
    let before = read(&matching);
    let strange = |column, text: &str, rows| Strange { column, text: text.to_owned(), rows };
    assert_eq!(before.strange, [strange(4, "外", 1), strange(5, "化工类", 2)], "a total is no row");
    assert_eq!((before.taken.len(), before.refused.len()), (1, 3));

    matching.mean(5, "化工类", "chem");
    matching.mean(4, "外", "false");
    let after = read(&matching);
    assert_eq!((after.taken.len(), after.refused.len()), (3, 1));
    assert_eq!(after.strange, before.strange, "what was said can be changed");
    assert_eq!(after.taken[0].get("field"), Some(&crate::model::Value::Choice("chem".into())));
    assert_eq!(after.taken[0].get("doubling"), Some(&crate::model::Value::Bool(false)));
    matching.mean(5, "化工类", "");
    assert_eq!(read(&matching).refused.len(), 3);
}

#[test]
fn a_full_list_takes_no_more() {
    let row = import("委托人\n甲", &cases(), &[]).taken.remove(0);
    let had = vec![row; MAX_ROWS - 1];
    let import = import("委托人\n乙\n丙", &cases(), &had);
    assert_eq!(import.taken.len(), 1);
    assert_eq!(import.refused, [Refused { row: 3, why: vec![Refusal::NoRoom] }]);
}
