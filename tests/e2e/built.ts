// What was built to be put on a server, whether as a deliverable or as a quick build to work on.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** The folder for the server. */
export const WEB = join(DIST, "web");

/** Under what addresses a browser asks for it: the first module; all that the widget is made of beside it; what comes last. */
export const ENGINE = /\/zhice-[0-9a-f]{8}\.wasm$/;
export const WIDGET = /\/zhice-[a-z-]*widget[a-z-]*-[0-9a-f]{8}\.wasm$/;
export const LATE = /\/zhice-late-[0-9a-f]{8}\.wasm$/;
export const STYLE = /\/zhice-[0-9a-f]{8}\.css$/;
export const LOADER = /\/zhice-[0-9.]+-[0-9a-f]{8}\.js$/;
export const PACKS = /\/packs\/.*-[0-9a-f]{8}\.bin$/;
export const FIRST_PAGES = /\/first-[a-z0-9-]*\.json$/;

/** The module and what comes after it by itself. */
export function modules(): string[] {
  return readdirSync(WEB).filter((name) => /^zhice-([a-z-]*(widget|late)[a-z-]*-)?[0-9a-f]{8}\.wasm$/.test(name));
}

/** The stylesheet. */
export function styleSheet(): string {
  return join(WEB, readdirSync(WEB).find((name) => /^zhice(-.*)?\.css$/.test(name)) ?? "");
}

/** The loader, by its name there, and what a browser checks it against. */
export function loader(): { name: string; integrity: string } {
  const name = readdirSync(WEB).find((name) => /^zhice(-.*)?\.js$/.test(name)) ?? "";
  return { name, integrity: `sha384-${createHash("sha384").update(readFileSync(join(WEB, name))).digest("base64")}` };
}
