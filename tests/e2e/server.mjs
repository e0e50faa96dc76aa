// Serves what is shipped the way a careful portal would: under the Content-Security-Policy that is shipped with it.
// `node server.mjs PORT`

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

import { POLICY } from "./policy.mjs";

const files = sirv(fileURLToPath(new URL("../../dist/web", import.meta.url)), {
  etag: true,
  setHeaders: (response) => response.setHeader("Content-Security-Policy", POLICY),
});

createServer(files).listen(Number(process.argv[2]), "127.0.0.1");
