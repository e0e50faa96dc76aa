// Loading with subresource integrity: fetches the module, the widget and the stylesheet, each once, however many widgets
// there are.

import { STYLE, WASM } from "./assets.js";
import { fetchPart } from "./chunks.js";
import { beside, doubt, get, once } from "./fetching.js";
import { CAN_SHARE, adopt } from "./sheets.js";
import init, { live, verify, widget } from "./widget.js";

/** Resolves to what the module does, once it runs. */
export const theModule = once(async () => {
  await init({ module_or_path: await get(WASM, "low") });
  return { live, verify, widget };
});

/** Resolves to what is put into elements. */
export const theWidget = once(async () => {
  const [{ widget }] = await Promise.all([theModule(), fetchPart("widget")]);
  return widget();
});

const stylesheet = once(async () => (await get(STYLE)).text());

/**
 * Puts the stylesheet on a shadow root. A document has linked it itself, and once more where it did not come.
 *
 * @param {Node} root
 */
export async function dress(root) {
  if (!(root instanceof ShadowRoot)) return link(document.head);
  if (!CAN_SHARE) return link(root);
  adopt(root, await stylesheet());
}

/**
 * The same as a link, fetched for each root but kept by the browser.
 *
 * @param {ParentNode} place
 */
async function link(place) {
  const address = beside(STYLE.name).href;
  const [before] = [...place.querySelectorAll("link")].filter(({ href }) => href === address);
  if (before?.sheet) return;
  // It failed, and a cache may have it wrong.
  if (before) {
    before.remove();
    doubt(STYLE);
    await get(STYLE);
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.crossOrigin = "anonymous";
  if (STYLE.integrity) link.integrity = STYLE.integrity;
  link.href = address;
  place.prepend(link);
  await new Promise((loaded, failed) => {
    link.addEventListener("load", loaded);
    link.addEventListener("error", () => failed(new Error(`${STYLE.name}: the stylesheet could not be loaded`)));
  });
}
