// For everybody: with a screen reader, by keyboard alone, on a small screen, with large type.

import { AGENCY, APPLICANT } from "./cases";
import { faults, misfits } from "./checks";
import { expect, test } from "./fixture";
import { answerByKeyboard, press, tabTo } from "./keyboard";
import { fact, track } from "./pack";
import { DESK, PHONE, TRACKS, walk } from "./walk";

test.describe("axe finds nothing", () => {
  test.slow();

  for (const id of TRACKS) {
    for (const lang of ["zh", "en"] as const) {
      test(`on any page of the track ${id} in ${lang}, light on a desk and dark on a phone`, async ({
        widget,
        page,
      }) => {
        await widget.open();
        if (lang === "en") await widget.switchLanguage();
        await walk(widget, id, async (place) => {
          expect(await faults(page), `${place}, light`).toEqual([]);
          await page.setViewportSize(PHONE);
          await page.emulateMedia({ colorScheme: "dark" });
          expect(await faults(page), `${place}, dark`).toEqual([]);
        });
      });
    }
  }

  test("in large type, light on a phone and dark on a desk", async ({ widget, page }) => {
    await widget.open();
    await widget.switchLargeType();
    await walk(widget, "agency", async (place) => {
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await faults(page), `${place}, dark`).toEqual([]);
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: "light" });
      expect(await faults(page), `${place}, light`).toEqual([]);
    });
  });

  test("with errors listed on a topic, and with the conclusion opened on a phone", async ({ widget, page }) => {
    await page.setViewportSize(PHONE);
    await widget.enter("agency");
    await widget.button("open").click();
    await expect(widget.slip.getByText("还会影响结论的问题")).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), `conclusion opened, ${colorScheme}`).toEqual([]);
    }
    await widget.button("close").click();
    await widget.goOn();
    await widget.type("agency.pledge_loans", "12a");
    await widget.goOn();
    await expect(widget.errorSummary).toBeFocused();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), `errors listed, ${colorScheme}`).toEqual([]);
    }
  });

  test("in forced colours", async ({ widget, page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await widget.enter("agency");
    await widget.answerAll("agency", AGENCY);
    expect(await faults(page)).toEqual([]);
  });
});

