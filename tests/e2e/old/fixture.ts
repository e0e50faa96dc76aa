// What every test shares, and what Playwright takes for granted of a browser that these do not have.

import type { Page } from "@playwright/test";

import { test as base } from "../fixture";

export { expect } from "@playwright/test";

export const test = base.extend({
  // A browser in one process does not bear a second context: each test has a browser of its own.
  context: async (
    { playwright, launchOptions, baseURL, locale, viewport, colorScheme, serviceWorkers },
    use,
  ) => {
    const browser = await playwright.chromium.launch(launchOptions);
    await use(await browser.newContext({ baseURL, locale, viewport, colorScheme, serviceWorkers }));
    await browser.close();
  },
  page: async ({ page, context }, use) => {
    await context.addInitScript(`(${addVisibility})()`);
    const session = await context.newCDPSession(page);
    // Playwright looks at the page from a world of its own, which has its own `Element`.
    const worldName = `__playwright_utility_world_${(page as Page & { _guid: string })._guid}`;
    await session.send("Page.enable");
    await session.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${addVisibility})()`, worldName });
    await use(page);
  },
});

/** In the page: `checkVisibility`, which Chromium knows from 105 on. */
function addVisibility(): void {
  Element.prototype.checkVisibility ??= function (this: Element) {
    return this.getClientRects().length > 0 || getComputedStyle(this).display === "contents";
  };
}
