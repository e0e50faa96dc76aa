// Fetches the module and the stylesheet, each once, however many widgets there are.

import { STYLE, WASM } from "./assets.js";
import init, { mount } from "./widget.js";

let module;
/** Shared by all shadow roots. */
let sheet;

/** Resolves to what mounts a widget, once the module runs. A failure is not remembered: the next call tries again. */
export function theModule() {
  module ??= start().catch((error) => {
    module = undefined;
    throw error;
  });
  return module;
}

/** Puts the stylesheet on a shadow root. A document has linked it itself. */
export async function dress(root) {
  if (!(root instanceof ShadowRoot)) return;
  sheet ??= style().catch((error) => {
    sheet = undefined;
    throw error;
  });
  const ours = await sheet;
  if (!root.adoptedStyleSheets.includes(ours)) root.adoptedStyleSheets.push(ours);
}

/** The address of a file of the deliverable. */
export function beside(name) {
  return new URL(name, import.meta.url);
}

async function start() {
  await init({ module_or_path: await get(WASM) });
  return mount;
}

async function style() {
  const made = new CSSStyleSheet();
  made.replaceSync(await (await get(STYLE)).text());
  return made;
}

async function get({ name, integrity }) {
  const response = await fetch(beside(name), integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}
