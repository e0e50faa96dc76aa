// Every built-in track, from the first page to the draft: accessible, well set, and assessed as the command line does.

import type { Page } from "@playwright/test";

import { APPLICANT, fullest } from "./cases";
import { faults, misfits, unfold } from "./checks";
import { expect, test } from "./fixture";
import { programme, programmes } from "./pack";
import type { Programme, Track } from "./pack";
import type { Answer, Answers, Widget } from "./widget";
import { assess, assessed, verify } from "./zhice";

/** A page is looked at either on a desk by light or on a phone by dark; the next one the other way. */
const WAYS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 375, height: 800 } },
] as const;

const TRACKS = programmes.flatMap((of) => of.file.tracks.map((track) => [of, track] as const));

for (const [of, track] of TRACKS) {
  const name = `${of.file.id} ${track.id}`;
  const answers = fullest(of.file.id, track.id);

  test(`${name}: filled in, every page stands, and the command line makes the same of it`, async ({
    widget,
    page,
  }, info) => {
    test.slow();
    let turn = 0;
    const entered = await fillIn(widget, of, track, answers, (place) => check(page, place, turn++));

    const heading = await widget.heading.innerText();
    await check(page, "conclusion", turn++);
    for (const indicator of track.indicators) await expect(widget.indicator(indicator.id)).toBeVisible();

    await widget.openDossier();
    await widget.fillIn(APPLICANT);
    await check(page, "dossier", turn++);
    await widget.openFinish();
    await check(page, "finish", turn++);
    const { text } = await widget.download();
    const draft = JSON.parse(text);
    expect(draft).toMatchObject({ programme: of.file.id, track: track.id, answers: entered });
    expect(assessed(draft)).toEqual(draft.assessment);
    expect(assess(draft, "text").split("\n")).toContain(heading);
    expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
  });

  test(`${name}: with nothing answered and in English, the conclusion is the command line's too`, async ({
    widget,
    page,
  }) => {
    test.slow();
    widget.programme = of;
    await widget.open();
    await widget.switchLanguage();
    await widget.chooseTrack(track.id);
    await widget.begin();
    await widget.openConclusion();
    await expect(widget.heading).not.toHaveText("");
    await check(page, "conclusion", 1);
    await widget.openDossier();
    await widget.openFinish();
    const draft = JSON.parse((await widget.download()).text);
    expect(draft.answers).toEqual({});
    expect(assessed(draft)).toEqual(draft.assessment);
  });
}

test("the first page lists every programme with its standing, what has ended last", async ({ widget, page }) => {
  await widget.open();
  await expect(page.locator("[data-programme]")).toHaveCount(programmes.length);
  await expect(page.locator("[data-track]")).toHaveCount(TRACKS.length);
  const ended = await page.locator("[data-programme] .badge").evaluateAll((all) =>
    all.map((badge) => badge.getAttribute("data-ended") === "true"),
  );
  expect(ended).toEqual([...ended].sort((a, b) => Number(a) - Number(b)));
  await check(page, "start");
});

