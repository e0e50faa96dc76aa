// What comes after the first module, as the glue of the split asks for it.

import { CHUNKS } from "./assets.js";
import { get } from "./fetching.js";

/**
 * The bytes of a chunk.
 *
 * @param {string} name what the split calls it
 */
export async function chunk(name) {
  const asset = CHUNKS.find((chunk) => chunk.chunk === name);
  if (!asset) throw new Error(`${name}: no such chunk`);
  return (await get(asset)).arrayBuffer();
}
