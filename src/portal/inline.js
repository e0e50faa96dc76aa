// One widget in its place, from the first byte to the last, whatever happens to it.

import { fetchPart } from "./chunks.js";
import { fetchedFirst, standingFirst } from "./first.js";
import { dress, theModule } from "./load.js";
import { insist, loadingIn } from "./notice.js";
import { fetchFew, index, shipped } from "./packs.js";
import { kept, loaded, sent } from "./proof.js";
import { recovery } from "./recovery.js";
import { unwatch, watchPicture, watchPlace } from "./room.js";
import { watchScheme } from "./scheme.js";
import { adopt } from "./sheets.js";
import { StandIn } from "./takeover.js";

/** The module has stopped, for every widget on the page. */
let isBroken = false;

export class InlineWidget {
  #box;
  #wishes;
  #tell;
  /** @type {() => void} */
  #leaveScheme;
  /** @type {import("./widget.js").Mounted | null} */
  #mounted = null;
  #closed = false;
  /**
   * What a person can use until the module is there.
   *
   * @type {StandIn | null}
   */
  #standIn = null;
  /** The module is on its way. */
  #isWaiting = false;
  /** @type {() => void} */
  #shown = () => {};
  /** The stylesheet is there. */
  #dressed = false;
  /** The widget has shown its first page. */
  #started = false;
  /** When everything was there. */
  #ready = 0;
  /**
   * What was given before the widget was there.
   *
   * @type {["prefill" | "receipt", string][]}
   */
  #given = [];
  /** The session as it last stood, and the key it is kept under. */
  #kept = { text: "", key: "" };

  /**
   * @param {HTMLElement} box an empty element of the widget's own
   * @param {import("./types.js").Wishes} wishes
   * @param {import("./types.js").Tell} tell
   */
  constructor(box, wishes, tell) {
    box.classList.add("zhice-place");
    watchPlace(box);
    this.#leaveScheme = watchScheme(box);
    this.#box = box;
    this.#wishes = wishes;
    this.#tell = tell;
  }

