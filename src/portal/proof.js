// What the browser has noted down of this page: what the widget loaded, what went out since, what is kept here.

import { STYLE, WASM } from "./assets.js";
import { beside } from "./load.js";

/** The loader itself, once everything is one file. */
const LOADER = import.meta.url;

/** The files of the widget that the browser has loaded. */
export function loaded() {
  const files = [
    { address: LOADER, checked: isVouchedFor(LOADER) },
    ...[WASM, STYLE].map(({ name, integrity }) => {
      const address = beside(name).href;
      return { address, checked: integrity !== "" || isVouchedFor(address) };
    }),
  ];
  return files.flatMap(({ address, checked }) => {
    const entry = performance.getEntriesByName(address, "resource").at(0);
    return entry ? [{ name: fileName(address), bytes: entry.decodedBodySize, checked }] : [];
  });
}

/** What was asked for after a moment, by the widget or by the page around it. */
export function sent(since) {
  const entries = performance.getEntriesByType("resource").filter(({ startTime }) => startTime > since);
  return entries.map(({ name, transferSize }) => ({ name, bytes: transferSize, checked: false }));
}

/** What widgets keep in this browser for this site; nothing where the browser does not let it be read. */
export function kept() {
  try {
    return Object.entries(localStorage)
      .filter(([key]) => key.startsWith("zhice."))
      .map(([name, text]) => ({ name, bytes: new Blob([name, text]).size, checked: false }));
  } catch {
    return undefined;
  }
}

/** A tag of the page names its digest. */
function isVouchedFor(address) {
  const tags = [...document.querySelectorAll("script[integrity], link[integrity]")];
  return tags.some((tag) => (tag.src ?? tag.href) === address);
}

function fileName(address) {
  return new URL(address).pathname.split("/").at(-1);
}
