// The example portal: somebody logs in, what is known is filled in, the draft is given, verified and answered.

import type { Page } from "@playwright/test";

import { AGENCY, APPLICANT } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import type { Host } from "./host";
import type { Widget } from "./widget";
import { zhice } from "./zhice";

const OFFER = "提交给“在线申报系统”";

/** Logs in with the account at this place in the list; gives the widget that is shown then. */
async function logIn(page: Page, host: Host, mode: string, account = 0): Promise<Widget> {
  await page.goto(`./portal.html?mode=${mode}`);
  await page.getByLabel(/账号/).selectOption({ index: account });
  await page.getByRole("button", { name: /登录/ }).click();
  return mode === "frame" ? host.framed() : host.inline();
}

async function fillInAll(widget: Widget): Promise<void> {
  await widget.begin();
  await widget.answerAll("agency", AGENCY);
  await widget.openDossier();
  await widget.openFinish();
}

for (const mode of ["inline", "frame"]) {
  test.describe(mode, () => {
    test("a draft is prefilled, given, verified and received, and the receipt stays with it", async ({ page, host }) => {
      const widget = await logIn(page, host, mode);
      const prefilled = page.locator("#prefilled");
      await expect(prefilled).toHaveText("已填入：agency.in_zone、contact、credit_code、mobile、name");
      await widget.begin();
      await widget.showsAnswer("agency.in_zone", true);
      await widget.answerAll("agency", AGENCY);
      await widget.openDossier();
      await expect(widget.field("name")).toHaveValue("示例知识产权代理有限公司");
      await widget.openFinish();
      const received = page.locator("#received");
      await expect(received, "nothing before the press").toContainText("尚未收到");

      await page.evaluate(() => addEventListener("zhice:draft", (event) => Object.assign(window, { given: event })));
      await widget.at.getByRole("button", { name: OFFER }).click();
      await expect(received).toContainText("复核一致，已受理");
      const number = (await received.locator("strong").textContent())!.replace("受理编号 ", "");
      expect(number).toMatch(/^SL-[0-9A-F]{12}$/);
      await expect(widget.at.locator(".handed")).toContainText(`对方已收到，编号：${number}。`);
      expect(await faults(page)).toEqual([]);

      const { draft, verified } = await page.evaluate(async () => {
        const { detail } = (window as unknown as { given: CustomEvent<{ draft: string }> }).given;
        const element = document.querySelector("zhice-check") as never as Portal;
        return { draft: detail.draft, verified: await element.verify(detail.draft) };
      });
      const { code, stdout } = zhice(["verify", "-", "--format", "json"], draft);
      const [{ file: _, ...byCommand }] = JSON.parse(stdout);
      expect(code).toBe(0);
      expect(verified, "what the command says").toEqual(byCommand);

      const again = await logIn(page, host, mode);
      await expect(again.at.locator(".handed"), "kept with the draft").toContainText(number);
    });

    test("a draft that was changed on the way is refused by field, and the applicant reads why", async ({ page, host }) => {
      const widget = await logIn(page, host, mode);
      await fillInAll(widget);
      await page.evaluate(() => {
        const change = (event: Event) => {
          const { file, draft } = (event as CustomEvent).detail;
          const changed = JSON.parse(draft);
          changed.answers["agency.cases_won"] = 9;
          event.stopImmediatePropagation();
          const detail = { file, draft: JSON.stringify(changed) };
          event.target!.dispatchEvent(new CustomEvent("zhice:draft", { detail, bubbles: true }));
        };
        addEventListener("zhice:draft", change, { capture: true, once: true });
      });
      await widget.at.getByRole("button", { name: OFFER }).click();
      await expect(page.locator("#received")).toContainText("复核不一致，未予受理");
      await expect(page.locator("#received")).toContainText("agency.cases_won：生成草稿以后被改动");
      const handed = widget.at.locator(".handed");
      await expect(handed).toContainText("对方未予接收");
      await expect(handed.getByText(widget.fact("agency.cases_won").label.zh)).toBeVisible();
      const again = await logIn(page, host, mode);
      await expect(again.at.locator(".handed"), "kept with the draft").toContainText("生成草稿以后被改动");
    });
  });
}

