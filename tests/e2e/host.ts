// A page of somebody else's, with the widget on it.

import { readFileSync } from "node:fs";
import type { FrameLocator, Locator, Page } from "@playwright/test";

import { loader } from "./built";
import { POLICY } from "./policy.mjs";
import { Widget } from "./widget";

/** What a host hears. */
export interface Heard {
  name: string;
  detail: unknown;
}

export interface HostPage {
  body: string;
  head?: string;
  policy?: string;
  lang?: string;
}

/** Such a page as it is sent. */
export function hostHtml({ body, head = "", lang = "zh-CN" }: HostPage): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>host</title>
    <link rel="icon" href="data:,">${head}<script type="module" src="${loader().name}"></script></head>
    <body>${body}</body></html>`;
}

export class Host {
  constructor(readonly page: Page) {}

  /** Opens a page with this in it, under the policy that hosts are asked for. */
  async open(host: HostPage): Promise<void> {
    await this.page.route(/\/host\.html$/, (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "Content-Security-Policy": host.policy ?? POLICY },
        body: hostHtml(host),
      }),
    );
    await this.page.addInitScript(() => {
      const heard: Heard[] = [];
      Object.assign(window, { heard });
      for (const name of ["ready", "step", "result", "export", "prefilled", "draft", "error"]) {
        addEventListener(`zhice:${name}`, (event) => heard.push({ name, detail: (event as CustomEvent).detail }));
      }
    });
    await this.page.goto("./host.html");
  }

  /** Opens a page whose style sheet sets whatever it can, with three widgets on it. */
  async openOverbearing(): Promise<void> {
    const read = (name: string) => readFileSync(new URL(`overbearing/${name}`, import.meta.url), "utf8");
    await this.page.route(/\/overbearing\.html$/, (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "Content-Security-Policy": POLICY },
        body: read("overbearing.html").replace("zhice.js", loader().name),
      }),
    );
    await this.page.route(/\/overbearing\.css$/, (route) =>
      route.fulfill({ contentType: "text/css", body: read("overbearing.css") }),
    );
    await this.page.goto("./overbearing.html");
  }

  element(selector = "zhice-check"): Locator {
    return this.page.locator(selector);
  }

  frame(selector = "zhice-check"): FrameLocator {
    return this.element(selector).locator("iframe").contentFrame();
  }

  inline(selector?: string): Widget {
    return new Widget(this.page, this.element(selector));
  }

  framed(selector?: string): Widget {
    return new Widget(this.page, this.frame(selector));
  }

  /** The events so far. */
  heard(): Promise<Heard[]> {
    return this.page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  }

  /** The events of this name so far. To see one that is on its way, poll: what stands in for the module shows before it. */
  async said(name: string): Promise<Heard[]> {
    return (await this.heard()).filter((event) => event.name === name);
  }
}
