// Nothing that was entered is lost: not on reload, not on the way back, not where the browser keeps nothing.

import { AGENCY, APPLICANT, ZONE } from "./cases";
import { fillStorage } from "./checks";
import { expect, test } from "./fixture";
import { track } from "./pack";
import type { Widget } from "./widget";

const SAVED = "zhice.session";
const SET_ASIDE = "zhice.session.unreadable";

const TOPICS = { agency: track("agency").topics, zone: track("zone").topics };

test.describe("a reload", () => {
  test("finds every page of an agency and every answer", async ({ widget }) => {
    await widget.open();
    await expect(widget.saving).toHaveText("填写后自动保存在本机");
    await widget.chooseTrack("agency");
    await expect(widget.saving).toHaveText(widget.word("saved"));
    await widget.reload();
    await expect(widget.heading).toHaveText("填报须知");
    await widget.begin();
    for (const topic of TOPICS.agency.keys()) {
      await widget.answerTopic("agency", topic, AGENCY);
      await widget.reload();
      await widget.showsTopic("agency", topic);
      await widget.showsAnswers("agency", topic, AGENCY);
      await widget.goOn();
    }
    await widget.reload();
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");

    await widget.openDossier();
    await widget.fillIn(APPLICANT);
    await widget.answer("applicant.division", "zhangdian");
    const declaration = widget.main.getByLabel("所填内容与所附材料真实、准确。");
    await declaration.check();
    await widget.page.locator('[id="narrative-custody-results"]').fill("托管企业 12 家。");
    await widget.reload();
    for (const [name, text] of Object.entries(APPLICANT)) await expect(widget.field(name)).toHaveValue(text);
    await widget.showsAnswer("applicant.division", "zhangdian");
    await expect(declaration).toBeChecked();
    await expect(widget.page.locator('[id="narrative-custody-results"]')).toHaveValue("托管企业 12 家。");

    await widget.openFinish();
    const before = await widget.main.innerText();
    await widget.reload();
    await expect(widget.heading).toHaveText(widget.word("finishTitle"));
    expect(await widget.main.innerText()).toBe(before);

    await widget.openStep(0);
    await widget.reload();
    await expect(widget.heading).toHaveText(widget.word("startTitle"));
    await widget.draftButton(0, "goOn").click();
    await expect(widget.heading, "nothing is open any more").toHaveText("初步符合条件，最高可达 30 万元");
    await widget.openStep(2);
    await widget.showsAnswers("agency", 0, AGENCY);
  });

  test("finds lists, and what is not clear yet", async ({ widget }) => {
    const answers = {
      ...ZONE,
      "zone.mechanism": null,
      "zone.service_points": null,
      "zone.coverage": ["patent", "custody"],
    };
    await widget.enter("zone");
    for (const topic of TOPICS.zone.keys()) {
      await widget.answerTopic("zone", topic, answers);
      await widget.reload();
      await widget.showsTopic("zone", topic);
      await widget.showsAnswers("zone", topic, answers);
      await widget.goOn();
    }
    await expect(widget.heading).toHaveText("需补充信息");
  });

  test("finds a number that is only half typed", async ({ widget }) => {
    await widget.enter("agency");
    await widget.goOn();
    await widget.type("agency.pledge_loans", "12a");
    await widget.type("agency.securitisations", "7");
    await widget.reload();
    await widget.showsTopic("agency", 1);
    await expect(widget.control("agency.pledge_loans")).toHaveValue("12a");
    await expect(widget.error("agency.pledge_loans")).toContainText("请填写整数");
    await expect(widget.control("agency.securitisations")).toHaveValue("7");
  });

  test("finds the readings and the day that were chosen", async ({ widget }) => {
    await widget.enter("agency");
    await widget.answerAll("agency", { ...AGENCY, "agency.invention_grants": 120 });
    await widget.openReadings();
    await widget.main.getByRole("radio", { name: /^含本数/ }).check();
    await widget.main.getByLabel("测算日期").fill("2020-10-01");
    await widget.reload();
    await widget.openReadings();
    await expect(widget.main.getByRole("radio", { name: /^含本数/ })).toBeChecked();
    await expect(widget.main.getByLabel("测算日期")).toHaveValue("2020-10-01");
    await expect(widget.measure("grants").locator(".row-end span")).toHaveText("3 万元");
  });
});

test("Back and Forward of the browser move through the pages, and keep the answers", async ({ widget, page }) => {
  await widget.enter("agency");
  await widget.answerAll("agency", AGENCY);

  for (const topic of [...TOPICS.agency.keys()].reverse()) {
    await page.goBack();
    await widget.showsTopic("agency", topic);
    await widget.showsAnswers("agency", topic, AGENCY);
    await expect(widget.heading).toBeFocused();
  }
  await page.goBack();
  await expect(widget.heading).toHaveText("填报须知");
  await page.goBack();
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
  await page.goForward();
  await expect(widget.heading).toHaveText("填报须知");
  await page.goForward();
  await widget.showsTopic("agency", 0);

  // A reload in between leaves the history as it is.
  await widget.reload();
  await page.goForward();
  await widget.showsTopic("agency", 1);
  await page.goBack();
  await widget.showsTopic("agency", 0);

  // The buttons of the widget lead the same way.
  await widget.goBack();
  await expect(widget.heading).toHaveText("填报须知");
  expect(new URL(page.url()).pathname).toBe("/");
});

