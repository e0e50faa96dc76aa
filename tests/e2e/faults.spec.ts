// Whatever goes wrong, no draft is lost, and nothing is decided in silence. docs/reliability.md has a row for each.

import type { BrowserContext, Page } from "@playwright/test";

import { AGENCY, APPLICANT } from "./cases";
import { asksBeforeLeaving, fillStorage, staysWhenAsked } from "./checks";
import { expect, test } from "./fixture";
import type { Watch } from "./fixture";
import { Host } from "./host";
import { Widget } from "./widget";

const SAVED = "zhice.session";
const SET_ASIDE = "zhice.session.unreadable";

const NAME = "某知识产权代理有限公司";

/** Everything this origin keeps. */
function kept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

async function keep(page: Page, key: string, text: string): Promise<void> {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
}

async function anotherWindow(context: BrowserContext): Promise<Widget> {
  return new Widget(await context.newPage());
}

test.describe("two windows on the same draft", () => {
  /** Two windows on the first questions of an agency. */
  async function both(widget: Widget, context: BrowserContext): Promise<Widget> {
    await widget.enter("agency");
    await widget.answer("agency.patent_licensed", true);
    const other = await anotherWindow(context);
    await other.open();
    await other.showsAnswer("agency.patent_licensed", true);
    await expect(other.elsewhere).toHaveCount(0);
    return other;
  }

  test("a change there is asked about, and not shown in silence", async ({ widget, context }) => {
    const other = await both(widget, context);
    await widget.answer("agency.in_zone", true);
    await expect(other.elsewhere).toContainText("这份草稿在另一个窗口有了改动");
    await expect(other.elsewhere).toBeFocused();
    await expect(other.saving).toContainText(widget.word("notSaved"));
    await expect(other.option("agency.in_zone", true)).not.toBeChecked();
    await expect(widget.elsewhere).toHaveCount(0);

    await other.button("takeTheirs").click();
    await other.showsAnswer("agency.in_zone", true);
    await expect(other.heading).toBeFocused();
    await expect(other.elsewhere).toHaveCount(0);
    await expect(other.saving).toHaveText(other.word("saved"));
    await expect(widget.elsewhere, "both are the same now").toHaveCount(0);
    await other.openStep(0);
    await expect(other.drafts, "nothing here needed a copy").toHaveCount(1);
  });

  for (const choice of ["takeTheirsCopying", "keepOursCopying"] as const) {
    test(`what both changed is kept, whichever is chosen (${choice})`, async ({ widget, page, context }) => {
      const other = await both(widget, context);
      await widget.answer("agency.in_zone", true);
      await expect(other.elsewhere).toBeVisible();
      const before = await kept(page);
      await other.answer("agency.in_zone", false);
      await other.goOn();
      await other.answer("agency.pledge_loans", 12);
      expect(await kept(page), "nothing is overwritten while the question stands").toEqual(before);
      expect(await asksBeforeLeaving(other.page)).toBe(true);
      await expect(other.elsewhere).toContainText("这里也有改动");

      await other.button(choice).click();
      await expect(other.saving).toHaveText(other.word("saved"));
      expect(await asksBeforeLeaving(other.page)).toBe(false);
      await other.openStep(0);
      await expect(other.drafts).toHaveCount(2);
      const copy = other.drafts.nth(1).getByRole("heading");
      const ours = choice === "keepOursCopying";
      await expect(copy).toContainText(ours ? "（另一窗口的改动）" : "（本窗口的改动）");
      await other.openStep(2);
      await other.showsAnswer("agency.in_zone", !ours);
      await other.openStep(0);
      await other.draftButton(1, "goOn").click();
      await other.openStep(2);
      await other.showsAnswer("agency.in_zone", ours);

      await expect(widget.elsewhere, "the first window is asked in turn").toBeVisible();
      await widget.button("takeTheirs").click();
      await widget.openStep(0);
      await expect(widget.drafts).toHaveCount(2);
    });
  }

  test("who is typing is told without being interrupted", async ({ widget, context }) => {
    const other = await both(widget, context);
    await other.goOn();
    await other.control("agency.pledge_loans").focus();
    await other.page.keyboard.type("1");
    // The first window is asked now, and answers with its own.
    await widget.button("keepOursCopying").click();
    await expect(other.elsewhere).toHaveRole("alert");
    await expect(other.control("agency.pledge_loans")).toBeFocused();
    await other.page.keyboard.type("2");
    await expect(other.control("agency.pledge_loans")).toHaveValue("12");
    await other.button("takeTheirsCopying").click();
    await other.openStep(0);
    await expect(other.drafts).toHaveCount(3);
  });

  test("another page, language or size of type is no difference", async ({ widget, context }) => {
    const other = await both(widget, context);
    await widget.goOn();
    await widget.switchLanguage();
    await widget.switchLargeType();
    await expect(other.elsewhere).toHaveCount(0);
    await other.answer("agency.in_zone", true);
    await expect(other.saving).toHaveText(other.word("saved"));
    await expect(widget.elsewhere).toBeVisible();
    await expect(widget.heading).toHaveText(widget.track("agency").topics[1].title.en);
  });

  test("what one clears the other does not bring back in silence", async ({ widget, page, context }) => {
    const other = await both(widget, context);
    await widget.button("wipe").click();
    await expect(other.elsewhere).toContainText("本机数据已在另一个窗口清除");
    await other.answer("agency.in_zone", true);
    expect(await kept(page)).toEqual({});
    expect(await asksBeforeLeaving(other.page)).toBe(true);

    await other.button("keepHere").click();
    await expect(other.saving).toHaveText(other.word("saved"));
    await other.reload();
    await other.showsAnswer("agency.in_zone", true);

    await expect(widget.elsewhere).toBeVisible();
    await other.button("wipe").click();
    await other.button("clearForGood").click();
    await expect(other.heading).toBeFocused();
    await expect(widget.elsewhere, "there is nothing to decide any more").toHaveCount(0);
    expect(await kept(page)).toEqual({});
  });

  test("is cleared in both when that is chosen", async ({ widget, page, context }) => {
    const other = await both(widget, context);
    await widget.button("wipe").click();
    await other.button("clearHereToo").click();
    await expect(other.heading).toHaveText(other.word("startTitle"));
    await expect(other.drafts).toHaveCount(0);
    expect(await kept(page)).toEqual({});
  });

  test("what a later version or something else has written there is not overwritten", async ({ widget, context }) => {
    const other = await both(widget, context);
    const later = '{"format":"zhice.session/9","drafts":[]}';
    await keep(other.page, SAVED, later);
    await expect(widget.elsewhere).toContainText("由更新的版本保存");
    await widget.answer("agency.in_zone", true);
    expect((await kept(other.page))[SAVED]).toBe(later);
    expect(await widget.download("oldFile")).toEqual({ name: "zhice-unreadable.json", text: later });

    await widget.button("setAsideAndSave").click();
    await expect(widget.saving).toHaveText(widget.word("saved"));
    expect((await kept(other.page))[SET_ASIDE]).toBe(later);
    await widget.reload();
    await widget.showsAnswer("agency.in_zone", true);
    await expect(widget.setAside).toContainText("由更新的版本保存");
  });

  test("two widgets on one page are two windows", async ({ page }) => {
    const host = new Host(page);
    await host.open({ body: '<zhice-check id="one"></zhice-check><zhice-check id="two"></zhice-check>' });
    const [one, two] = [host.inline("#one"), host.inline("#two")];
    await expect(two.heading).toBeVisible();
    await one.chooseTrack("agency");
    await expect(two.elsewhere).toContainText("在另一个窗口有了改动");
    await two.button("takeTheirs").click();
    await expect(two.elsewhere).toHaveCount(0);
    await expect(two.heading).toHaveText("填报须知");
    await expect(one.elsewhere).toHaveCount(0);
  });

  test("a page that comes back from the cache of the browser stands as if loaded again", async ({ widget, page }) => {
    const comeBack = () =>
      page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await widget.enter("agency");
    await widget.answer("agency.in_zone", true);
    const saved = (await kept(page))[SAVED];
    await keep(page, SAVED, saved.replace('"agency.in_zone":true', '"agency.in_zone":false'));
    await comeBack();
    await widget.showsAnswer("agency.in_zone", false);
    await page.evaluate(() => localStorage.clear());
    await comeBack();
    await expect(widget.heading, "what was cleared meanwhile is not shown again").toHaveText(widget.word("startTitle"));
    await expect(widget.drafts).toHaveCount(0);
    expect(await kept(page)).toEqual({});
  });
});

