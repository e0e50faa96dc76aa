// The pictures of the conclusion: they say what the engine says, at every width, and what is pressed in them works.

import type { Locator, Page } from "@playwright/test";

import { AGENCY, fullest } from "./cases";
import { misfits, unfold } from "./checks";
import { expect, test } from "./fixture";
import { programme } from "./pack";
import { zhice } from "./zhice";
import type { Answers, Widget } from "./widget";

/** What is certain is 2 + 5 + 20 + 3 万元; brand and first patents are open. */
const PARTLY: Answers = Object.fromEntries(
  Object.entries(AGENCY).filter(([id]) => !/brand|zeroing|doubling/.test(id)),
);
const NARROW = { width: 320, height: 640 };

test.describe("support as steps", () => {
  test("names each measure that brings something with the engine's amounts, and sums them up", async ({ widget }) => {
    const { measures, total } = support(PARTLY);
    await conclude(widget, "zibo-2020-zone", "agency", PARTLY);
    const stack = widget.main.locator("figure.stack");
    await expect(stack.locator(".row:visible .row-end span")).toHaveText(
      measures.filter(({ amount }) => amount.high !== 0).map(({ amount }) => range(amount)),
    );
    await expect(stack.locator(".row:visible .piece:visible, .row:visible .piece-open:visible").first()).toBeVisible();
    await expect(stack.locator(".total b")).toHaveText(range(total));
    await expect(stack.locator("figcaption")).toHaveText(
      `已确定 ${wan(total.low)} 万元，还可能增加至多 ${wan(total.high - total.low)} 万元，合计最高可达 ${wan(total.high)} 万元。`,
    );
    await expect(stack.getByText("已到上限 20 万元")).toBeVisible();
  });

  test("do not add up where a reading lets one measure count", async ({ widget }) => {
    await conclude(widget, "zibo-2020-zone", "agency", AGENCY);
    const caption = widget.main.locator("figure.stack figcaption");
    await expect(caption).not.toContainText("只计最大的一项");
    await widget.openReadings();
    await widget.main.locator('input[name="reading-zibo.once"]').nth(1).check();
    await expect(caption).toContainText("合计最高可达 20 万元");
    await expect(caption).toContainText("只计最大的一项");
  });

  test("stand still for whoever wants no motion", async ({ widget, page }) => {
    await conclude(widget, "zibo-2020-zone", "agency", AGENCY);
    const moves = () =>
      page.locator(".step-bar .piece").first().evaluate((piece) => getComputedStyle(piece).transitionDuration);
    expect(await moves()).not.toBe("0s");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await moves()).toBe("0s");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await widget.switchLargeType();
    expect(await moves()).toBe("0s");
  });
});

test.describe("as a table", () => {
  test("the support and the conditions say the same", async ({ widget }) => {
    const { measures } = support(PARTLY);
    await conclude(widget, "zibo-2020-zone", "agency", PARTLY);
    const sums = await tableOf(widget, "figure.stack");
    await expect(sums).toHaveCount(measures.length);
    await expect(sums.locator("td:nth-child(3)")).toHaveText(measures.map(({ amount }) => `${wan(amount.low)} 万元`));
    const conditions = await tableOf(widget, "figure.path");
    await expect(conditions.locator("td")).toHaveText(["初步符合", "初步符合"]);
  });

  test("the tasks of each department are counted", async ({ widget }) => {
    widget.programme = programme("zibo-2024-city");
    await widget.enter("city");
    await widget.openConclusion();
    const { indicators } = widget.track("city");
    const tasks = indicators.filter(({ departments }) => departments !== undefined);
    const named = (widget.programme.file.departments ?? []).map(({ id, title, every_task }) => ({
      title: title.zh,
      tasks: tasks.filter(({ departments }) => every_task || departments?.includes(id)).length,
    }));
    const rows = await tableOf(widget, "figure.board");
    const own = named.filter(({ tasks }) => tasks > 0);
    await expect(rows.locator("th")).toHaveText(own.map(({ title }) => title));
    await expect(rows.locator("td:nth-child(2)")).toHaveText(own.map(({ tasks }) => String(tasks)));
  });
});

