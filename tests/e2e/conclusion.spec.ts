// The conclusion: how figures come about, what would change them, what to choose, what to do next.

import type { Locator, Page } from "@playwright/test";

import { AGENCY, APPLICANT, ZONE, fullest } from "./cases";
import { faults, misfits, unfold } from "./checks";
import { expect, test } from "./fixture";
import { programme, track, zibo } from "./pack";
import type { Text } from "./pack";
import type { Answers, Widget } from "./widget";
import { zhice } from "./zhice";

test("its sections stand in order, and a line leads to each", async ({ widget, page }) => {
  await widget.conclude("agency", AGENCY);
  const headings = widget.main.locator("h2");
  const order = ["条件对照", "支持测算", "怎样可以更进一步", "原文有不同读法", "接下来做什么"];
  await expect(headings).toHaveText(order);
  const line = widget.main.getByRole("navigation", { name: "本页" }).getByRole("button");
  await expect(line).toHaveCount(order.length);
  for (const [at, name] of order.entries()) {
    await line.nth(at).click();
    await expect(headings.filter({ hasText: name })).toBeFocused();
  }
  await page.getByLabel("测算日期").fill("2020-10-01");
  await expect(widget.main).toContainText("测算日在实施期内");
});

test("with nothing answered, it says what to do first and leads there", async ({ widget }) => {
  await widget.enter("agency");
  await widget.openConclusion();
  await expect(widget.heading).toHaveText("还没有填写，暂无结论");
  await expect(widget.main.getByRole("heading", { name: "怎样可以更进一步" })).toBeHidden();
  await widget.main.getByRole("button", { name: "从“基本条件”开始填写" }).click();
  await widget.showsTopic("agency", 0);
  await expect(widget.control(track("agency").topics[0].facts[0])).toBeFocused();
});

test.describe("what would change it", () => {
  const LACKING = { ...ZONE, "zone.service_points": 1, "zone.coverage": [] };

  test("stands under each condition that is not met, shows at once when tried, and is kept by no accident", async ({
    widget,
    page,
  }) => {
    await widget.conclude("zone", LACKING);
    const count = page.locator("#condition-agency-base");
    await expect(changes(count)).toHaveText(["把“区内服务点（机构）”从 1 家提高到 2 家"]);
    const coverage = page.locator("#condition-service-coverage");
    await expect(changes(coverage)).toHaveText([/^在“服务需求覆盖”中增加专利、/]);
    const all = widget.main.locator(".head");
    await expect(changes(all)).toHaveCount(2);

    const kept = await saved(page);
    await tryOut(widget, count).click();
    await expect(count).toBeFocused();
    await expect(count.locator(".row-end")).toHaveText("初步符合");
    await expect(changes(count)).toHaveCount(0);
    await expect(widget.heading).toHaveText("尚不符合条件");
    await tryOut(widget, all).click();
    await expect(widget.heading).toBeFocused();
    await expect(widget.heading).toHaveText("初步符合条件");
    expect(await saved(page)).toEqual(kept);

    await widget.goBack();
    await expect(page.getByText("试算的改动没有保留。")).toBeVisible();
    await widget.openConclusion();
    await expect(widget.heading).toHaveText("尚不符合条件");
    await expect(changes(count)).toHaveText(["把“区内服务点（机构）”从 1 家提高到 2 家"]);
  });

  test("of a condition that is still open is folded away, and what only the applicant can write is not tried", async ({
    widget,
    page,
  }) => {
    widget.programme = programme("cnipa-2023-zone");
    const { "zone.boundary_east": _, ...answers } = fullest("cnipa-2023-zone", "demonstration");
    await widget.conclude("demonstration", answers);
    const fold = widget.main.locator("details.working", { hasText: "怎样才能符合" });
    await expect(fold).toHaveCount(1);
    await widget.openRow(widget.main.locator("li.row", { hasText: "怎样才能符合" }));
    await fold.locator("summary").click();
    await expect(changes(fold)).toHaveText(["填写“东至”"]);
    await expect(tryOut(widget, fold)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "支持测算" })).toBeHidden();
  });

  test("and bring more is listed, the fewest changes first, each with what it brings", async ({ widget }) => {
    await widget.conclude("agency", AGENCY);
    const rows = widget.main.locator(".row-gain");
    await expect(rows).toHaveCount(5);
    await expect(rows.locator(".row-end")).toHaveText(["+20 万元", "+10 万元", "+2 万元", "+1 万元", "+1 万元"]);
    const grants = rows.filter({ hasText: "发明专利授权数量" });
    await expect(changes(grants)).toHaveText(["把“发明专利授权”从 128 件提高到 201 件"]);
    const brand = rows.filter({ hasText: "示范品牌" });
    await brand.getByText("其他做法（1 种）").click();
    await expect(brand.locator(".way-lead b"), "another way may bring less").toHaveText("+10 万元");

    await tryOut(widget, grants).click();
    await expect(widget.main.getByRole("heading", { name: "怎样可以更进一步" })).toBeFocused();
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 32 万元");
    await expect(widget.main.locator(".total b")).toHaveText("32 万元");
    await expect(rows.filter({ hasText: "发明专利授权数量" })).toHaveCount(0);
  });

  test("is sought beyond the next amount of each measure where only one of them is received", async ({ widget }) => {
    await widget.conclude("agency", AGENCY);
    await widget.openReadings();
    await widget.main.getByRole("radio", { name: /^一年只享受一项/ }).check();
    await expect(widget.main.locator(".total b").first()).toHaveText("20 万元");
    const row = widget.main.locator(".row-gain").first();
    await expect(row.locator(".row-end")).not.toHaveText("");
    await tryOut(widget, row).first().click();
    await expect(widget.main.locator(".total b").first()).not.toHaveText("20 万元");
  });

  test("is said once where one condition stands in the way of every measure", async ({ widget }) => {
    await widget.conclude("agency", { ...AGENCY, "agency.in_zone": false });
    const first = widget.main.locator(".row-gain").first();
    await expect(changes(first)).toHaveText(["入驻示范区"]);
    await expect(first.locator(".row-title")).toHaveText(
      "专利质押贷款服务、专利托管、涉外或重大影响案件胜诉、发明专利授权数量",
    );
    await expect(first.locator(".row-end")).toHaveText("+30 万元");
  });
});

