//! Workbooks, made here and by other programs, as the rows people see in them.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use zhice::model::table::{Sheet, TableError, read_file};

const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="说明" state="hidden" r:id="a"/><sheet name="授权&amp;清单" r:id="b"/><sheet name="3" r:id="c"/></sheets></workbook>"#;
const PLACES: &str = r#"<Relationships><Relationship Id="b" Type="t/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="s" Type="t/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="t/styles" Target="styles.xml"/></Relationships>"#;
const TEXTS: &str = r#"<sst><si><t>专利号</t></si><si><r><t>授权</t></r><r><t xml:space="preserve">日 &lt;</t></r><rPh><t>ri</t></rPh></si></sst>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
<row r="3"><c r="A3"><v>202310123456.7</v></c><c r="B3" s="1"><v>45296</v></c><c r="C3" s="2"><v>45297.5</v></c><c r="D3" t="b"><v>1</v></c></row>
<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><f>A1</f><v>b_x000D_&#10;c</v></c><c/><c><v>0.30000000000000004</v></c></row><row r="9"><c r="A9" s="1"/></row></sheetData></worksheet>"#;

/// Stored, not deflated; the files of other programs are.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", PLACES),
        ("xl/SharedStrings.xml", TEXTS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet2.xml", sheet),
    ] {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_first_visible_sheet_is_read_as_people_see_it() {
    let table = read_file(&workbook(SHEET)).unwrap();
    assert_eq!(table.sheet, Some(Sheet { name: "授权&清单".into(), of: 2 }));
    assert_eq!(
        table.rows,
        [
            vec!["专利号", "", "授权日 <"],
            vec![],
            vec!["202310123456.7", "2024-01-05", "2024-01-06", "TRUE"],
            vec!["a", "b\nc", "", "0.3"],
        ]
    );
}

/// By openpyxl: a title over the heads, a hidden sheet in front, days in two formats, a sum without its value.
const OPENPYXL: &[u8] = include_bytes!("tables/openpyxl.xlsx");
/// By `XlsxWriter`: days counted from 1904, a text in two styles.
const XLSXWRITER: &[u8] = include_bytes!("tables/xlsxwriter.xlsx");

#[test]
fn workbooks_of_other_programs_are_read() {
    let read = |file: &[u8]| {
        let table = read_file(file).unwrap();
        let rows: Vec<String> = table.rows.iter().map(|row| row.join("|")).collect();
        (table.sheet.map(|sheet| (sheet.name, sheet.of)), rows.join("¶"))
    };
    assert_eq!(
        read(OPENPYXL),
        (
            Some(("授权清单".to_owned(), 2)),
            "2023年授权发明专利清单¶¶序号|专利号|授权公告日|委托人|代理费（万元）|是否倍增¶\
             1|ZL202310123456.6|2023-05-09|淄博甲新材料有限公司|1.1|TRUE¶\
             2|ZL202310765432.1|2023-11-21|淄博“乙”陶瓷\n有限公司|0.3|FALSE¶合计"
                .to_owned()
        )
    );
    assert_eq!(
        read(XLSXWRITER),
        (
            Some(("贷款".to_owned(), 1)),
            "企业|银行|放款日期|金额（元）¶甲公司|齐商银行|2020-09-30|1500000¶乙公司|中国银行|2020年10月1日|1234567.89"
                .to_owned()
        )
    );
}

#[test]
fn a_sheet_beyond_the_limits_is_refused() {
    let cell = |place: &str, row: &str| {
        let sheet = format!("<worksheet><row r='{row}'><c r='{place}'><v>1</v></c></row></worksheet>");
        read_file(&workbook(&sheet)).map(|table| table.rows.len())
    };
    assert_eq!(cell("A10100", "10100"), Ok(10_100));
    assert_eq!(cell("A10101", "10101"), Err(TableError::TooManyRows));
    assert_eq!(cell("A1048576", "99999999999999999999999"), Ok(1), "a number beyond all rows is none");
    assert_eq!(cell("XFD1", "1"), Err(TableError::TooWide));
    assert_eq!(cell("", "1"), Ok(1));
}

#[test]
fn a_damaged_workbook_is_no_reason_to_panic() {
    for whole in [workbook(SHEET).as_slice(), OPENPYXL] {
        for length in (0..whole.len()).step_by(5) {
            assert!(read_file(&whole[..length]).is_err());
        }
        for at in (0..whole.len()).step_by(5) {
            let mut changed = whole.to_vec();
            changed[at] ^= 0xff;
            _ = read_file(&changed);
        }
    }
    for sheet in ["", "<c>", "<row r='1'><c r='A1'><v>1</v>", "</row>", "<row><c t='s'><v>99</v></c></row>", "&x;"] {
        _ = read_file(&workbook(sheet));
    }
}
