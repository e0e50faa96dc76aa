// 试算: a fact changed on the conclusion itself, kept or discarded.

import type { Page } from "@playwright/test";

import { AGENCY } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import { answerByKeyboard, press, tabTo } from "./keyboard";
import type { Widget } from "./widget";

const IN_ZONE = "agency.in_zone";
const GRANTS = "agency.invention_grants";
const OUTSIDE = { ...AGENCY, [IN_ZONE]: false };
const PHONE = { width: 375, height: 800 };

/** An agency outside the zone, on its conclusion. */
async function conclude(widget: Widget): Promise<void> {
  await widget.conclude("agency", OUTSIDE);
  await expect(widget.heading).toHaveText("尚不符合条件");
}

async function isAsBefore(widget: Widget): Promise<void> {
  await expect(widget.heading).toHaveText("尚不符合条件");
  await expect(widget.saving).toHaveText(widget.word("saved"));
  await expect(widget.whatIf.note).toBeHidden();
  await expect(widget.whatIf.result).toBeHidden();
}

/** What this device keeps, whatever its layout. */
const saved = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem("zhice.session") ?? "null"));

test("a changed fact moves the result, and discarding it restores everything", async ({ widget, page }) => {
  await conclude(widget);
  const before = await saved(page);
  await widget.whatIf.open(IN_ZONE);
  await expect(widget.control(IN_ZONE)).toBeFocused();
  await isAsBefore(widget);

  await widget.answer(IN_ZONE, true);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await expect(widget.whatIf.result).toContainText("尚不符合条件→初步符合条件");
  await expect(widget.whatIf.result).toContainText("0 万元→最高可达 30 万元");
  await expect(widget.whatIf.panel).toContainText("在示范区内：否 → 是");
  await expect(widget.whatIf.note).toContainText("在示范区内：否 → 是");
  await expect(widget.saving).toHaveText("试算中，改动尚未保存");

  await widget.whatIf.open(GRANTS);
  await widget.type(GRANTS, "201");
  await expect(widget.whatIf.result).toContainText("最高可达 32 万元");
  await expect(widget.whatIf.panel).toContainText("发明专利授权：128 件 → 201 件");

  await widget.whatIf.discard();
  await expect(widget.whatIf.heading).toBeFocused();
  await isAsBefore(widget);
  expect(await saved(page)).toEqual(before);
  await widget.reload();
  await isAsBefore(widget);
});

test("what is kept is saved and stands where it is asked", async ({ widget }) => {
  await conclude(widget);
  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await widget.whatIf.keep();
  await expect(widget.whatIf.heading).toBeFocused();
  await expect(widget.saving).toHaveText(widget.word("saved"));
  await expect(widget.whatIf.result).toBeHidden();
  await widget.reload();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await widget.openStep(2);
  await widget.showsAnswer(IN_ZONE, true);
});

test("a reload during a what-if brings back what is kept", async ({ widget }) => {
  await conclude(widget);
  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await widget.reload();
  await isAsBefore(widget);
});

test("leaving the page gives a what-if up, and it can be brought back", async ({ widget, page }) => {
  await conclude(widget);
  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await widget.goBack();
  await expect(widget.message).toContainText("试算的改动没有保留。");
  await widget.openStep(2);
  await widget.showsAnswer(IN_ZONE, false);
  await page.goBack();
  await page.goBack();
  await isAsBefore(widget);

  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await widget.openDossier();
  await widget.button("undo").click();
  await expect(widget.heading).toBeFocused();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await expect(widget.whatIf.panel).toContainText("在示范区内：否 → 是");
  await widget.showsAnswer(IN_ZONE, true);
  await widget.whatIf.discard();
  await widget.whatIf.panel.getByRole("button", { name: widget.word("undo") }).click();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await expect(widget.saving).toHaveText("试算中，改动尚未保存");
});

test("a fact taken out of the panel is again what was kept", async ({ widget }) => {
  await conclude(widget);
  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await widget.whatIf.open(GRANTS);
  await widget.answer(GRANTS, 0);
  await widget.whatIf.remove(GRANTS);
  await expect(widget.whatIf.choice).toBeFocused();
  await expect(widget.control(GRANTS)).toBeHidden();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await widget.whatIf.remove(IN_ZONE);
  await isAsBefore(widget);
});

test("what is tried out from a condition stands in the panel too", async ({ widget }) => {
  await conclude(widget);
  await widget.main.getByRole("button", { name: new RegExp(`^${widget.word("tryOut")}`) }).first().click();
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await expect(widget.whatIf.panel).toContainText("在示范区内：否 → 是");
  await widget.showsAnswer(IN_ZONE, true);
});

