// The keys, and nothing but the keys.

import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

import type { Answer, Widget } from "./widget";

type Direction = "Tab" | "Shift+Tab";

/** Further than any control of a page is from any other. */
const MOST = 120;

/** Presses Tab until the place has the focus; the focus must not get lost on the way. */
export async function tabTo(page: Page, target: Locator, key: Direction = "Tab"): Promise<void> {
  for (let presses = 0; presses < MOST; presses += 1) {
    // Found anew each time: the widget may take the place of the page that stands in meanwhile.
    const wanted = await target.elementHandle();
    const at = await page.evaluate((wanted) => {
      const at = document.activeElement;
      return at === wanted ? "there" : !at || at === document.body ? "nowhere" : "elsewhere";
    }, wanted);
    if (at === "there") return;
    if (at === "nowhere" && presses > 0) break;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached with ${key}`);
}

export async function press(
  page: Page,
  target: Locator,
  key: "Enter" | "Space" = "Enter",
  direction: Direction = "Tab",
): Promise<void> {
  await tabTo(page, target, direction);
  await expect(target).toBeFocused();
  await page.keyboard.press(key);
}

/** Answers a question from wherever the focus is before it. */
export async function answerByKeyboard(widget: Widget, id: string, value: Answer): Promise<void> {
  const { page, programme } = widget;
  const of = widget.fact(id);
  if (of.type === "set") {
    for (const option of value as string[]) await press(page, widget.option(id, option), "Space");
  } else if (of.type === "bool" || of.type === "choice") {
    const ticked = widget.control(id).locator("input:checked");
    await tabTo(page, (await ticked.count()) > 0 ? ticked : widget.control(id).locator("input").first());
    const values = of.type === "bool" ? [true, false] : programme.options(of).map((option) => option.id);
    const wanted = widget.option(id, value as boolean | string);
    // The arrows go round, and tick as they go; Space ticks where nothing is yet.
    await page.keyboard.press("Space");
    for (let step = 0; step <= values.length && !(await wanted.isChecked()); step += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(wanted).toBeChecked();
  } else {
    await tabTo(page, widget.control(id));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(String(value));
  }
}
