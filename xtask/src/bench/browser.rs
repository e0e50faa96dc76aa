//! Our page in a browser beside forms of other makers, for `cargo xtask bench`.

use std::process::Stdio;

use crate::command::answer;
use crate::failure::Failure;
use crate::paths::{self, BROWSER_BENCH, DIST};
use crate::{dist, npm, setup};

/// What its part of the results begins with.
const HEADING: &str = "## In a browser, beside other forms\n";

/// Builds what is shipped, installs the forms of other makers, measures all of them, and tells of it in Markdown.
pub fn measured() -> Result<String, Failure> {
    let tools = setup::for_browsing()?;
    let tools = npm::packages(&tools, BROWSER_BENCH)?;
    dist::build(&tools)?;
    let work = paths::target().join(BROWSER_BENCH);
    println!("  measuring in a browser, about a quarter of an hour");
    let mut measure = tools.command("node", [&format!("{BROWSER_BENCH}/measure.mjs"), "--dist", DIST, "--work"]);
    let section = answer(measure.arg(work).stderr(Stdio::inherit()));
    let section = section.ok_or_else(|| {
        Failure::of("the pages could not be measured").help("see what is said above; nothing was written")
    })?;
    if section.starts_with(HEADING) {
        Ok(section + "\n")
    } else {
        Err(Failure::of(format!("{BROWSER_BENCH}/measure.mjs does not begin with `{}`", HEADING.trim())))
    }
}
