//! Our page in a browser beside forms of other makers, for `cargo xtask bench`.

use std::path::PathBuf;
use std::process::Stdio;

use crate::command::{answer, run_shown};
use crate::failure::Failure;
use crate::paths::{self, BROWSER_BENCH, DIST};
use crate::rust::BROWSER;
use crate::toolbox::Toolbox;
use crate::{dist, glue, npm, setup};

/// What its part of the results begins with.
const HEADING: &str = "## In a browser, beside other forms\n";

/// Builds what is shipped, installs the forms of other makers, measures all of them, and tells of it in Markdown.
pub fn measured() -> Result<String, Failure> {
    let tools = setup::for_browsing()?;
    let tools = npm::packages(&tools, BROWSER_BENCH)?;
    dist::build(&tools)?;
    let work = paths::target().join(BROWSER_BENCH);
    let engine = engine(&tools)?;
    println!("  measuring in a browser, about a quarter of an hour");
    let mut measure = tools.command("node", [&format!("{BROWSER_BENCH}/measure.mjs"), "--dist", DIST, "--engine"]);
    let section = answer(measure.arg(engine).arg("--work").arg(work).stderr(Stdio::inherit()));
    let section = section.ok_or_else(|| {
        Failure::of("the pages could not be measured").help("see what is said above; nothing was written")
    })?;
    if section.starts_with(HEADING) {
        Ok(section + "\n")
    } else {
        Err(Failure::of(format!("{BROWSER_BENCH}/measure.mjs does not begin with `{}`", HEADING.trim())))
    }
}

/// Compiles the engine as the widget is, alone, and gives the folder in which it lies with its glue.
fn engine(tools: &Toolbox) -> Result<PathBuf, Failure> {
    let build = ["build", "--quiet", "--locked", "--example", "assess", "--profile", "widget", "--target", BROWSER];
    run_shown(&mut tools.command("cargo", build.into_iter().chain(["--no-default-features", "--features", "ui"])))?;
    let folder = paths::target().join("assess");
    glue::write(&paths::target().join(BROWSER).join("widget/examples/assess.wasm"), &folder)?;
    Ok(folder)
}
