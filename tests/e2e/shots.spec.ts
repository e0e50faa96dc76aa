// Pictures of every page, for people to look at: `cargo xtask shots` leaves them in shots/.
// <track>-<page>-<width>-<mode>.png

import { fileURLToPath } from "node:url";

import { AGENCY, APPLICANT, ZONE } from "./cases";
import { test } from "./fixture";
import { track } from "./pack";
import type { Answers, Widget } from "./widget";

const FOLDER = fileURLToPath(new URL("../../shots/", import.meta.url));
const MODES = ["light", "dark"] as const;
const SIZES = [
  { width: 1280, height: 900 },
  { width: 375, height: 812 },
];

const CASES: Record<"agency" | "zone", { eligible: Answers; ineligible: Answers; undetermined: Answers }> = {
  agency: {
    eligible: AGENCY,
    ineligible: { ...AGENCY, "agency.in_zone": false },
    undetermined: {
      "agency.patent_licensed": true,
      "agency.in_zone": null,
      "agency.pledge_loans": 2,
      "agency.custody_mode": "full",
      "agency.invention_grants": 120,
      "agency.abnormal_filings": false,
    },
  },
  zone: {
    eligible: ZONE,
    ineligible: { ...ZONE, "zone.agency_count": 1, "zone.coverage": ["patent", "trademark", "custody"] },
    undetermined: { ...ZONE, "zone.mechanism": null, "zone.agency_count": null },
  },
};

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
}

for (const id of ["agency", "zone"] as const) {
  const { eligible, ineligible, undetermined } = CASES[id];
  const { topics } = track(id);

  test.describe(`@shots of the track ${id}`, () => {
    test.slow();

    test("from the first page to the conclusion", async ({ widget }) => {
      await widget.open();
      await shoot(widget, `${id}-start`);
      await widget.chooseTrack(id);
      await shoot(widget, `${id}-notice`);
      await widget.openStep(0);
      await shoot(widget, `${id}-start-under-way`);
      await widget.openStep(2);
      for (const [index, topic] of topics.entries()) {
        const name = `${id}-topic-${index + 1}-${topic.id}`;
        await shoot(widget, `${name}-empty`);
        await widget.answerTopic(id, index, eligible);
        await shoot(widget, `${name}-filled`);
        await widget.goOn();
      }
      await shoot(widget, `${id}-conclusion-eligible`);
    });

    test("from the conclusion to the download", async ({ widget }) => {
      await widget.enter(id);
      await widget.answerAll(id, eligible);
      await widget.openDossier();
      await widget.fillIn({ ...APPLICANT, credit_code: "91350100M000100Y44", mobile: "1381234567" });
      await widget.goOn();
      await shoot(widget, `${id}-dossier-errors`);
      await widget.fillIn(APPLICANT);
      await widget.openFinish();
      await shoot(widget, `${id}-finish`);
      await shootPrint(widget, `${id}-finish-print`);
    });

    for (const [verdict, answers] of Object.entries({ ineligible, undetermined })) {
      test(`a conclusion that is ${verdict}`, async ({ widget }) => {
        await widget.enter(id);
        await widget.answerAll(id, answers);
        await shoot(widget, `${id}-conclusion-${verdict}`);
      });
    }

    for (const style of ["english", "large"] as const) {
      test(`in ${style}`, async ({ widget }) => {
        await widget.open();
        if (style === "english") await widget.switchLanguage();
        else await widget.switchLargeType();
        await shoot(widget, `${id}-start-${style}`);
        await widget.chooseTrack(id);
        await widget.begin();
        for (const [index, topic] of topics.entries()) {
          await widget.answerTopic(id, index, eligible);
          if (index === 0 || index === topics.length - 1) await shoot(widget, `${id}-topic-${topic.id}-${style}`);
          await widget.goOn();
        }
        await shoot(widget, `${id}-conclusion-${style}`);
        await widget.openDossier();
        await shoot(widget, `${id}-dossier-${style}`);
        await widget.openFinish();
        await shoot(widget, `${id}-finish-${style}`);
        await shootPrint(widget, `${id}-finish-print-${style}`);
      });
    }
  });
}

test("@shots of what opens and what went wrong", async ({ widget, page, watch }) => {
  watch.expects(/^warning: zhice: the saved session cannot be read: ./);
  await widget.enter("agency");
  await widget.answerTopic("agency", 0, AGENCY);
  await widget.goOn();
  await widget.type("agency.pledge_loans", "12a");
  await widget.goOn();
  await shoot(widget, "agency-topic-errors");
  await page.setViewportSize(SIZES[1]);
  await widget.button("open").click();
  await shoot(widget, "agency-slip-open", false);
  await page.locator("details.clause summary").first().click();
  await page.evaluate(() => localStorage.setItem("zhice.session", "?"));
  await widget.reload();
  await shoot(widget, "agency-start-damaged");
});
