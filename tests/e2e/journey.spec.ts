// The whole way as an agency, from the first page to a draft that the command line accepts.

import { AGENCY, APPLICANT } from "./cases";
import { expect, test } from "./fixture";
import { fact, track, zibo } from "./pack";
import { assessed, verify } from "./zhice";

test("an agency sees 300,000 at most, of which 50,000 as voucher, and takes away a draft that verifies", async ({
  widget,
  watch,
}, info) => {
  await widget.open();
  await watch.complete();
  const loaded = watch.requests.length;

  await widget.chooseTrack("agency");
  await expect(widget.heading).toHaveText("填报须知");
  await widget.begin();
  await widget.answerAll("agency", AGENCY);

  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  for (const [measure, sum] of [
    ["grants", "3 万元"],
    ["custody", "5 万元"],
    ["pledge-loan", "2 万元"],
    ["case-win", "20 万元"],
  ]) {
    await expect(widget.measure(measure).locator(".row-end span"), measure).toHaveText(sum);
  }
  for (const measure of ["securitisation", "attorney", "brand", "zero-or-double"]) {
    await expect(widget.measure(measure).locator(".row-end"), measure).not.toContainText("元");
  }
  await expect(widget.main.locator(".total b")).toHaveText("30 万元");
  await expect(widget.main.locator(".total small")).toContainText("知识产权服务券 5 万元");
  await expect(widget.main.locator(".total small")).toContainText("资金 25 万元");

  await widget.openDossier();
  await widget.fillIn(APPLICANT);
  await widget.answer("applicant.division", "zhangdian");
  await widget.main.getByLabel("所填内容与所附材料真实、准确。").check();
  await widget.openFinish();
  await expect(widget.main).toContainText(APPLICANT.credit_code);
  await expect(widget.main, "what was not asked is not missing").not.toContainText(
    fact("agency.doubling_grants").label.zh,
  );

  const { name, text } = await widget.download();
  await expect(widget.main.getByRole("status")).toHaveText(widget.word("downloaded"));
  const draft = JSON.parse(text);
  expect(name).toBe(`zhice-draft-${zibo.file.id}-agency-${draft.as_of}.json`);
  expect(draft).toMatchObject({
    format: "zhice.draft/1",
    programme: zibo.file.id,
    track: "agency",
    answers: { ...AGENCY, "applicant.division": "zhangdian" },
    dossier: { applicant: APPLICANT, declarations: ["truthful"] },
  });
  expect(draft.assessment.eligibility.verdict).toBe("eligible");
  expect(draft.assessment.support.total).toEqual({ low: 300_000, high: 300_000 });
  expect(draft.assessment.support.by_form.voucher).toEqual({ low: 50_000, high: 50_000 });

  expect(verify(text, info)).toMatchObject({ code: 0, stderr: "" });
  const custody = draft.assessment.support.measures.findIndex(({ id }: { id: string }) => id === "custody");
  for (const pointer of [
    "/answers/agency.invention_grants",
    `/assessment/support/measures/${custody}/amount/low`,
    "/dossier/applicant/mobile",
  ]) {
    const { code, stdout } = verify(withOneDigitChanged(text, pointer), info);
    expect(code, pointer).toBe(1);
    expect(stdout).toContain(`\`${pointer}\``);
  }

  expect(assessed(draft)).toEqual(draft.assessment);
  expect(watch.requests.slice(loaded).filter((request) => !request.startsWith("blob:"))).toEqual([]);
});

