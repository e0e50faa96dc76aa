// What becomes of a request on its way.

import type { Page, Route } from "@playwright/test";

/** Holds back what is asked for under such an address, until it is let go. */
export async function hold(page: Page, address: RegExp): Promise<() => void> {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
}

/** Answers so until it is mended. The loader and the module each ask once of their own accord. */
export async function spoil(page: Page, address: RegExp, answer: (route: Route) => Promise<void>): Promise<() => void> {
  let mended = false;
  await page.route(address, (route) => (mended ? route.continue() : answer(route)));
  return () => void (mended = true);
}

/** Holds back what is asked for under such an address, and fails it once told to, until it is mended. */
export async function lose(page: Page, address: RegExp): Promise<{ fail: () => void; mend: () => void }> {
  let fail = () => {};
  const failed = new Promise<void>((resolve) => (fail = resolve));
  const mend = await spoil(page, address, async (route) => {
    await failed;
    await route.abort("connectionreset");
  });
  return { fail, mend };
}

/** Answers so the first time. */
export const once = (page: Page, address: RegExp, answer: (route: Route) => Promise<void>) =>
  page.route(address, answer, { times: 1 });

/** Bytes that are a module, but not the one that was shipped. */
export const otherBytes = (route: Route) =>
  route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) });