test.describe("a crash of the module", () => {
  function expectCrash(watch: Watch): void {
    watch.expects(/^error: panicked at /);
    watch.expects(/^uncaught: RuntimeError: unreachable/);
  }

  /** The next element the module makes cannot be made. */
  async function breakNext(page: Page): Promise<void> {
    await page.evaluate(() => {
      const { createElement } = Document.prototype;
      Document.prototype.createElement = function () {
        Document.prototype.createElement = createElement;
        throw new Error("broken by the test");
      };
    });
  }

  test("leads to a page with everything that was entered, and back into the draft", async ({ widget, page, watch }) => {
    expectCrash(watch);
    await widget.enter("agency");
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await widget.fillIn({ ...APPLICANT, name: NAME });
    await breakNext(page);
    await widget.button("continue").click();

    await expect(widget.heading).toHaveText(widget.word("stopped"));
    await expect(widget.heading).toBeFocused();
    await expect(widget.main).toContainText(NAME);
    await expect(widget.main).toContainText(`已填 ${Object.keys(AGENCY).length} 个问题`);
    await expect(widget.main).toContainText("也保存在本机浏览器");
    await expect(widget.button("moveAside")).toHaveCount(0);
    expect(await asksBeforeLeaving(page)).toBe(false);
    const file = await widget.download("downloadEntered");
    expect(file.name).toBe("zhice-session.json");
    expect(JSON.parse(file.text)).toMatchObject({ open: { answers: AGENCY, applicant: { name: NAME } } });

    await widget.button("reopen").click();
    await expect(widget.heading).not.toHaveText(widget.word("stopped"));
    await widget.openStep(2);
    await widget.showsAnswers("agency", 0, AGENCY);

    // The file brings the draft back anywhere, also after everything was cleared.
    await widget.button("wipe").click();
    await widget.bring(file.name, file.text);
    await expect(widget.main).toContainText("这份文件里有 1 份草稿");
    await widget.button("shelve").click();
    await expect(widget.drafts.getByRole("heading")).toHaveText(NAME);
    await widget.draftButton(0, "goOn").click();
    await widget.openStep(2);
    for (const topic of widget.track("agency").topics.keys()) {
      await widget.showsAnswers("agency", topic, AGENCY);
      await widget.goOn();
    }
  });

  test("at every start leaves the draft where it can be had, and a way to begin anew", async ({ widget, page, watch }) => {
    watch.expects(/^error: panicked at /);
    await widget.enter("agency");
    await widget.answer("agency.in_zone", true);
    const saved = (await kept(page))[SAVED];
    await page.addInitScript((key) => {
      const { createElement } = Document.prototype;
      // As a draft would do on which the widget cannot even begin.
      Document.prototype.createElement = function (name: string) {
        if (name === "header" && localStorage.getItem(key)) throw new Error("broken by the test");
        return createElement.call(this, name);
      };
    }, SAVED);
    await page.reload();
    await expect(widget.heading).toHaveText(widget.word("stopped"));
    await widget.button("reopen").click();
    await expect(widget.heading).toHaveText(widget.word("stopped"));
    await widget.button("moveAside").click();
    await expect(widget.heading).toHaveText(widget.word("startTitle"));
    await expect(widget.drafts).toHaveCount(0);
    expect(await kept(page)).toEqual({ [SET_ASIDE]: saved });
    const { text } = await widget.download("oldFile");
    expect(text).toBe(saved);
  });

  test("is told to the host, says the language, and says where nothing is kept", async ({ page, watch }) => {
    expectCrash(watch);
    const host = new Host(page);
    await host.open({ body: '<zhice-check lang="en" persist="none"></zhice-check>' });
    const widget = host.inline();
    widget.lang = "en";
    await widget.chooseTrack("agency");
    await breakNext(page);
    await widget.button("begin").click();
    await expect(widget.heading).toHaveText(widget.word("stopped"));
    await expect(widget.main).toContainText("It is not saved on this device");
    expect(await asksBeforeLeaving(page)).toBe(true);
    const { text } = await widget.download("downloadEntered");
    expect(JSON.parse(text).open.entries).toHaveLength(1);
    expect(await host.said("error")).toEqual([{ name: "error", detail: { code: "crash" } }]);
    expect(await kept(page)).toEqual({});
  });
});

