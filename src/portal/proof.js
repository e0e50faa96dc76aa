// What the browser has noted down of this page: what the widget loaded, what went out since, what is kept here.

import { CHUNKS, FILES, INDEX, STYLE, WASM } from "./assets.js";
import { beside } from "./fetching.js";
import { STORAGE } from "./names.js";
import { filesKnown } from "./packs.js";

/** The loader itself, once everything is one file. */
const LOADER = import.meta.url;

/** The files of the widget, each with whether it is compared with its digest. */
function files() {
  const { packs, first } = filesKnown();
  const own = [WASM, STYLE, ...CHUNKS, INDEX, FILES, ...packs, ...Object.values(first)];
  const fetched = own.filter((asset) => asset !== null).map(({ name, integrity }) => {
    const address = beside(name).href;
    return { address, checked: integrity !== "" || isVouchedFor(address) };
  });
  return [{ address: LOADER, checked: isVouchedFor(LOADER) }, ...fetched];
}

/**
 * The files of the widget that the browser has loaded.
 *
 * @returns {import("./widget.js").Noted[]}
 */
export function loaded() {
  return files().flatMap(({ address, checked }) => {
    const [entry] = resources(performance.getEntriesByName(address, "resource"));
    return entry ? [{ name: fileName(address), bytes: entry.decodedBodySize, checked }] : [];
  });
}

/**
 * What was asked for after a moment, by the widget or by the page around it, beside the files of the widget itself.
 *
 * @param {number} since
 * @returns {import("./widget.js").Noted[]}
 */
export function sent(since) {
  const own = new Set(files().map(({ address }) => address));
  const entries = resources(performance.getEntriesByType("resource"));
  return entries
    .filter(({ name, startTime }) => startTime > since && !own.has(name))
    .map(({ name, transferSize }) => ({ name, bytes: transferSize, checked: false }));
}

/**
 * What widgets keep in this browser for this site; nothing where the browser does not let it be read.
 *
 * @returns {import("./widget.js").Noted[] | undefined}
 */
export function kept() {
  try {
    return Object.entries(localStorage)
      .filter(([key]) => key.startsWith(STORAGE))
      .map(([name, text]) => ({ name, bytes: new Blob([name, text]).size, checked: false }));
  } catch {
    return undefined;
  }
}

/**
 * @param {PerformanceEntryList} entries of what was fetched
 * @returns {PerformanceResourceTiming[]}
 */
function resources(entries) {
  return entries.filter((entry) => entry instanceof PerformanceResourceTiming);
}

/**
 * A tag of the page names its digest.
 *
 * @param {string} address
 */
function isVouchedFor(address) {
  const tags = [...document.scripts, ...document.querySelectorAll("link")];
  return tags.some((tag) => tag.integrity !== "" && address === ("src" in tag ? tag.src : tag.href));
}

/** @param {string} address */
function fileName(address) {
  return new URL(address).pathname.split("/").at(-1) ?? "";
}
