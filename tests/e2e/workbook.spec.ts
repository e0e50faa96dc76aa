// What reads workbooks is fetched when the first is opened in a list, and never before.

import type { Locator, Route } from "@playwright/test";

import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import { hold, once, otherBytes } from "./network";
import type { Widget } from "./widget";

const GRANTS = "agency.invention_grants_list";
const LOANS = "agency.pledge_loans_list";
const SECURITISATIONS = "agency.securitisations_list";
const READER = /\/zhice-xlsx-[0-9a-f]{8}\.wasm$/;
const TABLES = new URL("../tables/", import.meta.url).pathname;
const WORKBOOK = `${TABLES}openpyxl.xlsx`;

/** A list, ready to take in a table. */
async function openToTakeIn(widget: Widget, id = GRANTS): Promise<Locator> {
  const list = await widget.enterList(id);
  await list.getByRole("button", { name: "从表格导入" }).click();
  return list;
}

const file = (list: Locator) => list.locator("input[type=file]");
const area = (list: Locator) => list.getByLabel("粘贴表格");
const isRead = (list: Locator) => expect(list).toContainText("第一张工作表“授权清单”，共 2 张");
const loading = (list: Locator) => list.getByRole("status").filter({ hasText: "正在载入读取 .xlsx 文件的程序" });

test("it is fetched once, with the first workbook; a text needs nothing", async ({ widget, watch }) => {
  const list = await openToTakeIn(widget);
  await watch.complete();
  const loaded = watch.requests.length;
  const asked = () => watch.requests.slice(loaded);
  await area(list).fill("专利号\nZL98105556.7");
  await list.getByRole("button", { name: "读取", exact: true }).click();
  await expect(list.getByRole("group", { name: "对应各列" })).toBeVisible();
  await file(list).setInputFiles(`${TABLES}titled.csv`);
  await expect(list.locator(".list-outcome")).toContainText("不能收入");
  expect(asked()).toEqual([]);

  await file(list).setInputFiles(WORKBOOK);
  await isRead(list);
  await list.getByRole("button", { name: "不导入" }).click();
  await file(list).setInputFiles(WORKBOOK);
  await isRead(list);
  expect(asked()).toEqual([expect.stringMatching(READER)]);

  const proof = widget.at.locator("details.proof");
  await proof.locator("summary").click();
  await expect(proof.getByRole("listitem").filter({ hasText: "zhice-xlsx-" })).toHaveText(/已核对完整性/);
  await expect(proof).toContainText("没有记录到任何网络请求");
});

for (const width of [1280, 375]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`it says that it is on its way, and that it did not come, at ${width} px, ${scheme}`, async ({ widget, page, watch }) => {
      watch.expects(/ERR_CONNECTION_RESET|Failed to fetch/);
      watch.expects(/^error: TypeError/);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const list = await openToTakeIn(widget);
      const shot = async (name: string) => {
        expect(await faults(page)).toEqual([]);
        expect(await misfits(page, 13)).toEqual([]);
        if (process.env.ZHICE_SHOTS) {
          await list.screenshot({ path: `${process.env.ZHICE_SHOTS}/workbook-${name}-${width}-${scheme}.png` });
        }
      };
      await once(page, READER, (route) => route.abort("connectionreset"));
      await file(list).setInputFiles(WORKBOOK);
      await expect(list.getByRole("alert").filter({ hasText: "没能载入" })).toBeVisible();
      await shot("absent");
      const letGo = await hold(page, READER);
      await list.getByRole("button", { name: "重试" }).click();
      await expect(loading(list)).toBeVisible();
      await expect(file(list)).toBeFocused();
      await shot("loading");
      letGo();
      await isRead(list);
      await expect(loading(list)).toBeHidden();
    });
  }
}

for (const [what, answer, complaint] of [
  ["does not come", (route: Route) => route.abort("connectionreset"), /ERR_CONNECTION_RESET|Failed to fetch/],
  ["is not what was shipped", otherBytes, /integrity/],
] as const) {
  for (const mended of ["a press", "opening the file again"]) {
    test(`where it ${what}, ${mended} mends it and nothing is lost`, async ({ widget, page, watch }) => {
      watch.expects(complaint);
      watch.expects(/^error: (TypeError|Error)/);
      await once(page, READER, answer);
      const list = await openToTakeIn(widget);
      await area(list).fill("ZL98105556.7");
      await file(list).setInputFiles(WORKBOOK);
      const alert = list.getByRole("alert").filter({ hasText: "读取 .xlsx 文件的程序没能载入，已填写的内容都在" });
      await expect(alert).toBeVisible();
      await expect(area(list)).toHaveValue("ZL98105556.7");
      if (mended === "a press") await alert.getByRole("button", { name: "重试" }).click();
      else await file(list).setInputFiles(WORKBOOK);
      await isRead(list);
      await expect(alert).toBeHidden();
      await expect(area(list)).toHaveValue("ZL98105556.7");
    });
  }
}

test("what is handed in meanwhile counts, and not the workbook that waited", async ({ widget, page }) => {
  const letGo = await hold(page, READER);
  const list = await openToTakeIn(widget, LOANS);
  await file(list).setInputFiles(WORKBOOK);
  await expect(loading(list)).toBeVisible();
  await file(list).setInputFiles(`${TABLES}titled.csv`);
  await expect(list.locator(".list-outcome")).toContainText("不能收入");
  await expect(loading(list)).toBeHidden();

  // The workbook of another list waits behind it.
  const other = widget.question(SECURITISATIONS);
  await other.locator(".list-drawer > summary").click();
  await other.getByRole("button", { name: "从表格导入" }).click();
  await file(other).setInputFiles(WORKBOOK);
  letGo();
  await isRead(other);
  await expect(list.locator(".list-match")).toBeVisible();
  await expect(list).not.toContainText("授权清单");
});
