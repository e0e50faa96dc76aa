import { defineConfig } from "@playwright/test";

import { launchOptions, RUNS_HERE } from "./browser";

// Beside the ports of the tests of the whole page and of the other engines, so that all may run.
const port = Number(process.env.ZHICE_PORT ?? 41730) + 2;
const address = `http://127.0.0.1:${port}`;

/** Today's Chromium as well, for what has to be the same in it. */
const TODAY = process.env.ZHICE_CHROMIUM;

const old = (version: number, tests: RegExp) => ({
  name: `chromium ${version}`,
  testMatch: tests,
  use: { launchOptions: launchOptions(version) },
});

export default defineConfig({
  testDir: ".",
  outputDir: "../output/old",
  forbidOnly: Boolean(process.env.CI),
  // A browser in one process does not bear several pages at once.
  workers: 1,
  retries: 0,
  timeout: 480_000,
  expect: { timeout: 40_000 },
  reporter: "list",
  use: { baseURL: `${address}/`, locale: "zh-CN", serviceWorkers: "block" },
  projects: [
    { name: "today", testMatch: /flow|leaving/, use: { launchOptions: { executablePath: TODAY, args: ["--no-sandbox"] } } },
    ...(RUNS_HERE ? [old(103, /flow|leaving/), old(109, /flow|leaving/), old(92, /plain/)] : []),
  ],
  webServer: {
    command: `node ../server.mjs ${port}`,
    url: `${address}/`,
    reuseExistingServer: false,
  },
});