test("the best combination stands where something gives way, and gives up what the command line gives up", async ({
  widget,
}) => {
  await widget.conclude("agency", AGENCY);
  const section = widget.main.locator("section", { has: widget.page.getByRole("heading", { name: "最佳组合" }) });
  await expect(section).toHaveCount(0);
  const support = widget.main.locator("section", { has: widget.page.getByRole("heading", { name: "支持测算" }) });
  await expect(support).toContainText("已确定的各项可以同时享受，不需要取舍。");
  await expect(support.locator("> .row-foot > .clause summary")).toHaveText("第九条末款");

  await widget.openReadings();
  await widget.main.getByRole("radio", { name: /^一年只享受一项/ }).check();
  await expect(support).not.toContainText("不需要取舍");
  const once = ["--reading", "zibo.once=one_measure"];
  const plan = JSON.parse(ask("plan", ["--format", "json", ...once]));
  const text = ask("plan", once);
  const rows = section.locator(".row");
  await expect(rows).toHaveCount(plan.forfeits.length);
  for (const row of await rows.all()) {
    for (const part of await row.locator("p").allInnerTexts()) expect(text).toContain(part);
  }
  const titles = widget.track("agency").support!.measures.filter(({ id }) =>
    plan.chosen.some(({ measure }: { measure: string }) => measure === id),
  );
  for (const { title } of titles) await expect(section.locator("> p").first()).toContainText(title.zh);
  await expect(section.locator("> p").first()).toContainText("合计 20 万元");
  await expect(section.getByText("合计 5 万元，少 15 万元")).toBeVisible();
  await expect(section.locator(".clause summary")).toHaveText("第九条末款");
});

test("every figure opens to the steps that the command line explains", async ({ widget, page }) => {
  await widget.conclude("agency", AGENCY);
  const explained = JSON.parse(ask("explain", ["--format", "json"]));
  const lines = ask("explain", []).split("\n").map((line) => line.trim());
  for (const { about, id, says, reasons } of explained) {
    const within = about === "verdict" ? ".head" : about === "total" ? ".stack ~ .row-foot" : `#${about}-${id}`;
    if (within.startsWith("#")) await widget.openRow(page.locator(within));
    const working = widget.working(page.locator(within));
    await expect(working.locator(".taken")).toHaveCount(0);
    await working.locator("summary").first().click();
    await expect(working.locator(".taken > p"), within).toHaveText(says);
    const steps = working.locator(".step");
    if (about === "verdict" || about === "total") continue;
    await expect(steps, within).toHaveCount(counted(reasons));
    for (const step of await steps.allInnerTexts()) expect(lines).toContain(step);
  }
  const total = widget.working(page.locator(".stack ~ .row-foot")).locator(".step");
  await expect(total.filter({ hasText: "资金 25 万元" })).toHaveCount(1);
  await expect(total.last()).toHaveText("合计：2 万元 + 5 万元 + 20 万元 + 3 万元 = 30 万元");
});

