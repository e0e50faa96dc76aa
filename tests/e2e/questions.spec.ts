// A page of questions: the control that fits, words in place, what no longer matters folded and kept, true progress.

import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";

import { AGENCY, ZONE } from "./cases";
import { faults, misfits, unfold } from "./checks";
import { expect, test } from "./fixture";
import { programme, track, zibo } from "./pack";
import type { Widget } from "./widget";

const COUNT = "zone.service_points";
const SAMPLE = readFileSync(new URL("../packs/good/sample.json", import.meta.url), "utf8");

test.describe("a count", () => {
  test.beforeEach(async ({ widget }) => {
    await widget.enter("zone");
    await openPage(widget, 2);
  });

  const button = (widget: Widget, way: "增加" | "减少"): Locator =>
    widget.question(COUNT).getByRole("button", { name: `${way} 1：${widget.fact(COUNT).label.zh}`, exact: true });

  test("goes up and down with the buttons, within its bounds, and the focus stays in the field", async ({ widget }) => {
    const [field, more, fewer] = [widget.control(COUNT), button(widget, "增加"), button(widget, "减少")];
    await expect(fewer, "there is nothing to take from").toBeDisabled();
    await field.focus();
    await more.click();
    await expect(field).toHaveValue("1");
    await expect(field).toBeFocused();
    await more.click();
    await expect(field).toHaveValue("2");
    await fewer.click();
    await fewer.click();
    await expect(field, "none is an answer too").toHaveValue("0");
    await expect(fewer).toBeDisabled();
    await expect(field).toBeFocused();
    await widget.reload();
    await expect(field).toHaveValue("0");
    for (const one of [more, fewer]) {
      const box = await one.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });

  test("goes up and down with the arrow keys, and Tab leads out of it at once", async ({ widget, page }) => {
    const field = widget.control(COUNT);
    await field.focus();
    for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
    await expect(field).toHaveValue("2");
    await expect(widget.outlook).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(widget.question(COUNT).getByRole("button", { name: widget.word("unsure") })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(field).toBeFocused();
  });

  test("that cannot be read is not stepped over", async ({ widget, page }) => {
    await widget.type(COUNT, "12a");
    await expect(button(widget, "增加")).toBeDisabled();
    await page.keyboard.press("ArrowUp");
    await expect(widget.control(COUNT)).toHaveValue("12a");
    await widget.type(COUNT, "99999999");
    await expect(button(widget, "增加"), "no more can be entered").toBeDisabled();
  });
});

test("a day is typed or picked, and one that is no day is kept and explained", async ({ widget, page }) => {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/id="?zhice"?/, `$& data-packs="packs/sample.json"`);
    await route.fulfill({ response, body });
  });
  await page.route("**/packs/sample.json", (route) => route.fulfill({ contentType: "application/json", body: SAMPLE }));
  await widget.open();
  await page.evaluate((text) => localStorage.setItem("zhice.session", text), saved(["sample", "apply"], "dossier"));
  await widget.reload();
  const field = widget.control("body.founded");
  const calendar = widget.main.getByRole("button", { name: /^从日历中选择/ });
  await field.fill("2026年1月5日");
  await field.blur();
  await expect(field).toHaveValue("2026-01-05");
  for (const text of ["20260105", "2026-1-5", "2026/1/5", "２０２６－１－５"]) {
    await field.fill(text);
    await field.blur();
    await expect(field, text).toHaveValue("2026-01-05");
  }
  await field.fill("去年");
  await field.blur();
  await expect(field).toHaveValue("去年");
  await expect(widget.error("body.founded")).toContainText("请填写日期");
  await widget.reload();
  await expect(field).toHaveValue("去年");
  await field.fill("2026-01-05");
  await calendar.click();
  await expect(page.getByRole("gridcell", { name: "2026年1月5日 星期一" })).toBeFocused();
  for (const key of ["ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
  await expect(page.getByRole("gridcell", { name: "2025年12月28日 星期日" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("2025-12-28");
  await expect(calendar).toBeFocused();
  await expect(widget.error("body.founded")).toHaveText("");
});

test("a list says how many of it are ticked", async ({ widget }) => {
  await widget.enter("zone");
  await openPage(widget, 2);
  const count = widget.question("zone.coverage").locator(".ticked");
  await expect(count).toHaveText("已选 0 / 11 项");
  await widget.option("zone.coverage", "patent").check();
  await widget.option("zone.coverage", "custody").check();
  await expect(count).toHaveText("已选 2 / 11 项");
  await widget.control("zone.coverage").getByLabel(widget.word("all"), { exact: true }).check();
  await expect(count).toHaveText("已选 11 / 11 项");
});

test("a word is explained where it stands, by a button that names it", async ({ widget }) => {
  await widget.enter("zone");
  await openPage(widget, 2);
  const term = widget.question("zone.coverage").locator("details.term");
  await expect(term.locator("summary")).toHaveText("什么是“专利托管”？");
  await expect(term.locator("p")).toBeHidden();
  await term.locator("summary").click();
  await expect(term.locator("p")).toBeVisible();
  await expect(widget.question("zone.coverage").locator(".papers")).toContainText("可备材料");
});

test("the four sides of an area are one question, each with its own answer", async ({ widget }) => {
  widget.programme = programme("cnipa-2023-zone");
  await widget.enter("demonstration");
  await openPage(widget, 3);
  const group = widget.main.getByRole("group", { name: /^四至/ });
  await expect(group.getByRole("textbox")).toHaveCount(4);
  for (const [label, side] of Object.entries({ 东至: "east", 南至: "south", 西至: "west", 北至: "north" })) {
    await group.getByLabel(label, { exact: true }).fill(`${label}大道`);
    await widget.showsAnswer(`zone.boundary_${side}`, `${label}大道`);
  }
  await widget.unsure("zone.boundary_west");
  await expect(widget.question("zone.boundary_west")).toContainText("不会当作“否”");
  await expect(progress(widget, 3)).toHaveText(/1 项暂不清楚.*4\/6/);
});

test.describe("a conclusion with signs", () => {
  const SIGNS = [
    "gov.patent_agents_dealt_with",
    "gov.trademark_agents_dealt_with",
    "gov.patent_filings_withdrawn",
    "gov.trademark_filings_withdrawn",
  ];
  const CONCLUSION = "gov.abnormal_cleared";

  test.beforeEach(async ({ widget }) => {
    widget.programme = programme("cnipa-2023-zone");
    await widget.enter("demonstration");
    await openPage(widget, 1);
  });

  const confirm = (widget: Widget, value: string): Locator =>
    widget.question(CONCLUSION).getByRole("button", { name: new RegExp(`确认“${value}”$`) });

  test("is proposed by what was ticked, and answered by the person alone", async ({ widget, page }) => {
    for (const sign of SIGNS.slice(1)) await widget.answer(sign, true);
    await expect(confirm(widget, "是")).toHaveCount(0);
    await widget.answer(SIGNS[0], true);
    const line = widget.question(CONCLUSION).locator(".proposed [role=status]");
    await expect(line).toContainText("可答“是”");
    await expect(widget.option(CONCLUSION, true), "a proposal is no answer").not.toBeChecked();

    await confirm(widget, "是").focus();
    await page.keyboard.press("Enter");
    await widget.showsAnswer(CONCLUSION, true);
    await expect(confirm(widget, "是")).toBeFocused();
    await expect(confirm(widget, "是")).toHaveAttribute("aria-pressed", "true");

    await widget.answer(SIGNS[3], false);
    await expect(line).toContainText("与您的回答不同");
    await widget.showsAnswer(CONCLUSION, true);
    await confirm(widget, "否").click();
    await widget.showsAnswer(CONCLUSION, false);
    await confirm(widget, "否").click();
    await expect(widget.option(CONCLUSION, false), "pressed again it is taken back").not.toBeChecked();
  });

  // Two of its four signs are also what the campaign against such filings is proposed by.
  test("leaves alone the signs of its own once it is answered", async ({ widget }) => {
    await expect(progress(widget, 1)).toHaveText(/0\/8/);
    await widget.answer(CONCLUSION, true);
    await expect(progress(widget, 1)).toHaveText(/1\/6/);
    await expect(widget.option(SIGNS[0], true)).toBeVisible();
  });

  test("is worked out from two years where it is a growth", async ({ widget }) => {
    await openPage(widget, 8);
    const growth = "econ.ip_service_growth";
    await widget.answer("econ.ip_service_revenue_base", 8);
    await widget.answer("econ.ip_service_revenue", 9);
    await widget.question(growth).getByRole("button", { name: "确认“12.5%”" }).click();
    await widget.showsAnswer(growth, 12.5);
  });
});

test("the steps of a scale are explained above the questions that use it", async ({ widget }) => {
  widget.programme = programme("cnipa-2023-zone");
  await widget.enter("demonstration");
  await openPage(widget, 6);
  const steps = widget.main.locator(".scales dt");
  await expect(steps).toHaveText(["已做到", "部分做到", "尚未做到"]);
  await expect(widget.main.locator(".scales dd").first()).not.toBeEmpty();
});

test.describe("what no longer matters", () => {
  const fold = (widget: Widget): Locator => widget.main.locator("details.idle");

  test("is folded at the end, still to be answered, and comes back when it matters", async ({ widget }) => {
    await widget.enter("zone");
    await expect(fold(widget)).toHaveCount(0);
    await widget.answer("zone.mechanism", false);
    await expect(fold(widget).locator("summary").first()).toHaveText("其余 2 个问题已不影响目前的结论");
    await expect(widget.control("zone.plan")).toBeHidden();
    await fold(widget).locator("summary").first().click();
    await widget.option("zone.plan", true).check();
    await expect(widget.option("zone.plan", true), "it stays where it was answered").toBeFocused();
    await expect(fold(widget).locator('[id="fact-zone.plan"]')).toBeVisible();

    await widget.option("zone.mechanism", true).check();
    await expect(fold(widget)).toHaveCount(0);
    await expect(widget.control("zone.policies")).toBeVisible();
    await widget.showsAnswer("zone.plan", true);
  });

  test("stays while it has the focus and where it was just dealt with", async ({ widget }) => {
    await widget.enter("zone");
    await widget.option("zone.policies", null).check();
    await widget.option("zone.plan", true).focus();
    await widget.option("zone.mechanism", false).press("Space");
    await expect(widget.option("zone.policies", null)).toBeVisible();
    await expect(widget.control("zone.plan"), "it was looked at").toBeVisible();
    await widget.goOn();
    await widget.goBack();
    await expect(widget.control("zone.plan")).toBeHidden();
    await expect(widget.option("zone.policies", null), "an answer is not folded").toBeVisible();
  });

  test("says so on a page of which nothing matters", async ({ widget }) => {
    await widget.enter("agency");
    await widget.answer("agency.patent_licensed", false);
    await widget.goOn();
    await expect(widget.main.locator(".banner-calm")).toContainText("可以直接继续");
    await expect(fold(widget).locator("summary").first()).toContainText("4 个问题");
    await expect(progress(widget, 1)).toContainText("–");
  });

  test("is kept, and marked as not used with the reason, when another answer rules it out", async ({ widget }) => {
    const unused = widget.main.locator("details.unused");
    await widget.enter("agency");
    await openPage(widget, 5);
    await widget.answer("agency.doubling", true);
    await widget.answer("agency.doubling_grants", 7);
    await expect(unused).toHaveCount(0);
    await widget.answer("agency.doubling", false);
    await expect(unused.locator("> summary")).toHaveText("已填写、目前不采用（1）");
    await unused.locator("> summary").click();
    const line = unused.getByRole("listitem");
    await expect(line).toContainText(widget.fact("agency.doubling_grants").label.zh);
    await expect(line).toContainText("7");
    await expect(line).toContainText("不采用");
    await expect(line).toContainText(`因为“${widget.fact("agency.doubling").label.zh}”填的是“否”`);
    await widget.reload();
    await expect(unused).toHaveCount(1);
    await widget.answer("agency.doubling", true);
    await widget.showsAnswer("agency.doubling_grants", 7);
    await expect(unused).toHaveCount(0);
  });

  test("holds nobody up with what is wrong in it", async ({ widget }) => {
    await widget.enter("agency");
    await openPage(widget, 5);
    await widget.answer("agency.doubling", true);
    await widget.type("agency.doubling_grants", "x");
    await widget.answer("agency.doubling", false);
    await widget.goOn();
    await expect(widget.button("toDossier")).toBeVisible();
  });
});

test.describe("the progress", () => {
  test("stands beside each page, counts what counts, and leads there", async ({ widget }) => {
    await widget.enter("zone");
    await expect(progress(widget, 0)).toContainText("0/3");
    await expect(progress(widget, 0)).toHaveAttribute("aria-current", "page");
    await widget.answer("zone.mechanism", true);
    await expect(progress(widget, 0)).toContainText("1/3");
    await widget.answer("zone.plan", null);
    await expect(progress(widget, 0)).toHaveText(/1 项暂不清楚.*2\/3/);
    await widget.answer("zone.policies", true);
    await expect(progress(widget, 0), "dealt with, and still said to be open").toHaveText(/1 项暂不清楚.*✓/);
    await widget.answer("zone.mechanism", false);
    await widget.answer("zone.plan", true);
    await expect(progress(widget, 0)).toHaveAccessibleName(/已答完$/);
    await progress(widget, 3).click();
    await widget.showsTopic("zone", 3);
    await expect(widget.heading).toBeFocused();
    await widget.page.goBack();
    await widget.showsTopic("zone", 0);
  });

  test("on a phone is a line that says the same", async ({ widget, page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await widget.enter("zone");
    const line = page.locator(".steps-page");
    const pages = track("zone").topics.length;
    await expect(line).toHaveText(`第 1 页，共 ${pages} 页 · 本页共 3 题，已答 0 题`);
    await widget.answer("zone.plan", null);
    await expect(line).toHaveText(`第 1 页，共 ${pages} 页 · 本页共 3 题，已答 1 题，其中 1 项暂不清楚`);
    await widget.goOn();
    await expect(line).toHaveText(`第 2 页，共 ${pages} 页 · 本页共 3 题，已答 0 题`);
    await expect(progress(widget, 0)).toBeHidden();
  });

  test("of several programmes lists the pages of one, and what it shares is asked once", async ({ widget, page }) => {
    await widget.open();
    const zhejiang = programme("zhejiang-2018-zone");
    const zones = [zhejiang.file.id, "zone", zibo.file.id, "zone"];
    await page.evaluate((text) => localStorage.setItem("zhice.session", text), saved(zones, { questions: 0 }));
    await widget.reload();
    await expect(widget.heading).toHaveText(zhejiang.track("zone").topics[0].title.zh);
    await expect(widget.main.locator(".over-title")).toContainText(zhejiang.file.title.zh);
    const entries = page.locator(".topics-entry");
    await expect(entries).toHaveCount(2);
    await expect(entries.first()).toContainText(zhejiang.file.title.zh);
    await expect(page.locator(".topics > li")).toHaveCount(2 + zhejiang.track("zone").topics.length);
    await entries.nth(1).getByRole("button").click();
    await expect(widget.main.locator(".over-title")).toContainText(zibo.file.title.zh);
    await expect(widget.heading).toHaveText(track("zone").topics[0].title.zh);
    const all = new Set(zhejiang.track("zone").topics.flatMap(({ facts }) => facts));
    const topics = track("zone").topics.filter(({ facts }) => facts.some((fact) => !all.has(fact)));
    await expect(page.locator(".topics > li")).toHaveCount(2 + topics.length);
    const shared = topics.find(({ facts }) => facts.some((fact) => all.has(fact)))!;
    while ((await widget.heading.innerText()) !== shared.title.zh) await widget.goOn();
    const count = shared.facts.filter((fact) => all.has(fact)).length;
    await expect(widget.main.getByText(`本主题另有 ${count} 个问题已在前面的项目中问过`)).toBeVisible();
  });
});

test("with everything open, a page is accessible and fits", async ({ widget, page }) => {
  test.slow();
  await widget.open();
  const look = async (place: string) => {
    for (const [width, colorScheme] of [
      [1280, "light"],
      [375, "dark"],
      [320, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await unfold(page);
      expect(await misfits(page, 13), `${place}, ${width} px`).toEqual([]);
      expect(await faults(page), `${place}, ${width} px`).toEqual([]);
    }
  };
  await widget.chooseTrack("zone");
  await widget.begin();
  await widget.answer("zone.mechanism", false);
  await look("folded");
  await page.setViewportSize({ width: 1280, height: 800 });
  await openPage(widget, 2);
  await widget.answerTopic("zone", 2, ZONE);
  await look("a count and a list");
  await page.setViewportSize({ width: 1280, height: 800 });
  await widget.openStep(0);
  await widget.chooseTrack("agency");
  await widget.begin();
  await openPage(widget, 5);
  await widget.answerTopic("agency", 5, { ...AGENCY, "agency.doubling": true, "agency.doubling_grants": 7 });
  await widget.answer("agency.doubling", false);
  await look("not used");
});

/** The line of a page of questions in the list beside them. */
function progress(widget: Widget, page: number): Locator {
  return widget.page.locator(".topics > li:not(.topics-entry)").nth(page).getByRole("button");
}

async function openPage(widget: Widget, page: number): Promise<void> {
  await progress(widget, page).click();
  await expect(progress(widget, page)).toHaveAttribute("aria-current", "page");
}

/** What the browser keeps of a draft for these tracks, with nothing filled in. */
function saved(tracks: string[], page: unknown): string {
  const ids = tracks.flatMap((programme, at) => (at % 2 === 0 ? [{ programme, track: tracks[at + 1] }] : []));
  const entries = ids.map((id) => ({ id, narratives: {}, materials: {}, declarations: [] }));
  const maps = { readings: {}, answers: {}, typed: {}, left: [], unsure: [], applicant: {}, evidence: {} };
  const open = { key: 1, name: "", entries, at: 0, as_of: "2026-11-21", ...maps };
  return JSON.stringify({ format: "zhice.session/2", lang: "zh", large: false, page, open, shelf: [] });
}