test("another language keeps everything, and nothing of the first is left", async ({ widget }) => {
  await widget.open();
  await widget.switchLanguage();
  await expectEnglish(widget);
  await widget.chooseTrack("agency");
  await expectEnglish(widget);
  await widget.begin();
  for (const topic of TOPICS.agency.keys()) {
    await widget.showsTopic("agency", topic);
    await expectEnglish(widget);
    await widget.answerTopic("agency", topic, AGENCY);
    await expectEnglish(widget);
    if (topic === 3) {
      await widget.switchLanguage();
      await widget.showsTopic("agency", topic);
      await widget.showsAnswers("agency", topic, AGENCY);
      await widget.switchLanguage();
      await widget.showsAnswers("agency", topic, AGENCY);
    }
    await widget.goOn();
  }
  await expect(widget.heading).toHaveText("Preliminarily meets the conditions: at most CNY 300,000");
  await expectEnglish(widget);
  await widget.openDossier();
  await widget.fillIn({ credit_code: "1", mobile: "2", landline: "3", email: "4" });
  await widget.goOn();
  await expect(widget.errorSummary).toBeFocused();
  await expectEnglish(widget);
  await widget.fillIn({ credit_code: "", mobile: "", landline: "", email: "" });
  await widget.openFinish();
  await expectEnglish(widget);
  const { text } = await widget.download();
  expect(JSON.parse(text)).toMatchObject({ lang: "en", notice: "Draft, not submitted" });

  await widget.reload();
  await expect(widget.heading).toHaveText(widget.word("finishTitle"));
});

test("the other track is wholly in English too", async ({ widget }) => {
  await widget.open();
  await widget.switchLanguage();
  await widget.chooseTrack("zone");
  await expectEnglish(widget);
  await widget.begin();
  for (const topic of TOPICS.zone.keys()) {
    await widget.answerTopic("zone", topic, { ...ZONE, "zone.service_points": 1 });
    await expectEnglish(widget);
    await widget.goOn();
  }
  await expectEnglish(widget);
  await widget.openDossier();
  await expectEnglish(widget);
  await widget.openFinish();
  await expectEnglish(widget);
});

test("a half-typed answer and its error survive a change of language", async ({ widget }) => {
  await widget.enter("agency");
  await widget.goOn();
  await widget.type("agency.pledge_loans", "1.5");
  await widget.goOn();
  await expect(widget.errorSummary).toBeFocused();
  await widget.switchLanguage();
  await expect(widget.control("agency.pledge_loans")).toHaveValue("1.5");
  await expect(widget.error("agency.pledge_loans")).toContainText("whole number");
  await expect(widget.errorSummary).toContainText("whole number");
});

test("large type stays on, also after everything was cleared", async ({ widget }) => {
  const root = widget.page.locator(".zhice");
  const size = () => root.evaluate((root) => Number.parseFloat(getComputedStyle(root).fontSize));
  await widget.open();
  // A page that is just being replaced has no style.
  let before = Number.NaN;
  await expect.poll(async () => (before = await size())).toBeGreaterThan(0);
  await widget.switchLargeType();
  await expect(widget.button("normal")).toBeVisible();
  expect(await size()).toBeGreaterThan(before);
  expect(await size()).toBeGreaterThanOrEqual(18);
  await widget.reload();
  await expect(widget.button("normal")).toBeVisible();
  await widget.chooseTrack("agency");
  await widget.button("wipe").first().click();
  await expect(widget.button("normal")).toBeVisible();
  await widget.button("normal").click();
  expect(await size()).toBe(before);
});