test.describe("the path of conditions", () => {
  const answers = { ...fullest("zhejiang-2018-zone", "zone"), "carrier.kind": "other", "zone.agency_count": 3 };

  test("has a station for each condition with its standing, the verdict, and their counts", async ({ widget }) => {
    await conclude(widget, "zhejiang-2018-zone", "zone", answers);
    const { conditions } = widget.track("zone");
    const path = widget.main.locator("figure.path");
    const standing = (id: string) =>
      ({ "agency-base": widget.word("not"), carrier: "由主管部门判断" })[id] ?? widget.word("met");
    for (const { id, title } of conditions) {
      await expect(path.getByRole("button", { name: `${title.zh} ${standing(id)}` })).toBeVisible();
    }
    await expect(path.getByRole("listitem").last()).toContainText("尚不符合条件");
    await expect(path.locator("figcaption")).toContainText(`${conditions.length} 项条件`);
    for (const count of [`初步符合 ${conditions.length - 2}`, "尚不符合 1", "由主管部门判断 1"]) {
      await expect(path.locator("figcaption")).toContainText(count);
    }
  });

  test("leads to the row of a condition", async ({ widget, page }) => {
    await conclude(widget, "zhejiang-2018-zone", "zone", answers);
    const title = widget.track("zone").conditions.find(({ id }) => id === "agency-base")!.title.zh;
    await widget.main.locator("figure.path").getByRole("button", { name: title }).press("Enter");
    await expect(page.locator("#condition-agency-base")).toBeFocused();
    await expect(page.locator("#condition-agency-base")).toBeInViewport();
  });
});

test.describe("a number against its goal", () => {
  test("is drawn short when one yuan is missing, and whole when none is", async ({ widget }) => {
    const answers = { "fund.central": 10_000_000, "fund.local": 11_999_999, "fund.zone": 4_000_000, "fund.market": 9e6 };
    await conclude(widget, "yantai-2020-operation", "funding", answers);
    const short = widget.indicator("local-match");
    await widget.openRow(short);
    await expect(short.locator("figcaption")).toHaveText(
      "地方配套资金 11,999,999 元 < 1.2 × 中央资金 1,000 万元；还差 1 元",
    );
    expect(await lacks(short)).toBeGreaterThan(2);
    const whole = widget.indicator("zone-share");
    await widget.openRow(whole);
    await expect(whole.locator("figcaption")).toHaveText("集聚区建设资金 400 万元 ≥ 40% × 中央资金 1,000 万元");
    expect(await lacks(whole)).toBeLessThanOrEqual(0);
  });

  test("keeps its goal in sight when it is far beyond it", async ({ widget }) => {
    await conclude(widget, "zibo-2024-city", "city", { "city.gi_marks": 40_000, "city.trademarks": 104_999 });
    await widget.openRow(widget.indicator("gi-marks"));
    await widget.openRow(widget.indicator("trademarks"));
    const far = widget.indicator("gi-marks").locator("svg.bullet");
    await expect(far.locator("text")).toHaveText("目标 50 件");
    const [drawing, goal] = [(await far.boundingBox())!, (await far.locator(".bullet-goal").boundingBox())!];
    expect(goal.x - drawing.x).toBeGreaterThan(drawing.width / 5);
    expect(await lacks(widget.indicator("trademarks"))).toBeGreaterThan(2);
  });
});

test("the ruler says which tier a number has reached, on its side and upright, without words on words", async ({
  widget,
  page,
}) => {
  await widget.enter("agency");
  await widget.openStep(2);
  for (const { facts } of widget.track("agency").topics) {
    if (facts.includes("agency.invention_grants")) break;
    await widget.goOn();
  }
  await widget.answer("agency.abnormal_filings", false);
  const ruler = widget.question("agency.invention_grants").locator("figure.ruler");
  const here = ruler.locator("[aria-current]");
  for (const [number, tier] of [
    [70, "未到最低一档"],
    [71, "超过 70 件 1 万元"],
    [120, "超过 70 件 1 万元"],
    [128, "超过 120 件 3 万元"],
    [99_999_999, "超过 200 件 5 万元"],
  ] as const) {
    await widget.answer("agency.invention_grants", number);
    await expect(here, String(number)).toContainText(tier);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await collisions(ruler), String(number)).toEqual([]);
    await page.setViewportSize(NARROW);
    await expect(ruler.locator("svg.ruler-drawing")).toBeHidden();
    await expect(here).toBeVisible();
  }
  await widget.answer("agency.invention_grants", 128);
  await expect(ruler.locator("figcaption")).toContainText("再有 73 件");
});

