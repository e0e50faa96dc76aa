// The policy packs that come with the widget and their index, each fetched once, however many widgets there are.

import { FILES, FIRST, INDEX, PACKS } from "./assets.js";
import { fetchPart } from "./chunks.js";
import { get, once } from "./fetching.js";

/** @type {import("./types.js").Files} */
let known = { packs: PACKS, first: FIRST };

/** The files of all programmes; where there are many, their names come once they are wanted. */
export const filesOfAll = once(async () => {
  if (FILES) known = await (await get(FILES)).json();
  return known;
});

/** Those of which the names are known by now. */
export const filesKnown = () => known;

/** The index of the programmes; empty where none was made. */
export const index = once(async () =>
  INDEX ? new Uint8Array(await (await get(INDEX, "high")).arrayBuffer()) : new Uint8Array(),
);

/** @type {Map<string, () => Promise<import("./widget.js").Shipped>>} */
const fetched = new Map();

/** @param {import("./types.js").PackAsset} asset */
function pack({ programme, digest, ...asset }) {
  const before = fetched.get(programme);
  if (before) return before();
  const fetching = once(async () => {
    const content = new Uint8Array(await (await get(asset, "low")).arrayBuffer());
    return { programme, digest, content };
  });
  fetched.set(programme, fetching);
  return fetching();
}

/**
 * The pack of a programme, if there is one; all of them where no programme is named.
 *
 * @param {string} programme
 * @returns {Promise<import("./widget.js").Shipped[]>}
 */
export async function shipped(programme) {
  const { packs } = await filesOfAll();
  return Promise.all(packs.filter((one) => !programme || one.programme === programme).map(pack));
}

/** Where there are few, fetches all packs once nothing else is on its way: whatever is chosen then asks for nothing. */
export async function fetchFew() {
  await fetchPart("late");
  if (!FILES) await shipped("");
}