test("clearing leaves nothing on the device, and undo brings everything back", async ({ widget, page }) => {
  await widget.enter("agency");
  await widget.answerAll("agency", AGENCY);
  await widget.openDossier();
  await widget.fillIn(APPLICANT);

  await widget.button("wipe").click();
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
  await expect(widget.page.getByText("本机数据已清除。")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(widget.drafts).toHaveCount(0);

  await widget.button("undo").click();
  await expect(widget.heading).toHaveText(widget.word("dossierTitle"));
  await expect(widget.field("name")).toHaveValue(APPLICANT.name);
  await expect(widget.saving).toHaveText(widget.word("saved"));
  await widget.reload();
  await expect(widget.field("name")).toHaveValue(APPLICANT.name);
  for (const topic of TOPICS.agency.keys()) {
    if (topic === 0) await widget.openStep(2);
    await widget.showsAnswers("agency", topic, AGENCY);
    await widget.goOn();
  }

  await widget.button("wipe").click();
  await widget.reload();
  await expect(widget.heading).toHaveText(widget.word("startTitle"));
  await expect(widget.drafts).toHaveCount(0);
  await expect(widget.button("undo"), "too late").toBeHidden();
});

test.describe("where the browser keeps nothing", () => {
  async function goTheWholeWay(widget: Widget): Promise<void> {
    await widget.enter("agency");
    await widget.answerAll("agency", AGENCY);
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
    await expect(widget.saving).toContainText(widget.word("notSaved"));
    await widget.openDossier();
    await widget.fillIn(APPLICANT);
    await widget.openFinish();
    const { text } = await widget.download();
    expect(JSON.parse(text)).toMatchObject({ answers: AGENCY, dossier: { applicant: APPLICANT } });
    await expect(widget.saving).toContainText(widget.word("notSaved"));
  }

  test("because storage is blocked, that is said and the way is open to the download", async ({ widget, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await widget.open();
    await expect(widget.saving, "said before anything is entered").toContainText(widget.word("notSaved"));
    await goTheWholeWay(widget);
  });

  test("because storage is full, that is said and the way is open to the download", async ({ widget, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    });
    await goTheWholeWay(widget);
  });

  test("for a while only, that is said as long as it is true", async ({ widget, page }) => {
    await widget.enter("agency");
    await expect(widget.saving).toHaveText(widget.word("saved"));
    const makeRoom = await fillStorage(page);
    await widget.answer("agency.in_zone", true);
    await expect(widget.saving).toContainText(widget.word("notSaved"));
    await makeRoom();
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    await widget.reload();
    await widget.showsAnswers("agency", 0, AGENCY);
  });
});

test.describe("a saved text that cannot be read", () => {
  for (const [what, text] of [
    ["is cut off", '{"format":"zhice.session/1","lang":"zh","large":fal'],
    ["is of a later format", '{"format":"zhice.session/9"}'],
    ["is not ours", "hello"],
  ]) {
    test(`because it ${what} is set aside, offered for download and not deleted`, async ({ widget, page, watch }) => {
      watch.expects(/^warning: zhice: the saved session cannot be read: ./);
      const kept = (key: string) => page.evaluate((key) => localStorage.getItem(key), key);
      await widget.open();
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [SAVED, text]);
      await widget.reload();
      await expect(widget.heading).toHaveText(widget.word("startTitle"));
      await expect(widget.main).toContainText(widget.word("damaged"));
      expect(await kept(SET_ASIDE)).toBe(text);
      const file = await widget.download("oldFile");
      expect(file).toEqual({ name: "zhice-unreadable.json", text });

      await widget.chooseTrack("agency");
      await widget.begin();
      await widget.answer("agency.in_zone", true);
      await expect(widget.saving).toHaveText(widget.word("saved"));
      expect(await kept(SET_ASIDE)).toBe(text);
      await widget.reload();
      await widget.showsAnswer("agency.in_zone", true);
      await expect(widget.main, "the offer stands as long as the text is there").toContainText(widget.word("damaged"));
      expect(await kept(SET_ASIDE)).toBe(text);
    });
  }

  test("stays where it is when it cannot be moved out of the way", async ({ widget, page, watch }) => {
    watch.expects(/^warning: zhice: the saved session cannot be read: ./);
    await widget.open();
    await page.evaluate((key) => localStorage.setItem(key, "hello"), SAVED);
    await page.addInitScript((key) => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (name: string, text: string) {
        if (name !== key) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        setItem.call(this, name, text);
      };
    }, SAVED);
    await widget.reload();
    await expect(widget.saving).toContainText(widget.word("notSaved"));
    await widget.chooseTrack("agency");
    await widget.begin();
    await widget.answer("agency.in_zone", true);
    await expect(widget.saving).toContainText(widget.word("notSaved"));
    expect(await page.evaluate((key) => localStorage.getItem(key), SAVED)).toBe("hello");
  });
});

/** Nothing on the screen is Chinese but the name of the widget and the button that leads back. */
async function expectEnglish(widget: Widget): Promise<void> {
  const chinese = await widget.page.locator(".zhice").evaluate((root) => {
    const found: string[] = [];
    const note = (text: string | null) => {
      if (text && /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(text)) found.push(text.trim());
    };
    const ours = (element: Element) => !element.closest('.brand, [lang="zh-CN"]');
    for (const element of root.querySelectorAll("*")) {
      if (!ours(element)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) note(node.textContent);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) note(element.getAttribute(name));
    }
    return found;
  });
  expect(chinese, "Chinese on an English page").toEqual([]);
  await expect(widget.page.locator(".zhice")).toHaveAttribute("lang", "en");
}
