// The other track: may this place become a zone, and why not.

import { ZONE } from "./cases";
import { expect, test } from "./fixture";
import { track, zibo } from "./pack";
import type { Widget } from "./widget";

const CONDITIONS = track("zone").conditions;

test("a zone that has everything preliminarily meets every condition", async ({ widget }) => {
  await widget.enter("zone");
  await expect(widget.outlook).toContainText("需补充信息");
  await widget.answerAll("zone", ZONE);

  await expect(widget.heading).toHaveText("初步符合条件");
  await expectConditions(widget, {});
  await expect(widget.main.getByRole("heading", { name: "支持测算" })).toBeHidden();
  await expect(widget.main.getByText("还可以补充")).toBeHidden();
});

test("one agency is too few, and the conclusion says so", async ({ widget }) => {
  await widget.conclude("zone", { ...ZONE, "zone.service_points": 1 });

  await expect(widget.heading).toHaveText("尚不符合条件");
  await expectConditions(widget, { "agency-base": "not" });
  const reasons = widget.condition("zone", "agency-base").locator(".reasons li");
  await expect(reasons).toContainText(["1"]);
  await expect(reasons).toContainText(["2"]);
});

test("a service nobody in the zone provides is named, and whether the rest will do is the authority’s", async ({
  widget,
}) => {
  const coverage = (ZONE["zone.coverage"] as string[]).filter((service) => service !== "custody");
  await widget.conclude("zone", { ...ZONE, "zone.coverage": coverage });

  await expect(widget.heading).toHaveText("部分条件由主管部门判断");
  await expectConditions(widget, { "service-coverage": "judged" });
  await expect(widget.condition("zone", "service-coverage").locator(".reasons")).toContainText("托管");

  await widget.openReadings();
  await widget.main.getByRole("radio", { name: /^全部保障/ }).check();
  await expect(widget.heading).toHaveText("尚不符合条件");
  await expectConditions(widget, { "service-coverage": "not" });
});

test("what is not clear yet is asked for, and answering it settles the matter", async ({ widget }) => {
  await widget.conclude("zone", { ...ZONE, "zone.mechanism": null, "zone.service_points": null });

  await expect(widget.heading).toHaveText("需补充信息");
  await expectConditions(widget, { "county-commitment": "unknown", "agency-base": "unknown" });

  const open = widget.main.getByRole("button", { name: new RegExp(`^${widget.word("answerThis")}：`) });
  await expect(open).toHaveCount(2);
  await widget.main.getByRole("button", { name: `去填写：${track("zone").topics[2].title.zh}` }).click();
  await widget.showsTopic("zone", 2);
  await widget.answer("zone.service_points", 3);
  await widget.openConclusion();
  await expect(open).toHaveCount(1);
  await open.click();
  await widget.showsTopic("zone", 0);
  await widget.answer("zone.mechanism", true);
  await expect(widget.outlook).toContainText("初步符合条件");
});

test("a blocking answer outweighs what is not known", async ({ widget }) => {
  await widget.conclude("zone", { ...ZONE, "zone.plan": false, "zone.mechanism": null, "zone.coverage": null });

  await expect(widget.heading).toHaveText("尚不符合条件");
  await expectConditions(widget, { "county-commitment": "not", "service-coverage": "unknown" });
});

test("the clause of a condition and of a question opens in plain words", async ({ widget }) => {
  await widget.enter("zone");
  const { says } = zibo.clause("第五条（一）");
  const chip = widget.question("zone.mechanism").locator("details.clause");
  await expect(chip.getByText(says.zh)).toBeHidden();
  await chip.locator("summary").click();
  await expect(chip.getByText(says.zh)).toBeVisible();

  await widget.openConclusion();
  for (const { id, cite } of CONDITIONS) {
    await widget.openRow(widget.condition("zone", id));
    const chip = widget.condition("zone", id).locator("details.clause");
    await expect(chip.locator("summary")).toHaveText(cite);
    await chip.locator("summary").click();
    await expect(chip.getByText(zibo.clause(cite).says.zh)).toBeVisible();
  }
});

test("every answer of a list can be given and taken back", async ({ widget }) => {
  await widget.enter("zone");
  await widget.openStep(2);
  await widget.goOn();
  await widget.goOn();
  const control = widget.control("zone.coverage");
  const box = (word: "all" | "none" | "unsure") => control.getByLabel(widget.word(word), { exact: true });
  const services = ZONE["zone.coverage"] as string[];

  await box("all").check();
  await widget.showsAnswer("zone.coverage", services);
  await widget.option("zone.coverage", "custody").uncheck();
  await expect(box("all")).not.toBeChecked();
  await widget.showsAnswer("zone.coverage", services.slice(0, -1));
  await box("none").check();
  await widget.showsAnswer("zone.coverage", []);
  await box("unsure").check();
  await expect(box("none")).not.toBeChecked();
  await widget.option("zone.coverage", "patent").check();
  await expect(box("unsure")).not.toBeChecked();
  await widget.showsAnswer("zone.coverage", ["patent"]);

  // What the boxes show is what is kept, however often one is pressed.
  for (const word of ["all", "none", "unsure"] as const) {
    await box(word).check();
    await box(word).click();
    const shown = await control
      .locator("input")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
    await widget.reload();
    const kept = await control
      .locator("input")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
    expect(kept, word).toEqual(shown);
  }
});

/** Every condition is met but those that are named, each with reasons and its clause. */
async function expectConditions(widget: Widget, others: Record<string, "not" | "unknown" | "judged">): Promise<void> {
  for (const { id, cite } of CONDITIONS) {
    const row = widget.condition("zone", id);
    await expect(row.locator(".row-end"), id).toHaveText(widget.word(others[id] ?? "met"));
    await expect(row.locator(".reasons li"), id).not.toHaveCount(0);
    await expect(row.locator("details.clause summary"), id).toHaveText(cite);
  }
}
