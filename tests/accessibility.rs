//! The table in docs/accessibility.md: every criterion of WCAG 2.2 at levels A and AA, once, each with something that
//! shows how it is met, and every test that is named there exists by that name.

#![expect(clippy::panic, reason = "a file that is not as expected is a failure")]

use std::fs;
use std::path::Path;

const PAGES: [&str; 2] = ["docs/accessibility.md", "docs/accessibility.zh-CN.md"];

/// WCAG 2.2, levels A and AA. 4.1.1 is obsolete.
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1",
    "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4", "2.2.1",
    "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2",
    "2.5.3", "2.5.4", "2.5.7", "2.5.8", "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1",
    "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

/// A row: the criterion, its level, what is done, and what shows it.
struct Row {
    criterion: String,
    level: String,
    met: String,
    shown: String,
}

#[test]
fn every_criterion_is_there_once_and_in_order() {
    for page in PAGES {
        let listed: Vec<String> = rows(page).into_iter().map(|row| row.criterion).collect();
        assert_eq!(listed, CRITERIA, "{page}");
    }
}

#[test]
fn every_criterion_says_how_it_is_met_and_what_shows_it() {
    for page in PAGES {
        for Row { criterion, level, met, shown } in rows(page) {
            assert!(["A", "AA"].contains(&level.as_str()), "{page}, {criterion}: level `{level}`");
            assert!(!met.is_empty() && !shown.is_empty(), "{page}, {criterion}");
        }
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let mut named = 0;
    for page in PAGES {
        for Row { criterion, shown, .. } in rows(page) {
            for (file, test) in tests_in(&shown) {
                named += 1;
                let source = read(&format!("tests/{file}"));
                // Names with something filled in are named up to there.
                assert!(
                    ["\"", "`"].iter().any(|quote| source.contains(&format!("test({quote}{test}"))
                        || source.contains(&format!("test.describe({quote}{test}"))),
                    "{page}, {criterion}: tests/{file} has no test `{test}`"
                );
            }
        }
    }
    assert!(named > 100, "{named} tests are named");
}

#[test]
fn both_languages_name_the_same_tests() {
    let [en, zh] = PAGES.map(|page| rows(page).iter().flat_map(|row| tests_in(&row.shown)).collect::<Vec<_>>());
    assert_eq!(en, zh);
}

/// The rows of the table whose first cell is a number of WCAG.
fn rows(page: &str) -> Vec<Row> {
    let is_criterion =
        |cell: &str| cell.split('.').count() == 3 && cell.split('.').all(|part| part.parse::<u8>().is_ok());
    let row = |line: &str| {
        let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        let [name, level, met, shown] = cells.as_slice() else { return None };
        let (criterion, _) = name.split_once(' ')?;
        is_criterion(criterion).then(|| Row {
            criterion: criterion.to_owned(),
            level: (*level).to_owned(),
            met: (*met).to_owned(),
            shown: (*shown).to_owned(),
        })
    };
    read(page).lines().filter_map(row).collect()
}

/// `e2e/access.spec.ts › the name of a test`, each in backquotes.
fn tests_in(shown: &str) -> Vec<(String, String)> {
    let quoted = shown.split('`').skip(1).step_by(2);
    quoted
        .filter_map(|quoted| quoted.split_once(" › "))
        .map(|(file, test)| (file.to_owned(), test.to_owned()))
        .collect()
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
