// How long the engine takes in the browser, with the processor as it is.

import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { medians } from "./median.mjs";

const ROUNDS = 9;
/** How often each is done in a round: a round is some milliseconds. */
const TIMES = { screen: 20_000, assess: 500 };

/** Puts the module where the server finds it. */
export function placeEngine(from, folder) {
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, name));
}

/** Microseconds of each, medians. */
export async function measureEngine(browser, home) {
  const page = await browser.newPage();
  await page.goto(`${home}/plain.html`);
  const found = await page.evaluate(measured, { rounds: ROUNDS, times: TIMES });
  await page.close();
  return medians(found);
}

async function measured({ rounds, times }) {
  const { default: init, Applicant } = await import("/assess.js");
  await init({ module_or_path: "/assess_bg.wasm" });
  const applicant = new Applicant();
  const found = {};
  for (const [what, count] of Object.entries(times)) {
    // The first rounds are run before the browser has made the best of the module.
    const all = Array.from({ length: 2 * rounds }, () => {
      const start = performance.now();
      if (applicant[what](count) < count) throw new Error(`${what}: not everything was found`);
      return ((performance.now() - start) * 1_000) / count;
    });
    found[what] = all.slice(rounds);
  }
  return found;
}
