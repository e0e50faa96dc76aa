// What the loader fetches, beside itself. `cargo xtask dist` writes the names and values of the deliverable here; an
// empty integrity, as in a development build, is not checked.

export const VERSION = "dev";
export const WASM = { name: "widget_bg.wasm", integrity: "" };
export const STYLE = { name: "zhice.css", integrity: "" };
/** What stands in place of a widget for one track until the module is there, by `programme/track`. */
export const FIRST = /** @type {Record<string, import("./types.js").Asset>} */ ({});
/** What the stand-alone page needs without a network. */
export const OFFLINE = /** @type {import("./types.js").Asset[]} */ ([]);
