//! What joins the module and the page, made by wasm-bindgen, which must be of the version of the module's own.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::Failure;

/// Leaves in the folder the module and, beside it, the script by which a page starts it.
pub fn write(module: &Path, folder: &Path) -> Result<(), Failure> {
    let made = || {
        let mut glue = Bindgen::new();
        // The loader says where the module is.
        glue.input_path(module).web(true)?.typescript(false).omit_default_module_path(true);
        // What the linker exported is what a second module shares with the first.
        glue.keep_lld_exports(true).generate(folder)
    };
    made().map_err(|error| Failure::of(format!("{} was given no glue: {error:#}", module.display())))
}
