// What does not come, and what never ends: the page that stands in stays, says so, and loses nothing.

import type { Page } from "@playwright/test";

import { ENGINE, FIRST_PAGES, LATE, STYLE, WIDGET } from "./built";
import { asksBeforeLeaving, faults } from "./checks";
import { expect, test } from "./fixture";
import type { Watch } from "./fixture";
import type { Host, HostPage } from "./host";
import { hold, lose, spoil } from "./network";

const DAY = new Date("2026-11-26T04:00:00Z");

const AGENCY = '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>';
const CITY = '<zhice-check programme="zibo-2024-city" track="city"></zhice-check>';

/** Never ends, until it is mended. */
const never = (page: Page, address: RegExp) => spoil(page, address, () => new Promise(() => {}));

/** The questions of a track, without a widget, which fails to come once it is told to. */
async function withoutWidget(host: Host, watch: Watch, shown: HostPage) {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^error: zhice:/);
  const lost = await lose(host.page, WIDGET);
  await host.open(shown);
  const widget = host.inline();
  widget.lang = shown.lang === "en" ? "en" : "zh";
  await widget.begin();
  return { widget, ...lost };
}

test.beforeEach(({ page }) => page.clock.install({ time: DAY }));

test("where the widget does not come, its page stays and says so, and a press mends it", async ({ page, host, watch }) => {
  const { widget, fail, mend } = await withoutWidget(host, watch, { body: CITY });
  const field = widget.main.locator('input[type="text"][name]').first();
  await field.fill("10");
  fail();
  const alert = host.element().getByRole("alert");
  await expect(alert).toHaveText("没有全部载入，填写的内容还没有保存。请检查网络后重试；仍不行的，请换用浏览器，或者咨询发布本页的单位。");
  await expect(field).toBeFocused();
  await expect(widget.saving).toHaveText("还没有保存");
  expect(await faults(page)).toEqual([]);
  expect(await asksBeforeLeaving(page), "nothing of it is kept").toBe(true);
  // The engine is there: the result in short goes on.
  const before = await widget.outlook.innerText();
  await widget.main.locator('input[type="text"][name]').nth(1).fill("17");
  await expect(widget.outlook).not.toHaveText(before);
  await widget.main.locator("form > *").last().scrollIntoViewIfNeeded();
  await expect(alert).toBeInViewport();
  mend();
  await host.element().getByRole("button", { name: "重试" }).click();
  await expect(widget.saving).toContainText(widget.word("saved"));
  await expect(alert).toHaveCount(0);
  await expect(field).toHaveValue("10");
  expect(await asksBeforeLeaving(page)).toBe(false);
});

test("where the widget does not come on a page of its own, what was ticked stays with it", async ({ page, widget, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^error: zhice:/);
  const { fail, mend } = await lose(page, WIDGET);
  await widget.open();
  await widget.pickTrack("agency");
  fail();
  const notice = page.locator("#zhice > .notice");
  await expect(notice.getByRole("alert")).toContainText("还没有保存");
  await expect(page.locator("#fallback")).toBeHidden();
  expect(await faults(page)).toEqual([]);
  mend();
  await notice.getByRole("button", { name: "重试" }).press("Enter");
  await expect(notice).toHaveCount(0);
  // On the page that stands in still, and on that of the widget.
  await expect(widget.trackBox("agency")).toBeFocused();
  await expect.poll(() => asksBeforeLeaving(page), "what is kept is not asked about").toBe(false);
  await expect(widget.trackBox("agency")).toBeFocused();
  await widget.button("start").click();
  await expect(widget.heading).toHaveText("填报须知");
});

test("where a request never ends, one can have it made anew, and nothing is lost", async ({ page, host }) => {
  let [asked, isMended] = [0, false];
  await page.route(WIDGET, async (route) => {
    asked += 1;
    if (isMended) await route.continue();
  });
  await host.open({ body: CITY });
  const widget = host.inline();
  await widget.begin();
  const field = widget.main.locator('input[type="text"][name]').first();
  await field.fill("10");
  const pieces = asked;
  const again = host.element().getByRole("button", { name: "重试" });
  await page.clock.runFor(15_000);
  await expect(again).toHaveCount(0);
  await page.clock.runFor(6_000);
  await expect(host.element().locator(".notice")).toContainText("可以继续等候，也可以重试");
  await expect(field).toBeFocused();
  expect(await faults(page)).toEqual([]);
  isMended = true;
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(widget.saving).toContainText(widget.word("saved"));
  expect(asked).toBe(2 * pieces);
  await expect(field).toHaveValue("10");
});

test("where what stands in never ends either, the widget is there without it", async ({ page, host }) => {
  await never(page, FIRST_PAGES);
  const mend = await never(page, ENGINE);
  await host.open({ body: AGENCY });
  const notice = host.element().locator(".notice");
  await page.clock.runFor(21_000);
  await expect(notice).toContainText("还在载入。可以继续等候，也可以重试");
  await notice.getByRole("button", { name: "重试" }).press("Enter");
  await expect(notice).toHaveText("正在载入…");
  await expect(notice, "it has the focus until there is something else").toBeFocused();
  await page.clock.runFor(21_000);
  mend();
  await page.unroute(FIRST_PAGES);
  await notice.getByRole("button", { name: "重试" }).press("Enter");
  await expect(host.inline().heading).toHaveText("填报须知");
  await expect(notice).toHaveCount(0);
  await expect(host.inline().heading).toBeFocused();
});

