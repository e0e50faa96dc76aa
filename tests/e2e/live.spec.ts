// The result in short on a page that stands in: of the engine, before there is a widget, and the same as the widget's.

import type { Locator } from "@playwright/test";

import { ENGINE, PACKS, STYLE, WIDGET } from "./built";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import { hold } from "./network";
import { programme, programmes } from "./pack";
import type { Lang } from "./pack";
import { WORDS } from "./widget";
import { written } from "./written";

/** A day between two on which the standing of some document changes. */
const DAY = new Date("2026-11-26T04:00:00Z");

const AGENCY = '<zhice-check programme="zibo-2020-zone" track="agency"></zhice-check>';
const CITY = '<zhice-check programme="zibo-2024-city" track="city"></zhice-check>';

test.beforeEach(({ page }) => page.clock.setFixedTime(DAY));

/** Chooses the first answer to every question that is shown, and types a number wherever one can. */
async function answerAll(form: Locator, number: string) {
  for (const box of await form.locator("fieldset:not(.task-actions)").all()) await box.locator("input").first().check();
  for (const field of await form.locator('input[type="text"][name], textarea[name]').all()) {
    const isDay = (await field.getAttribute("inputmode")) === "text";
    await field.fill(isDay ? "2020-5-6" : number);
  }
}

for (const { file } of programmes) {
  for (const track of file.tracks) {
    for (const lang of ["zh", "en"] satisfies Lang[]) {
      test(`${file.id} ${track.id}, ${lang}: what it shows the widget shows as well`, async ({ page, host }) => {
        const arrive = await hold(page, WIDGET);
        await host.open({
          body: `<zhice-check programme="${file.id}" track="${track.id}"></zhice-check>`,
          lang: lang === "zh" ? "zh-CN" : "en",
        });
        const widget = host.inline();
        widget.lang = lang;
        await widget.begin();
        await expect(widget.heading).toHaveText(track.topics[0].title[lang]);
        // Questions that follow from an answer come with the widget.
        const beside = async () => [await written(widget.slip), await written(widget.at.locator("nav.steps"))];
        const before = await beside();
        await answerAll(widget.main.locator("form"), "3");
        await page.keyboard.press("Tab");
        await expect.poll(beside).not.toEqual(before);
        const live = await beside();
        arrive();
        await expect(widget.saving).toContainText(WORDS[lang].saved);
        await expect.poll(beside).toEqual(live);
      });
    }
  }
}

test("it follows every answer, and a text while it is typed; those who listen hear of it once it is settled", async ({
  page,
  host,
}) => {
  await hold(page, WIDGET);
  await host.open({ body: AGENCY });
  const widget = host.inline();
  await widget.begin();
  const radio = (name: string) => widget.control("agency.patent_licensed").getByRole("radio", { name, exact: true });
  await radio("否").check();
  await expect(widget.outlook).toContainText("尚不符合条件");
  await expect(widget.slip).toHaveAttribute("data-truth", "not");
  await expect(widget.said).toContainText("尚不符合条件");
  await expect(widget.slip.locator(".range"), "nothing to be had is no full bar").toHaveCount(0);
  await radio("暂不清楚").check();
  await expect(widget.outlook).toContainText("需补充信息");
  expect(await page.evaluate(() => localStorage.length), "nothing is kept by a stand-in").toBe(0);
  expect(await faults(page)).toEqual([]);
});

test("one track that is chosen on the page of its own stands in as well, and is assessed", async ({ widget, page, watch }) => {
  const arrive = await hold(page, WIDGET);
  await widget.open();
  await page.getByRole("radio", { name: "服务机构" }).check();
  await widget.pickTrack("agency");
  await widget.button("start").click();
  await expect(widget.heading).toHaveText("填报须知");
  await expect(widget.heading).toBeFocused();
  await widget.begin();
  await widget.control("agency.patent_licensed").getByRole("radio", { name: "否", exact: true }).check();
  await expect(widget.outlook).toContainText("尚不符合条件");
  await widget.control("agency.in_zone").getByRole("radio", { name: "是", exact: true }).check();
  const before = await written(page.locator("#zhice .zhice"), ".saving, .question");
  expect(await page.evaluate(() => localStorage.length), "nothing is kept by a stand-in").toBe(0);
  arrive();
  await expect(widget.saving).toContainText(WORDS.zh.saved);
  expect(await written(page.locator("#zhice .zhice"), ".saving, .question")).toEqual(before);
  await expect(widget.control("agency.in_zone").getByRole("radio", { name: "是", exact: true })).toBeFocused();
  await widget.showsAnswers("agency", 0, { "agency.patent_licensed": false, "agency.in_zone": true });
  await watch.complete();
  await page.goBack();
  await expect(widget.heading).toHaveText("填报须知");
  await page.goBack();
  await expect(widget.heading).toHaveText(WORDS.zh.startTitle);
});

