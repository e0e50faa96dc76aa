// What a person has set, in the browser or in the widget: forced colours, less motion, another language.

import type { Page } from "@playwright/test";

import { AGENCY, APPLICANT } from "./cases";
import { faults } from "./checks";
import { expect, test } from "./fixture";
import { track } from "./pack";
import type { Widget } from "./widget";

const ANSWERS = { ...AGENCY, "agency.in_zone": false };

/** Stops on every page of an agency, filled in; the conclusion also with something tried out. */
async function stops(widget: Widget, stop: (place: string) => Promise<void>): Promise<void> {
  await widget.open();
  await stop("start");
  await widget.chooseTrack("agency");
  await stop("notice");
  await widget.begin();
  for (const [index, topic] of track("agency").topics.entries()) {
    await widget.showsTopic("agency", index);
    await widget.answerTopic("agency", index, ANSWERS);
    await stop(topic.id);
    await widget.goOn();
  }
  await expect(widget.button("toDossier")).toBeVisible();
  await stop("conclusion");
  await widget.whatIf.open("agency.in_zone");
  await widget.answer("agency.in_zone", true);
  await stop("conclusion, tried out");
  await widget.whatIf.discard();
  await widget.openDossier();
  await widget.fillIn({ mobile: "1" });
  await widget.goOn();
  await expect(widget.errorSummary).toBeFocused();
  await stop("dossier");
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  await stop("finish");
}

test.describe("in forced colours", () => {
  test.slow();
  test.use({ forcedColors: "active" });

  test("what is chosen, wrong, met or saved is told by more than a background", async ({ widget, page }) => {
    await stops(widget, async (place) => {
      expect(await page.evaluate(untold), place).toEqual([]);
      expect(await faults(page), place).toEqual([]);
    });
  });

  test("what has the focus has a ring", async ({ widget, page }) => {
    await widget.enter("agency");
    await widget.goOn();
    const kinds = new Set<string>();
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      const { kind, ring } = await page.evaluate(() => {
        const at = document.activeElement ?? document.body;
        const rings = [at, at.closest("label"), at.closest(".field")].filter((one) => one !== null);
        const drawn = (one: Element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        };
        return { kind: `${at.localName} ${at.getAttribute("type")}`, ring: rings.some(drawn) };
      });
      if (kind.startsWith("body")) break;
      expect(ring, kind).toBe(true);
      kinds.add(kind);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(["button button", "summary null", "input text"]));
  });
});

/** In the page: whatever would tell its state by a colour or a background alone. */
function untold(): string[] {
  const shown = (selector: string) =>
    [...document.querySelectorAll(`.zhice ${selector}`)].filter((one) => one.getClientRects().length > 0);
  const name = (element: Element) => element.outerHTML.slice(0, 100);
  const hasEdge = (element: Element) =>
    (["Top", "Right", "Bottom", "Left"] as const).some((side) => {
      const style = getComputedStyle(element);
      return style[`border${side}Style`] !== "none" && Number.parseFloat(style[`border${side}Width`]) >= 1;
    });
  const mute = shown("[data-truth]:is(.mark, .row-end)").filter((mark) => !mark.textContent?.trim());
  const edged = "button:is(.primary, :not([class])), .field, .option, .range, .message, .banner";
  const edgeless = shown(`:is(${edged})`).filter((element) => !element.closest(".steps") && !hasEdge(element));
  // The box or the dot itself is drawn, in whichever colours the system has.
  const hidden = shown("input:is([type=radio], [type=checkbox])").filter((box) => {
    const { opacity, appearance } = getComputedStyle(box);
    const { width, height } = box.getBoundingClientRect();
    return opacity === "0" || appearance === "none" || width < 13 || height < 13;
  });
  return [
    ...mute.map((one) => `without a shape or a word: ${name(one)}`),
    ...edgeless.map((one) => `without an edge: ${name(one)}`),
    ...hidden.map((one) => `not to be seen: ${name(one)}`),
  ];
}

test.describe("motion", () => {
  /** In the page: whatever would move. */
  const moving = (page: Page) =>
    page.evaluate(() => {
      const lasts = (times: string) => times.split(",").some((time) => Number.parseFloat(time) > 0);
      const all = [...document.querySelectorAll(".zhice, .zhice *")];
      const found = all.filter((element) =>
        [null, "::before", "::after"].some((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === "smooth";
        }),
      );
      return found.map((element) => element.outerHTML.slice(0, 100));
    });

  test.describe("where less is wanted", () => {
    test.use({ contextOptions: { reducedMotion: "reduce" } });

    test("there is none", async ({ widget, page }) => {
      await stops(widget, async (place) => expect(await moving(page), place).toEqual([]));
    });
  });

  test.describe("where it is welcome", () => {
    test.use({ contextOptions: { reducedMotion: "no-preference" } });

    test("there is some, but none in large type", async ({ widget, page }) => {
      await widget.open();
      expect(await moving(page)).not.toEqual([]);
      await widget.switchLargeType();
      await stops(widget, async (place) => expect(await moving(page), place).toEqual([]));
    });
  });
});

test("another language loses nothing that is half typed, on any page", async ({ widget, page }) => {
  /** What stands in every field, and what is chosen or ticked. */
  const entered = () =>
    widget.main.or(widget.whatIf.panel).locator("input, textarea").evaluateAll((fields) =>
      (fields as HTMLInputElement[]).map(({ id, name, type, value, checked }) =>
        [id || name, ["radio", "checkbox"].includes(type) ? checked : value].join(" "),
      ),
    );
  const keeps = async () => {
    const before = await entered();
    await widget.switchLanguage();
    await expect.poll(entered).toEqual(before);
    await expect(widget.button("language")).toBeFocused();
    await widget.switchLanguage();
    await expect.poll(entered).toEqual(before);
  };
  await widget.open();
  await widget.pickTrack("agency");
  await keeps();
  await widget.button("start").click();
  await widget.begin();
  for (const [index, topic] of track("agency").topics.entries()) {
    await widget.showsTopic("agency", index);
    await widget.answerTopic("agency", index, ANSWERS);
    const number = topic.facts.find((id) => widget.fact(id).type === "count" && id in ANSWERS);
    if (number) await widget.type(number, "1x");
    await keeps();
    if (number) await widget.answer(number, ANSWERS[number]);
    await widget.goOn();
  }
  await widget.whatIf.open("agency.invention_grants");
  await widget.type("agency.invention_grants", "2x");
  await keeps();
  await expect(widget.control("agency.invention_grants")).toHaveValue("2x");
  await widget.whatIf.discard();
  await widget.openDossier();
  await widget.fillIn({ ...APPLICANT, mobile: "1", credit_code: "9135" });
  await widget.main.locator("textarea").first().fill("写到一半");
  await keeps();
  await expect(widget.field("credit_code")).toHaveValue("9135");
  expect(await page.evaluate(() => localStorage.getItem("zhice.session"))).toContain("写到一半");
});
