// Makes the page of each peer from the same questions, bundled and minified, with every file compressed beside it and a
// hash in its name, as ours are.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
export const QUESTIONS = JSON.parse(readFileSync(here("questions.json"), "utf8"));

const PEERS = { plain: "plain.js", rjsf: "rjsf.jsx", surveyjs: "surveyjs.js", formio: "formio.js" };
const INPUTS = {
  number: 'type="number" min="0"',
  money: 'type="number" min="0" step="0.01"',
  day: 'type="date"',
  text: 'type="text"',
};

/** Writes the pages of all peers into a folder. */
export async function buildPeers(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [peer, source] of Object.entries(PEERS)) {
    const { metafile } = await build({
      entryPoints: { [peer]: here(`peers/${source}`) },
      outdir: folder,
      entryNames: "[name]-[hash]",
      assetNames: "[name]-[hash]",
      bundle: true,
      minify: true,
      format: "esm",
      target: "chrome97",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
      loader: { ".svg": "file", ".woff": "file", ".woff2": "file" },
      metafile: true,
      logLevel: "error",
    });
    const names = Object.keys(metafile.outputs).map((path) => path.split("/").at(-1));
    const [script, style] = [".js", ".css"].map((end) => names.find((name) => name.startsWith(`${peer}-`) && name.endsWith(end)));
    writeFileSync(join(folder, `${peer}.html`), page(peer, script, style));
  }
  for (const name of readdirSync(folder)) compress(join(folder, name));
}

/** The same compression as what we ship. */
function compress(path) {
  const content = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
}

function page(peer, script, style) {
  const link = style ? `<link rel="stylesheet" href="${style}">` : "";
  const body = peer === "plain" ? `<form>${QUESTIONS.map(field).join("")}<button>提交</button></form>` : '<div id="form"></div>';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${peer}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${link}
<script type="module" src="${script}"></script></head><body><h1>自测</h1>${body}</body></html>`;
}

function field({ name, kind, label, options }) {
  const choices = kind === "yes_no" ? [{ id: "true", label: "是" }, { id: "false", label: "否" }] : options;
  if (!choices) return `<p data-name="${name}"><label>${label} <input name="${name}" ${INPUTS[kind]}></label></p>`;
  const radio = ({ id, label }) => `<label><input type="radio" name="${name}" value="${id}"> ${label}</label> `;
  return `<fieldset data-name="${name}"><legend>${label}</legend>${choices.map(radio).join("")}</fieldset>`;
}
