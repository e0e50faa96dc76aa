// Loading with subresource integrity: fetches the module and the stylesheet, each once, however many widgets there are.

import { STYLE, WASM } from "./assets.js";
import { CAN_SHARE, adopt } from "./sheets.js";
import init, { mount, verify } from "./widget.js";

/** @type {Promise<{mount: typeof mount, verify: typeof verify}> | undefined} */
let module;
/** @type {Promise<string> | undefined} */
let stylesheet;

/** Resolves to what the module does, once it runs. A failure is not remembered: the next call tries again. */
export function theModule() {
  module ??= start().catch((error) => {
    module = undefined;
    throw error;
  });
  return module;
}

/**
 * Puts the stylesheet on a shadow root. A document has linked it itself.
 *
 * @param {Node} root
 */
export async function dress(root) {
  if (!(root instanceof ShadowRoot)) return;
  if (!CAN_SHARE) return link(root);
  stylesheet ??= style().catch((error) => {
    stylesheet = undefined;
    throw error;
  });
  adopt(root, await stylesheet);
}

/**
 * The address of a file of the deliverable.
 *
 * @param {string} name
 */
export function beside(name) {
  return new URL(name, import.meta.url);
}

async function start() {
  await init({ module_or_path: await get(WASM, "low") });
  return { mount, verify };
}

async function style() {
  return (await get(STYLE)).text();
}

/**
 * The same as a link in the root, fetched for each but kept by the browser.
 *
 * @param {ShadowRoot} root
 * @returns {Promise<void>}
 */
function link(root) {
  if (root.querySelector("link")) return Promise.resolve();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.crossOrigin = "anonymous";
  if (STYLE.integrity) link.integrity = STYLE.integrity;
  link.href = beside(STYLE.name).href;
  root.prepend(link);
  return new Promise((loaded, failed) => {
    link.addEventListener("load", () => loaded());
    link.addEventListener("error", () => {
      link.remove();
      failed(new Error(`${STYLE.name}: the stylesheet could not be loaded`));
    });
  });
}

/**
 * A file of the deliverable, once it is known to be what was shipped.
 *
 * @param {import("./types.js").Asset} asset
 * @param {RequestPriority} [priority]
 */
export async function get({ name, integrity }, priority = "auto") {
  const response = await fetch(beside(name), integrity ? { integrity, priority } : { priority });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}
