// The example portal with the widget in a frame, in every engine: prefill, hand-off, verification and receipt.

import { AGENCY } from "../cases";
import { expect, test } from "./fixture";
import type { Person } from "./person";

/** Logs in with the first account. */
async function logIn(person: Person): Promise<void> {
  await person.openPage("portal.html?mode=frame");
  await person.pressIn("#login button");
}

/** From the first page of the widget to the press that gives the draft. */
async function giveDraft(person: Person): Promise<void> {
  await person.enterFrame();
  await person.press("begin");
  await person.showsAnswer("agency.in_zone", true);
  await person.answerFrom("agency", 0, AGENCY);
  await person.press("toDossier");
  await person.showsPage(person.word("dossierTitle"));
  expect(await person.value("field-name")).toBe("示例知识产权代理有限公司");
  await person.goOn();
  await person.showsPage(person.word("finishTitle"));
  await person.pressIn(".handoff button");
}

test("a portal fills in, is given the draft, verifies it and answers, and the receipt is kept", async ({ person }) => {
  await logIn(person);
  await person.reads("#prefilled", "已填入：agency.in_zone、contact、credit_code、mobile、name");
  await person.reads("#received", "尚未收到");
  await giveDraft(person);
  await person.reads(".handed", /对方已收到，编号：SL-[0-9A-F]{12}。/);
  await person.leaveFrame();
  await person.reads("#received p", /：复核一致，已受理$/);
  await person.reads("#received strong", /^受理编号 SL-[0-9A-F]{12}$/);

  await logIn(person);
  await person.enterFrame();
  await person.reads(".handed", /对方已收到，编号：SL-[0-9A-F]{12}。/);
});

test("a portal refuses a draft that was changed on the way, and the applicant reads why", async ({ person }) => {
  await logIn(person);
  await person.run.driver.executeScript(() => {
    const change = (event: Event) => {
      const { file, draft } = (event as CustomEvent).detail;
      const changed = JSON.parse(draft);
      changed.answers["agency.cases_won"] = 9;
      event.stopImmediatePropagation();
      const detail = { file, draft: JSON.stringify(changed) };
      event.target?.dispatchEvent(new CustomEvent("zhice:draft", { detail, bubbles: true }));
    };
    addEventListener("zhice:draft", change, { capture: true, once: true });
  });
  await giveDraft(person);
  await person.reads(".handed", /对方未予接收.*生成草稿以后被改动/);
  await person.leaveFrame();
  await person.reads("#received", /复核不一致，未予受理.*agency\.cases_won：生成草稿以后被改动/);
});