test("who ticks another track before the first has come begins with both", async ({ widget, page }) => {
  const arrive = await hold(page, WIDGET);
  const come = await hold(page, /\/first-.*\.json$/);
  await widget.open();
  await widget.pickTrack("agency");
  await widget.button("start").click();
  await widget.pickTrack("zone");
  come();
  await page.waitForResponse(/\/first-.*\.json$/);
  await expect(widget.button("start")).toHaveAttribute("aria-busy", "true");
  arrive();
  await expect(widget.heading).toHaveText("填报须知");
  const kept = await page.evaluate(() => localStorage.getItem("zhice.session") ?? "");
  const begun = [...kept.matchAll(/"track":"(\w+)"/g)].map(([, track]) => track);
  expect(begun.sort()).toEqual(["agency", "zone"]);
});

test("who goes on while the widget takes the place is followed, and the page stays where it was read", async ({
  widget,
  page,
}) => {
  const arrive = await hold(page, WIDGET);
  await page.setViewportSize({ width: 900, height: 420 });
  await widget.open();
  await widget.pickTrack("city", "zibo-2024-city");
  await widget.button("start").click();
  await expect(widget.heading).toHaveText("填报须知");
  // A machine on which every turn takes long.
  await page.evaluate(() => {
    const own = window.setTimeout;
    const late = (work: () => void, time = 0) => own(work, time + 400);
    Object.assign(window, { setTimeout: late });
  });
  const mounted = page.waitForFunction(() => document.querySelector("#zhice")?.children.length === 1);
  arrive();
  await page.waitForResponse(WIDGET);
  await mounted;
  await widget.begin();
  widget.programme = programme("zibo-2024-city");
  await widget.control("city.gi_label_coverage").fill("12");
  const scroll = await page.evaluate(() => scrollY);
  expect(scroll).toBeGreaterThan(0);
  await expect(widget.saving).toContainText(WORDS.zh.saved);
  await expect(widget.control("city.gi_label_coverage")).toHaveValue("12");
  await expect(widget.control("city.gi_label_coverage")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
});

for (const [name, place] of [["English", "header"], ["清除本机数据", "footer"]] as const) {
  test(`the focus stays on a button of the ${place}, where the page was left, once the widget takes its place`, async ({ page, host }) => {
    const arrive = await hold(page, WIDGET);
    await host.open({ body: AGENCY });
    const widget = host.inline();
    await widget.begin();
    await widget.option("agency.patent_licensed", true).check();
    const button = widget.at.getByRole("button", { name, exact: true });
    await button.focus();
    const read = await page.evaluate(() => scrollY);
    arrive();
    await expect(widget.saving).toContainText(widget.word("saved"));
    // The heading would have had it with the next frame.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await expect(button).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(read);
  });
}

test("those who listen hear of what was typed, also while they are still in a field as the widget takes the place", async ({ page, host }) => {
  const arrive = await hold(page, WIDGET);
  await host.open({ body: CITY });
  const widget = host.inline();
  await widget.begin();
  const fields = widget.main.locator('input[type="text"][name]');
  await fields.nth(0).fill("10");
  await fields.nth(1).fill("17");
  arrive();
  await expect(widget.saving).toContainText(widget.word("saved"));
  await expect(fields.nth(1)).toBeFocused();
  await expect(widget.said).toHaveText("未达到 2 项，待补充 42 项");
});

test("where the stylesheet does not come, a press mends it", async ({ page, host, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^error: zhice:/);
  await page.route(STYLE, (route) => route.abort("connectionreset"), { times: 1 });
  await host.open({ body: AGENCY });
  await page.locator("zhice-check").getByRole("button", { name: "重试" }).click();
  const widget = host.inline();
  await widget.begin();
  await expect(widget.heading).toHaveText(widget.track("agency").topics[0].title.zh);
});

test("what was pressed for every page is done, also after going on", async ({ page, host }) => {
  const arrive = await hold(page, WIDGET);
  await host.open({ body: AGENCY });
  const widget = host.inline();
  await widget.at.getByRole("button", { name: "长辈模式" }).click();
  await widget.begin();
  await expect(widget.at.getByRole("button", { name: "长辈模式" })).toHaveAttribute("aria-busy", "true");
  arrive();
  await expect(widget.at.locator(".zhice-large")).toBeVisible();
  await expect(widget.heading).toHaveText(widget.track("agency").topics[0].title.zh);
});

test("it speaks the language of its page, whatever the page around it says meanwhile", async ({ page, host }) => {
  const arrive = await hold(page, WIDGET);
  const come = await hold(page, ENGINE);
  await host.open({ body: AGENCY });
  const widget = host.inline();
  await widget.begin();
  await page.evaluate(() => void (document.documentElement.lang = "en"));
  await page.evaluate(() => document.querySelector("zhice-check")?.setAttribute("lang", "en"));
  come();
  await widget.control("agency.patent_licensed").getByRole("radio", { name: "否", exact: true }).check();
  await expect(widget.outlook).toContainText("尚不符合条件");
  arrive();
  await expect(widget.outlook).toContainText("Does not meet the conditions yet");
});

test("where the engine does not come, a press mends it, and it follows then", async ({ page, host, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/^error: zhice:/);
  await hold(page, WIDGET);
  await page.route(ENGINE, (route) => route.abort("connectionreset"), { times: 1 });
  await host.open({ body: AGENCY });
  const widget = host.inline();
  await page.locator("zhice-check").getByRole("button", { name: "重试" }).click();
  await widget.begin();
  await widget.control("agency.patent_licensed").getByRole("radio", { name: "否", exact: true }).check();
  await expect(widget.outlook).toContainText("尚不符合条件");
});

test("who presses on before anything is ticked, and again after, goes on", async ({ widget, page }) => {
  await hold(page, WIDGET);
  await widget.open();
  await widget.button("start").click();
  await widget.pickTrack("agency");
  await widget.button("start").click();
  await expect(widget.heading).toHaveText("填报须知");
});

test("boxes that exclude each other do so at once, and stand as they were once the widget is there", async ({
  page,
  host,
}) => {
  const arrive = await hold(page, WIDGET);
  await host.open({ body: '<zhice-check programme="cnipa-2023-zone" track="pilot"></zhice-check>' });
  const widget = host.inline();
  widget.programme = programme("cnipa-2023-zone");
  await widget.begin();
  const box = widget.control("zone.priority_place");
  const tick = (name: string) => box.getByRole("checkbox", { name, exact: true });
  const ticked = () => box.locator("input:checked").count();
  const all = widget.programme.file.facts.find(({ id }) => id === "zone.priority_place")?.options?.length ?? 0;
  await tick("以上都没有").check();
  expect(await ticked()).toBe(1);
  await expect(box.locator(".ticked")).toHaveText(`已选 0 / ${all} 项`);
  await box.getByRole("checkbox").first().check();
  await expect(tick("以上都没有")).not.toBeChecked();
  await tick("暂不清楚").check();
  expect(await ticked()).toBe(1);
  await tick("以上都有").check();
  expect(await ticked()).toBe(all + 1);
  const before = await written(box);
  arrive();
  await expect(widget.saving).toContainText(WORDS.zh.saved);
  expect(await ticked()).toBe(all + 1);
  expect(await written(box)).toEqual(before);
});

test("where its pack does not come, it waits with the widget, and a press mends both", async ({ page, host, watch }) => {
  watch.expects(/ERR_CONNECTION_RESET/);
  watch.expects(/zhice:/);
  await page.route(PACKS, (route) => route.abort("connectionreset"), { times: 1 });
  await host.open({ body: CITY });
  const widget = host.inline();
  await page.locator("zhice-check").getByRole("button", { name: "重试" }).click();
  await widget.begin();
  await widget.control("city.trademarks").fill("7");
  await expect(widget.saving).toContainText(WORDS.zh.saved);
  await expect(widget.control("city.trademarks")).toHaveValue("7");
});
