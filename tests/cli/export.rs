//! `zhice export`.

pub mod calendar;
pub mod readers;

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use roxmltree::{Document, Node};
use serde_json::{Value, json};
use tempfile::TempDir;
use zhice::draft::{Paper, docx, markdown};
use zip::{CompressionMethod, DateTime, ZipArchive};

use self::readers::{
    Tables, all, line, markdown_tables, names, part, set, tables, text_of, word_headings, word_tables,
};
use crate::zhice::{SAMPLE, SETTLED, Zhice};

/// Texts that mean something to Word, Markdown, HTML, XML or a spreadsheet. None of it may come to life.
const HOSTILE: [&str; 16] = [
    "<script>alert(1)</script> &lt;b&gt; &#60; <!-- -->",
    "]]> <![CDATA[x]]> <?xml?> </w:t></w:r>",
    "a | b \\| c \\",
    "`code` ``` *em* **strong** __under__ ~~gone~~ ^up^ ==mark== $x^2$",
    "[link](javascript:alert(1)) ![image](x.png) [ref]: x [[wiki]] [^1]",
    "https://example.com www.example.com WWW.EXAMPLE.COM <https://example.com> mailto:x",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "# no heading",
    "- no item\n1. no item\n> no quote\n---\n| a | b |\n|---|---|",
    "{PAGE} {body} {title} {mark} {lang} {{ x }} {#id}",
    "first\n\nthird\r\nfourth\ttab",
    ":smile: &amp; &nbsp; \"quoted\" 'single'",
    "…\u{ff5c}\u{3000}全角",
];

const DOSSIER: &str = r#"{
  "applicant": { "name": "示例<b>事务所</b> | A 座", "email": "zhang.san@example.com" },
  "narratives": { "outlook": "第一段。\n\n第二段 ]]> `x` [a](javascript:b) =1+1" },
  "evidence": { "body.staff": "社保名单 1 份" },
  "declarations": ["truthful"]
}"#;

fn draft(lang: &str) -> String {
    let options = ["--dossier", "dossier.json", "--lang", lang];
    Zhice::with_answers("draft", SETTLED).file("dossier.json", DOSSIER).args(options).exits(0).stdout
}

/// A run in a folder with this draft, on the sample pack.
fn export(draft: &str, to: &str) -> Zhice {
    let args = ["export", "draft.json", "--pack", "sample.json", "--to", to];
    Zhice::new().file("sample.json", SAMPLE).file("draft.json", draft).args(args)
}

