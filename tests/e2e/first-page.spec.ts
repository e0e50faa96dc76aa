// What stands there until the module has arrived: the same page, and nothing that is done on it is lost.

import type { Page } from "@playwright/test";

import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import { hold } from "./network";
import { programme, programmes } from "./pack";
import type { Lang } from "./pack";
import { WORDS } from "./widget";
import { written } from "./written";

/** A day between two on which the standing of some document changes. */
const DAY = new Date("2026-11-26T04:00:00Z");

const CITY = '<zhice-check programme="zibo-2024-city" track="city"></zhice-check>';
const MARKS = "fact-city.trademarks";

test.beforeEach(({ page }) => page.clock.setFixedTime(DAY));

const MODULE = /\.wasm$/;

/** The module has taken its place: it says so of what is kept, or it follows what is pressed. */
const isThere = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-zhice", "started");

test.describe("it is what the module shows, node by node", () => {
  for (const lang of ["zh", "en"] satisfies Lang[]) {
    test(`the page of its own, ${lang}`, async ({ page, watch }) => {
      const arrive = await hold(page, MODULE);
      if (lang === "en") {
        await page.route("**/", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replace('lang="zh-CN"', 'lang="en"') });
        });
      }
      await page.goto("./");
      await expect(page.locator("h1").first()).toHaveText(WORDS[lang].startTitle);
      const before = await written(page.locator("#zhice .zhice"));
      expect(watch.requests.filter((request) => /first-/.test(request))).toEqual([]);
      arrive();
      await isThere(page);
      expect(await written(page.locator("#zhice .zhice"))).toEqual(before);
    });

    for (const { file } of programmes) {
      for (const track of file.tracks) {
        test(`${file.id} ${track.id}, ${lang}`, async ({ page, host }) => {
          const body = `<zhice-check programme="${file.id}" track="${track.id}"></zhice-check>`;
          const arrive = await hold(page, MODULE);
          await host.open({ body, lang: lang === "zh" ? "zh-CN" : "en" });
          const widget = host.inline();
          widget.lang = lang;
          await expect(widget.button("begin")).toBeVisible();
          const notice = await written(host.element().locator(".zhice"));
          await widget.begin();
          await expect(widget.heading).toHaveText(track.topics[0].title[lang]);
          const topic = await written(host.element().locator(".zhice"), ".saving");
          arrive();
          await expect(widget.saving).toContainText(WORDS[lang].saved);
          // Going on is kept, and the line for it says so.
          expect(await written(host.element().locator(".zhice"), ".saving")).toEqual(topic);
          await widget.button("wipe").click();
          await page.reload();
          await expect(widget.button("begin")).toBeVisible();
          await expect.poll(() => host.said("ready")).not.toEqual([]);
          expect(await written(host.element().locator(".zhice"))).toEqual(notice);
        });
      }
    }
  }
});

test("what was chosen on the first page is chosen, and what was pressed is done once", async ({ widget, page }) => {
  const arrive = await hold(page, MODULE);
  await widget.open();
  await page.getByRole("radio").nth(1).check();
  await widget.pickTrack("agency");
  await widget.pickTrack("zone");
  await widget.button("start").click();
  await widget.button("start").click({ force: true });
  await expect(widget.button("start")).toHaveAttribute("aria-busy", "true");
  await expect(widget.main.locator(".begin-bar [role=status]")).toHaveText("正在载入…");
  expect(await page.evaluate(() => localStorage.length), "nothing is kept by a stand-in").toBe(0);
  arrive();
  await expect(widget.heading).toHaveText("填报须知");
  await isThere(page);
  await page.goBack();
  await expect(widget.heading).toHaveText(WORDS.zh.startTitle);
});

