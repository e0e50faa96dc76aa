// The Content-Security-Policy that is shipped. Everything the tests open runs under it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const POLICY = readFileSync(fileURLToPath(new URL("../../xtask/dist/csp.txt", import.meta.url)), "utf8").trim();