  /** Loads what is needed and shows the widget; resolves once it is there. */
  async open() {
    const pages = standingFirst(this.#box, this.#wishes);
    if (pages.length > 0) {
      this.#standIn = new StandIn(pages, loadingIn(this.#wishes.lang));
      fetchAhead(pages);
    }
    const load = async () => {
      this.#isWaiting = true;
      const dressed = dress(this.#box.getRootNode()).then(() => (this.#dressed = true));
      // On a slow line what a person can answer comes before what only the module needs.
      if (!this.#standIn) await this.#fetchFirst(dressed);
      const { programme, packs } = this.#wishes;
      // Packs of the portal are checked before they are shown; without what checks them, the built-in ones serve.
      if (packs) fetchPart("checker").catch(() => {});
      const offered = programme ? shipped(programme) : index();
      const [{ mount }] = await Promise.all([theModule(), offered, dressed]);
      await rest();
      this.#isWaiting = false;
      return mount;
    };
    const failed = (/** @type {unknown} */ error) => {
      this.#isWaiting = false;
      if (this.#closed) return;
      console.error("zhice:", error);
      this.#tell("error", { code: "load" });
    };
    const mount = await insist(this.#box, this.#wishes.lang, load, failed, () => this.#standIn?.page ?? null);
    if (this.#closed) return;
    if (isBroken) return this.#recover();
    if (!this.#standIn) this.#box.replaceChildren();
    try {
      const shown = new Promise((resolve) => (this.#shown = () => resolve(undefined)));
      this.#mounted = mount(this.#box, this.#host());
      if (this.#standIn) await this.#takeOver(this.#standIn, shown);
      for (const [kind, text] of this.#given.splice(0)) this.#mounted?.[kind](text);
    } catch (error) {
      // A crash while it was mounted has its own page.
      if (!isBroken) throw error;
    }
  }

  /**
   * Fetches the first page of a track, to be shown if the stylesheet is there before the module.
   *
   * @param {Promise<unknown>} dressed
   */
  async #fetchFirst(dressed) {
    // What the page around it knows of the applicant is not in it.
    if (this.#given.length > 0) return;
    const pages = fetchedFirst(this.#wishes);
    Promise.all([pages, dressed]).then(([pages]) => this.#showFirst(pages), () => {});
    await pages;
  }

  /** @param {Element[]} pages */
  #showFirst(pages) {
    if (pages.length === 0 || this.#closed || !this.#isWaiting || this.#standIn) return;
    this.#standIn = new StandIn(pages, loadingIn(this.#wishes.lang));
    this.#box.replaceChildren(this.#standIn.page);
  }

  /**
   * @param {StandIn} standIn
   * @param {Promise<unknown>} shown
   */
  async #takeOver(standIn, shown) {
    // Away until it is whole: two pages at a time would share their names.
    const page = /** @type {HTMLElement} */ (this.#box.lastElementChild);
    page.remove();
    await shown;
    if (!this.#closed) await standIn.giveWay(page);
    this.#standIn = null;
  }

  /** @param {string} lang */
  speak(lang) {
    this.#wishes.lang = lang;
    if (!isBroken) this.#mounted?.speak(lang);
  }

  /** Puts the stylesheet on once more, if it was there. */
  dress() {
    if (this.#dressed) dress(this.#box.getRootNode());
  }

  /**
   * Hands over what the page around it knows, as JSON: at once, or as soon as the widget is there.
   *
   * @param {"prefill" | "receipt"} kind
   * @param {string} text
   */
  give(kind, text) {
    if (this.#closed || isBroken) return;
    if (this.#mounted) this.#mounted[kind](text);
    else this.#given.push([kind, text]);
  }

  /** A newer version waits for the next visit. */
  newerVersion() {
    this.#mounted?.newer_version();
  }

  close() {
    this.#closed = true;
    if (!isBroken) this.#mounted?.free();
    this.#mounted = null;
    this.#standIn?.close();
    unwatch(this.#box);
    this.#leaveScheme();
    this.#box.replaceChildren();
  }

  /**
   * What the module asks and tells.
   *
   * @returns {import("./widget.js").Host}
   */
  #host() {
    return {
      ...this.#wishes,
      index,
      shipped,
      tell: (event, detail) => {
        if (event === "ready") {
          this.#ready = performance.now();
          // What does not come now is asked for again where it is wanted.
          if (!this.#wishes.programme) fetchFew().catch(() => {});
          // Rendering follows within the same turn.
          setTimeout(() => {
            this.#started = !isBroken;
            this.#shown();
          });
        }
        this.#tell(/** @type {import("./types.js").EventName} */ (event), JSON.parse(detail));
      },
      watch: watchPicture,
      wear: adopt,
      loaded,
      sent: () => sent(this.#ready),
      kept,
      remember: (text, key) => void (this.#kept = { text, key }),
      crashed: () => this.#crashed(),
    };
  }

  /** The module has stopped in the midst of something: nothing of it is called any more. */
  #crashed() {
    isBroken = true;
    if (this.#closed) return;
    this.#closed = true;
    setTimeout(() => this.#recover());
  }

  #recover() {
    const { activeElement, body } = document;
    const root = this.#box.getRootNode();
    const isOurs = !activeElement || activeElement === body || this.#box.contains(activeElement);
    const isOurHost = root instanceof ShadowRoot && activeElement === root.host;
    const page = recovery(this.#kept, { lang: this.#wishes.lang, atStart: !this.#started });
    this.#box.replaceChildren(page);
    if (isOurs || isOurHost) page.querySelector("h1")?.focus();
    this.#tell("error", { code: "crash" });
  }
}

/**
 * Prefetches the pack of each programme that a person has chosen, or chooses, on a page that stands in.
 *
 * @param {Element[]} pages
 */
function fetchAhead(pages) {
  const fetchFor = (/** @type {EventTarget | null} */ input) => {
    const card = input instanceof HTMLInputElement && input.checked && input.closest("[data-programme]");
    // What does not come now is asked for again once the module wants it.
    if (card instanceof HTMLElement) shipped(card.dataset.programme ?? "").catch(() => {});
  };
  for (const page of pages) {
    page.addEventListener("change", ({ target }) => fetchFor(target));
    for (const input of page.querySelectorAll("input")) fetchFor(input);
  }
}

/**
 * Between two long pieces of work the page comes to itself: what has arrived is shown, and what a person did is done. In
 * the background no page is painted, and none waits for it.
 */
function rest() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
