//! What each verb needs to be there.

use crate::failure::Failure;
use crate::toolbox::Toolbox;
use crate::{chromium, npm, rust};

/// All that is needed to build the widget as developers use it.
pub fn for_serving() -> Result<Toolbox, Failure> {
    let tools = Toolbox::of_user();
    rust::target(&tools)?;
    rust::crates(&tools)?;
    let tools = rust::trunk(&tools)?;
    rust::wasm_bindgen(&tools)
}

/// All that is needed to build the release widget and to test everything.
///
/// The toolbox carries what the end-to-end tests read: `ZHICE_CHROMIUM`, the browser.
pub fn for_testing() -> Result<Toolbox, Failure> {
    let tools = for_serving()?;
    rust::component(&tools, "fmt", "rustfmt")?;
    rust::component(&tools, "clippy", "clippy")?;
    npm::node(&tools)?;
    let tools = npm::packages(&tools)?;
    let chromium = chromium::provide(&tools)?;
    Ok(tools.with_variable("ZHICE_CHROMIUM", chromium))
}