test("where nothing moves it says so, and Escape discards nothing", async ({ widget, page }) => {
  await conclude(widget);
  await widget.whatIf.open(GRANTS);
  await widget.answer(GRANTS, 5);
  await expect(widget.whatIf.result).toContainText("结论不变。");
  await widget.control(GRANTS).focus();
  await page.keyboard.press("Escape");
  await expect(widget.whatIf.panel).toContainText("发明专利授权：128 件 → 5 件");
});

test("what it says is said once for each change, and not while a number is typed", async ({ widget, page }) => {
  await conclude(widget);
  const said = await widget.listen();
  await widget.whatIf.open(IN_ZONE);
  await widget.option(IN_ZONE, true).check();
  await expect(widget.whatIf.said).toHaveText(
    "结论由“尚不符合条件”变为“初步符合条件”；支持由“0 万元”变为“最高可达 30 万元”；符合的条件由“1 / 2”变为“2 / 2”。",
  );
  expect(await said()).toEqual(["试算中，改动尚未保存", await widget.whatIf.said.innerText()]);
  await widget.whatIf.open(GRANTS);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("201");
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 32 万元");
  expect(await said()).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(widget.whatIf.said).toContainText("最高可达 32 万元");
  expect(await said()).toEqual([await widget.whatIf.said.innerText()]);
});

test("the facts that decide come first, what cannot be changed comes last", async ({ widget }) => {
  await conclude(widget);
  const groups = widget.whatIf.choice.locator("optgroup");
  await expect(groups.first()).toHaveAttribute("label", "与结论直接相关");
  await expect(groups.first().locator("option").first()).toHaveText("在示范区内");
  await expect(groups.last()).toHaveAttribute("label", "一般无法改变");
  await expect(groups.last().locator("option")).toHaveText(["有非正常专利申请"]);
});

test("by keyboard alone", async ({ widget, page }) => {
  await conclude(widget);
  await press(page, widget.whatIf.chooseButton);
  await answerByKeyboard(widget, IN_ZONE, true);
  await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
  await press(page, widget.button("discard"), "Space", "Shift+Tab");
  await isAsBefore(widget);
  await expect(widget.whatIf.heading).toBeFocused();
  await tabTo(page, widget.whatIf.choice);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await press(page, widget.whatIf.chooseButton);
  await answerByKeyboard(widget, IN_ZONE, true);
  await press(page, widget.button("keep"), "Enter", "Shift+Tab");
  await expect(widget.whatIf.heading).toBeFocused();
  await expect(widget.saving).toHaveText(widget.word("saved"));
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("it is a bar at the foot that opens, and closes when the focus goes elsewhere", async ({ widget, page }) => {
    await conclude(widget);
    await expect(widget.whatIf.panel).toContainText("尚不符合条件");
    await expect(widget.whatIf.choice).toBeHidden();
    await widget.button("whatIf").click();
    await widget.whatIf.open(IN_ZONE);
    await widget.answer(IN_ZONE, true);
    await expect(widget.whatIf.result).toBeVisible();
    await tabTo(page, widget.button("toDossier"), "Shift+Tab");
    await expect(widget.whatIf.result).toBeHidden();
    await expect(page.getByRole("button", { name: "试算中" })).toHaveAttribute("aria-expanded", "false");
    await expect(widget.whatIf.panel).toContainText("初步符合条件");
    await page.getByRole("button", { name: "试算中" }).click();
    await widget.whatIf.discard();
    await expect(widget.whatIf.heading).toBeFocused();
  });
});

for (const size of [{ width: 1280, height: 900 }, PHONE]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing at ${size.width} px, ${colorScheme}`, async ({ widget, page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await conclude(widget);
      if (size === PHONE) await widget.button("whatIf").click();
      expect(await faults(page), "nothing tried").toEqual([]);
      await widget.whatIf.open(IN_ZONE);
      await widget.answer(IN_ZONE, true);
      await widget.whatIf.open(GRANTS);
      await widget.answer(GRANTS, "1x");
      expect(await faults(page), "something tried").toEqual([]);
      await widget.whatIf.discard();
      expect(await faults(page), "given up").toEqual([]);
    });
  }
}

test("on paper the conclusion says that it is tried out, and the panel stays away", async ({ widget, page }) => {
  await conclude(widget);
  await widget.whatIf.open(IN_ZONE);
  await widget.answer(IN_ZONE, true);
  await page.emulateMedia({ media: "print" });
  await expect(widget.whatIf.panel).toBeHidden();
  await expect(widget.whatIf.note).toContainText("试算：以下按改动后的情况测算，不是已保存的情况。");
});