test.describe("storage", () => {
  test("that is full or blocked: the session is offered as a file, and leaving asks", async ({ widget, page }) => {
    await widget.enter("agency");
    expect(await asksBeforeLeaving(page)).toBe(false);
    const makeRoom = await fillStorage(page);
    await widget.answer("agency.in_zone", true);
    await expect(widget.saving).toContainText(widget.word("notSaved"));
    const { text } = await widget.download("downloadEntered");
    expect(JSON.parse(text)).toMatchObject({ open: { answers: { "agency.in_zone": true } } });

    // The browser itself asks, and staying keeps everything.
    expect(await staysWhenAsked(page)).toBe("beforeunload");
    await widget.showsAnswer("agency.in_zone", true);

    await makeRoom();
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    await expect(widget.button("downloadEntered")).toHaveCount(0);
    expect(await asksBeforeLeaving(page)).toBe(false);
    await widget.reload();
    await widget.showsAnswers("agency", 0, AGENCY);
  });

  test("that was emptied on the way: the next change saves everything again", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.answer("agency.patent_licensed", true);
    await page.evaluate(() => localStorage.clear());
    await widget.answer("agency.in_zone", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    await widget.reload();
    await widget.showsAnswers("agency", 0, AGENCY);
  });

  test("that was emptied where the browser says so: it is asked", async ({ widget, page, context }) => {
    await widget.enter("agency");
    await widget.answer("agency.patent_licensed", true);
    const other = await anotherWindow(context);
    await other.open();
    await other.page.evaluate(() => localStorage.clear());
    await expect(widget.elsewhere).toContainText("本机数据已在另一个窗口清除");
    await widget.button("keepHere").click();
    await expect(widget.saving).toHaveText(widget.word("saved"));
    expect(Object.keys(await kept(page))).toEqual([SAVED]);
  });
});