test("the conclusion beside the questions follows each answer", async ({ widget }) => {
  await widget.enter("agency");
  await expect(widget.outlook).toContainText("需补充信息");
  await expect(widget.slip).toContainText("还有 13 个问题会影响结论");

  await widget.answer("agency.patent_licensed", true);
  await expect(widget.outlook).toContainText("需补充信息");
  await widget.answer("agency.in_zone", false);
  await expect(widget.outlook).toContainText("尚不符合条件");
  await widget.answer("agency.in_zone", true);
  await expect(widget.outlook).toContainText("初步符合条件");
  await expect(widget.slip).toContainText("还有 11 个问题会影响结论");

  await widget.goOn();
  await widget.type("agency.pledge_loans", "2");
  await expect(widget.outlook).toContainText("2 万元起");
  await widget.type("agency.pledge_loans", "20");
  await expect(widget.outlook).toContainText("20 万元起");
  await widget.type("agency.pledge_loans", "");
  await expect(widget.outlook).not.toContainText("20 万元起");
  await widget.answer("agency.pledge_loans", 2);

  for (const [index, topic] of track("agency").topics.entries()) {
    if (index > 0) {
      await widget.showsTopic("agency", index);
      await widget.answerTopic("agency", index, AGENCY);
    }
    if (topic.id === "custody") await expect(widget.outlook).toContainText("7 万元起");
    if (topic.id === "cases") await expect(widget.outlook).toContainText("27–37 万元");
    if (topic.id === "grants") await expect(widget.outlook).toContainText("最高可达 30 万元");
    if (index > 0) await widget.goOn();
  }
});

test("beside the questions stands how the other programmes of the draft are doing", async ({ widget }) => {
  const { slip } = widget;
  const other = slip.getByRole("listitem").filter({ hasText: "浙江省知识产权服务业集聚发展示范区" });
  await widget.open();
  await widget.pickTrack("zone");
  await widget.pickTrack("zone", "zhejiang-2018-zone");
  await widget.button("start").click();
  await widget.begin();
  await expect(slip.getByRole("heading", { name: "同一草稿的其他项目" })).toBeVisible();
  await expect(other).toContainText("需补充信息");
  await widget.openStep(2);
  await widget.goOn();
  await widget.answer("zone.strong_demand", false);
  await expect(other).toContainText("尚不符合条件");
  await expect(slip.getByRole("listitem").filter({ hasText: "示范区创建申报" })).toHaveCount(0);
});

test("a question that another answer calls for comes and goes with it", async ({ widget }) => {
  await widget.enter("agency");
  await widget.openStep(2);
  await widget.goOn();
  await widget.goOn();
  await widget.showsTopic("agency", 2);
  await expect(widget.control("agency.custody_recognised")).toBeHidden();
  await widget.answer("agency.custody_mode", "advisory");
  await expect(widget.control("agency.custody_recognised")).toBeVisible();
  await widget.answer("agency.custody_mode", "none");
  await expect(widget.control("agency.custody_recognised")).toBeHidden();
});

test("partial answers under other readings are assessed alike on the page and on the command line", async ({
  widget,
}, info) => {
  await widget.enter("agency");
  const { "agency.new_attorneys": _, ...some } = AGENCY;
  await widget.answerAll("agency", {
    ...some,
    "agency.invention_grants": 120,
    "agency.custody_recognised": null,
  });
  const grants = widget.measure("grants").locator(".row-end span");
  await expect(grants).toHaveText("1 万元");
  await widget.openReadings();
  await widget.main.getByRole("radio", { name: /^含本数/ }).check();
  await expect(grants).toHaveText("3 万元");
  await widget.main.getByRole("radio", { name: /^一年只享受一项/ }).check();
  await widget.main.getByLabel("测算日期").fill("2020-10-01");

  await widget.openDossier();
  await widget.openFinish();
  const { text } = await widget.download();
  const draft = JSON.parse(text);
  expect(draft.as_of).toBe("2020-10-01");
  expect(draft.assessment.standing).toBe("in_force");
  expect(draft.readings).toMatchObject({ "zibo.threshold": "inclusive", "zibo.once": "one_measure" });
  expect(draft.assessment.missing).toEqual(["agency.custody_recognised", "agency.new_attorneys"]);
  expect(assessed(draft)).toEqual(draft.assessment);
  expect(verify(text, info).code).toBe(0);
});

/** The file with the last digit at the place turned into another one, and not a byte more. */
function withOneDigitChanged(text: string, pointer: string): string {
  const draft = JSON.parse(text);
  const [last, ...path] = pointer.split("/").slice(1).reverse();
  const holder = path.reverse().reduce((holder, step) => holder[step], draft);
  const value = holder[last];
  const digits = String(value).replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  holder[last] = typeof value === "number" ? Number(digits) : digits;
  const changed = `${JSON.stringify(draft, null, 2)}\n`;
  expect(
    [...changed].filter((character, at) => character !== text[at]),
    "one character differs",
  ).toHaveLength(1);
  return changed;
}