test.describe("sums, percentages and what the authority judges", () => {
  test("a sum is typed in 万元 and read back in yuan, and one yuan short is short", async ({ widget }) => {
    await enter(widget, "yantai-2020-operation", "funding");
    await widget.type("fund.central", "1,000");
    const field = widget.control("fund.central");
    await expect(field).toHaveAccessibleDescription("即 10,000,000 元");
    await expect(widget.question("fund.central").locator(".unit")).toHaveText("万元");
    await widget.answer("fund.local", 11_999_999);
    await expect(widget.control("fund.local")).toHaveValue("1199.9999");
    await expect(widget.question("fund.local")).toContainText("即 11,999,999 元");
    await widget.openConclusion();
    await expect(widget.heading).toHaveText("尚不符合条件");
    const row = widget.indicator("local-match");
    await expect(row.locator(".figures")).toContainText("还差 1 元");
    await expect(row.locator("figure.ratio")).toHaveCount(1);
    await expect(row.locator(".row-end")).toHaveText("未达到");
  });

  test("a sum may say its unit or stand in words, and one that is no number is explained", async ({ widget }) => {
    await enter(widget, "yantai-2020-operation", "funding");
    for (const [text, shown, yuan] of [
      ["1000万", "1000", "10,000,000"],
      ["0.05 万元", "0.05", "500"],
      ["500 元", "0.05", "500"],
      ["一千万", "1000", "10,000,000"],
    ]) {
      await widget.answer("fund.central", text);
      await expect(widget.control("fund.central"), text).toHaveValue(shown);
      await expect(widget.question("fund.central")).toContainText(`即 ${yuan} 元`);
    }
    await widget.answer("fund.central", "一千多万");
    await expect(widget.error("fund.central")).toContainText("以万元计的金额");
    await expect(widget.control("fund.central")).toHaveValue("一千多万");
  });

  test("a fall is typed with a minus of any kind, and with the sign or without", async ({ widget }) => {
    await enter(widget, "cnipa-2023-zone", "demonstration");
    await openTopicOf(widget, "demonstration", "econ.ip_service_growth");
    await expect(widget.question("econ.ip_service_growth").locator(".unit").last()).toHaveText("%");
    for (const text of ["-3.5", "－3.5", "−3.5%", "-３.５％"]) {
      await widget.answer("econ.ip_service_growth", text);
      await expect(widget.control("econ.ip_service_growth"), text).toHaveValue("-3.5");
    }
  });

  test("an option that is left to the authority leaves nothing to fill in, and the page says so", async ({
    widget,
  }) => {
    const answers = { ...fullest("zhejiang-2018-zone", "zone"), "carrier.kind": "other" };
    await enter(widget, "zhejiang-2018-zone", "zone");
    await widget.answerTopic("zone", 0, answers);
    await expect(widget.question("carrier.kind").getByRole("status")).toContainText("由主管部门判断");
    await expect(widget.question("carrier.strong")).toContainText("标准由主管部门掌握");
    await widget.answerAll("zone", answers);
    await expect(widget.heading).toHaveText("部分条件由主管部门判断");
    await expect(widget.condition("zone", "carrier").locator(".row-end")).toHaveText("由主管部门判断");
    await expect(widget.main).not.toContainText(widget.word("unknown"));
  });
});

test.describe("indicators", () => {
  test("are counted in the headline and beside the questions, and stand in the groups in which they are asked", async ({
    widget,
  }) => {
    const { topics, indicators } = programme("zibo-2024-city").track("city");
    await enter(widget, "zibo-2024-city", "city");
    await expect(widget.outlook).toContainText(`${indicators.length} 待补充`);
    await widget.answer("city.trademarks", 104_999);
    await widget.answer("city.gi_marks", 50);
    await expect(widget.outlook).toContainText("1 已达到");
    await expect(widget.outlook).toContainText("1 未达到");
    await widget.openConclusion();
    await expect(widget.heading).toHaveText(`已达到 1 项，未达到 1 项，待补充 ${indicators.length - 2} 项`);
    await expect(widget.indicator("trademarks").locator(".figures")).toHaveText(
      "104,999 件，目标 105,000 件，还差 1 件",
    );
    await expect(widget.main.locator(".group h3")).toHaveText(topics.map(({ title }) => new RegExp(`^${title.zh}`)));
  });

  test("are listed by department, with true counts", async ({ widget }) => {
    const { file } = programme("yantai-2020-operation");
    const { indicators } = file.tracks.find(({ id }) => id === "city")!;
    await enter(widget, "yantai-2020-operation", "city");
    await widget.openConclusion();
    const board = widget.main.getByRole("list", { name: "责任单位" });
    const rows = widget.main.locator("[data-indicator]:visible");
    await unfold(widget.page);
    await expect(rows).toHaveCount(indicators.length);
    for (const { id, title } of file.departments ?? []) {
      const own = indicators.filter(({ departments }) => departments?.includes(id)).length;
      if (own === 0) continue;
      await board.getByRole("button", { name: `${title.zh}（${own} 项）` }).click();
      await expect(rows, title.zh).toHaveCount(own);
      await expect(widget.main.getByText(`列出 ${own} 项，共 ${indicators.length} 项`)).toBeVisible();
      for (const row of await rows.all()) await expect(row).toContainText(title.zh);
    }
    await board.getByRole("button").first().click();
    await unfold(widget.page);
    await expect(rows).toHaveCount(indicators.length);
    await expect(rows.filter({ hasText: "（牵头）" })).not.toHaveCount(0);
  });

  test("of a checklist say of each point what was answered", async ({ widget }) => {
    const answers = fullest("cnipa-2023-zone", "demonstration");
    await enter(widget, "cnipa-2023-zone", "demonstration");
    await openTopicOf(widget, "demonstration", "dim.cluster_integration");
    const topic = widget.track("demonstration").topics.findIndex(({ id }) => id === "cluster");
    await widget.answerTopic("demonstration", topic, { ...answers, "dim.cluster_integration": "partly" });
    await widget.openConclusion();
    const row = widget.indicator("cluster");
    await expect(row.locator(".row-end")).toHaveText("未达到");
    const points = row.locator(".points li");
    await expect(points).toHaveCount(widget.track("demonstration").topics[topic].facts.length);
    const partly = points.filter({ hasText: widget.fact("dim.cluster_integration").label.zh });
    await expect(partly).toContainText("部分做到");
  });
});

