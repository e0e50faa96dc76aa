// Code splitting: what is apart from the first module, as the glue of the split asks for it.

import { CHUNKS } from "./assets.js";
import { get, once } from "./fetching.js";

const FETCHED = CHUNKS.map((asset) => ({
  ...asset,
  bytes: once(async () => (await get(asset, "low")).arrayBuffer()),
}));

/**
 * The bytes of a chunk.
 *
 * @param {string} name what the split calls it
 */
export async function chunk(name) {
  const found = FETCHED.find((one) => one.chunk === name);
  if (!found) throw new Error(`${name}: no such chunk`);
  return found.bytes();
}

/**
 * Fetches all chunks of a part; what two parts share is a chunk of both.
 *
 * @param {import("./types.js").Part} part
 */
export async function fetchPart(part) {
  await Promise.all(FETCHED.filter(({ parts }) => parts.includes(part)).map(({ bytes }) => bytes()));
}
