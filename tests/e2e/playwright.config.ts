import { defineConfig } from "@playwright/test";

// `cargo xtask test` sets these: the command `zhice`, for tests that compare it with the page, is in ZHICE_BIN.
const chromium = process.env.ZHICE_CHROMIUM;
const takesShots = process.env.ZHICE_SHOTS === "1";

const port = Number(process.env.ZHICE_PORT ?? 41730);
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: ".",
  // These have a configuration of their own.
  testIgnore: ["**/e2e/engines/**", "**/e2e/old/**"],
  outputDir: "output",
  // A test marked `@shots` takes pictures and checks nothing: `cargo xtask shots` runs those and no others.
  grep: takesShots ? /@shots/ : undefined,
  grepInvert: takesShots ? undefined : /@shots/,
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Limits, not waits: a machine may be many times slower than the one these were written on.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: `${address}/`,
    locale: "zh-CN",
    // What comes from a worker's store cannot be taken away by a test; those of offline use allow it.
    serviceWorkers: "block",
    // The pages as they were at each step, without a film of them, which would take a third longer.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `node server.mjs ${port}`,
    url: `${address}/`,
    reuseExistingServer: false,
  },
});
