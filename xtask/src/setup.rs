//! What each verb needs to be there.

use crate::failure::Failure;
use crate::paths::{self, E2E, OLD, SCHEMAS};
use crate::toolbox::Toolbox;
use crate::{chromium, engines, nginx, npm, python, rust};

/// All that is needed to build the widget as developers use it.
pub fn for_serving() -> Result<Toolbox, Failure> {
    let tools = Toolbox::of_user();
    rust::target(&tools)?;
    rust::crates(&tools)?;
    Ok(tools)
}

/// All that is needed to build what is shipped.
pub fn for_building() -> Result<Toolbox, Failure> {
    let tools = for_serving()?;
    npm::node(&tools)?;
    npm::packages(&tools, E2E)
}

/// All that is needed to build what is shipped and to walk it in a browser.
///
/// The toolbox carries what the end-to-end tests read: `ZHICE_CHROMIUM`, the browser.
pub fn for_browsing() -> Result<Toolbox, Failure> {
    let tools = for_building()?;
    let chromium = chromium::provide(&tools)?;
    Ok(tools.with_variable("ZHICE_CHROMIUM", chromium))
}

/// All that is needed to test everything.
pub fn for_testing() -> Result<Toolbox, Failure> {
    let tools = nginx::provide(&engines::provide(&for_browsing()?)?)?;
    rust::component(&tools, "fmt", "rustfmt")?;
    rust::component(&tools, "clippy", "clippy")?;
    let tools = rust::wasm_bindgen(&rust::cargo_deny(&tools)?)?;
    let tools = npm::packages(&tools, OLD)?;
    let tools = npm::packages(&tools, SCHEMAS)?;
    python::packages(&tools, SCHEMAS, &paths::schemas().join("python"), "jsonschema")
}
