//! The widget as it is worked on: compiled quickly, with everything a page asks for beside it.

use std::path::Path;

use crate::command::run_logged;
use crate::dist::{change_pages, without_trunk};
use crate::failure::Failure;
use crate::rust::BROWSER;
use crate::toolbox::Toolbox;
use crate::{files, glue, paths, style};

/// What is served, apart from the deliverable, so that neither replaces the other.
const SERVED: &str = "target/serve";

const PAGE: &str = "index.html";

/// The feature of the widget whole, in one module: it compiles quicker.
const FEATURE: &str = "ui";

/// Loads a page again when there is a new edition.
const RELOAD: (&str, &str) = ("reload.js", include_str!("reload.js"));

/// The folder that is served.
pub fn folder() -> &'static Path {
    Path::new(SERVED)
}

/// Builds all of it.
pub fn all(tools: &Toolbox) -> Result<(), Failure> {
    let build = ["build", "--bin", "widget", "--target", BROWSER, "--locked", "--no-default-features"];
    run_logged(tools.command("cargo", build).args(["--features", FEATURE]), "serve")?;

    let folder = folder();
    files::empty(folder)?;
    files::copy(Path::new("public"), folder)?;
    files::copy(Path::new("src/portal"), folder)?;
    files::copy(Path::new(PAGE), &folder.join(PAGE))?;
    files::write(&folder.join("zhice.css"), style::joined(Path::new("."))?)?;
    let (name, script) = RELOAD;
    files::write(&folder.join(name), script)?;
    change_pages(folder, |page| Ok(reloading(&without_trunk(page))))?;
    glue::write(&paths::target().join(BROWSER).join("debug/widget.wasm"), folder)
}

/// The page, which loads again when there is a new edition.
fn reloading(page: &str) -> String {
    let (name, _) = RELOAD;
    page.replacen("</head>", &format!("<script type=\"module\" src=\"{name}\"></script></head>"), 1)
}
