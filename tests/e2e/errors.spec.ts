// What cannot stand is said, kept as it was typed, and easy to find.

import type { Locator } from "@playwright/test";

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { track } from "./pack";
import type { Widget } from "./widget";

const LOANS = "agency.pledge_loans";

test.describe("a number", () => {
  test.beforeEach(async ({ widget }) => {
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await widget.goOn();
    await widget.showsTopic("agency", 1);
  });

  for (const [text, message] of [
    ["12a", "请填写整数，只用数字，如 12"],
    ["好几项", "请填写整数，只用数字，如 12"],
    ["12 13", "不止一个数：“12”和“13”"],
    ["12\t13", "不止一个数：“12”和“13”"],
    ["1,5", "“1,5”中的逗号或点有歧义"],
    ["1200,5", "每三位一个"],
    ["1.5", "请填写整数"],
    ["-1", "不能小于 0"],
    ["999999999999", "请核对"],
    ["9".repeat(40), "请核对"],
  ]) {
    test(`${text.slice(0, 16)} is kept, explained and kept from going on`, async ({ widget }) => {
      const field = widget.control(LOANS);
      await widget.type(LOANS, text);
      await expect(widget.error(LOANS), "not while somebody is still typing").toHaveText("");
      await field.blur();
      await expect(widget.error(LOANS)).toContainText(message);
      await expect(field).toHaveValue(text);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(new RegExp(message));

      await widget.goOn();
      await expectSummary(widget, field, message);
      await expect(field, "what was typed is still there").toHaveValue(text);

      await widget.type(LOANS, "2");
      await expect(widget.error(LOANS)).toHaveText("");
      await expect(widget.errorSummary).toBeHidden();
      await expect(field).toHaveAttribute("aria-invalid", "false");
      await expect(widget.outlook).toContainText("2 万元起");
      await widget.goOn();
      await widget.showsTopic("agency", 2);
    });
  }

  test("in any spelling that leaves no doubt is taken", async ({ widget }) => {
    for (const text of [" 2 ", "2.0", "002"]) {
      await widget.answer(LOANS, text);
      await expect(widget.error(LOANS), text).toHaveText("");
      await expect(widget.outlook, text).toContainText("2 万元起");
      await expect(widget.control(LOANS), "shown the way the answer reads").toHaveValue("2");
    }
  });

  test("left blank is no error, and no answer", async ({ widget }) => {
    await widget.answer(LOANS, "3");
    await widget.answer(LOANS, "   ");
    await expect(widget.error(LOANS)).toHaveText("");
    await widget.goOn();
    await widget.showsTopic("agency", 2);
    await expect(widget.outlook).not.toContainText("3 万元");
  });

  test("that is wrong is found by Enter too, and the summary is gone for good once it is mended", async ({
    widget,
  }) => {
    const field = widget.control(LOANS);
    await widget.type(LOANS, "12a");
    await field.press("Enter");
    await expectSummary(widget, field, "请填写整数");

    await widget.type(LOANS, "2");
    await expect(widget.errorSummary).toBeHidden();
    await widget.type("agency.securitisations", "x");
    await expect(widget.errorSummary).toBeHidden();
  });

  test("that is wrong in the last field does not move the button away from the pointer", async ({ widget, page }) => {
    await widget.button("continue").scrollIntoViewIfNeeded();
    await widget.type("agency.securitisations", "x");
    const button = await widget.button("continue").boundingBox();
    if (!button) throw new Error("there is no button");
    await page.mouse.move(button.x + button.width / 2, button.y + 3);
    await page.mouse.down();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await page.mouse.up();
    await expect(widget.errorSummary).toBeFocused();
  });

  test("that is wrong stays out of the conclusion, also by way of the steps", async ({ widget }) => {
    await widget.answer(LOANS, "12a");
    await widget.openStep(3);
    await expectSummary(widget, widget.control(LOANS), "请填写整数");
    await widget.openConclusion();
    const topic = track("agency").topics[1];
    expect(topic.facts[0]).toBe(LOANS);
    await expect(widget.main.getByRole("button", { name: `去填写：${topic.title.zh}` })).toBeVisible();
    await widget.page.goBack();
    await expect(widget.control(LOANS)).toHaveValue("12a");
    await expect(widget.error(LOANS)).toContainText("请填写整数");
  });
});

