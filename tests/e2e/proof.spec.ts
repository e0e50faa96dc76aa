// The widget shows where data go, and what it shows is so.

import { modules } from "./built";
import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import type { Widget } from "./widget";

const fold = (widget: Widget) => widget.at.locator("details.proof");
const open = (widget: Widget) => fold(widget).locator("summary").click();

test("what was loaded, what was sent and what is kept, as it stands", async ({ widget, page, watch }) => {
  await widget.enter("agency");
  await watch.complete();
  await open(widget);
  const files = fold(widget).getByRole("listitem");
  // What comes after the first page is listed as well.
  const checked = /\.wasm \d+ (KB|字节)，[已未]核对完整性/;
  await expect(files.filter({ hasText: ".wasm" })).toHaveText(modules().map(() => checked));
  await expect(files.filter({ hasText: ".css" })).toHaveText(/\.css \d+ KB/);
  await expect(fold(widget)).toContainText("没有记录到任何网络请求");
  await expect(files.filter({ hasText: "zhice.session" })).toHaveText(/zhice\.session \d+ 字节/);
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await misfits(page, 13)).toEqual([]);

  // A page that does send something cannot hide it.
  await page.evaluate(() => fetch("./draft.schema.json").then((answer) => answer.text()));
  await fold(widget).getByRole("button", { name: "重新读取" }).click();
  await expect(fold(widget)).toContainText("记录到 1 个请求");
  await expect(files.filter({ hasText: "draft.schema.json" })).toBeVisible();

  await widget.button("wipe").click();
  await fold(widget).getByRole("button", { name: "重新读取" }).click();
  await expect(fold(widget)).toContainText("没有保存任何内容");
  await widget.switchLanguage();
  await open(widget);
  await expect(fold(widget)).toContainText("The self-assessments of this site keep the following");
  await expect(files.filter({ hasText: "zhice.session" })).toHaveText(/zhice\.session \d+ bytes/);
});
