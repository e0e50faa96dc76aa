// Two pages of the same elements: what a person did on the one is done on the other.

const FIELDS = "input, textarea, select";

/** The value of the box that stands for all options. */
export const ALL = "=all";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * Each element of one page with the one in its place on the other.
 *
 * @param {Element} page
 * @param {HTMLElement} other
 * @returns {Map<Element, HTMLElement>}
 */
export function twins(page, other) {
  const found = new Map([[page, other]]);
  for (const [one, its] of found) {
    [...one.children].forEach((child, at) => {
      const twin = /** @type {HTMLElement | undefined} */ (its.children[at]);
      if (twin?.tagName === child.tagName && twin.id === child.id) found.set(child, twin);
    });
  }
  return found;
}

/**
 * What a person did at a control is done at the other: the module hears of it as it hears of anybody.
 *
 * @param {Element} before
 * @param {HTMLElement} after
 */
export function carry(before, after) {
  if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) {
    if (before.open !== after.open) after.open = before.open;
  } else if (before instanceof HTMLInputElement && after instanceof HTMLInputElement && "checked radio checkbox".includes(before.type)) {
    // All of the options are ticked one by one.
    if (before.value === ALL) return;
    if (before.checked === after.checked || (before.type === "radio" && !before.checked)) return;
    // A click does nothing on a page that is not in the document yet.
    after.checked = before.checked;
    after.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (before instanceof HTMLInputElement && after instanceof HTMLInputElement && before.type === "file") {
    if (before.files?.length) {
      after.files = before.files;
      after.dispatchEvent(new Event("change", { bubbles: true }));
    }
  } else if (before.matches(FIELDS) && after.matches(FIELDS)) {
    const [from, to] = [/** @type {Field} */ (before), /** @type {Field} */ (after)];
    if (from.value === to.value) return;
    to.value = from.value;
    to.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * @param {Element} page
 * @returns {Element | null}
 */
export function focusIn(page) {
  const root = /** @type {Document | ShadowRoot} */ (page.getRootNode());
  const { activeElement = null } = root;
  return activeElement && page.contains(activeElement) ? activeElement : null;
}

/**
 * @param {Element} field
 * @returns {[number, number, "forward" | "backward" | "none"] | undefined}
 */
export function selectionOf(field) {
  if (!hasSelection(field)) return undefined;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  if (selectionStart === null || selectionEnd === null) return undefined;
  return [selectionStart, selectionEnd, selectionDirection ?? "none"];
}

/**
 * @param {Element} field
 * @returns {field is HTMLInputElement | HTMLTextAreaElement}
 */
export function hasSelection(field) {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
