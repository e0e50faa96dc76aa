//! Wrong usage, help and version.

use zhice::pack::builtin;

use crate::zhice::{SAMPLE, Zhice};

const ZIBO: &str = include_str!("../../public/packs/zibo-2020-zone.json");

#[track_caller]
fn refused(args: &str, line: &str) {
    Zhice::new().file("sample.json", SAMPLE).file("answers.json", "{}").args(args.split(' ')).refused(&[line]);
}

#[test]
fn help_teaches() {
    Zhice::new().args(["--help"]).exits(0).golden("help.txt");
    for verb in verbs() {
        let example = format!("zhice {verb} ");
        let help = Zhice::new().args([verb.as_str(), "--help"]).exits(0).stdout;
        assert!(example_of(&help).replace('\n', " ").contains(&example), "{help}");
    }
    Zhice::new().args(["--version"]).exits(0).stdout(concat!("zhice ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn the_examples_in_the_help_run() {
    let help_of = |verb: &str| Zhice::new().args([verb, "--help"]).exits(0).stdout;
    let here = Zhice::new()
        .file("answers.json", sample_in(&help_of("assess")))
        .file("answers.ndjson", "{}\n{}\n")
        .file("dossier.json", sample_in(&help_of("draft")))
        .file("document.json", sample_in(&help_of("new")))
        .file("zibo-2020-zone.json", ZIBO)
        .file("my-programme.json", SAMPLE.replace("\"id\": \"sample\"", "\"id\": \"my-programme\""));
    here.shell("mkdir -p public/packs old && cp zibo-2020-zone.json public/packs && cp zibo-2020-zone.json old");
    here.shell("mkdir -p .zfunc .local/share/bash-completion/completions .config/fish/completions");
    here.shell(&example_of(&Zhice::new().args(["--help"]).exits(0).stdout));
    let of_bureau = |name: &str, answers: &str| {
        let subject = "zhice draft --programme zibo-2024-city --track city --answers -";
        here.shell(&format!("echo '{answers}' | {subject} >{name}.json"));
    };
    of_bureau("industry", r#"{"city.task_2_1": "under_way"}"#);
    of_bureau("science", r#"{"city.task_2_3": "done"}"#);
    of_bureau("centre", r#"{"city.task_2_1": "done"}"#);
    here.shell("mkdir drafts && cp draft.json drafts && cp draft.json old-draft.json");
    // Whoever tries a pack stops it by hand.
    for verb in verbs().into_iter().filter(|verb| verb != "try") {
        here.shell(&example_of(&help_of(&verb)));
    }
}

/// The verbs, as the help lists them.
fn verbs() -> Vec<String> {
    let help = Zhice::new().args(["--help"]).exits(0).stdout;
    let listed = help.lines().skip_while(|line| *line != "Verbs:").skip(1).take_while(|line| !line.is_empty());
    let verbs: Vec<String> =
        listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).map(ToOwned::to_owned).collect();
    assert!(verbs.contains(&"assess".to_owned()), "{verbs:?}");
    verbs.into_iter().filter(|verb| !verb.is_empty()).collect()
}

/// The commands in a help text: what stands indented below the heading of its examples.
fn example_of(help: &str) -> String {
    let heading = |line: &&str| !["Examples:", "A first look:"].contains(line);
    let lines = help.lines().skip_while(heading).skip(1).take_while(|line| line.starts_with("  "));
    let commands: Vec<&str> = lines.collect();
    assert!(!commands.is_empty(), "no examples in\n{help}");
    commands.join("\n")
}

/// The sample of JSON in a help text.
fn sample_in(help: &str) -> String {
    let lines = help.lines().skip_while(|line| !line.starts_with("  {")).take_while(|line| line.starts_with("  "));
    lines.collect()
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
    let known: Vec<&str> = builtin::ids().collect();
    refused(
        "questions --programme zibo-2021-zone --track agency",
        &format!(
            "no programme `zibo-2021-zone`, --programme, the programmes are {}; --pack FILE brings another",
            known.join(", ")
        ),
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
