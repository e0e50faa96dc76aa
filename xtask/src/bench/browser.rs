//! Our page in a browser beside forms of other makers, for `cargo xtask bench`.

use std::fs;
use std::process::Stdio;

use crate::command::answer;
use crate::failure::Failure;
use crate::paths::{self, BROWSER_BENCH, DIST};
use crate::{dist, npm, setup};

/// What its part of the results begins with.
const HEADING: &str = "## In a browser, beside other forms\n";

/// Measures it alone, and puts what was found in the place of what stood in the results.
pub fn run(results: &str) -> Result<(), Failure> {
    let section = measured()?;
    let text = replaced(&fs::read_to_string(results).unwrap_or_default(), &section);
    fs::write(results, text).map_err(|error| Failure::of(format!("could not write {results}: {error}")))?;
    println!("{results} is written");
    Ok(())
}

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

/// The results with this in the place of the section of the same heading, or at the end.
fn replaced(results: &str, section: &str) -> String {
    let Some((before, rest)) = results.split_once(HEADING) else {
        return format!("{}\n\n{section}", results.trim_end()).trim_start().to_owned();
    };
    match rest.split_once("\n## ") {
        Some((_, after)) => format!("{before}{section}\n## {after}"),
        None => format!("{before}{section}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_section_takes_the_place_of_the_one_before_and_leaves_the_others() {
        let section = format!("{HEADING}\nnew\n");
        let results = format!("# Results\n\n## One\n\n1\n\n{HEADING}\nold\n\n## Two\n\n2\n");
        let after = format!("# Results\n\n## One\n\n1\n\n{HEADING}\nnew\n\n## Two\n\n2\n");
        assert_eq!(replaced(&results, &section), after);
        assert_eq!(replaced(&after, &section), after);
        assert_eq!(replaced("# Results\n", &section), format!("# Results\n\n{section}"));
        assert_eq!(replaced("", &section), section);
    }
}