test("readings show what each would make of the result, and say so when none does", async ({ widget }) => {
  await widget.conclude("agency", AGENCY);
  await widget.openReadings();
  const once = widget.main.locator(".reading", { hasText: "限制的是什么" });
  await expect(once.locator("small")).toHaveText(["30 万元", "20 万元"]);
  await widget.openStep(2);
  await widget.answer("agency.in_zone", false);
  await widget.openConclusion();
  await expect(widget.main).toContainText("都不影响本次结果");
});

test("what to do next begins with the question that narrows the result most", async ({ widget }) => {
  const { "agency.cases_won": _, "agency.zeroing": __, ...some } = AGENCY;
  await widget.conclude("agency", some);
  const best = widget.main.locator(".best");
  await expect(best).toContainText(widget.fact("agency.cases_won").question.zh);
  await best.getByRole("button").click();
  await expect(widget.control("agency.cases_won")).toBeFocused();
});

test("the days of the document come as a calendar, and those that are past are said to be", async ({ widget }) => {
  widget.programme = programme("cnipa-2023-zone");
  await widget.conclude("demonstration", fullest("cnipa-2023-zone", "demonstration"));
  const step = widget.main.locator(".procedure li", { hasText: "首批申报材料" });
  await expect(step).toContainText("2023年8月10日（测算日前已过）");
  await widget.main.getByLabel("测算日期").fill("2023-07-01");
  await expect(step).toContainText("2023年8月10日");
  await expect(step).not.toContainText("已过");

  await widget.openList("日期和期限");
  const { name, text } = await widget.download("calendar");
  expect(name).toBe("zhice-cnipa-2023-zone-demonstration.ics");
  await expect(widget.main.getByText("日程已交给浏览器下载。")).toBeVisible();
  await widget.openDossier();
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  const draft = (await widget.download()).text;
  expect(zhice(["export", "-", "--to", "ics", "--out", "-"], draft)).toMatchObject({ code: 0, stdout: text });
});

test("a document without days says that there are none", async ({ widget }) => {
  widget.programme = programme("zhejiang-2018-zone");
  await widget.conclude("zone", fullest("zhejiang-2018-zone", "zone"));
  await expect(widget.main).toContainText("文件没有写明具体日期");
  await expect(widget.button("calendar")).toHaveCount(0);
});

for (const [id, answers] of [
  ["agency", { ...AGENCY, "agency.in_zone": false }],
  ["zone", { ...ZONE, "zone.service_points": 1, "zone.mechanism": null }],
] as const) {
  test(`all of it unfolded, the conclusion of the track ${id} is accessible and fits`, async ({ widget, page }) => {
    test.slow();
    await widget.conclude(id, answers);
    // What is folded may hold folds.
    for (let depth = 0; depth < 3; depth += 1) await unfold(page);
    await expect(widget.main.locator("details:not([open])")).toHaveCount(0);
    for (const width of [1280, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await misfits(page, 13), `${width} px`).toEqual([]);
    }
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page), "dark").toEqual([]);
  });
}

test("on paper it is complete, with nothing to press and nothing cut off", async ({ widget, page }) => {
  await widget.conclude("agency", AGENCY);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 658, height: 971 });
  // What opens on the screen is a heading here.
  const headings = ".clause > summary, .row-fold > summary, .listed > summary, .reading > summary";
  const pressed = `button:visible:not(.printed), summary:visible:not(${headings}), input[type=date]:visible`;
  await expect(page.locator(pressed)).toHaveCount(0);
  await expect(widget.main.locator(".on-paper")).toBeVisible();
  await expect(widget.main.locator(".row-gain").first()).toBeVisible();
  await expect(widget.main.locator("details[open]")).toHaveCount(0);
  for (const { id } of widget.track("agency").support!.measures) {
    await expect(widget.measure(id).locator(".reasons li").first(), id).toBeVisible();
  }
  await expect(widget.main.locator(".listed .row").first()).toBeVisible();
  await expect(widget.main.locator(".reading .option").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(658);
});

