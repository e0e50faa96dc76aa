// The policy packs that come with the widget, each fetched once, however many widgets there are.

import { PACKS } from "./assets.js";
import { get, once } from "./fetching.js";

/**
 * In the order in which programmes are offered.
 *
 * @type {import("./widget.js").Shipped[]}
 */
export const shipped = PACKS.map((pack) => ({
  programme: pack.programme,
  digest: pack.digest,
  text: once(async () => (await get(pack)).text()),
}));

/**
 * Sends for the packs a widget begins with, while its module is still on its way: the one of its programme, or all.
 *
 * @param {string} programme
 */
export function sendFor(programme) {
  const wanted = shipped.filter((pack) => programme === "" || pack.programme === programme);
  // The widget says which of them did not come, and tries again.
  for (const pack of wanted) pack.text().catch(() => {});
}
