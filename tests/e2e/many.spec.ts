// Three hundred programmes: the first page is there as soon as with five, and one is found by word, place and kind.
// `cargo xtask many` puts them beside the module.

import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

import { PACKS, WEB } from "./built";
import { faults, misfits } from "./checks";
import { expect, test as base } from "./fixture";
import type { Watch } from "./fixture";
import { isKept, Site } from "./site";
import { WORDS, Widget } from "./widget";

const FOLDER = fileURLToPath(new URL("../../target/many/web", import.meta.url));
const COUNT = 300;
const LISTED = 20;

const test = base.extend<{ site: Site }>({
  // Both stand on one server, many programmes beside five.
  site: async ({}, use, info) => {
    const folder = info.outputPath("sites");
    mkdirSync(folder, { recursive: true });
    symlinkSync(FOLDER, join(folder, "many"));
    symlinkSync(WEB, join(folder, "five"));
    const site = await Site.start(folder, "/");
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(`${site.address}many/`),
});

const started = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-zhice", "started");
const found = (widget: Widget) => widget.main.locator(".found");
const words = (page: Page) => page.getByRole("searchbox", { name: "查找项目" });
const programmesOf = (widget: Widget) => widget.main.locator(".programme");

async function open(widget: Widget): Promise<void> {
  await widget.open();
  await started(widget.page);
}

/** What a page asks for before anything is chosen, without what makes one version another. */
async function askedFor(widget: Widget, watch: Watch, home: string): Promise<string[]> {
  await widget.page.goto(home);
  await started(widget.page);
  const asked = () => watch.requests.filter((address) => address.startsWith(home) && !PACKS.test(address));
  await expect.poll(asked).toContainEqual(expect.stringMatching(/zhice-late-/));
  return asked()
    .map((address) => address.slice(home.length).replace(/-[0-9a-f]{8}\./, "."))
    .sort();
}

test("it opens with the requests of five programmes, and asks for no pack", async ({ widget, watch, site }) => {
  const many = await askedFor(widget, watch, `${site.address}many/`);
  await expect(found(widget)).toHaveText(`找到 ${COUNT} 个项目，现列出 ${LISTED} 个`);
  await expect(programmesOf(widget)).toHaveCount(LISTED);
  expect(watch.requests.filter((address) => PACKS.test(address))).toEqual([]);
  expect(await askedFor(widget, watch, `${site.address}five/`)).toEqual(many);
});

test("what stands in is what the module shows", async ({ widget, page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("./");
  await expect(programmesOf(widget)).toHaveCount(LISTED);
  const texts = async () => (await widget.main.innerText()).replace(/\s+/g, " ");
  const tags = () => widget.main.evaluate((main) => [...main.querySelectorAll("*")].map((one) => `${one.localName}#${one.id}`));
  const before = [await texts(), await tags()];
  await words(page).fill("安平市");
  await programmesOf(widget).first().getByRole("checkbox").first().check();
  arrive();
  await started(page);
  await expect(found(widget), "what was typed is looked for").not.toContainText(`${COUNT}`);
  await expect(widget.main.locator(".begin-bar")).toContainText("已选 1 项");
  await page.getByRole("button", { name: "清除查找条件" }).click();
  await widget.main.locator(".programme input:checked").uncheck();
  expect([await texts(), await tags()]).toEqual(before);
});

test("one is found by word, place and kind, begun and gone on with", async ({ widget, page, watch }) => {
  await open(widget);
  const address = page.url();
  await words(page).fill("ＤＡＣＨＵＡＮ");
  await expect(found(widget)).toHaveText(/^找到 \d+ 个项目/);
  await expect(programmesOf(widget).first()).toContainText("大川市");
  const byWord = await found(widget).textContent();
  await page.getByLabel("地区").selectOption("东湖省 · 大川市");
  await expect(widget.main.getByRole("heading", { level: 3 }).first()).toHaveText("东湖省 · 大川市");
  await page.getByLabel("您是").selectOption("university");
  await page.getByLabel("类型").selectOption("self_evaluation");
  await expect(found(widget)).not.toHaveText(byWord ?? "");
  expect(await programmesOf(widget).count()).toBeGreaterThan(0);
  expect(await faults(page)).toEqual([]);

  await words(page).fill("没有这样的项目");
  await expect(found(widget)).toHaveText("找到 0 个项目");
  await expect(widget.main.locator(".none-found")).toBeVisible();
  await page.getByRole("button", { name: "清除查找条件" }).click();
  await expect(words(page)).toHaveValue("");
  await expect(found(widget)).toContainText(`找到 ${COUNT} 个项目`);

  await words(page).fill("发〔2022〕10号");
  await expect(programmesOf(widget)).toHaveCount(1);
  await programmesOf(widget).getByRole("checkbox").first().check();
  await words(page).fill("");
  await expect(widget.main.locator(".picked li")).toHaveCount(1);
  await widget.button("start").click();
  await widget.begin();
  expect(watch.requests.filter((address) => PACKS.test(address)), "the pack of what was chosen").toHaveLength(1);
  expect(page.url()).toBe(address);
  await widget.reload();
  await expect(widget.heading).not.toHaveText(WORDS.zh.startTitle);
});

test("more are listed at a press, and the keyboard goes on where they begin", async ({ widget, page }) => {
  await open(widget);
  const more = page.getByRole("button", { name: `再列出 ${LISTED} 个` });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(programmesOf(widget)).toHaveCount(2 * LISTED);
  await expect(programmesOf(widget).nth(LISTED).getByRole("heading", { level: 4 })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(programmesOf(widget).nth(LISTED).getByRole("checkbox").first()).toBeFocused();
});

test("a pack that does not come is said, and a press mends it", async ({ widget, page, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^warning: zhice: the pack of `made-\d+` did not come/);
  let mended = false;
  await page.route(PACKS, (route) => (mended ? route.continue() : route.abort("connectionreset")));
  await open(widget);
  await programmesOf(widget).first().getByRole("checkbox").first().check();
  await widget.button("start").click();
  const alert = widget.main.getByRole("alert").filter({ hasText: "所选项目没能载入" });
  await expect(alert).toBeVisible();
  mended = true;
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(widget.heading).toHaveText("填报须知");
});

test.describe("after a visit", () => {
  test.use({ serviceWorkers: "allow" });

  test("all of them open without a network", async ({ widget, page, site, context, baseURL }) => {
    await page.goto(baseURL ?? "");
    await isKept(page);
    await site.stop();
    await context.setOffline(true);
    await page.goto(baseURL ?? "");
    await words(page).fill("柳园市");
    await programmesOf(widget).last().getByRole("checkbox").first().check();
    await widget.button("start").click();
    await expect(widget.heading).toHaveText("填报须知");
  });
});

for (const [width, scheme] of [
  [1280, "light"],
  [375, "dark"],
] as const) {
  test(`there is nothing to find on it, ${width} wide, ${scheme}`, async ({ widget, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(widget);
    expect(await faults(page)).toEqual([]);
    expect(await misfits(page, 13)).toEqual([]);
    await widget.switchLanguage();
    await expect(found(widget)).toHaveText(`${COUNT} programmes found, ${LISTED} of them listed`);
    expect(await misfits(page, 13)).toEqual([]);
  });
}
