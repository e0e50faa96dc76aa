// Where the widget cannot start: a plain page says what to do, the checklists can be read, and nothing kept is lost.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { transformSync } from "esbuild";

import { LOADER, STYLE, styleSheet } from "./built";
import { AGENCY } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import type { Watch } from "./fixture";
import { hold } from "./network";
import { programmes } from "./pack";
import { zhice } from "./zhice";

const KEPT = "zhice.session";

/** A file of the project. */
const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(path(name), "utf8");

/** Whether a page has to be moved sideways to be read. */
const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const fallback = (page: Page) => page.locator("#fallback");

/** Every script of the page but the one that shows the plain page. */
async function answerScripts(page: Page, answer: { status?: number; body?: string }): Promise<void> {
  await page.route(/\.js$/, (route) =>
    route.request().url().endsWith("/fallback.js")
      ? route.continue()
      : route.fulfill({ contentType: "text/javascript", ...answer }),
  );
}

async function withoutWebAssembly(page: Page): Promise<void> {
  await page.addInitScript(() => delete (window as { WebAssembly?: unknown }).WebAssembly);
}

async function keep(page: Page, texts: Record<string, string>): Promise<void> {
  await page.addInitScript((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, texts);
}

/** The browser says what went wrong, and so does the loader. */
function expectComplaint(watch: Watch): void {
  watch.expects(/^(error|warning|uncaught): ./);
}

async function expectFallback(page: Page): Promise<void> {
  await expect(fallback(page)).toBeVisible();
  await expect(fallback(page).getByRole("heading", { level: 1 })).toHaveText("自测页面没能打开");
  await expect(page.locator(".zhice:visible")).toHaveCount(0);
  // Its style comes with it.
  await expect(fallback(page).locator("a.button").first()).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
}

async function expectChecklists(page: Page): Promise<void> {
  await page.getByRole("link", { name: "查看材料清单" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("材料清单");
  for (const { file } of programmes) {
    await expect(page.getByRole("heading", { level: 2, name: file.title.zh, exact: true })).toBeVisible();
    await expect(page.getByText(file.title.en, { exact: true }).first()).toBeVisible();
  }
}

for (const [what, spoil] of [
  ["the browser has no WebAssembly", withoutWebAssembly],
  ["the module is not there", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }))],
  ["the server fails", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 500 }))],
  ["the connection breaks", (page) => page.route("**/*.wasm", (route) => route.abort("connectionreset"))],
  [
    "the module is cut off half-way",
    (page) =>
      page.route("**/*.wasm", async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill({ contentType: "application/wasm", body: body.subarray(0, body.length / 2) });
      }),
  ],
  [
    "something else comes in place of the module",
    (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<h1>502</h1>" })),
  ],
  ["the loader is not there", (page) => answerScripts(page, { status: 404 })],
  ["the loader is in a language the browser does not know", (page) => answerScripts(page, { body: "let = ;" })],
  ["the loader does nothing", (page) => answerScripts(page, { body: "" })],
] as [string, (page: Page) => Promise<unknown>][]) {
  test(`where ${what}, a plain page says what to do`, async ({ page, watch }) => {
    expectComplaint(watch);
    await spoil(page);
    await page.goto("./");
    await expectFallback(page);
    await expect(page.locator("#kept"), "nothing was kept").toBeHidden();
    await expectChecklists(page);
  });
}

test("where the stylesheet is not there, the plain page has its own", async ({ page, watch }) => {
  expectComplaint(watch);
  await page.route("**/*.css", (route) =>
    route.request().url().endsWith("/plain.css") ? route.continue() : route.fulfill({ status: 404 }),
  );
  await answerScripts(page, { body: "document.documentElement.dataset.zhice = 'loading'" });
  await page.goto("./");
  await expectFallback(page);
});

test("where the stylesheet comes at the second time of asking, the page has it", async ({ page, widget, watch }) => {
  expectComplaint(watch);
  await page.route(STYLE, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await widget.open();
  await expect(fallback(page)).toBeHidden();
  await expect(widget.button("start")).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
});

test("where the loader never ends, that is said, and taken back should it come", async ({ page, widget }) => {
  await page.clock.install();
  const arrive = await hold(page, LOADER);
  await page.goto("./", { waitUntil: "commit" });
  await expect(widget.trackBox("agency")).toBeVisible();
  await page.clock.runFor(31_000);
  await expectFallback(page);
  arrive();
  await page.clock.resume();
  await expect(fallback(page)).toBeHidden();
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
});

test("while the module is on its way, and once it is there, the plain page is not shown", async ({ page, widget }) => {
  const arrive = await hold(page, /\.wasm$/);
  await page.goto("./");
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await expect(page.locator("html")).toHaveAttribute("data-zhice", "loading");
  await expect(fallback(page)).toBeHidden();
  arrive();
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
  await expect(page.locator("html")).toHaveAttribute("data-zhice", "started");
  // A script that somebody else adds later is none of our business.
  await page.evaluate(() => window.dispatchEvent(new Event("load")));
  await expect(fallback(page)).toBeHidden();
  await expect(page.locator('link[href="plain.css"]')).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says so, and the checklists are there", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("本页需要启用 JavaScript");
    await expect(fallback(page)).toBeHidden();
    await expectChecklists(page);
  });
});