test("the board lists the tasks of one department by keyboard, and all of them again", async ({ widget, page }) => {
  await conclude(widget, "yantai-2020-operation", "city", {});
  const { indicators } = widget.track("city");
  const own = indicators.filter(({ departments }) => departments?.includes("science")).length;
  const board = widget.main.getByRole("list", { name: "责任单位" });
  const science = board.getByRole("button", { name: `市科技局（${own} 项）` });
  const rows = widget.main.locator("[data-indicator]:visible");
  await science.press("Space");
  await expect(science).toHaveAttribute("aria-pressed", "true");
  await expect(rows).toHaveCount(own);
  await page.setViewportSize(NARROW);
  await expect(science).toBeFocused();
  await expect(board.getByRole("button")).toHaveCount(2);
  await science.press("Space");
  await unfold(page);
  await expect(rows).toHaveCount(indicators.length);
});

test("the board shows the status that a person chose, in the marks and the words of the rows", async ({ widget, page }) => {
  const { facts } = programme("zibo-2024-city").file;
  const tasks = facts.filter(({ id, scale }) => scale === "task_status" && id.startsWith("city."));
  const chosen = ["not_started", "under_way", "done"];
  const answers = Object.fromEntries(chosen.map((status, at) => [tasks[at].id, status]));
  await conclude(widget, "zibo-2024-city", "city", answers);
  const board = widget.main.locator("figure.board");
  const all = board.getByRole("listitem").first();
  for (const word of ["未启动 1", "推进中 1", "已完成 1"]) await expect(all).toContainText(word);
  await expect(all).not.toContainText("未达到");
  await expect(board.locator(".key")).toContainText("推进中");
  expect(await page.locator(".board .task[data-truth=not]").count()).toBe(0);
});

for (const [id, track] of [
  ["zibo-2020-zone", "agency"],
  ["cnipa-2023-zone", "demonstration"],
  ["yantai-2020-operation", "city"],
  ["yantai-2020-operation", "funding"],
]) {
  test(`on a phone nothing of ${id} ${track} is too small or sticks out, in either language`, async ({
    widget,
    page,
  }) => {
    test.slow();
    await conclude(widget, id, track, fullest(id, track));
    await page.setViewportSize(NARROW);
    for (const size of ["normal", "large"]) {
      for (const lang of ["zh", "en"]) {
        expect(await misfits(page, 13), `${size} ${lang}`).toEqual([]);
        expect(await wordsOutside(page), `${size} ${lang}`).toEqual([]);
        await widget.switchLanguage();
      }
      await widget.switchLargeType();
    }
  });
}

interface Amount {
  low: number;
  high: number;
}

/** What the engine makes of the answers. */
function support(answers: Answers): { total: Amount; measures: { id: string; amount: Amount }[] } {
  const subject = ["--programme", "zibo-2020-zone", "--track", "agency", "--as-of", "2020-10-01"];
  const { stdout } = zhice(["assess", ...subject, "--answers", "-", "--format", "json"], JSON.stringify(answers));
  return JSON.parse(stdout).support;
}

const wan = (yuan: number) => String(yuan / 10_000);

const range = ({ low, high }: Amount) => (low === high ? `${wan(low)} 万元` : `${wan(low)}–${wan(high)} 万元`);

/** The rows of the table that a picture can be read as. */
async function tableOf(widget: Widget, figure: string): Promise<Locator> {
  const fold = widget.main.locator(`${figure} .as-table`);
  await fold.locator("summary").click();
  return fold.locator("tbody tr");
}

/** Answers a track and opens its conclusion. */
async function conclude(widget: Widget, id: string, track: string, answers: Answers): Promise<void> {
  widget.programme = programme(id);
  await widget.conclude(track, answers);
}

/** By how many pixels the bar of a row stops before the line of its goal. */
async function lacks(row: Locator): Promise<number> {
  const bar = (await row.locator(".bullet-value").boundingBox())!;
  const goal = (await row.locator(".bullet-goal").first().boundingBox())!;
  return goal.x - (bar.x + bar.width);
}

/** Pairs of words of a drawing that lie on each other. */
async function collisions(drawing: Locator): Promise<string[]> {
  return await drawing.locator("text").evaluateAll((all) =>
    all.flatMap((one, at) => {
      const a = one.getBoundingClientRect();
      const hit = all.slice(at + 1).filter((other) => {
        const b = other.getBoundingClientRect();
        return a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
      });
      return hit.map((other) => `${one.textContent} on ${other.textContent}`);
    }),
  );
}

/** Words of drawings beyond the edges of the window. */
async function wordsOutside(page: Page): Promise<string[]> {
  return await page.locator(".zhice svg text").evaluateAll((all) =>
    all
      .filter((text) => {
        const { left, right, width } = text.getBoundingClientRect();
        return width > 0 && (left < 0 || right > document.documentElement.clientWidth);
      })
      .map((text) => text.textContent ?? ""),
  );
}
