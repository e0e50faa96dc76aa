// A web server of a test's own, whose files can be exchanged while it runs, as on the day a new version is put up.

import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sirv from "sirv";

import { WEB } from "./built";
import { POLICY } from "./policy.mjs";

export class Site {
  /** Where its pages are. */
  readonly address: string;
  readonly #server;
  /** What it says every file is, once it has been set. */
  type: string | undefined;
  /** Browsers may keep for good what has a hash in its name, as docs/installing.md has it. */
  isImmutable = false;
  /** A page of somebody else's beside them, `host.html`. */
  host = "";
  /** What it answers with half of the file and no end, or with something else. */
  spoiled: { name: RegExp; how: "half" | "else" } | undefined;

  private constructor(server: ReturnType<typeof createServer>, path: string) {
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  }

  /** Serves a folder under a path. */
  static async start(folder: string, path: string): Promise<Site> {
    let site: Site;
    const isHashed = (name: string) => /-[0-9a-f]{8}\./.test(name);
    const setHeaders = (response: { setHeader(name: string, value: string): void }, name: string) => {
      response.setHeader("Content-Security-Policy", POLICY);
      const keeps = site.isImmutable && isHashed(name);
      response.setHeader("Cache-Control", keeps ? "public, max-age=31536000, immutable" : "no-cache");
      if (site.type) response.setHeader("Content-Type", site.type);
    };
    // Looks each file up anew, since they change.
    const files = sirv(folder, { dev: true, setHeaders });
    const server = createServer((request, response) => {
      if (!request.url?.startsWith(path)) return void response.writeHead(404).end();
      request.url = request.url.slice(path.length - 1);
      if (request.url === "/host.html") {
        setHeaders(response, request.url);
        return void response.setHeader("Content-Type", "text/html").end(site.host);
      }
      if (!site.spoiled?.name.test(request.url)) return files(request, response);
      setHeaders(response, request.url);
      const whole = readFileSync(join(folder, request.url));
      if (site.spoiled.how === "else") return void response.end("<h1>502</h1>");
      response.setHeader("Content-Length", whole.length);
      response.write(whole.subarray(0, whole.length / 2));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    site = new Site(server, path);
    return site;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A copy of what was built, in a folder of the test's own. */
export function copyTo(folder: string): void {
  cpSync(WEB, folder, { recursive: true });
}

/** Puts a newer version in its place: the stylesheet has changed, and so every name and integrity that follows from it. */
export function renew(folder: string): void {
  const find = (pattern: RegExp) => readdirSync(folder).find((name) => pattern.test(name)) as string;
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const integrity = (name: string) => `sha384-${createHash("sha384").update(text(name)).digest("base64")}`;
  const renames: [string, string][] = [];
  const change = (name: string, newer: string) => {
    const before = integrity(name);
    writeFileSync(join(folder, name), newer);
    const changed = name.replace(/-[0-9a-f]{8}\./, `-${createHash("sha256").update(newer).digest("hex").slice(0, 8)}.`);
    renameSync(join(folder, name), join(folder, changed));
    renames.push([name, changed], [before, integrity(changed)]);
  };
  const renamed = (content: string) => renames.reduce((text, [from, to]) => text.replaceAll(from, to), content);
  const style = find(/^zhice-[0-9a-f]{8}\.css$/);
  change(style, `${text(style)}\n.zhice{--newer:1}`);
  const loader = find(/^zhice-\d.*\.js$/);
  change(loader, renamed(text(loader)));
  for (const page of ["index.html", "frame.html", "portal.html"]) {
    const before = integrity(page);
    writeFileSync(join(folder, page), renamed(text(page)));
    renames.push([before, integrity(page)]);
  }
  writeFileSync(join(folder, "worker.js"), renamed(text("worker.js")));
  for (const name of readdirSync(folder)) if (/\.(br|gz)$/.test(name)) rmSync(join(folder, name));
}

/** The stand-alone page is kept for a visit without a network, for which its files were fetched once more. */
export const isKept = (page: Page): Promise<void> =>
  page.evaluate(async () => void (await navigator.serviceWorker.ready));
