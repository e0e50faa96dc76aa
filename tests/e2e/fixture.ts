// What every test shares: a widget to use, and a watch that fails the test on anything a browser complains about.

import { expect, test as base } from "@playwright/test";
import type { BrowserContext } from "@playwright/test";

import { LATE, PACKS } from "./built";
import { Host } from "./host";
import { programmes } from "./pack";
import { Widget } from "./widget";

export { expect };

/** Whatever must not happen on any page: complaints in the console, breaches of the policy, requests elsewhere. */
export class Watch {
  /** Every request so far, by address. */
  readonly requests: string[] = [];
  readonly #finished: string[] = [];
  readonly #complaints: string[] = [];
  readonly #expected: RegExp[] = [];

  /** A complaint that belongs to the test: it has to come, and does not fail the test. */
  expects(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  async begin(context: BrowserContext, home: string): Promise<void> {
    context.on("console", (message) => {
      // Playwright's own, in place of the worker.
      if (message.text() === "Service Worker registration blocked by Playwright") return;
      if (["error", "warning", "assert"].includes(message.type())) this.#note(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.#note(`uncaught: ${error.error()}`));
    context.on("request", (request) => {
      this.requests.push(request.url());
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(home).origin && !["blob:", "data:"].includes(protocol)) {
        this.#note(`request elsewhere: ${request.url()}`);
      }
    });
    context.on("requestfinished", (request) => this.#finished.push(request.url()));
    await context.exposeBinding("noteBreach", (_, breach: string) => this.#note(`policy: ${breach}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (breach) => {
        const note = (window as unknown as { noteBreach(breach: string): void }).noteBreach;
        note(`${breach.effectiveDirective} ${breach.blockedURI}`);
      });
    });
  }

  /** Everything of the widget is here: what comes after the first page is asked for last, and by itself. */
  async complete(): Promise<void> {
    const finished = (address: RegExp) => this.#finished.filter((request) => address.test(request)).length;
    const isLate = () => finished(LATE) > 0;
    await expect.poll(isLate, "what comes after the first page").toBe(true);
    // Where one chooses among the programmes, all packs come in the end.
    const chooses = this.requests.some((request) => /\/index-[0-9a-f]{8}\.bin$/.test(request));
    const packs = () => !chooses || finished(PACKS) >= programmes.length;
    await expect.poll(packs, "the packs").toBe(true);
  }

  end(): void {
    const expected = (complaint: string) => this.#expected.some((pattern) => pattern.test(complaint));
    expect(
      this.#complaints.filter((complaint) => !expected(complaint)),
      "complaints of the browser",
    ).toEqual([]);
    const missing = this.#expected.filter((pattern) => !this.#complaints.some((complaint) => pattern.test(complaint)));
    expect(missing, "complaints that were expected and did not come").toEqual([]);
  }

  #note(complaint: string): void {
    this.#complaints.push(complaint);
  }
}

interface Fixtures {
  watch: Watch;
  widget: Widget;
  /** A page of somebody else's. */
  host: Host;
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      await watch.begin(context, baseURL ?? "");
      await use(watch);
      watch.end();
    },
    { auto: true },
  ],
  // Not opened yet: a test may have something to prepare.
  widget: async ({ page }, use) => use(new Widget(page)),
  host: async ({ page }, use) => use(new Host(page)),
});
