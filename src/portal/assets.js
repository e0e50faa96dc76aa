// What the loader fetches, beside itself. `cargo xtask dist` writes the names and values of the deliverable here; an
// empty integrity, as in a development build, is not checked.

export const VERSION = "dev";
export const WASM = { name: "widget_bg.wasm", integrity: "" };
export const STYLE = { name: "zhice.css", integrity: "" };
/** What is apart from the first module; a development build has all in one. */
export const CHUNKS = /** @type {import("./types.js").Chunk[]} */ ([]);
/** The index of the programmes, for the module; a development build has none, and offers all packs. */
export const INDEX = /** @type {import("./types.js").Asset | null} */ (null);
/** Where there are many programmes: the file that names their packs and first pages, in place of the next two. */
export const FILES = /** @type {import("./types.js").Asset | null} */ (null);
/** The policy packs. One without a digest has not been checked before, and the module does it. */
export const PACKS = /** @type {import("./types.js").PackAsset[]} */ ([
  { programme: "cnipa-2023-zone", name: "packs/cnipa-2023-zone.json", integrity: "", digest: "" },
  { programme: "yantai-2020-operation", name: "packs/yantai-2020-operation.json", integrity: "", digest: "" },
  { programme: "zhejiang-2018-zone", name: "packs/zhejiang-2018-zone.json", integrity: "", digest: "" },
  { programme: "zibo-2020-zone", name: "packs/zibo-2020-zone.json", integrity: "", digest: "" },
  { programme: "zibo-2024-city", name: "packs/zibo-2024-city.json", integrity: "", digest: "" },
]);
/** What stands in place of a widget for one track until the module is there, by `programme/track`. */
export const FIRST = /** @type {Record<string, import("./types.js").Asset>} */ ({});
/** What the stand-alone page needs without a network. */
export const OFFLINE = /** @type {import("./types.js").Asset[]} */ ([]);