test.describe("a text that cannot be read", () => {
  async function findsBroken(widget: Widget, text: string): Promise<void> {
    await keep(widget.page, SAVED, text);
    await widget.reload();
  }

  test("does not push out another one, and the same is not kept twice", async ({ widget, page, watch }) => {
    watch.expects(/^warning: zhice: the saved session cannot be read: ./);
    const texts = ["hello", '{"format":"zhice.session/9"}', '{"format":"zhice.session/2","lang":"zh","lar'];
    await widget.open();
    for (const text of [...texts, texts[0]]) await findsBroken(widget, text);
    const { [SAVED]: _, ...aside } = await kept(page);
    expect(aside).toEqual({ [SET_ASIDE]: texts[0], [`${SET_ASIDE}#2`]: texts[1], [`${SET_ASIDE}#3`]: texts[2] });

    await expect(widget.setAside).toHaveCount(3);
    for (const [at, why] of ["不是知测保存的内容", "由更新的版本保存", "内容不完整或被改动（第 1 行"].entries()) {
      await expect(widget.setAside.nth(at)).toContainText(why);
      const coming = page.waitForEvent("download");
      await widget.setAside.nth(at).getByRole("button", { name: "下载原文件" }).click();
      expect((await coming).suggestedFilename()).toBe(at === 0 ? "zhice-unreadable.json" : `zhice-unreadable-${at + 1}.json`);
    }

    // One goes only when it is told to, and can come back.
    await widget.setAside.nth(1).getByRole("button", { name: "删除" }).click();
    await expect(widget.setAside).toHaveCount(2);
    expect(Object.values(await kept(page))).not.toContain(texts[1]);
    await widget.button("undo").click();
    await expect(widget.setAside).toHaveCount(3);
    expect(Object.values(await kept(page))).toContain(texts[1]);

    // A widget for a programme of its own keeps to itself.
    await keep(page, `${SET_ASIDE}/zibo-2020-zone`, "its own");
    await widget.chooseTrack("agency");
    await widget.button("wipe").click();
    await expect(widget.setAside).toHaveCount(0);
    expect(await kept(page)).toEqual({ [`${SET_ASIDE}/zibo-2020-zone`]: "its own" });
    await widget.button("undo").click();
    await expect(widget.setAside).toHaveCount(3);
  });

  test("because only an answer has no place is read, and the answer kept as it is", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.answer("agency.in_zone", true);
    const saved = (await kept(page))[SAVED];
    await keep(page, SAVED, saved.replace('"answers":{', '"answers":{"agency.of_old":7,'));
    await widget.reload();
    await widget.showsAnswer("agency.in_zone", true);
    await expect(widget.message).toContainText("有 1 项回答与现在提供的政策对不上，已原样保留");
    await expect(widget.message).toContainText("agency.of_old");
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    expect(JSON.parse((await kept(page))[SAVED]).open.answers).toEqual({
      "agency.of_old": 7,
      "agency.in_zone": true,
      "agency.patent_licensed": true,
    });
  });

  test("because only a chosen reading has no place is read, says so, and keeps the choice", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.answer("agency.in_zone", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    const saved = (await kept(page))[SAVED];
    await keep(page, SAVED, saved.replace('"readings":{', '"readings":{"zibo.once":"per_measure"'));
    await widget.reload();
    await expect(widget.message).toContainText("有 1 处条文理解的选择与现在提供的政策对不上，已原样保留");
    await expect(widget.message).toContainText("一年“只享受一次”，限制的是什么？");
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.saving).toHaveText(widget.word("saved"));
    expect(JSON.parse((await kept(page))[SAVED]).open.readings).toEqual({ "zibo.once": "per_measure" });
  });

  test("because an earlier version kept it is taken over, and that is said", async ({ widget, page }) => {
    await widget.open();
    await keep(
      page,
      SAVED,
      JSON.stringify({
        format: "zhice.session/1",
        lang: "zh",
        large: false,
        page: { questions: 0 },
        choice: ["zibo-2020-zone", "agency"],
        as_of: "2026-11-21",
        readings: {},
        answers: { "agency.in_zone": true },
        typed: {},
        left: [],
        unsure: [],
        dossier: { applicant: { name: NAME }, narratives: {}, materials: {}, evidence: {}, declarations: [] },
      }),
    );
    await widget.reload();
    await expect(widget.message).toContainText("早前版本保存的草稿已转入");
    await widget.showsAnswer("agency.in_zone", true);
    await widget.openStep(0);
    await expect(widget.drafts.getByRole("heading")).toContainText(NAME);
  });

  test("as a file is refused with its reason", async ({ widget }) => {
    await widget.open();
    await widget.bring("zhice-session.json", '{"format":"zhice.session/2","lang":"zh","lar');
    await expect(widget.main.getByRole("alert")).toContainText("内容不完整或被改动");
    await widget.openStep(0);
    await widget.bring("zhice-session.json", '{"format":"zhice.session/9"}');
    await expect(widget.main.getByRole("alert")).toContainText("由更新的版本保存");
  });
});

