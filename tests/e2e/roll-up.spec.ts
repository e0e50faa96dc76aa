// Drafts of several departments made into one, and tasks seen by department.

import { faults } from "./checks";
import { expect, test } from "./fixture";
import { programmes } from "./pack";
import type { Answers, Widget } from "./widget";
import { zhice } from "./zhice";

const CITY = programmes.find((one) => one.file.id === "zibo-2024-city");
const TASK = "city.task_2_1";

/** The draft of a department of the city, as the command writes it. */
function draft(answers: Answers): string {
  const subject = ["draft", "--programme", "zibo-2024-city", "--track", "city", "--answers", "-"];
  return zhice(subject, JSON.stringify(answers)).stdout;
}

/** Hands in several files at once on the first page. */
async function bring({ main }: Widget, files: Record<string, string>): Promise<void> {
  const all = Object.entries(files).map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) }));
  await main.locator('input[type="file"]').setInputFiles(all);
}

/** What two bureaus answered: one task alike, one otherwise, and each something of its own. */
const files = () => ({
  "工信局.json": draft({ [TASK]: "under_way", "city.task_3_1": "done", "city.trademarks": 99000 }),
  "科技局.json": draft({ [TASK]: "done", "city.task_3_1": "done", "city.task_2_3": "under_way" }),
});

test("several drafts become one, and the person decides where they differ", async ({ widget, page }) => {
  await widget.open();
  await bring(widget, files());
  await expect(widget.heading).toHaveText("汇总多份草稿");
  const conflict = widget.main.getByRole("group", { name: "高价值专利培育" });
  await expect(widget.main.locator(".roll-up")).toHaveCount(1);
  await expect(conflict.getByRole("radio", { checked: true })).toHaveCount(0);
  expect(await faults(page)).toEqual([]);

  // Nothing is made before it is decided.
  await page.getByRole("button", { name: "生成汇总草稿" }).click();
  await expect(conflict).toBeFocused();
  await expect(widget.heading).toHaveText("汇总多份草稿");

  await conflict.getByRole("radio", { name: "已完成 科技局.json" }).check();
  await page.getByText("只有一份填写、已采用（2）").click();
  await expect(widget.main.getByRole("row", { name: /有效注册商标.*99,000.*工信局\.json/ })).toBeVisible();
  await page.getByRole("button", { name: "生成汇总草稿" }).click();
  await expect(widget.main.getByRole("status").filter({ hasText: "已汇总成一份新草稿" })).toBeVisible();
  const row = widget.main.locator('[data-indicator="task-2-1"]');
  await expect(row.locator(".row-end")).toHaveText("已完成");

  await widget.button("undo").click();
  await expect(widget.heading).not.toContainText("自评");
  await widget.openStep(0);
  await expect(widget.drafts).toHaveCount(0);
});

test("a file that was changed is left out and says so", async ({ widget, page }) => {
  await widget.open();
  const whole = files();
  await bring(widget, { ...whole, "科技局.json": whole["科技局.json"].replace('"under_way"', '"done"') });
  await expect(widget.main).toContainText("科技局.json：生成后有改动，没有汇总");
  await expect(page.getByRole("alert")).toContainText("不到两份");
  expect(await faults(page)).toEqual([]);
});

test("what a task consists of is ticked under its rating, and seen by department", async ({ widget, page }) => {
  if (!CITY) throw new Error("no pack of Zibo 2024");
  widget.programme = CITY;
  await widget.enter("city");
  const topic = CITY.file.tracks[0].topics.findIndex(({ facts }) => facts.includes(TASK));
  for (let page = 0; page < topic; page += 1) await widget.goOn();
  await widget.option(TASK, "under_way").check();
  const actions = widget.question(TASK).locator(".task-actions");
  await actions.getByRole("checkbox", { name: "鼓励企业海外布局" }).check();
  await expect(actions).toContainText("已选 1 / 4 项");
  await expect(widget.option(TASK, "under_way")).toBeChecked();
  expect(await faults(page)).toEqual([]);

  await widget.openConclusion();
  const board = widget.main.locator(".board");
  const all = board.getByRole("button");
  await all.filter({ hasText: "各区县政府" }).click();
  await expect(board.getByRole("status")).toContainText("19");
  await all.filter({ hasText: "市司法局" }).click();
  const apart = widget.main.locator(".of-unlisted");
  await expect(apart.getByRole("heading")).toContainText("市领导小组成员单位");
  await expect(apart.locator(".row")).toHaveCount(5);
  await all.filter({ hasText: "市科技局" }).click();
  const row = widget.main.locator('[data-indicator="task-2-1"]');
  await row.locator("summary").first().click();
  await expect(row.locator(".points li").filter({ hasText: "鼓励企业海外布局" })).toContainText("已做");
  expect(await faults(page)).toEqual([]);
});