test("the pack of what is chosen is on its way before the module can ask for it", async ({ widget, page, watch }) => {
  const load = await hold(page, /\/zhice-[^/]*\.js$/);
  const arrive = await hold(page, MODULE);
  await page.goto("./", { waitUntil: "commit" });
  const asked = () => watch.requests.filter((request) => /\/packs\//.test(request));
  await widget.pickTrack("agency");
  expect(asked(), "before there is any script").toEqual([]);
  load();
  await expect.poll(asked).toEqual([expect.stringMatching(/\/zibo-2020-zone-[0-9a-f]{8}\.bin$/)]);
  await widget.pickTrack("zone", "zhejiang-2018-zone");
  await expect.poll(asked).toHaveLength(2);
  arrive();
  await widget.button("start").click();
  await expect(widget.heading).toHaveText("填报须知");
  await watch.complete();
  expect(new Set(asked()).size, "each once").toBe(asked().length);
});

test("what stands in comes before the module is asked for", async ({ page, host, watch }) => {
  const arrive = await hold(page, /\/first-.*\.json$/);
  const finished: string[] = [];
  page.on("requestfinished", (request) => finished.push(request.url()));
  await host.open({ body: CITY });
  await expect.poll(() => finished.some((request) => request.endsWith(".css"))).toBe(true);
  expect(watch.requests.filter((request) => MODULE.test(request))).toEqual([]);
  arrive();
  await expect(host.inline().button("begin")).toBeVisible();
  await watch.complete();
});

test("what was typed goes on where it was: focus, caret and scroll", async ({ page, host }) => {
  const arrive = await hold(page, MODULE);
  await page.setViewportSize({ width: 900, height: 500 });
  await host.open({ body: CITY });
  const widget = host.inline();
  widget.programme = programme("zibo-2024-city");
  await widget.begin();
  await widget.control("city.hv_patents_per_10k").fill("-1");
  await widget.control("city.trademarks").fill("12345");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.up("Shift");
  const place = () =>
    host.element().evaluate((element) => {
      const { id, selectionStart, selectionEnd, selectionDirection } = element.shadowRoot
        ?.activeElement as HTMLInputElement;
      return { id, selectionStart, selectionEnd, selectionDirection, scroll: scrollY, height: document.body.scrollHeight };
    });
  const before = await place();
  expect(before).toMatchObject({ id: MARKS, selectionStart: 2, selectionEnd: 3, selectionDirection: "backward" });
  expect(before.scroll).toBeGreaterThan(0);
  arrive();
  await expect.poll(() => host.said("step")).not.toEqual([]);
  expect(await place()).toMatchObject({ id: MARKS, selectionStart: 2, selectionEnd: 3, selectionDirection: "backward" });
  await page.keyboard.type("8");
  await expect(widget.control("city.trademarks")).toHaveValue("12845");
  await expect(widget.error("city.hv_patents_per_10k")).not.toBeEmpty();
  await expect(widget.saving).toContainText(WORDS.zh.saved);
});

test("a character that is being composed is finished first", async ({ page, host }) => {
  const arrive = await hold(page, MODULE);
  await host.open({ body: CITY });
  const widget = host.inline();
  widget.programme = programme("zibo-2024-city");
  await widget.begin();
  await widget.control("city.trademarks").focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "１２", selectionStart: 2, selectionEnd: 2 });
  arrive();
  await page.waitForResponse(/\.wasm$/);
  // The page of the module is whole, and waits.
  await expect.poll(() => host.said("ready")).not.toEqual([]);
  await expect(widget.control("city.trademarks")).toHaveValue("１２");
  await expect(widget.saving).not.toContainText(WORDS.zh.saved);
  await client.send("Input.insertText", { text: "１２" });
  await expect(widget.control("city.trademarks")).toHaveValue("１２");
  await expect(widget.control("city.trademarks")).toBeFocused();
  await expect(widget.saving).toContainText(WORDS.zh.saved);
});

test("to go on is noted, and done when the module is there", async ({ page, host }) => {
  const arrive = await hold(page, MODULE);
  await host.open({ body: CITY });
  const widget = host.inline();
  widget.programme = programme("zibo-2024-city");
  await widget.begin();
  await widget.control("city.trademarks").fill("7");
  await widget.goOn();
  await expect(widget.button("continue")).toHaveAttribute("aria-busy", "true");
  await expect(widget.main.locator(".actions [role=status]")).toHaveText("正在载入…");
  arrive();
  await expect(widget.heading).toHaveText(widget.track("city").topics[1].title.zh);
  await widget.goBack();
  await expect(widget.control("city.trademarks")).toHaveValue("7");
});

test("a file is taken that is chosen in a window opened before the module was there", async ({ widget, page }) => {
  const arrive = await hold(page, MODULE);
  await widget.open();
  const input = await page.locator('input[type="file"]').elementHandle();
  arrive();
  await isThere(page);
  expect(await input?.evaluate((input) => input.isConnected)).toBe(false);
  await input?.evaluate((input) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File(["{}"], "draft.json"));
    (input as HTMLInputElement).files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(widget.main.getByRole("alert")).toContainText("这不是自测草稿");
});

test("somebody with a draft sees nothing but that it loads", async ({ widget, page }) => {
  await widget.enter("agency");
  await widget.answer("agency.in_zone", true);
  const arrive = await hold(page, MODULE);
  await page.reload();
  await expect(page.locator("#zhice")).toHaveText("正在载入…");
  arrive();
  await expect(widget.option("agency.in_zone", true)).toBeChecked();
});

test("a file that is not the one that was shipped is not shown, and the module goes on without it", async ({
  page,
  host,
  watch,
}) => {
  watch.expects(/integrity/);
  watch.expects(/zhice:/);
  await page.route(/first-.*\.json$/, (route) => route.fulfill({ body: "[]" }));
  await host.open({ body: CITY });
  await expect(host.inline().button("begin")).toBeVisible();
  await expect.poll(async () => (await host.heard()).map(({ name }) => name)).toEqual(["ready"]);
});

test("an element that names no track asks for nothing more", async ({ host, watch }) => {
  await host.open({ body: "<zhice-check></zhice-check>" });
  await expect(host.inline().heading).toBeVisible();
  expect(watch.requests.filter((request) => /first-/.test(request))).toEqual([]);
});

test("once the days it was made for are over, another is shown, or none", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2027-03-01T04:00:00Z"));
  const arrive = await hold(page, MODULE);
  await page.goto("./");
  await expect(page.locator("h1").first()).toHaveText(WORDS.zh.startTitle);
  const before = await written(page.locator("#zhice .zhice"));
  arrive();
  await isThere(page);
  expect(await written(page.locator("#zhice .zhice"))).toEqual(before);
});

for (const width of [1280, 375]) {
  test(`there is nothing to find on it, ${width} wide`, async ({ page, host }) => {
    await page.setViewportSize({ width, height: 800 });
    await hold(page, MODULE);
    await page.goto("./");
    await expect(page.locator("h1").first()).toHaveText(WORDS.zh.startTitle);
    expect(await faults(page)).toEqual([]);
    expect(await misfits(page, 13)).toEqual([]);
    await host.open({ body: CITY });
    await host.inline().begin();
    expect(await faults(page)).toEqual([]);
  });
}
