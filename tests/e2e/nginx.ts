// A web server as portals have it: nginx, with the widget under some folder and pages of the portal around it.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { DIST, WEB, loader } from "./built";
import { POLICY } from "./policy.mjs";

/** Where the portal has put the files. */
const PLACE = "/service/zhice/";

/** Where a browser reports what breaks a policy, besides saying it to the page. */
export const REPORTS = "/reports";

/** A page of the portal. */
export interface PortalPage {
  body: string;
  policy?: string;
  /** The name of the host the loader comes from, where it is another one. */
  loaderFrom?: string;
}

export class Nginx {
  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  #process?: ChildProcess;

  /** `portals` are names of other hosts whose pages may show the widget in a frame. */
  static async start(program: string, pages: Record<string, PortalPage>, portals: string[] = []): Promise<Nginx> {
    const nginx = new Nginx(mkdtempSync(join(tmpdir(), "zhice-nginx-")), await freePort());
    nginx.#lay(pages, portals.map((host) => nginx.origin(host)));
    nginx.#process = spawn(program, ["-p", nginx.folder, "-e", "error.log", "-c", "nginx.conf"]);
    await nginx.#answers();
    return nginx;
  }

  origin(host = "127.0.0.1"): string {
    return `http://${host}:${this.port}`;
  }

  /** The stand-alone page. */
  get widget(): string {
    return `${this.origin()}${PLACE}`;
  }

  portal(name: string, host?: string): string {
    return `${this.origin(host)}/${name}/`;
  }

  /** What it was asked for so far. */
  get asked(): string[] {
    return readFileSync(join(this.folder, "access.log"), "utf8").split("\n").filter(Boolean);
  }

  stop(): void {
    this.#process?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #lay(pages: Record<string, PortalPage>, portals: string[]): void {
    const place = join(this.folder, "www", PLACE);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(WEB, place.replace(/\/$/, ""));
    const frame = readFileSync(join(WEB, "frame.html"), "utf8");
    this.#write("frame.html", frame.replace('"zhice-portals" content=""', `"zhice-portals" content="${portals.join(" ")}"`));

    const { name, integrity } = loader();
    const tag = (host?: string) =>
      `<script type="module" src="${host ? this.origin(host) : ""}${PLACE}${name}" integrity="${integrity}" crossorigin></script>`;
    for (const [name, { body, loaderFrom }] of Object.entries(pages)) {
      const head = `<meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${tag(loaderFrom)}`;
      this.#write(`www/${name}/index.html`, `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`);
    }
    this.#write("nginx.conf", this.#configuration(pages, portals));
  }

  #configuration(pages: Record<string, PortalPage>, portals: string[]): string {
    const portalPages = Object.entries(pages).map(
      ([name, { policy = POLICY }]) => `location /${name}/ { ${headers(policy.replaceAll("%", String(this.port)))} }`,
    );
    const framed = POLICY.replace("frame-ancestors 'self'", ["frame-ancestors 'self'", ...portals].join(" "));
    return `
      daemon off; master_process off; pid nginx.pid;
      events {}
      http {
        log_format asked '$request_method $host $uri $status'; access_log access.log asked;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${kind};`).join(" ")}
        types { text/html html; }
        charset utf-8;
        server {
          listen 127.0.0.1:${this.port};
          root www;
          index index.html;
          ${shipped()}
          location = ${PLACE}frame.html { alias frame.html; ${headers(framed)} }
          ${portalPages.join("\n")}
          location = ${REPORTS} { return 204; }
        }
      }`;
  }

  #write(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async #answers(): Promise<void> {
    let why = "";
    this.#process?.stderr?.on("data", (text) => (why += text));
    for (;;) {
      if (this.#process?.exitCode !== null) throw new Error(`nginx did not start: ${why}`);
      const answered = await fetch(this.widget, { method: "HEAD" }).then(() => true, () => false);
      if (answered) return;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

/**
 * The example that is shipped, with the files in another place, the policy once more so that breaches are reported,
 * and scripts for pages of other hosts.
 */
function shipped(): string {
  const example = readFileSync(join(DIST, "nginx.conf"), "utf8");
  const policy = `add_header Content-Security-Policy "${POLICY}" always;`;
  const changes = [
    ["root /var/www;", "root www;"],
    ["/zhice/", PLACE],
    [policy, `${policy} add_header Content-Security-Policy-Report-Only "${POLICY}; report-uri ${REPORTS}" always;`],
    ['"nosniff" always;', '"nosniff" always; add_header Access-Control-Allow-Origin "*" always;'],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no ${from}`);
    return text.replaceAll(from, to);
  }, example);
}

/** The policy, and once more so that what breaks it is reported to the server too. */
function headers(policy: string): string {
  return `
    add_header Content-Security-Policy "${policy}" always;
    add_header Content-Security-Policy-Report-Only "${policy}; report-uri ${REPORTS}" always;
    add_header Referrer-Policy "no-referrer" always;
    add_header X-Content-Type-Options "nosniff" always;
    add_header Cache-Control "no-cache" always;`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
