// Whatever comes from a keyboard, a clipboard or a file is judged as it was, and nothing of it is lost.

import type { Locator, Page } from "@playwright/test";

import { AGENCY } from "./cases";
import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import { zhice } from "./zhice";

const LOANS = "agency.pledge_loans";

/** Pastes as a person does, by way of the clipboard of the system. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

test.describe("what is pasted into a number", () => {
  test.beforeEach(async ({ widget }) => {
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await widget.goOn();
    await widget.showsTopic("agency", 1);
  });

  for (const [text, kept] of [
    ["12\n13", "12 13"],
    ["12\r\n13\r\n", "12 13"],
    ["12\t13", "12\t13"],
    ["\u00a012 13", "\u00a012 13"],
  ]) {
    test(`${JSON.stringify(text)} are two numbers`, async ({ widget, page }) => {
      const field = widget.control(LOANS);
      await paste(page, field, text);
      await field.blur();
      await expect(field).toHaveValue(kept);
      await expect(widget.error(LOANS)).toContainText("不止一个数：“12”和“13”");
      await widget.switchLanguage();
      await expect(widget.error(LOANS)).toContainText("more than one number here: “12” and “13”");
    });
  }

  for (const [text, number] of [
    ["128\r\n", "128"],
    ["1,280 项", "1280"],
    ["一百二十八", "128"],
    ["１２８", "128"],
  ]) {
    test(`${JSON.stringify(text)} is one`, async ({ widget, page }) => {
      const field = widget.control(LOANS);
      await paste(page, field, text.replace("项", widget.fact(LOANS).unit?.zh ?? "项"));
      await field.blur();
      await expect(field).toHaveValue(number);
      await expect(widget.error(LOANS)).toHaveText("");
    });
  }

  test("a typed character that cannot be seen is left out, and the caret stays where it was", async ({ widget, page }) => {
    const field = widget.control(LOANS);
    await field.fill("18");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.insertText("\u200b");
    await page.keyboard.press("2");
    await expect(field).toHaveValue("128");
    await page.keyboard.press("3");
    await expect(field).toHaveValue("1238");
    await expect(widget.question(LOANS).getByText("看不见的字符")).toBeVisible();
  });

  test("characters that cannot be seen are left out, and that is said once", async ({ widget, page }) => {
    const [field, other] = [widget.control(LOANS), widget.control("agency.securitisations")];
    const said = (id: string) => widget.question(id).getByText("看不见的字符");
    await paste(page, field, "\u202d1\u200b2\u00ad\u2060");
    await expect(field).toHaveValue("12");
    await expect(said(LOANS)).toBeVisible();
    await paste(page, other, "\ufeff3");
    await expect(other).toHaveValue("3");
    await expect(said("agency.securitisations")).toBeHidden();
  });
});

for (const [what, text, shown] of [
  ["an invisible character", "汇丰\u200b大厦", "汇丰大厦"],
  ["two lines", "汇丰\n大厦", "汇丰 大厦"],
]) {
  test(`undo brings back what a paste with ${what} replaced, and the caret stays behind it`, async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.openConclusion();
    await widget.openDossier();
    const field = widget.field("address");
    await field.fill("前原文后");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await field.evaluate((input) => (input as HTMLInputElement).setSelectionRange(1, 3));
    await page.keyboard.press("ControlOrMeta+v");
    await expect(field).toHaveValue(`前${shown}后`);
    expect(await field.evaluate((input) => (input as HTMLInputElement).selectionStart)).toBe(1 + shown.length);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(field).toHaveValue("前原文后");
    await page.reload();
    await expect(widget.field("address"), "what is kept").toHaveValue("前原文后");
  });
}

test("a text that is too long is kept whole, says by how much, and the draft holds", async ({ widget, page }, info) => {
  await widget.enter("agency");
  await widget.openConclusion();
  await widget.openDossier();
  const narrative = widget.main.locator("textarea[id^=narrative-]").first();
  const long = "字".repeat(2035);
  await narrative.fill("字".repeat(1700));
  await expect(narrative).toHaveAccessibleDescription(/^((?!还可以写).)*$/);
  await narrative.fill("字".repeat(1950));
  await expect(narrative).toHaveAccessibleDescription(/还可以写 50 字/);
  await paste(page, narrative, long);
  await expect(narrative).toHaveValue(long);
  await expect(narrative).toHaveAccessibleDescription(/超出 35 字，请控制在 2000 字以内/);
  await expect(narrative).toHaveAttribute("aria-invalid", "true");
  expect(await faults(page)).toEqual([]);
  await widget.field("name").fill("名".repeat(203));
  await expect(widget.field("name")).toHaveAccessibleDescription(/超出 3 字/);
  await widget.goOn();
  await expect(widget.errorSummary.getByRole("listitem")).toHaveText([/^单位名称：超出 3 字/, /超出 35 字/]);
  await widget.openFinish();
  const toDo = widget.main.locator("section.sheet", { has: page.getByRole("heading", { name: "待补事项" }) });
  await expect(toDo.getByRole("row", { name: "超出 35 字，请控制在 2000 字以内" })).toBeVisible();
  const { text } = await widget.download();
  expect(text).toContain(long);
  const { code, stdout } = zhice(["verify", "-"], text);
  expect(code, stdout).toBe(0);
});

test("an address of several lines keeps its words apart", async ({ widget, page }) => {
  await widget.enter("agency");
  await widget.openConclusion();
  await widget.openDossier();
  await paste(page, widget.field("address"), "示例路 1 号\n创业楼 3 层\n");
  await expect(widget.field("address")).toHaveValue("示例路 1 号 创业楼 3 层");
});

test("drafts that were taken away come back however another program laid them out", async ({ widget, page }) => {
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await expect(widget.saving).toHaveText(widget.word("saved"));
  const text = await page.evaluate(() => localStorage.getItem("zhice.session") ?? "");
  for (const laidOut of [`\ufeff${text}`, JSON.stringify(JSON.parse(text), null, 2).replaceAll("\n", "\r\n")]) {
    await widget.openStep(0);
    await widget.bring("zhice-session.json", laidOut);
    await expect(widget.main).toContainText("这份文件里有 1 份草稿");
  }
});

test.describe("a day", () => {
  // Nine at night there, one in the afternoon of the next day in China.
  test.use({ timezoneId: "America/Los_Angeles" });
  const NOW = new Date("2026-11-25T05:00:00Z");

  test.beforeEach(async ({ page }) => page.clock.setFixedTime(NOW));

  test("is that in China, and another is typed or chosen in the language of the page", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.openConclusion();
    const field = widget.main.locator("#as-of");
    await expect(field).toHaveValue("2026-11-25");
    for (const text of ["2026-3-1", "2026年3月1日", "20260301"]) {
      await field.fill(text);
      await field.press("Enter");
      await expect(field, text).toHaveValue("2026-03-01");
    }
    await field.fill("昨天");
    await field.blur();
    await expect(field).toHaveValue("昨天");
    await expect(field).toHaveAttribute("aria-invalid", "true");

    const button = widget.main.getByRole("button", { name: /^从日历中选择/ });
    await button.press("Enter");
    const calendar = page.getByRole("dialog");
    await expect(calendar).toContainText("2026年3月");
    await expect(calendar.getByRole("gridcell", { name: "2026年3月1日 星期日" })).toBeFocused();
    expect(await faults(page)).toEqual([]);
    expect(await misfits(page, 13)).toEqual([]);
    await page.keyboard.press("PageDown");
    await expect(calendar.getByRole("gridcell", { name: "2026年4月1日 星期三" })).toBeFocused();
    await page.keyboard.press("Shift+PageUp");
    await expect(calendar.getByRole("gridcell", { name: "2025年4月1日 星期二" })).toBeFocused();
    await page.keyboard.press("End");
    await expect(calendar.getByRole("gridcell", { name: "2025年4月6日 星期日" })).toBeFocused();
    // Faster than a frame: no key is lost while another month is drawn.
    await page.evaluate(async () => {
      for (const key of ["PageDown", "PageDown", "ArrowRight", "PageUp"]) {
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        await new Promise((next) => setTimeout(next));
      }
    });
    await expect(calendar.getByRole("gridcell", { name: "2025年5月7日 星期三" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(calendar).toBeHidden();
    await expect(button).toBeFocused();

    await widget.switchLanguage();
    await widget.main.getByRole("button", { name: /calendar/i }).first().click();
    await expect(page.getByRole("gridcell", { name: "Sunday, 1 March 2026" })).toHaveAttribute("aria-selected", "true");
    await page.getByRole("button", { name: "Today (Beijing time)" }).click();
    await expect(field).toHaveValue("2026-11-25");
  });

  test("that is past is named when a draft is gone on with, with what has ended since", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.openConclusion();
    await widget.main.locator("#as-of").fill("2021-03-01");
    await widget.main.locator("#as-of").press("Enter");
    const note = widget.main.locator(".later-day");
    await expect(note).toContainText("这份草稿按 2021年3月1日 测算，今天（北京时间）是 2026年11月25日。");
    await expect(note).toContainText("已满");
    await page.emulateMedia({ media: "print" });
    await expect(note).toBeVisible();
    await page.emulateMedia({ media: null });
    await widget.reload();
    await note.getByRole("button", { name: "改按今天测算" }).click();
    await expect(note).toBeHidden();
    await expect(widget.main.locator("#as-of")).toHaveValue("2026-11-25");
  });
});

test("a number that cannot be read is named as it was typed, not called blank", async ({ widget }) => {
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.goOn();
  await widget.control(LOANS).fill("12 13");
  // What is wrong on the page is listed first.
  await widget.openStep(3);
  await widget.openConclusion();
  const said = "已填“12 13”，未能识别";
  await expect(widget.main.getByText(said).first()).toBeVisible();
  await widget.openDossier();
  await widget.openFinish();
  await expect(widget.main.locator("dd", { hasText: said })).toBeVisible();
});
