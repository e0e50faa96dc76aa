// The whole way of an agency as it is heard: one section for each page, kept in a file that a person has read.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { AGENCY, APPLICANT } from "./cases";
import { expect, test } from "./fixture";
import { track } from "./pack";
import { speech } from "./speech";

const GOLDEN = fileURLToPath(new URL("../golden/speech/zibo-2020-zone.agency.zh.txt", import.meta.url));

test("the whole way of an agency is heard in order, each thing once and by its name", async ({ widget, page }) => {
  await page.clock.setFixedTime("2026-11-25T02:00:00Z");
  const sections: string[] = [];
  const listen = async (title: string) => {
    await expect(widget.heading).toBeFocused();
    sections.push(`=== ${title} ===\n\n${(await speech(page)).replaceAll(/\d+\.\d+\.\d+/g, "x.y.z")}`);
  };
  await widget.open();
  sections.push(`=== 起步 ===\n\n${(await speech(page)).replaceAll(/\d+\.\d+\.\d+/g, "x.y.z")}`);
  await widget.chooseTrack("agency");
  await listen("须知");
  await widget.begin();
  for (const [index, { title }] of track("agency").topics.entries()) {
    await widget.showsTopic("agency", index);
    await listen(title.zh);
    await widget.answerTopic("agency", index, AGENCY);
    await widget.goOn();
  }
  await expect(widget.button("toDossier")).toBeVisible();
  await listen("结论");
  await widget.openDossier();
  await listen("申报信息");
  await widget.fillIn({ ...APPLICANT, mobile: "1" });
  await widget.goOn();
  await expect(widget.errorSummary).toBeFocused();
  sections.push(`=== 申报信息，有误 ===\n\n${await speech(page)}`);
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  await listen("核对与下载");

  const heard = sections.join("\n");
  if (process.env.ZHICE_BLESS === "1") {
    mkdirSync(fileURLToPath(new URL(".", `file://${GOLDEN}`)), { recursive: true });
    writeFileSync(GOLDEN, heard);
  }
  expect(heard, "ZHICE_BLESS=1 writes it anew; read the difference").toBe(readFileSync(GOLDEN, "utf8"));
});
