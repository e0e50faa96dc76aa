// Browsers of the age of the floor ask as well before what is not kept is left.

import { WIDGET } from "../built";
import { fillStorage, staysWhenAsked } from "../checks";
import { hold } from "../network";
import { expect, test } from "./fixture";

test("a page that stands in", async ({ page, widget }) => {
  await hold(page, WIDGET);
  await widget.open();
  await widget.pickTrack("agency");
  expect(await staysWhenAsked(page)).toBe("beforeunload");
  await expect(widget.trackBox("agency")).toBeChecked();
});

test("a widget that cannot save", async ({ page, widget }) => {
  await widget.enter("agency");
  await fillStorage(page);
  await widget.answer("agency.in_zone", true);
  await expect(widget.saving).toContainText(widget.word("notSaved"));
  expect(await staysWhenAsked(page)).toBe("beforeunload");
  await widget.showsAnswer("agency.in_zone", true);
});
