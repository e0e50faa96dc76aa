// Until the module is there its first page stands in: plain controls, which a person can tick and type into. Then the
// module's own page takes its place, with everything where it was.

import { show } from "./live.js";
import { ALL, carry, focusIn, hasSelection, selectionOf, twins } from "./twins.js";

/** What the values begin with that no option has, and the one that stands for none of the options. */
const BESIDE = "=";
const NONE = "=none";

/** After this many milliseconds the page of the module is shown as it is. */
const PATIENCE = 5_000;

export class StandIn {
  #pages;
  #line;
  #onward;
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
  /**
   * What assesses the page.
   *
   * @type {import("./widget.js").Live | null}
   */
  #live = null;
  #isComposing = false;
  #isHeld = false;
  /**
   * Who waits for that to end.
   *
   * @type {(() => void)[]}
   */
  #waiting = [];
  #leaving = new AbortController();

  /**
   * @param {Element[]} pages what is shown first, and what a press of its main button leads to
   * @param {string} line says how far the module is
   * @param {(page: Element) => Promise<Element[]>} onward fetches what the main button of the last page leads to, if that
   *   stands in as well
   */
  constructor(pages, line, onward) {
    this.#pages = pages;
    this.#line = line;
    this.#onward = onward;
    const { signal } = this.#leaving;
    this.#mind(pages);
    // Before the page around it, which may keep them to itself.
    for (const end of ["pointerup", "pointercancel"]) {
      addEventListener(end, () => this.#release("held"), { signal, capture: true });
    }
    addEventListener("blur", () => this.#release("held"), { signal });
  }

  /** @param {Element[]} pages */
  #mind(pages) {
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
  }

  get page() {
    return this.#pages[this.#at];
  }

  /** Something was entered or gone on to. */
  get isInUse() {
    return this.#typed.size > 0 || this.#at > 0;
  }

  /** The language of the page. */
  get lang() {
    const { page } = this;
    return page instanceof HTMLElement ? page.lang : "";
  }

  /** Something assesses it. */
  get isFollowed() {
    return this.#live !== null;
  }

  /**
   * From now on the result in short follows what is entered.
   *
   * @param {import("./widget.js").Live} live
   */
  follow(live) {
    if (this.#leaving.signal.aborted) return live.free();
    this.#live = live;
    this.#assess(true);
  }

  /**
   * Says otherwise how far the module is.
   *
   * @param {string} line
   */
  tell(line) {
    if (line === this.#line) return;
    const said = [...this.page.querySelectorAll(".help[role=status]")].filter(({ textContent }) => textContent === this.#line);
    for (const place of said) place.textContent = line;
    this.#line = line;
    this.#say();
  }

  /** @param {boolean} isSettled */
  #assess(isSettled) {
    const form = this.page.querySelector("form");
    if (!form || !this.#live) return;
    const entered = JSON.stringify([...new FormData(form)]);
    show(this.page, JSON.parse(this.#live.found(entered)), isSettled);
  }

  #leave() {
    this.#leaving.abort();
    this.#live?.free();
    this.#live = null;
  }

  /**
   * The page of the module takes the place of this one.
   *
   * @param {HTMLElement} now is whole, and not in the document yet
   */
  async giveWay(now) {
    await this.quiet();
    // Whoever goes on meanwhile is followed.
    for (let at = 0; at < this.#at; at += 1) {
      await this.#pass(this.#pages[at], now);
      await this.quiet();
    }
    // From here on nobody comes in between.
    this.#leave();
    const { page } = this;
    const focused = focusIn(page);
    const selection = focused && selectionOf(focused);
    const twin = twins(page, now);
    const scrolled = [...twin].filter(([before]) => before.scrollTop || before.scrollLeft);
    const places = scrolled.map(([{ scrollTop, scrollLeft }, after]) => ({ after, scrollTop, scrollLeft }));
    page.replaceWith(now);
    for (const [before, after] of twin) {
      carry(before, after);
      // The window in which a file is chosen may be open.
      if (before.matches("input[type=file]")) before.addEventListener("change", () => carry(before, after));
    }
    for (const { after, scrollTop, scrollLeft } of places) Object.assign(after, { scrollTop, scrollLeft });
    // Whoever listens has the result of all that is there, also while the focus stays in a field.
    now.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    const focus = focused && twin.get(focused);
    if (focus) {
      // The heading has it only where it was put there.
      if (focused?.matches("h1")) focus.setAttribute("tabindex", "-1");
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
    this.#leave();
  }

  /**
   * The module goes on from a page, as the person did, with what was entered on it.
   *
   * @param {Element} passed
   * @param {HTMLElement} now
   */
  async #pass(passed, now) {
    const twin = twins(passed, now);
    for (const [before, after] of twin) carry(before, after);
    const onward = passed.querySelector("button.primary");
    const button = onward && twin.get(onward);
    if (!button) return;
    // Whoever opens a page is shown its beginning and put at its heading; this one has been read on.
    const { scrollX, scrollY } = window;
    const focused = focusIn(this.page);
    button.click();
    await gone(button, now);
    // The heading gets the focus with the next frame.
    await rest();
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    const isAtHeading = focusIn(this.page)?.matches("h1");
    if (isAtHeading && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  }

  /** Nobody composes a character or holds a button down. */
  async quiet() {
    while (this.#isComposing || this.#isHeld) {
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
      // What was composed is put in, or what was pressed is noted, after this.
      await turn();
    }
  }

  /** @param {Event} event */
  #press({ target }) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.matches(".primary")) {
      if (this.#at + 1 < this.#pages.length) return this.#goOn();
      this.#lookOnward();
    }
    if (this.#pressed.has(button)) return;
    this.#wait(button);
    this.#say();
    // Where the bar around it has no line that says so.
    if (!button.matches(".actions .primary") || button.closest(".begin-bar")) return;
    const line = document.createElement("span");
    line.className = "help";
    line.setAttribute("role", "status");
    line.textContent = this.#line;
    button.parentElement?.append(line);
  }

  /** Where the main button leads may stand in as well, and be there before the module. */
  async #lookOnward() {
    const { page } = this;
    const pages = await this.#onward(page);
    if (pages.length === 0 || page !== this.page || this.#leaving.signal.aborted) return;
    this.#mind(pages);
    this.#pages.push(...pages);
    this.#goOn();
  }

  /** @param {HTMLElement} button was pressed */
  #wait(button) {
    this.#pressed.add(button);
    button.setAttribute("aria-busy", "true");
  }

  #goOn() {
    const { page } = this;
    const pressed = [...this.#pressed];
    for (const button of pressed) button.removeAttribute("aria-busy");
    this.#pressed.clear();
    this.#at += 1;
    page.replaceWith(this.page);
    // What holds for every page is still wanted; where else one could have gone is not.
    const twin = twins(page, /** @type {HTMLElement} */ (this.page));
    for (const button of pressed) {
      const after = button.closest(".bar-tools") && twin.get(button);
      if (after) this.#wait(after);
    }
    focusHeading(this.page);
    this.#assess(true);
  }


  /** @param {Event} event */
  #note({ target, type }) {
    if (this.#typed.size === 0) addEventListener("beforeunload", ask, { signal: this.#leaving.signal });
    if (target) this.#typed.add(target);
    if (target instanceof HTMLInputElement && target.type === "checkbox") settle(target);
    this.#say();
    this.#assess(type === "change");
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
    for (const resume of this.#waiting.splice(0)) resume();
  }
}

/**
 * The boxes of a question go together as in the widget: all, none and not sure each exclude what they do not stand for.
 *
 * @param {HTMLInputElement} box was ticked or unticked
 */
function settle(box) {
  if (!box.form || !box.name) return;
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = box.form.querySelectorAll("input[type=checkbox]");
  const group = [...boxes].filter(({ name }) => name === box.name);
  const options = group.filter(({ value }) => !value.startsWith(BESIDE));
  const isBeside = !options.includes(box);
  if (isBeside) for (const option of options) option.checked = box.checked && box.value === ALL;
  const ticked = options.filter(({ checked }) => checked).length;
  for (const other of group) {
    if (other === box || options.includes(other)) continue;
    const holds = other.value === ALL ? ticked === options.length : ticked === 0 && other.value === NONE;
    other.checked = !isBeside && holds;
  }
  // The line below says how many it is first, and then of how many.
  const line = box.closest("fieldset")?.querySelector(".ticked");
  if (line) line.textContent = (line.textContent ?? "").replace(/\d+/, `${ticked}`);
}

/**
 * What was entered is not kept yet: the browser asks before the page is left.
 *
 * @param {BeforeUnloadEvent} leaving
 */
function ask(leaving) {
  leaving.preventDefault();
  // Chromium before 119 asks for a text only, which it does not show.
  leaving.returnValue = "?";
}

/**
 * @param {Element} page
 * @param {FocusOptions} [options]
 */
export function focusHeading(page, options) {
  const heading = /** @type {HTMLElement | null} */ (page.querySelector("h1"));
  heading?.setAttribute("tabindex", "-1");
  heading?.focus(options);
}

/**
 * The module has gone on from the page a button was pressed on. It may take in a pack first; where it stays, it says why.
 *
 * @param {Element} button
 * @param {Element} now
 */
async function gone(button, now) {
  for (const end = performance.now() + PATIENCE; now.contains(button) && performance.now() < end; ) await turn();
}

/**
 * Between two long pieces of work the page comes to itself: what has arrived is shown, and what a person did is done. In
 * the background no page is painted, and none waits for it.
 */
export function rest() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/** Once everything of this turn is done: the module has rendered what came of a press. */
function turn() {
  return new Promise((resolve) => setTimeout(resolve));
}
