// Until the module is there its first page stands in: plain controls, which a person can tick and type into. Then the
// module's own page takes its place, with everything where it was.

const FIELDS = "input, textarea, select";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

export class StandIn {
  #pages;
  #line;
  /** The page that is shown. */
  #at = 0;
  /**
   * What was pressed on it and waits for the module, each once.
   *
   * @type {Set<HTMLElement>}
   */
  #pressed = new Set();
  /**
   * Fields that were typed into.
   *
   * @type {Set<EventTarget>}
   */
  #typed = new Set();
  #isComposing = false;
  #isHeld = false;
  /** @type {() => void} */
  #released = () => {};
  #leaving = new AbortController();

  /**
   * @param {Element[]} pages what is shown first, and what a press of its main button leads to
   * @param {string} line says that the module is on its way
   */
  constructor(pages, line) {
    this.#pages = pages;
    this.#line = line;
    const { signal } = this.#leaving;
    for (const page of pages) {
      page.addEventListener("click", (event) => this.#press(event), { signal });
      page.addEventListener("submit", (event) => event.preventDefault(), { signal });
      page.addEventListener("input", (event) => this.#note(event), { signal });
      page.addEventListener("change", (event) => this.#note(event), { signal });
      page.addEventListener("compositionstart", () => (this.#isComposing = true), { signal });
      page.addEventListener("compositionend", () => this.#release("composing"), { signal });
      page.addEventListener("pointerdown", () => (this.#isHeld = true), { signal });
    }
    for (const end of ["pointerup", "pointercancel", "blur"]) {
      addEventListener(end, () => this.#release("held"), { signal });
    }
  }

  get page() {
    return this.#pages[this.#at];
  }

  /**
   * The page of the module takes the place of this one.
   *
   * @param {HTMLElement} now is whole, and not in the document yet
   */
  async giveWay(now) {
    await this.#quiet();
    const { page } = this;
    // The module gives the focus to the heading of each page that it opens on the way.
    const focused = focusIn(page);
    const selection = focused && selectionOf(focused);
    for (const passed of this.#pages.slice(0, this.#at)) {
      const onward = passed.querySelector("button.primary");
      if (onward) twins(passed, now).get(onward)?.click();
      await turn();
    }
    // From here on nobody comes in between.
    this.#leaving.abort();
    const twin = twins(page, now);
    const scrolled = [...twin].filter(([before]) => before.scrollTop || before.scrollLeft);
    const places = scrolled.map(([{ scrollTop, scrollLeft }, after]) => ({ after, scrollTop, scrollLeft }));
    page.replaceWith(now);
    for (const [before, after] of twin) carry(before, after);
    for (const { after, scrollTop, scrollLeft } of places) Object.assign(after, { scrollTop, scrollLeft });
    const focus = focused && twin.get(focused);
    if (focus) {
      focus.focus({ preventScroll: true });
      if (selection && hasSelection(focus)) focus.setSelectionRange(...selection);
    }
    for (const field of this.#typed) {
      const after = field instanceof Element && field !== focused && twin.get(field);
      if (after) after.dispatchEvent(new FocusEvent("blur"));
    }
    for (const button of this.#pressed) {
      await turn();
      const after = twin.get(button);
      if (after?.isConnected) after.click();
    }
  }

  close() {
    this.#leaving.abort();
  }

  /** Nobody composes a character or holds a button down. */
  async #quiet() {
    while (this.#isComposing || this.#isHeld) {
      await new Promise((resolve) => (this.#released = () => resolve(undefined)));
      // What was composed is put in, or what was pressed is noted, after this.
      await turn();
    }
  }

  /** @param {Event} event */
  #press({ target }) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.matches(".primary") && this.#at + 1 < this.#pages.length) return this.#goOn();
    if (this.#pressed.has(button)) return;
    this.#pressed.add(button);
    button.setAttribute("aria-busy", "true");
    this.#say();
    // Where the bar around it has no line that says so.
    if (!button.matches(".actions .primary") || button.closest(".begin-bar")) return;
    const line = document.createElement("span");
    line.className = "help";
    line.setAttribute("role", "status");
    line.textContent = this.#line;
    button.parentElement?.append(line);
  }

  #goOn() {
    const { page } = this;
    this.#pressed.clear();
    this.#at += 1;
    page.replaceWith(this.page);
    const heading = /** @type {HTMLElement | null} */ (this.page.querySelector("h1"));
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }

  /** @param {Event} event */
  #note({ target }) {
    if (target) this.#typed.add(target);
    this.#say();
  }

  /** What stood there of nothing entered holds no longer. */
  #say() {
    for (const line of this.page.querySelectorAll(".saving [role=status], .begin-bar [role=status]")) {
      if (line.textContent !== this.#line) line.textContent = this.#line;
    }
  }

  /** @param {"composing" | "held"} what */
  #release(what) {
    if (what === "composing") this.#isComposing = false;
    else this.#isHeld = false;
    this.#released();
  }
}

/**
 * Each element of one page with the one in its place on the other.
 *
 * @param {Element} page
 * @param {HTMLElement} other
 * @returns {Map<Element, HTMLElement>}
 */
function twins(page, other) {
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
function carry(before, after) {
  if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) {
    if (before.open !== after.open) after.open = before.open;
  } else if (before instanceof HTMLInputElement && after instanceof HTMLInputElement && "checked radio checkbox".includes(before.type)) {
    if (before.checked !== after.checked && (before.checked || before.type === "checkbox")) after.click();
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
function focusIn(page) {
  const root = /** @type {Document | ShadowRoot} */ (page.getRootNode());
  const { activeElement = null } = root;
  return activeElement && page.contains(activeElement) ? activeElement : null;
}

/**
 * @param {Element} field
 * @returns {[number, number, "forward" | "backward" | "none"] | undefined}
 */
function selectionOf(field) {
  if (!hasSelection(field)) return undefined;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  if (selectionStart === null || selectionEnd === null) return undefined;
  return [selectionStart, selectionEnd, selectionDirection ?? "none"];
}

/**
 * @param {Element} field
 * @returns {field is HTMLInputElement | HTMLTextAreaElement}
 */
function hasSelection(field) {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}

/** Once everything of this turn is done: the module has rendered what came of a press. */
function turn() {
  return new Promise((resolve) => setTimeout(resolve));
}