test("each account gets its own programme, and no account is a fault for axe", async ({ page, host }) => {
  await page.goto("./portal.html");
  const accounts = await page.getByLabel(/账号/).locator("option").count();
  expect(accounts).toBe(3);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (let account = 0; account < accounts; account += 1) {
      const widget = await logIn(page, host, "inline", account);
      await expect(widget.heading).toHaveText("填报须知");
      await expect(page.locator("#prefilled")).toContainText("已填入");
      await expect(page.locator("#prefilled")).not.toContainText("无法采用");
      await page.setViewportSize({ width: 375, height: 800 });
      expect(await faults(page), `${colorScheme} ${account}`).toEqual([]);
    }
  }
});

test("a draft of somebody else is left alone until its owner takes what the portal knows", async ({ page, host }) => {
  const widget = await logIn(page, host, "inline");
  await widget.begin();
  await widget.answerAll("agency", { ...AGENCY, "agency.in_zone": null });
  await widget.openDossier();
  await widget.fillIn({ name: APPLICANT.name, credit_code: APPLICANT.credit_code, mobile: "" });
  await page.evaluate(() => {
    const element = document.querySelector("zhice-check") as never as Portal;
    element.prefill = { applicant: { name: "另一家代理公司", credit_code: "91370303MA3EXA0P7F", email: "a@example.com" } };
  });
  // The portal has named this code before: the applicant is the same.
  await expect(widget.field("email")).toHaveValue("a@example.com");
  await page.evaluate(() => {
    const element = document.querySelector("zhice-check") as never as Portal;
    element.prefill = { applicant: { credit_code: "12370300MB0EXAM19F", address: "人民西路 2 号" } };
  });
  const note = widget.main.getByRole("status").filter({ hasText: "与本草稿填写的单位不同" });
  await expect(note).toContainText("12370300MB0EXAM19F");
  await expect(page.locator("#prefilled")).toHaveText("草稿属于其他单位，未填入：address、credit_code");
  await expect(widget.field("address")).toHaveValue("");
  await note.getByRole("button", { name: "填入本草稿" }).click();
  await expect(note).toBeHidden();
  await expect(widget.field("address")).toHaveValue("人民西路 2 号");
  await expect(widget.field("credit_code"), "what the person entered stands").toHaveValue(APPLICANT.credit_code);
  await expect(page.locator("#prefilled")).toHaveText(/已填入：address.*本人已填，未改动：credit_code/);
});

test("a receipt that comes before the drafts are back waits for them", async ({ page, host }) => {
  const widget = await logIn(page, host, "inline");
  await fillInAll(widget);
  await page.evaluate(() => addEventListener("zhice:draft", (event) => Object.assign(window, { given: event })));
  await widget.at.getByRole("button", { name: OFFER }).click();
  await expect(widget.at.locator(".handed")).toContainText("编号");
  const digest = await page.evaluate(() => {
    const { detail } = (window as unknown as { given: CustomEvent<{ draft: string }> }).given;
    return JSON.parse(detail.draft).digest as string;
  });
  // The same tag on a page that answers at once, before anything has loaded.
  for (const mode of ["inline", "frame"]) {
    await host.open({
      body: `<zhice-check programme="zibo-2020-zone" track="agency" mode="${mode}" handoff="在线申报系统"></zhice-check>`,
    });
    await host.element().evaluate(
      async (element, [digest, number]) => {
        await customElements.whenDefined("zhice-check");
        const portal = element as never as Portal;
        portal.receipt({ digest, answer: { received: "1" } });
        portal.receipt({ digest, answer: { received: number } });
      },
      [digest, `early, ${mode}`],
    );
    const there = mode === "frame" ? host.framed() : host.inline();
    await expect(there.at.locator(".handed")).toContainText(`early, ${mode}`);
    expect(await host.said("error")).toEqual([]);
  }
});

interface Portal {
  prefill: object;
  receipt(receipt: object): void;
  verify(draft: string): Promise<unknown>;
}
