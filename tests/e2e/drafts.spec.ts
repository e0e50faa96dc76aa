// Drafts on this device, several programmes at once, and drafts from files.

import { readFileSync, writeFileSync } from "node:fs";

import { AGENCY, APPLICANT, ZONE } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import { zhice } from "./zhice";
import type { Widget } from "./widget";

/** Fills in a zone and takes its draft away. */
async function draftOf(widget: Widget): Promise<string> {
  await widget.enter("zone");
  await widget.answerAll("zone", ZONE);
  await widget.openDossier();
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  return (await widget.download()).text;
}

test.describe("drafts on this device", () => {
  test("are gone on with, named, copied and deleted, and a deletion can be undone", async ({ widget }) => {
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await widget.openStep(0);
    await expect(widget.drafts).toHaveCount(1);

    await widget.draftButton(0, "rename").click();
    await widget.page.getByLabel("草稿名称").fill("机构 2026");
    await widget.page.keyboard.press("Enter");
    await expect(widget.drafts.nth(0).getByRole("heading")).toContainText("机构 2026");

    await widget.draftButton(0, "copy").click();
    await expect(widget.drafts).toHaveCount(2);
    await expect(widget.drafts.nth(1).getByRole("heading")).toHaveText("机构 2026（副本）");

    // Each goes its own way.
    await widget.draftButton(1, "goOn").click();
    await widget.openStep(2);
    await widget.answer("agency.in_zone", false);
    await widget.openStep(0);
    await expect(widget.drafts.nth(0).getByRole("heading")).toContainText("机构 2026（副本）");
    await widget.draftButton(1, "goOn").click();
    await widget.openStep(2);
    await widget.showsAnswer("agency.in_zone", true);

    await widget.openStep(0);
    await widget.draftButton(0, "delete").click();
    await expect(widget.drafts).toHaveCount(1);
    await expect(widget.main.getByRole("status").filter({ hasText: "草稿已删除" })).toBeVisible();
    await widget.button("undo").click();
    await expect(widget.drafts).toHaveCount(2);

    await widget.reload();
    await expect(widget.drafts).toHaveCount(2);
    await widget.openStep(2);
    await widget.showsAnswer("agency.in_zone", true);
  });

  test("begin of their own beside the open one", async ({ widget }) => {
    await widget.enter("agency");
    await widget.answerTopic("agency", 0, AGENCY);
    await widget.openStep(0);
    await widget.chooseTrack("zone");
    await widget.openStep(0);
    await expect(widget.drafts).toHaveCount(2);
    await widget.draftButton(1, "goOn").click();
    await widget.openStep(2);
    await widget.showsAnswer("agency.in_zone", true);
  });

  test("nothing begins before something is ticked", async ({ widget }) => {
    await widget.open();
    await widget.button("start").click();
    await expect(widget.main.getByRole("status").filter({ hasText: "请先勾选" })).toBeVisible();
    await expect(widget.heading).toHaveText(widget.word("startTitle"));
  });

  test("one kind of applicant sees only what is for them", async ({ widget, page }) => {
    await widget.open();
    await page.getByRole("radio", { name: "知识产权服务机构" }).check();
    const tracks = page.locator("[data-track]:visible");
    await expect(tracks).toHaveCount(1);
    await expect(tracks).toContainText("服务机构年度支持测算");
    await page.getByRole("radio", { name: "全部" }).check();
    await expect(tracks).toHaveCount(9);
  });
});

