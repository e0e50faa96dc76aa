// Says what the widget weighs, as it is and as it travels: `node xtask/size.mjs dist`.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [dist] = process.argv.slice(2);
const kB = (bytes) => (bytes / 1000).toFixed(1);

const weights = { html: 0, css: 0, js: 0, wasm: 0 };
let raw = 0;
for (const name of readdirSync(dist, { recursive: true })) {
  const kind = extname(name).slice(1);
  // Of the pages only the widget's own counts; the others are for trying it.
  if (!(kind in weights) || (kind === "html" && name !== "index.html")) continue;
  const content = readFileSync(join(dist, name));
  raw += content.length;
  weights[kind] += brotliCompressSync(content).length;
}

const brotli = Object.values(weights).reduce((sum, weight) => sum + weight);
const parts = Object.entries(weights).map(([kind, weight]) => `${kind} ${kB(weight)}`);
console.log(`the widget weighs ${kB(brotli)} kB in brotli (${parts.join(", ")}), ${kB(raw)} kB raw`);