test("a message that something was cleared, or could not be read, is announced and accessible", async ({
  widget,
  page,
  watch,
}) => {
  watch.expects(/^warning: zhice: the saved session cannot be read: ./);
  await widget.open();
  await page.evaluate(() => localStorage.setItem("zhice.session", "?"));
  await widget.reload();
  const said = (text: string) => widget.main.getByRole("status").filter({ hasText: text });
  await expect(said(widget.word("damaged"))).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await widget.chooseTrack("agency");
  await widget.button("wipe").click();
  await expect(said("本机数据已清除")).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test.describe("by keyboard alone", () => {
  test("an agency goes the whole way", async ({ widget, page }) => {
    await widget.open();
    await press(page, widget.trackBox("agency"), "Space");
    await press(page, widget.button("start"));
    await expect(widget.heading).toBeFocused();
    await press(page, widget.button("begin"), "Space");

    for (const [index, topic] of track("agency").topics.entries()) {
      await widget.showsTopic("agency", index);
      await expect(widget.heading).toBeFocused();
      for (const id of topic.facts) if (id in AGENCY) await answerByKeyboard(widget, id, AGENCY[id]);
      // Enter in a field goes on as well; from options, the button does.
      const last = topic.facts.filter((id) => id in AGENCY).at(-1);
      if (last && fact(last).type === "count") await page.keyboard.press("Enter");
      else await press(page, widget.button("continue"));
    }

    await expect(widget.heading).toBeFocused();
    await expect(widget.heading).toHaveText("初步符合条件，最高可达 30 万元");
    await press(page, widget.measure("grants").locator(".row-fold > summary"));
    const clause = widget.measure("grants").locator(".clause summary");
    await press(page, clause, "Space");
    await expect(widget.measure("grants").locator("details.clause")).toHaveAttribute("open");
    await tabTo(page, widget.main.getByLabel("测算日期"), "Shift+Tab");
    await press(page, widget.button("toDossier"));

    await expect(widget.heading).toBeFocused();
    for (const [name, text] of Object.entries({ ...APPLICANT, mobile: "1" })) {
      await tabTo(page, widget.field(name));
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await expect(widget.errorSummary).toBeFocused();
    await press(page, widget.errorSummary.getByRole("button"));
    await expect(widget.field("mobile")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(APPLICANT.mobile);
    await answerByKeyboard(widget, "applicant.division", "zhangdian");
    await press(page, widget.main.getByLabel("所填内容与所附材料真实、准确。"), "Space");
    await press(page, widget.button("continue"));

    await expect(widget.heading).toBeFocused();
    const coming = page.waitForEvent("download");
    await press(page, widget.button("download"));
    expect((await coming).suggestedFilename()).toMatch(/\.json$/);
  });

  test("a list is ticked with Space, and what is not clear yet is said", async ({ widget, page }) => {
    await widget.enter("zone");
    await widget.openStep(2);
    await widget.goOn();
    await widget.goOn();
    await widget.showsTopic("zone", 2);
    await tabTo(page, widget.control("zone.service_points"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(widget.question("zone.service_points").getByText("已选“暂不清楚”")).toBeVisible();
    for (const service of ["trademark", "custody"]) await press(page, widget.option("zone.coverage", service), "Space");
    await widget.showsAnswer("zone.coverage", ["trademark", "custody"]);
  });

  test("the focus is always in sight and nothing holds it", async ({ widget, page }) => {
    await page.setViewportSize(PHONE);
    await widget.enter("agency");
    let stops = 0;
    for (; stops < 80; stops += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        // A hidden radio button shows its focus on its label.
        const box = (at.closest("label") ?? at).getBoundingClientRect();
        const middle = (box.top + box.bottom) / 2;
        const slip = document.querySelector(".aside");
        const bar = slip?.getBoundingClientRect();
        const isCovered = bar && !slip?.contains(at) && middle >= bar.top && middle <= bar.bottom;
        return { name: `${at.id} ${at.textContent}`, inSight: middle >= 0 && middle <= innerHeight && !isCovered };
      });
      if (!focused) break;
      expect(focused.inSight, focused.name).toBe(true);
    }
    expect(stops, "the focus leaves the page in the end").toBeLessThan(80);
    expect(stops).toBeGreaterThan(5);
  });
});

test.describe("status messages", () => {
  test("are heard once for each answer, and not while a number is typed", async ({ widget, page }) => {
    await widget.enter("agency");
    const said = await widget.listen();
    await widget.answer("agency.patent_licensed", true);
    await expect(widget.said).toContainText("需补充信息");
    expect(await said(), "the result is as unknown as before").toEqual([]);
    await widget.answer("agency.in_zone", true);
    await expect(widget.said).toContainText("初步符合条件");
    expect(await said()).toEqual([await widget.said.innerText()]);
    await widget.goOn();
    await widget.showsTopic("agency", 1);
    expect(await said()).toEqual([]);
    await tabTo(page, widget.control("agency.pledge_loans"));
    await page.keyboard.type("12");
    await expect(widget.outlook).toContainText("12 万元起");
    expect(await said()).toEqual([]);
    await page.keyboard.press("Tab");
    await expect(widget.said).toContainText("12 万元");
    expect(await said()).toEqual([await widget.said.innerText()]);
  });

  test("are heard once for an error, for what was cleared and for a download", async ({ widget }) => {
    await widget.enter("agency");
    await widget.goOn();
    await widget.type("agency.pledge_loans", "1x");
    const said = await widget.listen();
    await widget.goOn();
    await expect(widget.errorSummary).toBeFocused();
    expect(await said()).toEqual([await widget.errorSummary.innerText()].map((text) => text.replaceAll("\n", "")));
    await widget.answer("agency.pledge_loans", 1);
    await widget.openStep(5);
    await said();
    await widget.download();
    await expect(widget.main).toContainText(widget.word("downloaded"));
    expect(await said()).toEqual([widget.word("downloaded")]);
    await widget.button("wipe").click();
    await expect(widget.message).toContainText("本机数据已清除");
    expect((await said()).filter((text) => text.includes("本机数据已清除"))).toHaveLength(1);
  });
});

test("the focus goes to the heading of each page", async ({ widget, page }) => {
  await widget.open();
  await widget.chooseTrack("zone");
  await expect(widget.heading).toBeFocused();
  await widget.begin();
  for (const topic of track("zone").topics.keys()) {
    await widget.showsTopic("zone", topic);
    await expect(widget.heading).toBeFocused();
    await widget.goOn();
  }
  for (const step of [3, 4, 5, 1, 0]) {
    await widget.openStep(step);
    await expect(widget.heading).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
  await page.goBack();
  await expect(widget.heading).toBeFocused();
});

test.describe("nothing sticks out, is too low to press or too small to read", () => {
  /** 640 px is a window of 1280 px at 200 %, 320 by 256 px one at 400 %. */
  const SIZES = [DESK, { width: 640, height: 450 }, PHONE, { width: 320, height: 256 }];

  for (const [id, lang, type] of [
    ["agency", "zh", "normal"],
    ["zone", "zh", "normal"],
    ["agency", "en", "normal"],
    ["agency", "zh", "large"],
    ["zone", "en", "large"],
  ] as const) {
    test(`on any page of the track ${id}, ${lang}, ${type} type, at any size`, async ({ widget, page }) => {
      await widget.open();
      if (lang === "en") await widget.switchLanguage();
      if (type === "large") await widget.switchLargeType();
      await walk(widget, id, async (place) => {
        for (const size of SIZES) {
          await page.setViewportSize(size);
          expect(await misfits(page, type === "large" ? 18 : 13), `${place}, ${size.width} px`).toEqual([]);
        }
      });
    });
  }

  test("with text twice as large, or set wider as WCAG 1.4.12 allows", async ({ widget, page }) => {
    await widget.open();
    await walk(widget, "agency", async (place) => {
      for (const style of [
        ".zhice { --size: 34px; --small: 30px; --tiny: 28px; }",
        ".zhice * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
      ]) {
        await page.evaluate((style) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = [sheet];
        }, style);
        expect(await misfits(page, 13), `${place} with ${style}`).toEqual([]);
      }
      await page.evaluate(() => (document.adoptedStyleSheets = []));
    });
  });
});