/** Answers a track page by page and stops at each new one, filled in; says what was entered. */
async function fillIn(
  widget: Widget,
  of: Programme,
  track: Track,
  answers: Answers,
  stop: (place: string) => Promise<void>,
): Promise<Record<string, unknown>> {
  const entered: Record<string, unknown> = {};
  await enter(widget, of.file.id, track.id);
  for (const [index, topic] of track.topics.entries()) {
    await widget.showsTopic(track.id, index);
    for (const id of topic.facts) {
      if (!(await widget.isAsked(id)) || answers[id] === undefined) continue;
      await widget.answer(id, answers[id]);
      if (answers[id] !== null) entered[id] = inDraft(widget.fact(id).type, answers[id]);
    }
    if (!isSeen(of, track, topic.facts)) await stop(topic.id);
    await widget.goOn();
  }
  await expect(widget.button("toDossier")).toBeVisible();
  return entered;
}

/** The same page was looked at on an earlier track of the programme. */
function isSeen(of: Programme, track: Track, facts: string[]): boolean {
  const earlier = of.file.tracks.slice(0, of.file.tracks.indexOf(track)).flatMap(({ topics }) => topics);
  return earlier.some((topic) => String(topic.facts) === String(facts));
}

/** An answer as a draft has it. */
function inDraft(type: string, answer: Answer): unknown {
  if (Array.isArray(answer)) return [...answer].sort();
  return ["count", "number", "percent", "money"].includes(type) ? Number(answer) : answer;
}

async function enter(widget: Widget, programmeId: string, track: string): Promise<void> {
  widget.programme = programme(programmeId);
  await widget.enter(track);
}

/** Goes on from the first topic to the one that asks for a fact. */
async function openTopicOf(widget: Widget, track: string, fact: string): Promise<void> {
  for (const [index, { facts }] of widget.track(track).topics.entries()) {
    await widget.showsTopic(track, index);
    if (facts.includes(fact)) return;
    await widget.goOn();
  }
}

/** Nothing is wrong with the page, all of it unfolded, in one of the ways; its layout fits both. */
async function check(page: Page, place: string, turn = 0): Promise<void> {
  await unfold(page);
  for (const { viewport } of WAYS) {
    await page.setViewportSize(viewport);
    expect(await misfits(page, 13), `${place}, ${viewport.width} px`).toEqual([]);
  }
  const { colorScheme, viewport } = WAYS[turn % WAYS.length];
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  expect(await faults(page), `${place}, ${colorScheme}`).toEqual([]);
}