test.describe("on a shared computer", () => {
  /** Everything a browser may keep for an origin. */
  async function traces(page: Page): Promise<unknown> {
    return await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      cookies: document.cookie,
    }));
  }

  const NOTHING = { local: {}, session: {}, databases: [], caches: [], cookies: "" };

  test('persist="none" keeps nothing at all, says so, and asks before leaving', async ({ page }) => {
    const host = new Host(page);
    await host.open({ body: '<zhice-check persist="none"></zhice-check>' });
    const widget = host.inline();
    await expect(widget.saving).toContainText("不在本机保存");
    expect(await asksBeforeLeaving(page), "nothing is entered yet").toBe(false);
    await widget.chooseTrack("agency");
    await expect(widget.main).toContainText("也不在这台电脑上保存");
    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await widget.fillIn({ ...APPLICANT, name: NAME });
    expect(await asksBeforeLeaving(page)).toBe(true);
    expect(await traces(page)).toEqual(NOTHING);
    const history = await page.evaluate(() => JSON.stringify(history.state));
    expect(history).toBe(JSON.stringify({ zhice: { "": '"dossier"' } }));

    const { text } = await widget.download("downloadEntered");
    expect(JSON.parse(text)).toMatchObject({ open: { answers: AGENCY, applicant: { name: NAME } } });
    await widget.button("wipeEntered").click();
    await expect(widget.drafts).toHaveCount(0);
    expect(await asksBeforeLeaving(page)).toBe(false);

    await widget.bring("zhice-session.json", text);
    await widget.button("shelve").click();
    await widget.draftButton(0, "goOn").click();
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(widget.heading).toHaveText(widget.word("startTitle"));
    await expect(widget.drafts).toHaveCount(0);
    expect(await traces(page)).toEqual(NOTHING);
  });

  test("clearing leaves nothing, on the device, in the history or behind the undo", async ({ widget, page, watch }) => {
    watch.expects(/^warning: zhice: the saved session cannot be read: ./);
    await widget.open();
    await keep(page, SAVED, "hello");
    await widget.reload();
    await widget.chooseTrack("agency");
    await widget.begin();
    await widget.answerAll("agency", AGENCY);
    await widget.openDossier();
    await widget.fillIn({ ...APPLICANT, name: NAME });
    const draft = (await kept(page))[SAVED];
    await widget.openStep(0);
    await widget.bring("zhice-session.json", draft);
    await expect(widget.main).toContainText(NAME);

    await widget.button("wipe").click();
    expect(await traces(page)).toEqual(NOTHING);
    await expect(widget.message).toContainText("离开本页之前可以撤销");

    const shows = async () => await page.locator(".zhice").innerText();
    for (let back = 0; back < 4; back++) {
      await page.goBack();
      await expect(widget.heading).toHaveText(widget.word("startTitle"));
      expect(await shows()).not.toContain(NAME);
    }
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    await expect(widget.button("undo"), "nobody after it can bring anything back").toHaveCount(0);
    await widget.reload();
    await expect(widget.drafts).toHaveCount(0);
    await expect(widget.setAside).toHaveCount(0);
  });
});
