// A zone through its life: what figures do not go together, where its title leads, and on which days what is due.

import { ZONE } from "./cases";
import { expect, test } from "./fixture";
import { programme } from "./pack";
import { assessed } from "./zhice";

const national = programme("cnipa-2023-zone");
/** More grants for firms without patents than grants in all. */
const FIGURES = {
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 10,
  "agency.zeroing": true,
  "agency.zeroing_grants": 12,
  "agency.doubling": false,
};
const TITLED = { ...ZONE, "zone.stage": "recognised" };

test("figures that do not go together are asked about beside both, and nothing is refused for it", async ({ widget }) => {
  await widget.enter("agency");
  await widget.answerAll("agency", FIGURES);
  await widget.goBack();
  for (const fact of ["agency.invention_grants", "agency.zeroing_grants"]) {
    const note = widget.question(fact).locator(".doubts");
    await expect(note).toHaveRole("status");
    await expect(note).toContainText("清零企业发明授权 12 件、发明专利授权 10 件");
    await expect(widget.control(fact)).toHaveAttribute("aria-invalid", "false");
  }
  await widget.goOn();
  await widget.openDossier();
  await widget.openFinish();
  await expect(widget.main.getByRole("heading", { name: "待核对" }).first()).toBeVisible();
  const draft = JSON.parse((await widget.download()).text);
  expect(draft.assessment.checks).toMatchObject([{ id: "zeroing-within-grants" }]);
  expect(draft.application.map((section: { id: string }) => section.id)).toContain("checks");
  expect(assessed(draft)).toEqual(draft.assessment);

  await widget.openConclusion();
  await widget.goBack();
  await widget.answer("agency.zeroing_grants", 10);
  await expect(widget.question("agency.zeroing_grants").locator(".doubt")).toHaveCount(0);
});

test("a municipal title leads to the national pilot zone, with what is known carried along", async ({ widget, page }) => {
  await widget.conclude("zone", TITLED);
  await widget.openList("由此可以");
  const add = page.getByRole("button", { name: /^加入本次填报：.*试验区申报$/ });
  await expect(widget.main.locator("li.row", { has: add })).toContainText("已到这一步");
  await add.click();

  widget.programme = national;
  await widget.showsTopic("pilot", 0);
  await widget.showsAnswer("zone.origin", "other_cluster");
  const carried = widget.question("zone.origin").getByText("由其他事项的结果带入");
  await expect(carried).toBeVisible();
  await widget.answer("zone.origin", "none");
  await expect(carried).toBeHidden();
});

test("days that follow from an answer are counted, and what is overdue says so", async ({ widget }) => {
  widget.programme = national;
  await widget.conclude("pilot", { "zone.national_stage": "approved" });
  await widget.openList("日期和期限");
  await widget.main.getByRole("button", { name: "去填写：获批日期" }).click();
  await expect(widget.control("zone.approved_on")).toBeFocused();
  await widget.answer("zone.approved_on", "2023-11-30");
  await widget.openConclusion();

  const plan = widget.main.locator(".procedure li", { hasText: "建设方案" }).first();
  await expect(plan).toContainText("2024年2月29日");
  await expect(plan).toContainText("已逾期");
  await widget.main.getByLabel("测算日期").fill("2024-02-29");
  await expect(plan).not.toContainText("已逾期");
  await widget.openList("日期和期限");
  await expect(widget.main.locator(".listed li.row", { hasText: "上年总结" })).toContainText("2025年1月31日");
});
