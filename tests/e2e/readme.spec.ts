// The picture in the README, made by the tests so that it shows the widget as it is.

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { AGENCY } from "./cases";
import { expect, test } from "./fixture";
import { track } from "./pack";

const PICTURE = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));

test.use({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2, colorScheme: "light" });

test("the conclusion stands beside the questions on the topic of grants", async ({ widget, page }) => {
  await widget.enter("agency");
  for (const [index, topic] of track("agency").topics.entries()) {
    if (topic.id === "grants") break;
    await widget.answerTopic("agency", index, AGENCY);
    await widget.goOn();
  }
  await widget.answer("agency.abnormal_filings", false);
  await widget.answer("agency.invention_grants", 128);
  await expect(widget.outlook).toContainText("30–35 万元");
  await expect(widget.slip).toBeInViewport({ ratio: 1 });

  // An ordinary run leaves the picture alone, so that it does not change with every machine's fonts.
  if (existsSync(PICTURE) && process.env.ZHICE_BLESS !== "1") return;
  mkdirSync(dirname(PICTURE), { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: PICTURE, animations: "disabled" });
});
