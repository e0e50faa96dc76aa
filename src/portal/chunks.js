// Code splitting: what comes after the first module, as the glue of the split asks for it.

import { CHUNKS } from "./assets.js";
import { get, once } from "./fetching.js";

const FETCHED = CHUNKS.map((asset) => ({
  name: asset.chunk,
  bytes: once(async () => (await get(asset, "low")).arrayBuffer()),
}));

/**
 * The bytes of a chunk.
 *
 * @param {string} name what the split calls it
 */
export async function chunk(name) {
  const found = FETCHED.find((chunk) => chunk.name === name);
  if (!found) throw new Error(`${name}: no such chunk`);
  return found.bytes();
}

/** Resolves once all of them are here. */
export async function allChunks() {
  await Promise.all(FETCHED.map(({ bytes }) => bytes()));
}