test("a browser that prints what is folded as it stands finds it open, and folded again afterwards", async ({
  widget,
  page,
}) => {
  await widget.conclude("agency", AGENCY);
  const folded = widget.main.locator("details.printed:not([open])");
  const before = await folded.count();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(folded).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(folded).toHaveCount(before);
});

/** Tracks with much to say, how they are answered, and how high their page may be on a desk and on a phone. */
const HIGH = [
  { id: "zibo-2020-zone", track: "agency", answers: AGENCY, most: [3_300, 4_100] },
  { id: "cnipa-2023-zone", track: "demonstration", answers: fullest("cnipa-2023-zone", "demonstration"), most: [5_400, 6_700] },
  { id: "zibo-2024-city", track: "city", answers: fullest("zibo-2024-city", "city"), most: [4_000, 5_000] },
] as const;

for (const { id, track, answers, most } of HIGH) {
  test(`the conclusion of ${id} ${track} is short, and opened it says all there is`, async ({ widget, page }) => {
    test.slow();
    widget.programme = programme(id);
    await widget.conclude(track, answers);
    for (const [at, width] of [1280, 375].entries()) {
      await page.setViewportSize({ width, height: 800 });
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      await expect.poll(height, `${width} px`).toBeLessThan(most[at]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    for (let depth = 0; depth < 3; depth += 1) await unfold(page);
    const seen = (await widget.main.innerText()).replaceAll(/\s+/g, " ");
    for (const said of saidOf(widget, track, answers)) expect.soft(seen, said).toContain(said.replaceAll(/\s+/g, " "));
  });
}

/** All that the pack declares for the page, and every sentence the command line has for it. */
function saidOf(widget: Widget, track: string, answers: Answers): string[] {
  const { file } = widget.programme;
  const of = widget.track(track) as unknown as Record<string, Declared[] | undefined> & { support?: { measures: Declared[] } };
  const lists = [of.conditions, of.priorities, of.indicators, of.support?.measures, of.procedure, of.consequences];
  // What a material has to hold is said where it is prepared.
  const materials = (of.materials ?? []).map(({ title, cite }) => ({ title, cite }));
  const declared: Declared[] = [...lists.flatMap((list) => list ?? []), ...materials];
  const words = declared.flatMap(({ title, note, brings, actor, when, cite }) => [
    ...[title, note, brings, actor, when].map((text) => text?.zh),
    cite,
    widget.programme.clause(cite).says.zh,
  ]);
  const options = ["--programme", file.id, "--track", track, "--answers", "-", "--as-of", "2026-11-20"];
  const { stdout } = zhice(["explain", ...options, "--format", "json"], JSON.stringify(answers));
  // A rating is what was said; nothing leads to it.
  const isRating = (id: string) => widget.track(track).indicators.some((one) => one.id === id && "maturity" in one.measured);
  const found: { id: string; says: string }[] = JSON.parse(stdout);
  const explained = found.filter(({ id }) => !isRating(id)).map(({ says }) => says);
  return [...words, ...explained].filter((text): text is string => text !== undefined);
}

interface Declared {
  title: Text;
  cite: string;
  note?: Text;
  brings?: Text;
  actor?: Text;
  when?: Text;
}

const changes = (within: Locator): Locator => within.locator(".changes li");

const tryOut = (widget: Widget, within: Locator): Locator =>
  within.getByRole("button", { name: new RegExp(`^${widget.word("tryOut")}`) });

const saved = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem("zhice.session"));

/** What a verb of the command line says of the agency. */
function ask(verb: string, options: string[]): string {
  const subject = ["--programme", zibo.file.id, "--track", "agency", "--answers", "-", "--as-of", "2020-10-01"];
  const { code, stdout, stderr } = zhice([verb, ...subject, ...options], JSON.stringify(AGENCY));
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return stdout;
}

interface Reason {
  parts?: Reason[];
}

/** How many reasons there are, with their parts. */
const counted = (reasons: Reason[]): number =>
  reasons.reduce((sum, { parts }) => sum + 1 + counted(parts ?? []), 0);
