// Every page of a track, filled in.

import { expect } from "@playwright/test";

import { AGENCY, APPLICANT, ZONE } from "./cases";
import { unfold } from "./checks";
import { track } from "./pack";
import type { Widget } from "./widget";

const ANSWERS = { agency: AGENCY, zone: { ...ZONE, "zone.service_points": 1, "zone.mechanism": null } };
export const TRACKS = ["agency", "zone"] as const;
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 800 };

/** Walks through every page of a track, filled in, and stops at each. */
export async function walk(widget: Widget, id: keyof typeof ANSWERS, stop: (page: string) => Promise<void>): Promise<void> {
  const { page } = widget;
  const look = async (place: string) => {
    await unfold(page);
    await stop(place);
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: "light" });
  };
  await look("start");
  await widget.chooseTrack(id);
  await look("notice");
  await widget.begin();
  for (const [index, topic] of track(id).topics.entries()) {
    await widget.showsTopic(id, index);
    await widget.answerTopic(id, index, ANSWERS[id]);
    await look(topic.id);
    await widget.goOn();
  }
  await expect(widget.button("toDossier")).toBeVisible();
  await look("conclusion");
  await widget.openDossier();
  await widget.fillIn({ credit_code: "1", mobile: "1" });
  await widget.goOn();
  await expect(widget.errorSummary).toBeFocused();
  await look("dossier, with errors");
  await widget.fillIn(APPLICANT);
  await widget.openFinish();
  await look("finish");
  await widget.openStep(0);
  await expect(widget.draftButton(0, "goOn")).toBeVisible();
  await look("start, under way");
}
