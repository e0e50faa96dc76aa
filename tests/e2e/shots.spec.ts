// Pictures of every page and state, for people to look at: `cargo xtask shots` leaves them in shots/.
// <programme>-<track>-<page>-<state>-<width>-<mode>.png

import { fileURLToPath } from "node:url";

import { AGENCY, APPLICANT, ZONE, fullest } from "./cases";
import { test } from "./fixture";
import { programmes, zibo } from "./pack";
import type { Programme, Track } from "./pack";
import type { Answers, Widget } from "./widget";

const FOLDER = fileURLToPath(new URL("../../shots/", import.meta.url));
const MODES = ["light", "dark"] as const;
const SIZES = [
  { width: 1280, height: 900 },
  { width: 375, height: 812 },
];

/** The page as it is, at every size and in every mode. */
async function shoot({ page }: Widget, name: string, fullPage = true): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const mode of MODES) {
      await page.emulateMedia({ colorScheme: mode });
      // What sticks to the window is to be seen where it is at first.
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: `${FOLDER}${name}-${size.width}-${mode}.png`, fullPage, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SIZES[0]);
}

/** The page as it goes to paper, as wide as A4 between its margins. */
async function shootPrint({ page }: Widget, name: string): Promise<void> {
  await page.setViewportSize({ width: 658, height: 971 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(SIZES[0]);
}

async function enter(widget: Widget, of: Programme, track: Track): Promise<void> {
  widget.programme = of;
  await widget.enter(track.id);
}

for (const of of programmes) {
  for (const track of of.file.tracks) {
    const name = `${of.file.id}-${track.id}`;
    const answers = fullest(of.file.id, track.id);

    test(`@shots of ${name}`, async ({ widget }) => {
      test.setTimeout(600_000);
      await enter(widget, of, track);
      await widget.openConclusion();
      await shoot(widget, `${name}-conclusion-empty`);
      await shootPrint(widget, `${name}-conclusion-empty-print`);
      await widget.openStep(1);
      await shoot(widget, `${name}-notice`);
      await widget.openStep(2);
      const half = Math.ceil(track.topics.length / 2);
      for (const [index, topic] of track.topics.entries()) {
        const page = `${name}-topic-${index + 1}-${topic.id}`;
        await shoot(widget, `${page}-empty`);
        await widget.answerTopic(track.id, index, answers);
        await shoot(widget, `${page}-filled`);
        if (index + 1 === half) {
          await widget.openConclusion();
          await shoot(widget, `${name}-conclusion-partial`);
          await widget.goBack();
          for (let back = track.topics.length - 1; back > index; back -= 1) await widget.goBack();
        }
        await widget.goOn();
      }
      await shoot(widget, `${name}-conclusion-full`);
      await shootPrint(widget, `${name}-conclusion-full-print`);
      await widget.openDossier();
      await shoot(widget, `${name}-dossier-empty`);
      await widget.fillIn({ ...APPLICANT, mobile: "138" });
      await widget.goOn();
      await shoot(widget, `${name}-dossier-errors`);
      await widget.fillIn(APPLICANT);
      await widget.openFinish();
      await shoot(widget, `${name}-finish`);
      await shootPrint(widget, `${name}-finish-print`);
    });
  }
}

const VERDICTS: Record<string, [string, Answers]> = {
  "agency-ineligible": ["agency", { ...AGENCY, "agency.in_zone": false }],
  "zone-ineligible": ["zone", { ...ZONE, "zone.service_points": 1, "zone.coverage": ["patent", "custody"] }],
  "zone-undetermined": ["zone", { ...ZONE, "zone.mechanism": null, "zone.service_points": null }],
};

for (const [name, [track, answers]] of Object.entries(VERDICTS)) {
  test(`@shots of a conclusion, ${name}`, async ({ widget }) => {
    await widget.enter(track);
    await widget.answerAll(track, answers);
    await shoot(widget, `state-conclusion-${name}`);
  });
}

for (const style of ["english", "large"] as const) {
  test(`@shots in ${style}`, async ({ widget }) => {
    test.setTimeout(300_000);
    await widget.open();
    if (style === "english") await widget.switchLanguage();
    else await widget.switchLargeType();
    await shoot(widget, `${style}-start`);
    await widget.chooseTrack("agency");
    await widget.begin();
    for (const [index, topic] of zibo.track("agency").topics.entries()) {
      await widget.answerTopic("agency", index, AGENCY);
      await shoot(widget, `${style}-topic-${topic.id}`);
      await widget.goOn();
    }
    await shoot(widget, `${style}-conclusion`);
    await widget.openDossier();
    await shoot(widget, `${style}-dossier`);
    await widget.openFinish();
    await shoot(widget, `${style}-finish`);
    await shootPrint(widget, `${style}-finish-print`);
  });
}

test("@shots of several drafts and programmes, and of a draft from a file", async ({ widget, page }) => {
  test.setTimeout(300_000);
  await widget.open();
  await shoot(widget, "start-empty");
  await widget.pickTrack("zone");
  await widget.pickTrack("zone", "zhejiang-2018-zone");
  await widget.pickTrack("demonstration", "cnipa-2023-zone");
  await shoot(widget, "start-picked");
  await widget.button("start").click();
  await shoot(widget, "several-notice");
  await widget.begin();
  await widget.answerTopic("zone", 0, ZONE);
  await shoot(widget, "several-topic");
  await widget.openStep(3);
  await shoot(widget, "several-comparison");
  await shootPrint(widget, "several-comparison-print");
  await page.getByRole("button", { name: /^看结论/ }).first().click();
  await shoot(widget, "several-conclusion");
  await widget.openStep(5);
  const { text } = await widget.download();
  await widget.openStep(0);
  await widget.chooseTrack("agency");
  await widget.openStep(0);
  await shoot(widget, "start-drafts");
  await widget.draftButton(0, "rename").click();
  await shoot(widget, "start-renaming");
  await widget.draftButton(1, "delete").click();
  await shoot(widget, "start-deleted");
  await widget.button("undo").click();
  await widget.openStep(0);
  await widget.bring("草稿.json", text);
  await shoot(widget, "review-holds");
  await widget.openStep(0);
  const changed = JSON.parse(text);
  changed.answers["zone.plan"] = false;
  await widget.bring("改过的草稿.json", JSON.stringify(changed));
  await shoot(widget, "review-differs");
  await widget.openStep(0);
  await widget.bring("其他文件.json", "{}");
  await shoot(widget, "review-refused");
});

test("@shots of what opens, what is tried out and what went wrong", async ({ widget, page, watch }) => {
  test.setTimeout(300_000);
  watch.expects(/^warning: zhice: the saved session cannot be read: ./);
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.goOn();
  await widget.type("agency.pledge_loans", "12a");
  await widget.goOn();
  await shoot(widget, "state-topic-errors");
  await page.setViewportSize(SIZES[1]);
  await widget.button("open").click();
  await shoot(widget, "state-slip-open", false);
  await page.setViewportSize(SIZES[0]);
  await widget.openConclusion();
  await page.getByRole("button", { name: /^试试看/ }).first().click();
  await shoot(widget, "state-what-if");
  await shootPrint(widget, "state-what-if-print");
  await page.evaluate(() => localStorage.setItem("zhice.session", "?"));
  await widget.reload();
  await shoot(widget, "state-damaged");
});

test("@shots in forced colours", async ({ widget, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await widget.enter("agency");
  await widget.answerAll("agency", AGENCY);
  await page.screenshot({ path: `${FOLDER}forced-conclusion.png`, fullPage: true });
});
