// Lists: rows typed, changed and removed, pasted from a spreadsheet, and taken from a file.

import type { Locator, Page } from "@playwright/test";

import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import { zibo } from "./pack";
import type { Widget } from "./widget";

const LIST = "made_up.grants";
const TABLES = new URL("../tables/", import.meta.url).pathname;

const COLUMNS = [
  { id: "number", type: "text", title: { zh: "专利号", en: "Patent number" }, key: true, format: "patent_number" },
  { id: "granted_on", type: "date", title: { zh: "授权公告日", en: "Granted on" }, required: true },
  { id: "client", type: "text", title: { zh: "委托人", en: "Client" } },
  { id: "fee", type: "money", title: { zh: "代理费", en: "Fee" } },
  { id: "doubling", type: "bool", title: { zh: "是否倍增", en: "Doubling" } },
];

/** The agency track, whose grants are counted from a list that only this test has. */
function withList(): string {
  const pack = JSON.parse(zibo.text);
  const grants = pack.facts.find((fact: { id: string }) => fact.id === "agency.invention_grants");
  grants.counted = { count: { list: LIST } };
  pack.facts.push({
    id: LIST,
    type: "list",
    label: { zh: "授权清单", en: "List of grants" },
    help: { zh: "选填。", en: "Optional." },
    question: { zh: "当年授权的发明专利有哪些？", en: "Which invention patents were granted in the year?" },
    columns: COLUMNS,
    cite: grants.cite,
  });
  const agency = pack.tracks.find((track: { id: string }) => track.id === "agency");
  // Below the number that follows from it.
  agency.topics[0].facts.push(grants.id, LIST);
  const topic = agency.topics.find(({ id }: { id: string }) => id === "grants");
  topic.facts = topic.facts.filter((id: string) => !id.startsWith(grants.id));
  return JSON.stringify(pack);
}

/** Opens the page of questions with the list. */
async function openList(page: Page, widget: Widget): Promise<Locator> {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/id="?zhice"?/, `$& data-packs="packs/list.json"`);
    await route.fulfill({ response, body });
  });
  await page.route("**/packs/list.json", (route) =>
    route.fulfill({ contentType: "application/json", body: withList() }),
  );
  await widget.enter("agency");
  const list = widget.question(LIST);
  await list.locator(".list-drawer > summary").click();
  await expect(list.getByRole("button", { name: "添加一行" })).toBeVisible();
  return list;
}

const rows = (list: Locator): Locator => list.locator(".list-table tbody tr");

async function add(list: Locator, cells: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(cells)) await list.getByLabel(name).fill(text);
  await list.getByRole("button", { name: "保存这一行" }).click();
}

async function paste(list: Locator, text: string): Promise<void> {
  const open = list.getByRole("button", { name: "从表格导入" });
  if ((await open.getAttribute("aria-expanded")) === "false") await open.click();
  await list.getByLabel("粘贴表格").fill(text);
  await list.getByRole("button", { name: "读取", exact: true }).click();
}

/** A patent of the year 2020 by its place in the series, with its check digit. */
function patent(series: number): string {
  const digits = `20201${String(series).padStart(7, "0")}`;
  const sum = [...digits].reduce((sum, digit, at) => sum + Number(digit) * ((at % 8) + 2), 0);
  return `ZL${digits}.${"0123456789X"[sum % 11]}`;
}

const table = (count: number): string =>
  ["专利号\t授权公告日", ...Array.from({ length: count }, (_, at) => `${patent(at + 1)}\t2020/9/1`)].join("\n");

test("a row is added by keyboard, refused where it is wrong, changed, removed and brought back", async ({
  widget,
  page,
}) => {
  const list = await openList(page, widget);
  await expect(list.locator(".list-empty")).toBeVisible();
  await list.getByRole("button", { name: "添加一行" }).press("Enter");
  const number = list.getByLabel("专利号");
  await expect(number).toBeFocused();

  await number.fill("ZL200410030787.3");
  await list.getByLabel("授权公告日").fill("9 月");
  await page.keyboard.press("Enter");
  await expect(number).toBeFocused();
  await expect(number).toHaveAttribute("aria-invalid", "true");
  await expect(list).toContainText("校验位是“3”，按前面的数字应为“2”");
  await expect(list).toContainText("请填写日期，如 2026-11-21");

  // What is typed stays through a reload.
  await expect(widget.saving).toContainText(widget.word("saved"));
  await widget.reload();
  await expect(number).toHaveValue("ZL200410030787.3");
  await add(list, { 专利号: "ＺＬ2004 1 0030787.2", 授权公告日: "2020年9月1日", 代理费: "0.5" });
  await expect(rows(list)).toHaveCount(1);
  await expect(rows(list)).toContainText(["ZL200410030787.2"]);
  await expect(rows(list)).toContainText(["2020年9月1日"]);
  await expect(number).toBeFocused();
  await expect(number).toHaveValue("");

  await add(list, { 专利号: "200410030787.2", 授权公告日: "2020-9-1" });
  await expect(list).toContainText("与第 1 行相同");
  await list.getByRole("button", { name: "完成" }).click();

  await list.getByRole("button", { name: "修改第 1 行" }).click();
  await expect(list.getByLabel("代理费")).toHaveValue("0.5");
  await list.getByLabel("是否倍增").selectOption("是");
  await list.getByLabel("委托人").fill("甲");
  await page.keyboard.press("Enter");
  await expect(rows(list)).toContainText(["甲"]);

  await list.getByRole("button", { name: "删除第 1 行" }).click();
  await expect(rows(list)).toHaveCount(0);
  await expect(widget.message).toContainText("已从列表中删除");
  await widget.button("undo").click();
  await expect(rows(list)).toHaveCount(1);
  await widget.reload();
  await expect(rows(list)).toContainText(["甲"]);
});

