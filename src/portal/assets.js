// What the loader fetches, beside itself. `cargo xtask dist` writes the names and values of the deliverable here; an
// empty integrity, as in a development build, is not checked.

export const VERSION = "dev";
export const WASM = { name: "widget_bg.wasm", integrity: "" };
export const STYLE = { name: "zhice.css", integrity: "" };
/** What the stand-alone page needs without a network. */
export const OFFLINE = /** @type {import("./types.js").Asset[]} */ ([]);