test("where the page that stands in comes after the offer to try again, it is offered beside it", async ({ page, host }) => {
  const dress = await hold(page, STYLE);
  const mend = await never(page, ENGINE);
  await host.open({ body: AGENCY });
  const notice = host.element().locator(".notice");
  await page.clock.runFor(21_000);
  await expect(notice).toContainText("自测工具还在载入");
  dress();
  await expect(host.inline().heading).toHaveText("填报须知");
  await page.clock.runFor(20_000);
  await expect(notice).toContainText("还没有全部载入");
  mend();
  await notice.getByRole("button", { name: "重试" }).click();
  await expect(notice).toHaveCount(0);
});

test("a request that never ends is made anew by itself after a minute", async ({ page, widget }) => {
  const mend = await never(page, LATE);
  await widget.enter("agency");
  await widget.openStep(3);
  const line = widget.main.getByRole("status").filter({ hasText: "正在载入后续内容" });
  await expect(line).toBeVisible();
  mend();
  await page.clock.runFor(50_000);
  await expect(line).toBeVisible();
  await page.clock.runFor(15_000);
  await expect(line).toHaveCount(0);
  await expect(widget.button("toDossier")).toBeVisible();
});

test("what is made anew for one widget is not lost to another, nor to a portal that verifies", async ({ page, host }) => {
  const pack = /\/packs\/zibo-2024-city-[0-9a-f]{8}\.bin$/;
  const mend = await never(page, pack);
  await host.open({ body: CITY + AGENCY });
  const [city, agency] = [host.element().first(), host.element().last()];
  await expect(host.inline("zhice-check:last-child").saving).toBeVisible();
  await agency.evaluate((element: HTMLElement & { verify(draft: string): Promise<unknown> }) => {
    const verified = element.verify(JSON.stringify({ programme: "zibo-2024-city" }));
    Object.assign(window, { verified: verified.then(() => "answered", (error) => `${error}`) });
  });
  await page.clock.runFor(21_000);
  mend();
  await city.getByRole("button", { name: "重试" }).click();
  expect(await page.evaluate(() => (window as unknown as { verified: Promise<string> }).verified)).toBe("answered");
  await expect(agency.getByRole("alert")).toHaveCount(0);
});

test("what is pressed as the notice comes is pressed", async ({ page, host, watch }) => {
  const { widget, fail } = await withoutWidget(host, watch, { body: AGENCY });
  const yes = widget.control("agency.patent_licensed").getByText("是", { exact: true });
  const { x, y, width, height } = (await yes.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const lost = page.waitForEvent("console", (message) => message.text().startsWith("zhice:"));
  fail();
  await lost;
  await page.clock.runFor(1_000);
  await expect(host.element().locator(".notice")).toHaveCount(0);
  await page.mouse.up();
  await expect(host.element().locator(".notice")).toBeVisible();
  await expect(widget.control("agency.patent_licensed").getByRole("radio", { name: "是", exact: true })).toBeChecked();
});

for (const [width, lang] of [
  [1280, "zh-CN"],
  [375, "zh-CN"],
  [375, "en"],
  [320, "en"],
] as const) {
  test(`the notice covers nothing that has the focus, ${width} wide, ${lang}`, async ({ page, host, watch }) => {
    await page.setViewportSize({ width, height: 720 });
    const { widget, fail } = await withoutWidget(host, watch, { body: CITY, lang });
    fail();
    const notice = host.element().locator(".notice");
    await expect(notice).toBeVisible();
    await widget.main.locator("input, button").last().focus();
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press("Shift+Tab");
      const focused = host.element().locator(":focus");
      if (await notice.locator(":focus").count()) break;
      const [at, bar] = [(await focused.boundingBox())!, (await notice.boundingBox())!];
      expect(at.y + 1, await focused.evaluate((element) => element.outerHTML)).toBeGreaterThan(bar.y + bar.height);
    }
  });
}

test("it speaks the language of the page it stands beside", async ({ page, host, watch }) => {
  const { widget, fail } = await withoutWidget(host, watch, { body: AGENCY });
  await page.evaluate(() => document.querySelector("zhice-check")?.setAttribute("lang", "en"));
  fail();
  await expect(host.element().getByRole("alert")).toContainText("没有全部载入");
  await expect(widget.saving).toHaveText("还没有保存");
});

test("a page that keeps what is pressed to itself does not keep the widget away", async ({ page, host }) => {
  const arrive = await hold(page, WIDGET);
  await host.open({ body: `<div id="carousel">${AGENCY}</div>` });
  await page.evaluate(() => {
    document.querySelector("#carousel")?.addEventListener("pointerup", (event) => event.stopPropagation());
  });
  const widget = host.inline();
  await widget.begin();
  await widget.control("agency.patent_licensed").getByText("是", { exact: true }).click();
  arrive();
  await expect(widget.saving).toContainText(widget.word("saved"));
});

test("the focus goes back to where it was before the button", async ({ host, watch }) => {
  const { widget, fail, mend } = await withoutWidget(host, watch, { body: CITY });
  const field = widget.main.locator('input[type="text"][name]').first();
  await field.fill("10");
  fail();
  const again = host.element().getByRole("button", { name: "重试" });
  await again.focus();
  mend();
  await again.press("Enter");
  await expect(widget.saving).toContainText(widget.word("saved"));
  await expect(field).toBeFocused();
});