test.describe("several programmes at once", () => {
  test("ask a fact they share once, and are compared", async ({ widget, page }) => {
    await widget.open();
    await widget.pickTrack("zone");
    await widget.pickTrack("zone", "zhejiang-2018-zone");
    await widget.button("start").click();
    await widget.begin();
    const asked = new Set<string>();
    while (await widget.button("continue").isVisible()) {
      for (const id of await page.locator(".question").evaluateAll((all) => all.map((one) => one.id))) {
        expect(asked, `${id} is asked once`).not.toContain(id);
        asked.add(id);
      }
      for (const fact of Object.keys(ZONE)) {
        if (await widget.control(fact).isVisible()) await widget.answer(fact, ZONE[fact]);
      }
      const agencies = page.locator('[id="fact-zone.agency_count"]');
      if (await agencies.isVisible()) await agencies.fill("2");
      const topic = await widget.heading.innerText();
      await widget.goOn();
      await expect(widget.heading).not.toHaveText(topic);
    }
    await expect(widget.heading).toHaveText("项目比较");
    const rows = page.locator("table.compare tbody tr");
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText("初步符合条件");
    await expect(rows.nth(1), "two agencies are too few there").toContainText("尚不符合条件");
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 800 });
    expect(await faults(page)).toEqual([]);

    await rows.nth(1).getByRole("button", { name: /^看结论/ }).click();
    await expect(widget.heading).toContainText("尚不符合");
    await page.locator("nav.entries").getByRole("button", { name: /示范区创建申报/ }).click();
    await expect(widget.heading).toContainText("初步符合");
    await widget.goBack();
    await expect(widget.heading).toHaveText("项目比较");

    await rows.nth(1).getByRole("button", { name: /^移除/ }).click();
    await expect(rows).toHaveCount(1);
    await widget.button("undo").click();
    await expect(rows).toHaveCount(2);
  });

  test("a programme is added to the open draft, which keeps its answers", async ({ widget }) => {
    await widget.enter("zone");
    await widget.answerTopic("zone", 0, ZONE);
    await widget.openStep(0);
    await widget.pickTrack("zone", "zhejiang-2018-zone");
    await widget.page.getByRole("button", { name: "加入当前草稿" }).click();
    await expect(widget.heading).toHaveText("填报须知");
    await widget.begin();
    await widget.showsAnswers("zone", 0, ZONE);
    await widget.openStep(0);
    await expect(widget.drafts).toHaveCount(1);
  });
});

test.describe("a draft from a file", () => {
  test("is replayed and gone on with as a draft of its own", async ({ widget, page }) => {
    const text = await draftOf(widget);
    await widget.button("wipe").click();
    await widget.bring("草稿.json", text);
    await expect(widget.heading).toHaveText("复核草稿");
    await expect(widget.main).toContainText("与复算结果完全一致");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "用这份草稿接着填写" }).click();
    await expect(widget.heading).toContainText("初步符合");
    await widget.openStep(2);
    await widget.showsAnswers("zone", 0, ZONE);
    await widget.openStep(4);
    await expect(widget.field("name")).toHaveValue(APPLICANT.name);
    await widget.openStep(5);
    const { text: again } = await widget.download();
    expect(JSON.parse(again)).toEqual(JSON.parse(text));
  });

  test("that was changed shows each line that does not hold", async ({ widget, page }) => {
    const draft = JSON.parse(await draftOf(widget));
    draft.answers["zone.service_points"] = 1;
    await widget.openStep(0);
    await widget.bring("改过的.json", JSON.stringify(draft));
    await expect(widget.main.locator(".review-outcome")).toContainText("不一致");
    const rows = page.locator(".review-table tbody tr");
    await expect(rows.first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  test("can be dropped on the page", async ({ widget, page }) => {
    const text = await draftOf(widget);
    await widget.openStep(0);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
      return transfer;
    }, text);
    await page.locator(".bring").dispatchEvent("drop", { dataTransfer: data });
    await expect(widget.heading).toHaveText("复核草稿");
    await expect(widget.main).toContainText("dropped.json");
  });

  for (const [what, text, why] of [
    ["is no JSON", "hello", "1"],
    ["is another kind of file", '{"format":"other/1"}', "/format"],
    ["has a key twice", '{"format":"zhice.draft/1","format":"zhice.draft/1"}', "format"],
  ]) {
    test(`that ${what} is refused with its reason, and nothing is lost`, async ({ widget }) => {
      await widget.enter("agency");
      await widget.answerTopic("agency", 0, AGENCY);
      await widget.openStep(0);
      await widget.bring("x.json", text);
      await expect(widget.main.getByRole("alert")).toContainText(why);
      await widget.openStep(2);
      await widget.showsAnswers("agency", 0, AGENCY);
    });
  }

  test("that is too large is not even read", async ({ widget }) => {
    await widget.open();
    await widget.bring("huge.json", " ".repeat(16 * 1024 * 1024 + 1));
    await expect(widget.main.getByRole("alert")).toContainText("16384 KiB");
  });
});

test("the Word document is the one the command line makes of the same draft", async ({ widget }, info) => {
  const draft = await draftOf(widget);
  const word = await widget.take("downloadWord");
  const [file, made] = [info.outputPath("draft.json"), info.outputPath("draft.docx")];
  writeFileSync(file, draft);
  expect(zhice(["export", file, "--to", "docx", "--out", made]).code).toBe(0);
  expect(word.name).toMatch(/\.docx$/);
  expect(word.content.equals(readFileSync(made))).toBe(true);
});
