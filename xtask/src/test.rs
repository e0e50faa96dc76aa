//! `cargo xtask test`.

use std::path::PathBuf;

use crate::command::run_shown;
use crate::failure::Failure;
use crate::paths::{self, DIST, E2E, SCHEMAS};
use crate::rust::BROWSER;
use crate::step::Steps;
use crate::toolbox::Toolbox;
use crate::{dist, engines, setup, supply};

/// One thing a reviewer would check.
struct Check {
    name: &'static str,
    run: fn(&Toolbox) -> Result<(), Failure>,
    help: &'static str,
}

/// In the order from quick to slow, and from the engine to the page.
const CHECKS: [Check; 14] = [
    Check { name: "format", run: format, help: "run `cargo fmt --all`" },
    Check { name: "lints", run: native_lints, help: "mend what clippy names above" },
    Check { name: "lints, browser", run: browser_lints, help: "mend what clippy names above" },
    Check { name: "lints, first pages", run: first_page_lints, help: "mend what clippy names above" },
    Check { name: "portal scripts", run: portal_scripts, help: "mend what TypeScript names above" },
    Check {
        name: "tests",
        run: native_tests,
        help: "mend what failed above; if the new output is the right one, `cargo xtask bless` and read `git diff`",
    },
    Check { name: "tests, browser engine", run: wasm_tests, help: "mend what failed above" },
    Check {
        name: "supply chain",
        run: supply::check,
        help: "mend what cargo-deny names above, or say why not in deny.toml",
    },
    Check { name: "deliverable, twice", run: dist::run_twice, help: "mend what is named above" },
    Check { name: "many programmes", run: dist::run_many, help: "mend what is named above" },
    Check {
        name: "schemas, other makers",
        run: schemas,
        help: "mend what is named above; if the schema is older than the program, `cargo xtask bless`",
    },
    Check {
        name: "tests, whole page",
        run: page_tests,
        help: "mend what failed above; traces are in tests/e2e/output",
    },
    Check {
        name: "tests, old browsers",
        run: old_tests,
        help: "mend what failed above; pictures are in tests/e2e/output/old",
    },
    Check {
        name: "tests, other engines",
        run: engine_tests,
        help: "mend what failed above; pictures are in tests/e2e/output/engines",
    },
];

/// Sets up what is missing, then runs every check until one fails.
pub fn run() -> Result<(), Failure> {
    let mut steps = Steps::begin("test", 1 + CHECKS.len());
    let tools = steps.take("set-up", setup::for_testing)?;
    for check in CHECKS {
        steps.take(check.name, || (check.run)(&tools)).map_err(|failure| failure.help(check.help))?;
    }
    steps.finish();
    Ok(())
}

fn format(tools: &Toolbox) -> Result<(), Failure> {
    run_shown(&mut tools.command("cargo", ["fmt", "--all", "--check"]))
}

fn native_lints(tools: &Toolbox) -> Result<(), Failure> {
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    run_shown(&mut tools.command("cargo", clippy))
}

fn browser_lints(tools: &Toolbox) -> Result<(), Failure> {
    let clippy = ["clippy", "--lib", "--bin", "widget", "--example", "assess", "--locked", "--target", BROWSER];
    let features = ["--no-default-features", "--features", "ui"];
    run_shown(tools.command("cargo", clippy).args(features).args(["--", "-D", "warnings"]))
}

/// The components once more, as they write the first pages without a browser.
fn first_page_lints(tools: &Toolbox) -> Result<(), Failure> {
    let clippy = ["clippy", "--lib", "--bin", "prerender", "--locked", "--no-default-features", "--features", "ui"];
    run_shown(tools.command("cargo", clippy).args(["--", "-D", "warnings"]))
}

/// The types in the comments of the scripts. The service worker runs in a scope of its own, and so it is checked apart.
fn portal_scripts(tools: &Toolbox) -> Result<(), Failure> {
    for project in ["jsconfig.json", "jsconfig.worker.json"] {
        let project = format!("src/portal/{project}");
        run_shown(&mut tools.command("tsc", ["--project", project.as_str()]))?;
    }
    Ok(())
}

/// These build the command line too, and those that come after use it.
fn native_tests(tools: &Toolbox) -> Result<(), Failure> {
    run_shown(&mut tools.command("cargo", ["test", "--workspace", "--locked"]))
}

fn wasm_tests(tools: &Toolbox) -> Result<(), Failure> {
    let test = ["test", "--test", "wasm", "--no-default-features", "--locked", "--target", BROWSER];
    let runner = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";
    run_shown(tools.command("cargo", test).env(runner, "wasm-bindgen-test-runner"))
}

fn schemas(tools: &Toolbox) -> Result<(), Failure> {
    let cases = paths::schemas().join("cases");
    let run = |program: &str, script: &str| {
        let script = format!("{SCHEMAS}/{script}");
        let mut command = tools.command(program, [script.as_str()]);
        run_shown(command.arg(&cases).env("ZHICE_BIN", zhice()))
    };
    run("node", "cases.mjs")?;
    run("node", "validate.mjs")?;
    run("python", "validate.py")?;
    let script = format!("{SCHEMAS}/sbom.py");
    run_shown(tools.command("python", [script.as_str()]).arg(DIST))
}

/// The command line, as the native tests have built it.
fn zhice() -> PathBuf {
    paths::programs().join("zhice")
}

fn page_tests(tools: &Toolbox) -> Result<(), Failure> {
    run_shown(tools.command("playwright", ["test"]).current_dir(E2E).env("ZHICE_BIN", zhice()))
}

fn old_tests(tools: &Toolbox) -> Result<(), Failure> {
    let test = ["test", "--config", "old"];
    run_shown(tools.command("playwright", test).current_dir(E2E).env("ZHICE_BIN", zhice()))
}

/// The flow, in every engine that is there; what is not there is said.
fn engine_tests(tools: &Toolbox) -> Result<(), Failure> {
    let absent = engines::absent(tools);
    for line in &absent {
        println!("  {line}");
    }
    if absent.len() == engines::COUNT {
        return Ok(());
    }
    let test = ["test", "--config", "engines"];
    let mut command = match tools.find("xvfb-run") {
        Some(_) => tools.command("xvfb-run", ["--auto-servernum", "playwright"].into_iter().chain(test)),
        None => tools.command("playwright", test),
    };
    run_shown(command.current_dir(E2E).env("ZHICE_BIN", zhice()))
}
