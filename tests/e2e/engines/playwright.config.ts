import { defineConfig } from "@playwright/test";

import { ENGINES } from "./engine";
import type { EngineOption } from "./fixture";

// Beside the port of the tests of the whole page, so that both may run.
const port = Number(process.env.ZHICE_PORT ?? 41730) + 1;
const address = `http://127.0.0.1:${port}`;

// Playwright runs and judges these tests, and serves the page; it drives no browser here.
export default defineConfig<EngineOption>({
  testDir: ".",
  outputDir: "../output/engines",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 360_000,
  expect: { timeout: 40_000, toPass: { timeout: 40_000 } },
  reporter: "list",
  use: { baseURL: `${address}/` },
  projects: ENGINES.filter(({ isHere }) => isHere).map((engine) => ({ name: engine.name, use: { engine } })),
  webServer: {
    command: `node ../server.mjs ${port}`,
    url: `${address}/`,
    reuseExistingServer: false,
  },
});
