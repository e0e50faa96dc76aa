// The policy packs that come with the widget, each fetched once, however many widgets there are.

import { PACKS } from "./assets.js";
import { get, once } from "./fetching.js";

const FETCHED = PACKS.map(({ programme, digest, ...asset }) => ({
  programme,
  pack: once(async () => {
    const content = new Uint8Array(await (await get(asset, "low")).arrayBuffer());
    return { programme, digest, content };
  }),
}));

/**
 * The pack of a programme; all of them where there is none of it, for a person to choose from.
 *
 * @param {string} programme
 * @returns {Promise<import("./widget.js").Shipped[]>}
 */
export function packsFor(programme) {
  const own = FETCHED.filter((one) => one.programme === programme);
  return Promise.all((own.length > 0 ? own : FETCHED).map(({ pack }) => pack()));
}
