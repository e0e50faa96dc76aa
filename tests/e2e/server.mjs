// Serves the release widget the way a careful portal would: under the Content-Security-Policy we publish.
// `node server.mjs PORT`

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const files = sirv(dist, {
  etag: true,
  setHeaders: (response) => response.setHeader("Content-Security-Policy", POLICY),
});

createServer(files).listen(Number(process.argv[2]), "127.0.0.1");
