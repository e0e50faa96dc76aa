// Lists: rows typed, changed and removed, pasted from a spreadsheet, and taken from a file.

import type { Locator } from "@playwright/test";

import { asksBeforeLeaving, faults, misfits } from "./checks";
import { expect, test } from "./fixture";

const GRANTS = "agency.invention_grants_list";
const LOANS = "agency.pledge_loans_list";
const ATTORNEYS = "agency.new_attorneys_list";
const TABLES = new URL("../tables/", import.meta.url).pathname;

const rows = (list: Locator): Locator => list.locator(".list-table tbody tr");

/** Fills in the row that is typed and saves it. */
async function add(list: Locator, number: string, day: string): Promise<void> {
  await list.getByLabel("专利号").fill(number);
  await list.getByLabel("专利类型").selectOption("发明");
  await list.getByLabel("本市专利").selectOption("是");
  await list.getByLabel("授权公告日").fill(day);
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
  ["专利号\t授权公告日\t专利类型\t本市专利", ...Array.from({ length: count }, (_, at) => line(patent(at + 1)))].join("\n");

const line = (number: string, day = "2020/9/1"): string => `${number}\t${day}\t发明\t是`;

test("a row is added by keyboard, refused where it is wrong, changed, removed and brought back", async ({
  widget,
  page,
}) => {
  const list = await widget.enterList(GRANTS);
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
  await add(list, "ＺＬ2004 1 0030787.2", "2020年9月1日");
  await expect(rows(list)).toHaveCount(1);
  await expect(rows(list)).toContainText(["ZL200410030787.2"]);
  await expect(rows(list)).toContainText(["2020年9月1日"]);
  await expect(number).toBeFocused();
  await expect(number).toHaveValue("");

  await add(list, "200410030787.2", "2020-9-1");
  await expect(rows(list)).toHaveCount(1);
  await expect(list).toContainText("与第 1 行相同");
  // A row that is left and cannot stand can be brought back, to be mended or emptied.
  await list.getByRole("button", { name: "完成" }).click();
  await expect(widget.message).toContainText("正在填写的一行没有保存");
  await widget.button("undo").click();
  await expect(number).toHaveValue("200410030787.2");
  await list.getByRole("button", { name: "完成" }).click();

  await list.getByRole("button", { name: "修改第 1 行" }).click();
  await expect(list.getByLabel("授权公告日")).toHaveValue("2020-09-01");
  await list.getByLabel("专利权人").fill("甲");
  await page.keyboard.press("Enter");
  await expect(rows(list)).toContainText(["甲"]);

  // One that can stand is saved.
  await list.getByRole("button", { name: "修改第 1 行" }).click();
  await list.getByLabel("专利权人").fill("乙");
  await list.getByRole("button", { name: "完成" }).click();
  await expect(rows(list)).toContainText(["乙"]);

  await list.getByRole("button", { name: "删除第 1 行" }).click();
  await expect(rows(list)).toHaveCount(0);
  await expect(widget.message).toContainText("已从列表中删除");
  await widget.button("undo").click();
  await expect(rows(list)).toHaveCount(1);
  await widget.reload();
  await expect(rows(list)).toContainText(["乙"]);
});

test("a pasted table is matched, and every row is taken, twice or refused", async ({ widget, page }) => {
  const list = await widget.enterList(LOANS);
  await paste(
    list,
    "2020年清单\t\t\t\t\t\n放款日期\t合同编号\t金额\t企业名称\t贷款银行\t本市银行\n2020/9/1\tA-1\t3000\t甲\t齐商银行\t是\n" +
      "2020/9/2\tA-1\t\t甲\t齐商银行\t√\n2020/13/1\tA-2\t\t乙\t齐商银行\t是\n合计\t\t3000\t\t\t",
  );
  const outcome = list.locator(".list-outcome");
  await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 3 行。");
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

test("a table that is being matched stays until it is taken in or put away, and both can be undone", async ({
  widget,
  page,
}) => {
  const list = await widget.enterList(LOANS);
  expect(await asksBeforeLeaving(page)).toBe(false);
  await paste(list, "放款日期\t合同编号\t金额\t企业名称\t贷款银行\t本市银行\n2020/9/1\tA-1\t3000\t甲\t齐商银行\t是");
  const [outcome, area] = [list.locator(".list-outcome"), list.locator("textarea")];
  await list.getByLabel("没有写明单位的数字是").selectOption("元");
  await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 0 行。");
  expect(await asksBeforeLeaving(page)).toBe(true);

  await widget.switchLanguage();
  await expect(outcome).toHaveText("To be taken: 1. There already: 0. Cannot be taken: 0.");
  await expect(list.getByLabel("A number without a unit is in")).toHaveValue("yuan");
  await widget.switchLanguage();
  await widget.goOn();
  await expect(list).toBeHidden();
  await widget.goBack();
  await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 0 行。");
  await expect(area).toHaveValue(/A-1/);

  // Putting it away, where it is matched or as a whole, can be undone.
  for (const button of ["不导入", "从表格导入"]) {
    await list.getByRole("button", { name: button }).click();
    await expect(outcome).toBeHidden();
    await expect(widget.message).toContainText("表格没有导入");
    await widget.button("undo").click();
    await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 0 行。");
  }

  await list.getByRole("button", { name: "收入 1 行" }).click();
  await expect(area, "all of it is in the list").toHaveValue("");
  await expect(outcome).toHaveText("已收入 1 行，重复 0 行，未收入 0 行。");
  await widget.switchLanguage();
  await expect(outcome, "what became of it too").toHaveText("Taken: 1. There already: 0. Not taken: 0.");
  await widget.switchLanguage();
  expect(await asksBeforeLeaving(page)).toBe(false);
});

test("a text that is no option is given its meaning once, by keyboard, for every row and the next table", async ({
  widget,
  page,
}) => {
  const list = await widget.enterList(GRANTS);
  const rowsOf = (kinds: string[], from: number) =>
    kinds.map((kind, at) => line(patent(from + at)).replace("发明", kind)).join("\n");
  const heads = "专利号\t授权公告日\t专利类型\t本市专利";
  await paste(list, `${heads}\n${rowsOf(["发明专利", "外观", "发明 专利", "发明"], 1)}`);
  const outcome = list.locator(".list-outcome");
  await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 3 行。");
  await expect(list).toContainText("请指明各是哪一个");
  const meaning = list.getByLabel("专利类型“发明专利”（2 行）");
  await meaning.focus();
  await page.keyboard.press("ArrowDown");
  await expect(meaning).toHaveValue("invention");
  await expect(meaning).toBeFocused();
  await expect(outcome).toHaveText("可收入 3 行，重复 0 行，不能收入 1 行。");
  expect(await faults(page)).toEqual([]);
  await list.getByRole("button", { name: "收入 3 行" }).click();

  await list.getByLabel("粘贴表格").fill(`${heads}\n${rowsOf(["发明专利"], 11)}`);
  await list.getByRole("button", { name: "读取", exact: true }).click();
  await expect(outcome).toHaveText("可收入 1 行，重复 0 行，不能收入 0 行。");
});

test("a workbook is read from a file, and what it does not say is said for every row", async ({ widget }) => {
  const grants = await widget.enterList(GRANTS);
  await grants.getByRole("button", { name: "从表格导入" }).click();
  await grants.locator("input[type=file]").setInputFiles(`${TABLES}openpyxl.xlsx`);
  await expect(grants).toContainText("第一张工作表“授权清单”，共 2 张");
  await expect(grants.locator(".list-outcomes")).toContainText("本市专利：没有填写");
  await grants.getByLabel("专利类型").selectOption({ label: "表格中没有，各行都是“发明”" });
  await grants.getByLabel("本市专利").selectOption({ label: "表格中没有，各行都是“是”" });
  await grants.getByRole("button", { name: "收入 1 行" }).click();
  await expect(rows(grants)).toContainText(["ZL202310123456.6"]);
});

test("a text is read from a file, also in GB18030, and other files are explained", async ({ widget }) => {
  const list = await widget.enterList(ATTORNEYS);
  await list.getByRole("button", { name: "从表格导入" }).click();
  const file = list.locator("input[type=file]");
  await file.setInputFiles(`${TABLES}titled.csv`);
  await list.getByRole("button", { name: "收入 2 行" }).click();
  await expect(rows(list)).toContainText(["张三", "李四"]);

  // 姓名 and 张三, 王五.
  const words = [[0xd0, 0xd5, 0xc3, 0xfb], [0xd5, 0xc5, 0xc8, 0xfd], [0xcd, 0xf5, 0xce, 0xe5]];
  const buffer = Buffer.from(words.flatMap((word) => [...word, 0x0a]));
  await file.setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  await list.getByRole("button", { name: "收入 2 行" }).click();
  await expect(rows(list)).toContainText(["张三", "李四", "张三", "王五"]);

  await file.setInputFiles({ name: "list.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(list.getByRole("alert")).toContainText("这是 PDF 文件，不是表格，请选择 .xlsx 或 .csv 文件");
  await file.setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.alloc((16 << 20) + 1) });
  await expect(list.getByRole("alert")).toContainText("超过 16 MB，请只把所需的行和列复制到新的工作簿，或者分成几个文件");
});

test("the count follows from the list, a page of it at a time", async ({ widget }) => {
  const list = await widget.enterList(GRANTS);
  await paste(list, table(71));
  await list.getByRole("button", { name: "收入 71 行" }).click();
  await expect(rows(list)).toHaveCount(11);
  await expect(list).toContainText("第 61–71 行，共 71 行");
  await list.getByRole("button", { name: "上一页" }).click();
  await expect(rows(list)).toHaveCount(20);
});

test("ten thousand rows are kept, and one more is refused", async ({ widget }) => {
  const list = await widget.enterList(GRANTS);
  await list.getByRole("button", { name: "从表格导入" }).click();
  const buffer = Buffer.from(`${table(10_000)}\n${line("ZL98105556.7")}`);
  await list.locator("input[type=file]").setInputFiles({ name: "grants.tsv", mimeType: "text/tab-separated-values", buffer });
  await expect(list.locator(".list-outcomes")).toContainText("列表已满");
  await list.getByRole("button", { name: "收入 10000 行" }).click();
  await expect(list).toContainText("第 9981–10000 行，共 10000 行");
  await list.getByRole("button", { name: "删除第 10000 行" }).click();
  await expect(list).toContainText("第 9981–9999 行，共 9999 行");
  await expect(widget.saving).toContainText(widget.word("saved"));
  await widget.reload();
  await expect(widget.question(GRANTS)).toContainText("共 9999 行");
});

test("ten thousand pasted lines go past the text area, and a change writes one row", async ({ widget, page }) => {
  const list = await widget.enterList(GRANTS);
  await list.getByRole("button", { name: "从表格导入" }).click();
  const area = list.getByLabel("粘贴表格");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), table(10_000));
  await area.press("ControlOrMeta+v");
  await list.getByRole("button", { name: "收入 10000 行" }).click();
  await expect(area).toHaveValue("");
  await expect(list).toContainText("第 9981–10000 行，共 10000 行");

  await list.getByRole("button", { name: "修改第 9990 行" }).click();
  await list.getByLabel("专利权人").fill("甲");
  const written = await list.locator(".list-table").evaluateHandle((table) => {
    const written = new Set<Element | null>();
    const rowOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("tr") ?? null;
    const note = (records: MutationRecord[]) => records.forEach(({ target }) => written.add(rowOf(target)));
    new MutationObserver(note).observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
    return written;
  });
  await page.keyboard.press("Enter");
  await expect(rows(list).filter({ hasText: "甲" })).toHaveCount(1);
  const changed = await written.evaluate((written) => [...written].map((row) => row?.textContent ?? "the table"));
  expect(changed, "of 20 rows one is written").toEqual([expect.stringContaining("甲")]);
  await list.getByRole("button", { name: "清空列表" }).click();
  await widget.button("undo").click();
  await expect(list).toContainText("共 10000 行");
});

test("a word is pasted into the text area, and a table below what is there", async ({ widget, page }) => {
  const list = await widget.enterList(GRANTS);
  await list.getByRole("button", { name: "从表格导入" }).click();
  const area = list.getByLabel("粘贴表格");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const text of ["专利号", "\n" + line(patent(1))]) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await area.press("ControlOrMeta+v");
  }
  await expect(area).toHaveValue(`专利号\n${line(patent(1))}`);
});

for (const width of [1280, 375]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`the editor is whole at ${width} px, ${scheme}`, async ({ widget, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const list = await widget.enterList(GRANTS);
      const shot = async (name: string) => {
        expect(await faults(page)).toEqual([]);
        expect(await misfits(page, 13)).toEqual([]);
        if (process.env.ZHICE_SHOTS) {
          await list.screenshot({ path: `${process.env.ZHICE_SHOTS}/list-${name}-${width}-${scheme}.png` });
        }
      };
      await shot("empty");
      const other = line(patent(9)).replace("发明", "外观");
      await paste(list, [table(2), line("ZL98105556.7", "2020/13/1"), line(patent(1)), other].join("\n"));
      await shot("match");
      await list.getByRole("button", { name: "收入 2 行" }).click();
      await list.getByRole("button", { name: "修改第 1 行" }).click();
      await list.getByLabel("专利号").fill("ZL98105556.8");
      await page.keyboard.press("Enter");
      await shot("rows");
    });
  }
}
