//! Wrong usage, help and version.

use crate::zhice::{SAMPLE, Zhice};

#[track_caller]
fn refused(args: &str, line: &str) {
    Zhice::new().file("sample.json", SAMPLE).file("answers.json", "{}").args(args.split(' ')).refused(&[line]);
}

#[test]
fn help_teaches() {
    Zhice::new().args(["--help"]).exits(0).golden("help.txt");
    for verb in ["programmes", "questions", "assess", "draft", "verify", "check"] {
        let example = format!("zhice {verb}");
        Zhice::new().args([verb, "--help"]).exits(0).stdout_has("Example").stdout_has(&example);
    }
    Zhice::new().args(["--version"]).exits(0).stdout(concat!("zhice ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn no_verb_shows_help_and_is_wrong_usage() {
    Zhice::new().exits(2).stdout("").complains_of("Usage: zhice <VERB>");
}

#[test]
fn a_mistyped_word_is_named_with_the_nearest() {
    refused("asses", "no verb `asses`, did you mean assess?");
    refused("frobnicate", "no verb `frobnicate`, see zhice --help");
    refused("programmes --languag en", "no option `--languag`, did you mean --lang?");
    refused("programmes now", "`now` is not expected here, see zhice programmes --help");
}

#[test]
fn what_is_missing_is_named() {
    refused("assess --pack sample.json --track apply", "missing --answers <F>, see zhice assess --help");
    refused("questions --track apply", "missing --programme <ID>, see zhice questions --help");
    refused("verify", "missing <DRAFT>..., see zhice verify --help");
    refused("programmes --lang", "no value, --lang <LANG>, write one of zh, en");
}

#[test]
fn a_wrong_value_is_named_with_the_right_ones() {
    refused("programmes --lang fr", "no such value `fr`, --lang <LANG>, write one of zh, en");
    refused("programmes --format xml", "no such value `xml`, --format <FORMAT>, write one of text, json");
    for day in ["2020-02-30", "2020-1-1", "01.10.2020", "today"] {
        let line = format!(
            "`{day}` is not a calendar day written YYYY-MM-DD, --as-of <YYYY-MM-DD>, see zhice programmes --help"
        );
        refused(&format!("programmes --as-of {day}"), &line);
    }
    refused("programmes --lang zh --lang en", "given twice, --lang <LANG>, see zhice programmes --help");
}

#[test]
fn an_unknown_programme_or_track_lists_the_known_ones() {
    refused(
        "questions --programme zibo-2021-zone --track agency",
        "no programme `zibo-2021-zone`, --programme, the programmes are zibo-2020-zone; --pack FILE brings another",
    );
    refused(
        "questions --programme zibo-2020-zone --track agencies",
        "programme `zibo-2020-zone` has no track `agencies`, --track, its tracks are zone, agency",
    );
    refused(
        "assess --pack sample.json --track agency --answers answers.json",
        "programme `sample` has no track `agency`, --track, its tracks are apply, record",
    );
}