test.describe("what was entered", () => {
  const text = '{"知": "“quoted” \\" é 😀 \u2028\r\n\t<b>"}';

  test("is handed over byte by byte, and is still there when the page works again", async ({ page, widget, watch }) => {
    expectComplaint(watch);
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    const kept = await page.evaluate((key) => localStorage.getItem(key), KEPT);

    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await expectFallback(page);
    expect(await take(page, "下载已填写的内容")).toEqual({ name: "zhice-session.json", text: kept });

    await page.unroute("**/*.wasm");
    await widget.reload();
    await widget.showsAnswers("agency", 0, AGENCY);
  });

  test("is handed over whatever it is, also what was set aside", async ({ page, watch }) => {
    expectComplaint(watch);
    await keep(page, { [KEPT]: text, [`${KEPT}.unreadable`]: "hello", other: "not ours" });
    await withoutWebAssembly(page);
    await page.goto("./");
    await expect(page.locator("#kept").getByRole("button")).toHaveCount(4);
    expect(await take(page, "zhice-session.json")).toEqual({ name: "zhice-session.json", text });
    const aside = "zhice-session-unreadable.json";
    expect(await take(page, aside)).toEqual({ name: aside, text: "hello" });
  });

  test("can be copied where the browser takes no download", async ({ page, watch }) => {
    expectComplaint(watch);
    await keep(page, { [KEPT]: text });
    await page.addInitScript(() => delete (HTMLAnchorElement.prototype as { download?: string }).download);
    await withoutWebAssembly(page);
    await page.goto("./");
    await expect(page.locator("#kept").getByRole("button")).toHaveCount(1);
    await page.getByRole("button", { name: "显示为文字" }).click();
    const field = page.getByRole("textbox", { name: "zhice-session.json" });
    // A field writes every line end as \n.
    await expect(field).toHaveValue(text.replace("\r\n", "\n"));
    await expect(field).toBeFocused();
    expect(await field.evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart)).toBe(
      text.length - 1,
    );
  });

  test("was never kept where storage is blocked, and the page shows all the same", async ({ page, watch }) => {
    expectComplaint(watch);
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await withoutWebAssembly(page);
    await page.goto("./");
    await expectFallback(page);
    await expect(page.locator("#kept")).toBeHidden();
  });
});

for (const [width, scheme] of [
  [1280, "light"],
  [375, "dark"],
  [320, "light"],
] as const) {
  test(`both plain pages are accessible and fit ${width} px, ${scheme}`, async ({ page, watch }) => {
    expectComplaint(watch);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await keep(page, { [KEPT]: "{}" });
    await withoutWebAssembly(page);
    // The checklists of one small programme: the whole page is too long to be looked at in every way.
    const sample = zhice(["materials", "--pack", path("tests/packs/good/sample.json")]).stdout;
    await page.route("**/materials.html", (route) => route.fulfill({ contentType: "text/html", body: sample }));
    for (const address of ["./", "materials.html"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      expect(await faults(page), address).toEqual([]);
      expect(await sideways(page), address).toBe(false);
    }
    await page.unroute("**/materials.html");
    await page.goto("materials.html");
    expect(await sideways(page)).toBe(false);
  });
}

test.describe("the floor that docs/browsers.md states", () => {
  const TARGET = ["chrome97", "firefox102", "safari16"];

  const isWrittenFor = (target: string | string[], script: string): boolean => {
    const written = (target: string | string[]) => transformSync(script, { target }).code;
    return written(target) === written("esnext");
  };

  test("is the one the plain page names", () => {
    const floor = /Chrome\D+97\D+Firefox\D+102\D+Safari\D+16\b/g;
    expect(read("index.html").match(floor)).toHaveLength(2);
    for (const name of ["docs/browsers.md", "docs/browsers.zh-CN.md"]) {
      expect(read(name).match(/^\| 97\D.*\| 102\D.*\| 16\D/m), name).not.toBeNull();
    }
  });

  test("is enough for every script of the page", async ({ page, widget }) => {
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.text());
    });
    await widget.open();
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of await Promise.all(scripts)) expect(isWrittenFor(TARGET, script), script).toBe(true);
  });

  test("is enough for the stylesheet", () => {
    const style = readFileSync(styleSheet(), "utf8");
    expect(style.match(/@layer|@container|:has\(|[^-\w]rotate:/g)).toBeNull();
    const { code } = transformSync(style, { loader: "css", target: TARGET, minify: true, charset: "utf8" });
    expect(code.trim()).toBe(style.trim());
  });

  test("is enough for the module", async ({ page, widget }, info) => {
    test.slow();
    const module = page.waitForResponse(/\.wasm$/);
    await widget.open();
    const file = info.outputPath("module.wasm");
    writeFileSync(file, await (await module).body());
    const numbers = ["sign-ext", "mutable-globals", "nontrapping-float-to-int"];
    const known = [...numbers, "bulk-memory", "multivalue", "reference-types"].map((feature) => `--enable-${feature}`);
    const args = ["--mvp-features", ...known, file, "-o", info.outputPath("same.wasm")];
    const { status, stderr } = spawnSync(path("tests/e2e/node_modules/.bin/wasm-opt"), args, { encoding: "utf8" });
    expect(status, stderr).toBe(0);
  });

  test("is not asked of the script of the plain page", () => {
    expect(isWrittenFor("es5", read("public/fallback.js"))).toBe(true);
  });
});

/** Presses a button of the plain page and takes what comes down. */
async function take(page: Page, name: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent("download");
  await page
    .locator("#kept")
    .getByRole("button", { name: /^下载/ })
    .filter({ hasText: name })
    .click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