test("a pasted table is matched, and every row is taken, twice or refused", async ({ widget, page }) => {
  const list = await openList(page, widget);
  await paste(
    list,
    "2020年清单\t\t\t\n授权日期\t专利号\t代理费\t单位名称\n2020/9/1\tZL200410030787.2\t3000\t甲\n2020/9/2\t200410030787.2\t\t\n2020/13/1\tZL98105556.7\t\t乙\n合计\t\t3000\t",
  );
  const outcome = list.locator(".list-outcome");
  await expect(outcome).toHaveText("可收入 0 行，重复 0 行，不能收入 4 行。");
  await expect(list).toContainText("没有写明是元还是万元");
  await list.getByLabel("没有写明单位的数字是").selectOption("元");
  await expect(outcome).toHaveText("可收入 1 行，重复 1 行，不能收入 2 行。");
  await expect(list.locator(".list-outcomes").first()).toContainText("2020/13/1");
  await expect(list.locator(".list-outcomes").first()).toContainText("是合计行");
  expect(await faults(page)).toEqual([]);

  await list.getByRole("button", { name: "收入 1 行" }).click();
  await expect(outcome).toHaveText("已收入 1 行，重复 1 行，未收入 2 行。");
  await expect(rows(list)).toHaveCount(1);
  await expect(rows(list)).toContainText(["0.3 万元"]);
  await widget.button("undo").click();
  await expect(rows(list)).toHaveCount(0);
});

test("a workbook and a text in GB18030 are read from files, other files are explained", async ({ widget, page }) => {
  const list = await openList(page, widget);
  await list.getByRole("button", { name: "从表格导入" }).click();
  const file = list.locator("input[type=file]");
  await file.setInputFiles(`${TABLES}openpyxl.xlsx`);
  await expect(list).toContainText("第一张工作表“授权清单”，共 2 张");
  await expect(list.locator(".list-outcome")).toHaveText("可收入 1 行，重复 0 行，不能收入 2 行。");
  await list.getByRole("button", { name: "收入 1 行" }).click();
  await expect(rows(list)).toContainText(["淄博甲新材料有限公司"]);

  // 专利号,授权公告日,委托人 and 淄博丙公司.
  const bytes = [
    0xd7, 0xa8, 0xc0, 0xfb, 0xba, 0xc5, 0x2c, 0xca, 0xda, 0xc8, 0xa8, 0xb9, 0xab, 0xb8, 0xe6, 0xc8, 0xd5, 0x2c, 0xce,
    0xaf, 0xcd, 0xd0, 0xc8, 0xcb, 0x0a,
  ];
  const content = Buffer.concat([
    Buffer.from(bytes),
    Buffer.from("ZL98105556.7,2020-9-1,"),
    Buffer.from([0xd7, 0xcd, 0xb2, 0xa9, 0xb1, 0xfb, 0xb9, 0xab, 0xcb, 0xbe]),
  ]);
  await file.setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: content });
  await list.getByRole("button", { name: "收入 1 行" }).click();
  await expect(rows(list)).toContainText(["淄博甲", "淄博丙公司"]);

  await file.setInputFiles({ name: "list.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(list.getByRole("alert")).toContainText("这是 PDF 文件，不是表格，请选择 .xlsx 或 .csv 文件");
});

test("the count follows from the list", async ({ widget, page }) => {
  const list = await openList(page, widget);
  for (const id of ["agency.patent_licensed", "agency.in_zone"]) await widget.answer(id, true);
  await paste(list, table(71));
  await list.getByRole("button", { name: "收入 71 行" }).click();
  await expect(rows(list)).toHaveCount(11);
  await expect(list).toContainText("第 61–71 行，共 71 行");
  await list.getByRole("button", { name: "上一页" }).click();
  await expect(rows(list)).toHaveCount(20);
});

test("ten thousand rows are kept, and a row more can be typed", async ({ widget, page }) => {
  const list = await openList(page, widget);
  await paste(list, table(9_999));
  await list.getByRole("button", { name: "收入 9999 行" }).click();
  await expect(list).toContainText("共 9999 行");
  await list.getByRole("button", { name: "添加一行" }).click();
  await add(list, { 专利号: "ZL98105556.7", 授权公告日: "2020-9-1" });
  await expect(list).toContainText("第 9981–10000 行，共 10000 行");
  await expect(widget.saving).toContainText(widget.word("saved"));
  await widget.reload();
  await expect(widget.question(LIST)).toContainText("共 10000 行");
});

for (const width of [1280, 375]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`the editor is whole at ${width} px, ${scheme}`, async ({ widget, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const list = await openList(page, widget);
      const shot = async (name: string) => {
        expect(await faults(page)).toEqual([]);
        expect(await misfits(page, 13)).toEqual([]);
        if (process.env.ZHICE_SHOTS) {
          await list.screenshot({ path: `${process.env.ZHICE_SHOTS}/list-${name}-${width}-${scheme}.png` });
        }
      };
      await shot("empty");
      await paste(list, `${table(2)}\nZL98105556.7\t2020/13/1\n${patent(1)}\t2020/9/1`);
      await shot("match");
      await list.getByRole("button", { name: "收入 2 行" }).click();
      await list.getByRole("button", { name: "修改第 1 行" }).click();
      await list.getByLabel("专利号").fill("ZL98105556.8");
      await page.keyboard.press("Enter");
      await shot("rows");
    });
  }
}
