// What must hold on any page: nothing for axe to find, nothing that sticks out. And what may befall any page.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Opens everything that is folded, so that it is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page.locator("details:not([open])").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

/** What axe finds under WCAG 2.2, levels A and AA. */
export async function faults(page: Page): Promise<string[]> {
  // Transitions would leave colours half way. Those of what is folded away stand still: they are not waited for.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html}: ${any[0]?.message}`));
}

/** Whether the browser would ask before the page is left. */
export function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

/** Leaves the page, is asked by the browser itself, and stays. What was asked, as the browser calls it. */
export async function staysWhenAsked(page: Page): Promise<string> {
  const asked = page.waitForEvent("dialog");
  const leaving = page.evaluate(() => location.reload());
  const dialog = await asked;
  await dialog.dismiss();
  await leaving;
  return dialog.type();
}

/** What is wrong with the layout as it stands. */
export async function misfits(page: Page, smallest: number): Promise<string[]> {
  await laidOut(page);
  return await page.evaluate(misfitsIn, smallest);
}

/** The page says in classes how much room there is, in the frame after its width has changed. */
async function laidOut(page: Page): Promise<void> {
  const frame = () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  await page.evaluate(frame);
}

/** In the page. */
export function misfitsIn(smallest: number): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const all = [...document.querySelectorAll(".zhice *")]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const name = ({ element }: { element: Element }) => element.outerHTML.slice(0, 100);
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "";
  const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);

  const out = all.filter(
    ({ element, box }) => box.right > clientWidth + 1 && !element.closest("svg") && !scrolls(element),
  );
  const low = all.filter(({ element, box }) => {
    const target = "button, select, textarea, .field, .option, .file-choice, .track label, input:not([type=radio], [type=checkbox])";
    if (element.matches(target)) return box.height < 43.99;
    // WCAG 2.2, 2.5.8, for what stands within text.
    return element.matches("summary") && box.height < 24;
  });
  // What is a pixel wide is there for those who listen.
  const cut = all.filter(({ element, box }) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string) => ["hidden", "clip"].includes(overflow);
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isCut = (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
    return isCut && box.width > 1 && element.textContent?.trim() !== "";
  });
  const small = all.filter(({ element }) => [...element.childNodes].some(isText) && size(element) < smallest);
  return [
    ...(scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
    ...out.map((one) => `sticks out to ${one.box.right} px: ${name(one)}`),
    ...low.map((one) => `${one.box.height} px high: ${name(one)}`),
    ...cut.map((one) => `cut off: ${name(one)}`),
    ...small.map((one) => `text of ${size(one.element)} px: ${name(one)}`),
  ];
}

/** From now on the browser has no room to keep anything; what it gives makes room again. */
export async function fillStorage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Object.assign(window, { makeRoom: () => (Storage.prototype.setItem = setItem) });
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  return async () => void (await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom()));
}