/// The Word document of a draft, as it comes out at standard output.
fn word(draft: &str, code: i32) -> Vec<u8> {
    let output = export(draft, "docx").args(["--out", "-"]).start().wait_with_output().expect("the command ends");
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn every_cell_is_in_the_word_document_in_its_place() {
    for lang in ["zh", "en"] {
        let draft = draft(lang);
        let json: Value = serde_json::from_str(&draft).expect("JSON");
        assert_eq!(word_tables(&word(&draft, 0)), tables(&json));
    }
}

#[test]
fn every_cell_is_in_the_markdown_in_its_place() {
    for lang in ["zh", "en"] {
        let draft = draft(lang);
        let json: Value = serde_json::from_str(&draft).expect("JSON");
        let page = export(&draft, "md").exits(0).stdout;
        assert_eq!(markdown_tables(&page), tables(&json));
    }
}

#[test]
fn no_text_comes_to_life() {
    let json = hostile();
    let paper = Paper::read(&json, 0).expect("texts, whatever they say");
    let fit = |text: &str| text.replace("\r\n", "\n").replace('\t', " ");
    let expected: Tables =
        tables(&json).into_iter().map(|table| table.iter().map(|cell| fit(cell)).collect()).collect();

    let document = docx(&paper);
    assert_eq!(word_tables(&document), expected);
    let body = part(&document, "word/document.xml");
    let body = Document::parse(&body).expect("XML");
    for name in ["hyperlink", "fldSimple", "fldChar", "instrText", "altChunk", "object", "drawing"] {
        assert_eq!(all(body.root(), name).count(), 0, "{name}");
    }

    let page = markdown(&paper);
    assert_eq!(markdown_tables(&page), expected);
    let page = page.to_lowercase();
    assert!(!page.contains("https:") && !page.contains("www."), "a bare address becomes a link:\n{page}");
}

#[test]
fn what_cannot_be_set_is_seen_to_be_missing() {
    let mut json: Value = serde_json::from_str(&draft("zh")).expect("JSON");
    json["application"][0]["rows"][4][1] =
        json!("\u{0}a\u{1}b\u{b}\u{1f}c\u{7f}\u{85}\u{202e}d\u{2066}\u{feff}e\u{fffe}\u{ffff}");
    json["application"][1]["title"] = json!("a\u{2028}b\u{8}");
    json["digest"] = json!("sha256:\u{c}<\n>");
    let paper = Paper::read(&json, 0).expect("texts, whatever they say");
    let seen = "\u{fffd}a\u{fffd}b\u{fffd}\u{fffd}c\u{fffd}\u{fffd}\u{fffd}d\u{fffd}\u{fffd}e\u{fffd}\u{fffd}";
    let document = docx(&paper);
    assert_eq!(word_tables(&document)[0][11], seen);
    assert!(word_headings(&document).contains(&"a\nb\u{fffd}".to_owned()));
    assert_eq!(markdown_tables(&markdown(&paper))[0][11], seen);
    for name in names(&document) {
        Document::parse(&part(&document, &name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn headings_are_headings() {
    let draft = draft("en");
    let json: Value = serde_json::from_str(&draft).expect("JSON");
    let sections = json["application"].as_array().expect("sections");
    let titles: Vec<&str> = sections.iter().skip(1).filter_map(|section| section["title"].as_str()).collect();
    assert_eq!(word_headings(&word(&draft, 0)), titles);
    let page = export(&draft, "md").exits(0).stdout;
    let lines: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(lines, titles);
    assert!(page.starts_with("# Sample programme Draft application\n\n**Draft, not submitted** · sample · digest "));
}

#[test]
fn every_page_says_what_it_is() {
    for (lang, code, notice, page, title) in [
        ("zh", "zh-CN", "草稿，未提交", "第 1 页，共 1 页", "申报草稿"),
        ("en", "en", "Draft, not submitted", "Page 1 of 1", "Draft application"),
    ] {
        let draft = draft(lang);
        let json: Value = serde_json::from_str(&draft).expect("JSON");
        let document = word(&draft, 0);
        let xml = |name: &str| part(&document, name);
        let programme = json["application"][0]["rows"][1][1].as_str().expect("the programme");
        assert_eq!(text_of(&xml("word/header.xml")), format!("{programme}{notice}"));
        let digest = json["digest"].as_str().and_then(|digest| digest.get(7..19)).expect("a digest");
        let footer = text_of(&xml("word/footer.xml"));
        assert!(footer.starts_with("sample · ") && footer.ends_with(page) && footer.contains(digest), "{footer}");
        for field in [" PAGE ", " NUMPAGES "] {
            assert!(xml("word/footer.xml").contains(&format!("w:instr=\"{field}\"")), "{field}");
        }
        let core = xml("docProps/core.xml");
        let core = Document::parse(&core).expect("XML");
        let told: Vec<(&str, &str)> = core
            .root_element()
            .children()
            .filter(Node::is_element)
            .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
            .collect();
        let title = format!("{programme} {title}");
        assert_eq!(told, [("title", title.as_str()), ("language", code), ("created", "2020-10-01T00:00:00Z")]);
        assert!(xml("word/styles.xml").contains(&format!("<w:lang w:val=\"{code}")));
    }
}

#[test]
fn the_package_is_whole() {
    let document = word(&draft("zh"), 0);
    let names = names(&document);
    assert_eq!(names.first().map(String::as_str), Some("[Content_Types].xml"));
    let types = part(&document, "[Content_Types].xml");
    for name in names.iter().skip(1).filter(|name| !name.contains("_rels/")) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    for (rels, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let rels = part(&document, rels);
        for target in
            all(Document::parse(&rels).expect("XML").root(), "Relationship").filter_map(|node| node.attribute("Target"))
        {
            assert!(names.contains(&format!("{folder}{target}")), "{target}");
        }
    }
    for name in &names {
        let xml = part(&document, name);
        Document::parse(&xml).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!xml.contains('{'), "{name} has a place that was not filled");
    }
}

#[test]
fn tables_fill_the_page_and_repeat_their_header() {
    let document = word(&draft("zh"), 0);
    let body = part(&document, "word/document.xml");
    let body = Document::parse(&body).expect("XML");
    let number = |node: Node<'_, '_>, name: &str| -> u32 {
        let found = node.attributes().find(|one| one.name() == name).map(|one| one.value());
        found.and_then(|value| value.parse().ok()).expect("a number")
    };
    let page = all(body.root(), "pgSz").next().expect("a page");
    assert_eq!((number(page, "w"), number(page, "h")), (11906, 16838), "A4");
    let margins = all(body.root(), "pgMar").next().expect("margins");
    let between = number(page, "w") - number(margins, "left") - number(margins, "right");
    for table in all(body.root(), "tbl") {
        let widths: Vec<u32> = all(table, "gridCol").map(|column| number(column, "w")).collect();
        assert_eq!(widths.iter().sum::<u32>(), between, "{widths:?}");
        assert!(widths.iter().all(|width| *width > 600), "{widths:?}");
        let repeated: Vec<bool> = all(table, "tr").map(|row| all(row, "tblHeader").count() == 1).collect();
        assert!(repeated[0] && !repeated[1..].contains(&true));
        assert!(all(table, "tr").all(|row| all(row, "tc").count() == widths.len()));
    }
}

#[test]
fn rows_and_numbers_are_whole() {
    let mut json: Value = serde_json::from_str(&draft("zh")).expect("JSON");
    let cells = ["自2026年3月1日起", "最高可达 30 万元，共 2 项", "0533-2771234", "x", "长".repeat(400).as_str()]
        .map(|cell| json!([cell]));
    json["application"] = json!([{ "id": "facts", "title": "第 1 部分", "columns": ["内容"], "rows": cells }]);
    let document = docx(&Paper::read(&json, 0).expect("a draft"));
    let body = part(&document, "word/document.xml");
    let body = Document::parse(&body).expect("XML");
    let cells: Vec<String> = all(body.root(), "tc").map(set).collect();
    assert_eq!(cells[1], "自2026\u{feff}年\u{feff}3\u{feff}月\u{feff}1\u{feff}日\u{feff}起");
    assert_eq!(cells[2], "最高可达 30\u{a0}万\u{feff}元，共 2\u{a0}项");
    assert_eq!(all(body.root(), "noBreakHyphen").count(), 1, "{}", cells[3]);
    let held = all(body.root(), "r").filter(|run| all(*run, "lang").count() == 1).map(line);
    assert_eq!(held.collect::<Vec<_>>(), ["第 1 部分", "2026年3月1日起", "30 万元，", "2 项", "0533-2771234"]);
    let may_split: Vec<bool> = all(body.root(), "tr").map(|row| all(row, "cantSplit").count() == 0).collect();
    assert_eq!(may_split, [false, false, false, false, false, true], "only a long row goes on on the next page");
    let styles = part(&document, "word/styles.xml");
    let styles = Document::parse(&styles).expect("XML");
    for name in ["Heading1", "TableHead"] {
        let style = all(styles.root(), "style").find(|style| style.attributes().any(|one| one.value() == name));
        assert_eq!(
            all(style.expect("a style"), "keepNext").count(),
            1,
            "{name} is not left alone at the foot of a page"
        );
    }
}

#[test]
fn the_same_draft_makes_the_same_bytes() {
    let draft = draft("zh");
    let document = word(&draft, 0);
    assert_eq!(document, word(&draft, 0));
    let mut archive = ZipArchive::new(Cursor::new(&document)).expect("a ZIP archive");
    for index in 0..archive.len() {
        let entry = archive.by_index(index).expect("an entry");
        assert_eq!(entry.last_modified(), Some(DateTime::default()), "1980-01-01");
        assert_eq!(entry.compression(), CompressionMethod::Stored);
    }
    let page = export(&draft, "md").exits(0).stdout;
    export(&draft, "md").args(["--out", "-"]).exits(0).stdout(&page);
}

#[test]
fn a_draft_that_does_not_hold_says_so_first() {
    for (lang, before, after) in [
        ("zh", "本草稿未通过复核，有 ", " 处不一致。请重新生成草稿，不要使用本件。"),
        ("en", "This draft does not hold: ", " differences. Draw it up again; do not use this paper."),
    ] {
        let changed = draft(lang).replacen("\"body.courses\": 3", "\"body.courses\": 4", 1);
        let verified = Zhice::new().file("sample.json", SAMPLE).file("draft.json", &changed);
        let verified = verified.args(["verify", "draft.json", "--pack", "sample.json"]).exits(1).stdout;
        let count = verified.lines().count() - 1;
        let warning = format!("{before}{count}{after}");

        let page = export(&changed, "md").exits(1).stdout;
        assert_eq!(page.lines().nth(2), Some(format!("**{}**", warning.replace(':', "\\:")).as_str()));
        let document = word(&changed, 1);
        let body = part(&document, "word/document.xml");
        let body = Document::parse(&body).expect("XML");
        assert_eq!(all(body.root(), "p").next().map(line), Some(warning.clone()));
        assert!(text_of(&part(&document, "word/header.xml")).ends_with(&warning), "on every page");
        // What is set is what the file says, not what it should have said.
        assert_eq!(word_tables(&document), tables(&serde_json::from_str(&changed).expect("JSON")));
    }
}

#[test]
fn word_goes_beside_the_draft_and_nothing_is_overwritten() {
    let folder = TempDir::new().expect("a temporary folder");
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    let shown = |name: &str| path(name).display().to_string();
    let run = |args: &[&str]| {
        let args = args.iter().map(|arg| arg.replace("./", &format!("{}/", folder.path().display())));
        Zhice::new().file("sample.json", SAMPLE).args(["export", "--pack", "sample.json"]).args(args)
    };
    let draft = draft("zh");
    fs::write(path("my.draft.json"), &draft).expect("a file");

    run(&["./my.draft.json", "--to", "docx"]).exits(0).stdout(&format!("{}: ok\n", shown("my.draft.docx")));
    assert_eq!(fs::read(path("my.draft.docx")).expect("the document"), word(&draft, 0));

    let already =
        format!("already there, {}, replace it with --force, or name another with --out", shown("my.draft.docx"));
    run(&["./my.draft.json", "--to", "docx"]).refused(&[&already]);
    run(&["./my.draft.json", "--to", "md", "--out", "./my.draft.docx"]).refused(&[&already]);
    run(&["./my.draft.json", "--to", "md", "--out", "./my.draft.docx", "--force"]).exits(0);
    assert!(fs::read_to_string(path("my.draft.docx")).expect("text").starts_with("# "));

    let own = format!("this is the draft itself, {}, name another file with --out", shown("my.draft.json"));
    run(&["./my.draft.json", "--to", "md", "--out", "./my.draft.json", "--force"]).refused(&[&own]);
    assert_eq!(fs::read_to_string(path("my.draft.json")).expect("the draft"), draft);

    fs::write(path("bad.json"), draft.replacen("\"body.staff\": 15", "\"body.staff\": 16", 1)).expect("a file");
    let said = format!("{}: the draft does not hold\n", shown("bad.docx"));
    run(&["./bad.json", "--to", "docx"]).exits(1).stdout(&said);
    assert!(path("bad.docx").exists());
}

#[test]
fn what_cannot_be_written_is_said() {
    let draft = draft("zh");
    let refused = |out: &str, line: &str| export(&draft, "md").args(["--out", out]).refused(&[line]);
    refused(".", "a folder, not a file, ., name a file in it");
    refused("no/where.md", "no such folder, no/where.md, make it first, or name another file with --out");
    Zhice::new().args(["export", "draft.json"]).refused(&["missing --to <FORMAT>, see zhice export --help"]);
}

#[test]
fn a_draft_passes_straight_on() {
    let on_zibo = ["draft", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "-"];
    let draft = Zhice::new().args(on_zibo).stdin("{\"agency.cases_won\": 2}").exits(0).stdout;
    let page = Zhice::new().args(["export", "-", "--to", "md"]).stdin(&draft).exits(0).stdout;
    assert_eq!(markdown_tables(&page), tables(&serde_json::from_str(&draft).expect("JSON")));
    let refusal = "a draft from standard input has no name, --out, name the file to write";
    Zhice::new().args(["export", "-", "--to", "docx"]).refused(&[refusal]);
}

#[test]
fn what_verify_refuses_is_refused_alike() {
    Zhice::new().args(["export", "gone.json", "--to", "md"]).refused(&["no such file, gone.json, check the path"]);
    export("{}", "md").refused(&["no `format`, draft.json, use a draft that `zhice draft` or the page wrote"]);
}

#[test]
fn an_application_that_is_no_table_is_refused_with_the_place() {
    let mut json: Value = serde_json::from_str(&draft("zh")).expect("JSON");
    let refused = |json: &Value, line: &str| {
        export(&json.to_string(), "docx")
            .args(["--out", "-"])
            .refused(&[&format!("{line}, use the file as `zhice draft` or the page wrote it")]);
    };
    json["application"][2]["rows"][1] = json!(["a"]);
    refused(&json, "wrong length: 1, expected 4 cells, draft.json at `/application/2/rows/1`");
    json["application"][2]["columns"] = json!([]);
    refused(&json, "wrong length: 0, expected 1 to 63 columns, draft.json at `/application/2/columns`");
    json["application"] = json!("none");
    refused(&json, "wrong type: string \"none\", expected a list, draft.json at `/application`");
}

/// A draft whose cells and titles are hostile, in tables of one to six columns.
fn hostile() -> Value {
    let mut json: Value = serde_json::from_str(&draft("zh")).expect("JSON");
    let long = "x".repeat(100) + &"很".repeat(500);
    let texts: Vec<&str> = HOSTILE.into_iter().chain([long.as_str(), ""]).collect();
    let section = |columns: usize| {
        let turned = |by: usize| -> Vec<&str> { texts.iter().cycle().skip(by).take(columns).copied().collect() };
        let rows: Vec<Vec<&str>> = (0..texts.len()).map(turned).collect();
        json!({ "id": "facts", "title": texts[columns], "columns": turned(columns), "rows": rows })
    };
    json["application"] = (1..=6).map(section).collect();
    json["programme"] = json!("<i>`x`|");
    json
}