test.describe("a field about the applicant", () => {
  test.beforeEach(async ({ widget }) => {
    await widget.enter("agency");
    await widget.openConclusion();
    await widget.openDossier();
  });

  for (const [name, wrong, message, right, shown] of [
    ["credit_code", "91350100M000100Y4", "应为 18 位，现为 17 位", "91350100m000100y43", "91350100M000100Y43"],
    ["credit_code", "91350100O000100Y43", "不使用字符“O”", "９１３５０１００ M000100Y43", "91350100M000100Y43"],
    ["mobile", "1381234567", "11 位手机号码", "138-1234-5678", "13812345678"],
    ["mobile", "12812345678", "11 位手机号码", "86 13812345678、19912345678", "13812345678 / 19912345678"],
    ["landline", "277123", "固定电话", "+86-533-2771234转801", "0533-2771234-801"],
    ["landline", "277123", "固定电话", "4001234567", "400-123-4567"],
    ["email", "office@example", "完整的邮箱地址", "office＠example.com", "office@example.com"],
    ["email", "office@example.com；", "末尾多了“；”", "office@example.com", "office@example.com"],
    ["email", "mailto:office@example.com", "删去“mailto:”", "office@example.com", "office@example.com"],
  ]) {
    test(`${name} ${wrong} is kept and explained, and listed before going on; ${right} is taken`, async ({ widget }) => {
      const field = widget.field(name);
      await field.fill(wrong);
      await expect(widget.fieldError(name)).toHaveText("");
      await field.blur();
      await expect(widget.fieldError(name)).toContainText(message);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await widget.goOn();
      await expectSummary(widget, field, message);
      await expect(field).toHaveValue(wrong);

      await field.fill(right);
      await expect(widget.fieldError(name)).toHaveText("");
      await expect(widget.errorSummary).toBeHidden();
      await field.blur();
      await expect(field).toHaveValue(shown);
      await widget.openFinish();
      await expect(widget.main).toContainText(shown);
    });
  }

  test("a check character that does not fit is a note, and the draft says as on the licence", async ({ widget }) => {
    const field = widget.field("credit_code");
    await field.fill("91350203M0001QKT19");
    await field.blur();
    await expect(field).toHaveAttribute("aria-invalid", "false");
    await expect(field).toHaveAccessibleDescription(/末位与其余各位不相符/);
    await widget.openFinish();
    await expect(widget.main).toContainText("91350203M0001QKT19（以营业执照所载为准）");
  });

  for (const way of ["Continue", "the steps"]) {
    test(`that is wrong is listed once by way of ${way}, and holds nobody up after that`, async ({ widget }) => {
      const onward = () => (way === "Continue" ? widget.goOn() : widget.openStep(5));
      await widget.field("email").fill("office@example");
      await onward();
      await expect(widget.errorSummary).toBeFocused();
      await expect(widget.errorSummary).toContainText("再按一次先往下走");
      await onward();
      await expect(widget.heading).toHaveText(widget.word("finishTitle"));
      await widget.openStep(4);
      await expect(widget.field("email")).toHaveValue("office@example");
    });
  }

  test("keeps the focus and its peace where the browser is late to show the page", async ({ widget, page }) => {
    await widget.openStep(3);
    await page.evaluate(() => {
      const frame = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => window.setTimeout(() => frame(callback), 500);
    });
    await widget.openDossier();
    await widget.field("landline").fill("277123");
    await page.waitForTimeout(900);
    await expect(widget.field("landline")).toBeFocused();
    await expect(widget.fieldError("landline")).toHaveText("");
  });

  test("each of several errors is listed and leads to its field", async ({ widget }) => {
    await widget.fillIn({ credit_code: "1", mobile: "1", email: "1" });
    await widget.goOn();
    const lines = widget.errorSummary.getByRole("listitem");
    await expect(lines).toHaveText([/^统一社会信用代码：/, /^手机：/, /^电子邮箱：/]);
    await lines.nth(1).getByRole("button").click();
    await expect(widget.field("mobile")).toBeFocused();
    await widget.field("mobile").fill("13812345678");
    await expect(lines).toHaveText([/^统一社会信用代码：/, /^电子邮箱：/]);
  });

  test("may be left blank", async ({ widget }) => {
    await widget.openFinish();
    await expect(widget.main).toContainText("未填写");
  });
});

/** The summary has the focus, names the error, and leads to the field. */
async function expectSummary(widget: Widget, field: Locator, message: string): Promise<void> {
  await expect(widget.errorSummary).toBeFocused();
  const line = widget.errorSummary.getByRole("button").filter({ hasText: message });
  await expect(line).toHaveCount(1);
  await line.click();
  await expect(field).toBeFocused();
}
