// Criteria of WCAG 2.2 that no other test shows; docs/accessibility.md lists all of them.

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { walk } from "./walk";

test("nothing plays, no picture stands for text, and nothing waits to be pointed at", async ({ widget, page }) => {
  await widget.open();
  await walk(widget, "agency", async (place) => {
    const media = page.locator(":is(audio, video, object, embed, canvas, img, marquee, [title], [accesskey])");
    expect(await media.count(), place).toBe(0);
    const pictures = await page.evaluate(() =>
      [...document.querySelectorAll(".zhice *")].filter((one) => /url\((?!"data:)/.test(getComputedStyle(one).backgroundImage)).length,
    );
    expect(pictures, place).toBe(0);
  });
});

test("what is pointed at or has the focus brings nothing up", async ({ widget, page }) => {
  await widget.enter("agency");
  const before = await widget.main.innerText();
  for (const control of await widget.main.locator(":is(button, summary, label, input):visible").all()) {
    await control.hover({ force: true });
    expect(await widget.main.innerText()).toBe(before);
  }
  await widget.control("agency.patent_licensed").locator("input").first().focus();
  expect(await widget.main.innerText()).toBe(before);
});

test("a letter or a digit by itself is no shortcut", async ({ widget, page }) => {
  await widget.enter("agency");
  await expect(widget.heading).toBeFocused();
  const before = await page.locator("#zhice").innerHTML();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789/?.,") await page.keyboard.press(key);
  expect(await page.locator("#zhice").innerHTML()).toBe(before);
});

test("a day without a press of a key takes nothing away", async ({ widget, page }) => {
  await page.clock.install();
  await widget.enter("agency");
  await widget.answer("agency.patent_licensed", true);
  await page.clock.fastForward("24:00:00");
  await widget.showsTopic("agency", 0);
  await widget.showsAnswer("agency.patent_licensed", true);
});

test("nothing moves for long, and nothing flashes", async ({ widget, page }) => {
  await widget.open();
  await walk(widget, "agency", async (place) => {
    const moving = await page.evaluate(() =>
      document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)),
    );
    expect(moving.filter((end) => end > 1_000), place).toEqual([]);
  });
});

test("neither the focus nor an answer changes the page", async ({ widget, page }) => {
  await widget.enter("agency");
  const address = page.url();
  for (const control of await widget.main.locator(":is(button, summary, input):visible").all()) {
    await control.focus();
    await widget.showsTopic("agency", 0);
  }
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.showsTopic("agency", 0);
  expect(page.url()).toBe(address);
});

test("a press that is let go of elsewhere does nothing", async ({ widget, page }) => {
  await widget.enter("agency");
  for (const control of [widget.button("continue"), widget.button("language"), widget.button("wipe")]) {
    await control.scrollIntoViewIfNeeded();
    await control.hover();
    await page.mouse.down();
    await page.mouse.move(2, 300);
    await page.mouse.up();
    await widget.showsTopic("agency", 0);
  }
});

test("the name of each control has the words that are seen on it", async ({ widget, page }) => {
  await widget.open();
  await walk(widget, "agency", async (place) => {
    const odd = await page.evaluate(() => {
      const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
      const named = [...document.querySelectorAll<HTMLElement>(".zhice :is(button, summary, a)[aria-label]")];
      const seen = (one: HTMLElement) => words(one.innerText);
      return named.filter((one) => !words(one.ariaLabel ?? "").includes(seen(one))).map((one) => one.outerHTML);
    });
    expect(odd, place).toEqual([]);
  });
});

test("every target is 24 pixels in both directions, or has that much room around it", async ({ widget, page }) => {
  await widget.open();
  await walk(widget, "agency", async (place) => {
    for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const close = await page.evaluate(() => {
        // A box that is hidden in its label is pressed there.
        const pressed = (one: Element) => (one.matches("input") ? (one.closest("label") ?? one) : one);
        const all = [...document.querySelectorAll(".zhice :is(button, summary, a, input, select, textarea)")].map(pressed);
        const targets = [...new Set(all)].map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
        const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
        const isSmall = (box: DOMRect) => box.width < 24 || box.height < 24;
        // 2.5.8: a circle of 24 pixels about a small one meets no other target, and not the circle of another small one.
        const meets = (small: DOMRect, other: DOMRect) => {
          const { x, y } = middle(small);
          if (isSmall(other)) return Math.hypot(x - middle(other).x, y - middle(other).y) < 24;
          const dx = Math.max(other.left - x, 0, x - other.right);
          const dy = Math.max(other.top - y, 0, y - other.bottom);
          return Math.hypot(dx, dy) < 12;
        };
        return targets
          .filter(({ one, box }) => isSmall(box) && targets.some((other) => other.one !== one && !other.one.contains(one) && !one.contains(other.one) && meets(box, other.box)))
          .map(({ one, box }) => `${box.width} × ${box.height}: ${one.outerHTML.slice(0, 120)}`);
      });
      expect(close, `${place}, ${size.width} px`).toEqual([]);
    }
  });
});

test("browsers are told which field is whose", async ({ widget }) => {
  await widget.conclude("agency", AGENCY);
  await widget.openDossier();
  const purposes = { name: "organization", contact: "name", mobile: "tel-national", landline: "tel", email: "email", address: "street-address" };
  for (const [field, purpose] of Object.entries(purposes)) {
    await expect(widget.field(field)).toHaveAttribute("autocomplete", purpose);
  }
});

test("the page has a title that says what it is for, and says which language each part is in", async ({ widget, page }) => {
  await widget.open();
  await expect(page).toHaveTitle("知测：知识产权服务业集聚区申报自测");
  await expect(page.locator(".zhice")).toHaveAttribute("lang", "zh-CN");
  await expect(widget.button("language")).toHaveAttribute("lang", "en");
  await widget.switchLanguage();
  await expect(page.locator(".zhice")).toHaveAttribute("lang", "en");
  await expect(widget.button("language")).toHaveAttribute("lang", "zh-CN");
});

test("what is on every page stands in the same order under the same names", async ({ widget, page }) => {
  await widget.open();
  const tools: string[][] = [];
  await widget.chooseTrack("agency");
  const look = async () => tools.push(await page.locator("header button, nav.steps > ol > li > button, footer button").allInnerTexts());
  await look();
  await widget.begin();
  await look();
  for (const step of [3, 4, 5]) {
    await widget.openStep(step);
    await look();
  }
  expect(new Set(tools.map((names) => names.join("\n"))).size).toBe(1);
});
