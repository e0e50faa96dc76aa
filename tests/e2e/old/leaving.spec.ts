// Browsers of the age of the floor ask as well before what is not kept is left.

import type { Page } from "@playwright/test";

import { fillStorage } from "../checks";
import { hold } from "../network";
import { expect, test } from "./fixture";

const WIDGET = /\/zhice-[a-z-]*widget[a-z-]*-[0-9a-f]{8}\.wasm$/;

/** The browser asks, and who stays has everything. */
async function asks(page: Page) {
  const asked = page.waitForEvent("dialog");
  const leaving = page.evaluate(() => location.reload());
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;
}

test("a page that stands in", async ({ page, widget }) => {
  await hold(page, WIDGET);
  await widget.open();
  await widget.pickTrack("agency");
  await asks(page);
  await expect(widget.trackBox("agency")).toBeChecked();
});

test("a widget that cannot save", async ({ page, widget }) => {
  await widget.enter("agency");
  await fillStorage(page);
  await widget.answer("agency.in_zone", true);
  await expect(widget.saving).toContainText(widget.word("notSaved"));
  await asks(page);
  await widget.showsAnswer("agency.in_zone", true);
});
