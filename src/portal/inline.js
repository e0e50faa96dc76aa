// One widget in its place, from the first byte to the last, whatever happens to it.

import { fetchPart } from "./chunks.js";
import { fetchAnew } from "./fetching.js";
import { fetchedFirst, standingFirst } from "./first.js";
import { dress, theModule, theWidget } from "./load.js";
import { insist, word } from "./notice.js";
import { fetchFew, index, shipped } from "./packs.js";
import { kept, loaded, sent } from "./proof.js";
import { recovery } from "./recovery.js";
import { unwatch, watchPicture, watchPlace } from "./room.js";
import { watchScheme } from "./scheme.js";
import { adopt } from "./sheets.js";
import { StandIn, focusHeading, rest } from "./takeover.js";

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
  /**
   * The track whose pages stand in, and the language they are in.
   *
   * @type {import("./types.js").Asked | null}
   */
  #asked = null;
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

  /** There is a page a person can use, though not the widget. */
  get isStandingIn() {
    return this.#standIn !== null;
  }

  /** A person has entered something on that page, or gone on from it. */
  get isInUse() {
    return this.#standIn?.isInUse ?? false;
  }

  /** The language of what is shown: a page that stands in keeps its own. */
  get #lang() {
    return this.#standIn?.lang || this.#wishes.lang;
  }

  /** Loads what is needed and shows the widget; resolves once it is there. */
  async open() {
    const pages = standingFirst(this.#box, this.#wishes);
    if (pages.length > 0) {
      this.#standIn = this.#standing(pages);
      fetchAhead(pages);
    }
    const attempt = async () => {
      this.#isWaiting = true;
      this.#standIn?.tell(word("loading", this.#lang));
      const dressed = dress(this.#box.getRootNode()).then(() => (this.#dressed = true));
      // It is waited for below, where something else may have failed first.
      dressed.catch(() => {});
      // On a slow line what a person can answer comes before what only the module needs.
      const hasFirst = this.#standIn !== null || (await this.#fetchFirst(dressed));
      const { programme, packs } = this.#wishes;
      // Packs of the portal are checked before they are shown; without what checks them, the built-in ones serve.
      if (packs) fetchPart("checker").catch(() => {});
      const offered = programme ? shipped(programme) : index();
      this.#follow();
      // What assesses it comes before the widget.
      if (hasFirst) await Promise.all([theModule(), offered]);
      const [widget] = await Promise.all([theWidget(), offered, dressed]);
      // What was gone on to is gone on to in the widget too.
      if (this.#asked) await shipped(this.#asked.programme);
      await rest();
      this.#isWaiting = false;
      return widget;
    };
    const failed = (/** @type {unknown} */ error) => {
      this.#isWaiting = false;
      if (this.#closed) return;
      this.#standIn?.tell(word("unsaved", this.#lang));
      console.error("zhice:", error);
      this.#tell("error", { code: "load" });
    };
    let isSought = false;
    const widget = await insist(this.#box, {
      lang: () => this.#lang,
      attempt,
      failed,
      anew: fetchAnew,
      refocus: (from) => {
        if (from instanceof HTMLElement) from.focus({ preventScroll: true });
        else if (this.#standIn) focusHeading(this.#standIn.page, { preventScroll: true });
        else isSought = true;
      },
      standIn: () => this.#standIn,
    });
    if (this.#closed) return;
    if (isBroken) return this.#recover();
    if (!this.#standIn) this.#box.replaceChildren();
    try {
      const shown = new Promise((resolve) => (this.#shown = () => resolve(undefined)));
      this.#mounted = widget.mount(this.#box, this.#host());
      if (this.#standIn) await this.#takeOver(this.#standIn, shown);
      else if (isSought) shown.then(() => focusHeading(this.#box, { preventScroll: true }));
      for (const [kind, text] of this.#given.splice(0)) this.#mounted?.[kind](text);
    } catch (error) {
      // A crash while it was mounted has its own page.
      if (!isBroken) throw error;
    }
  }

  /**
   * Fetches the first page of a track, to be shown if the stylesheet is there before the module; whether there is one.
   *
   * @param {Promise<unknown>} dressed
   */
  async #fetchFirst(dressed) {
    // What the page around it knows of the applicant is not in it.
    if (this.#given.length > 0) return false;
    const { programme, track, lang } = this.#wishes;
    const pages = await fetchedFirst(this.#wishes);
    dressed.then(() => this.#showFirst(pages, { programme, track, lang }), () => {});
    return pages.length > 0;
  }

  /**
   * @param {Element[]} pages
   * @param {import("./types.js").Asked} asked
   */
  #showFirst(pages, asked) {
    if (pages.length === 0 || this.#closed || !this.#isWaiting || this.#standIn) return;
    this.#standIn = this.#standing(pages);
    const hadFocus = this.#box.matches(":focus-within");
    this.#box.replaceChildren(this.#standIn.page);
    if (hadFocus) focusHeading(this.#standIn.page, { preventScroll: true });
    this.#asked = asked;
    this.#follow();
  }

  /** @param {Element[]} pages */
  #standing(pages) {
    return new StandIn(pages, word("loading", this.#wishes.lang), (page) => this.#onward(page));
  }

  /**
   * The pages of the track that is ticked on the first page, where it is one.
   *
   * @param {Element} page
   * @returns {Promise<Element[]>}
   */
  async #onward(page) {
    const track = onlyTicked(page);
    if (!track) return [];
    const { lang } = this.#wishes;
    // Where anything was kept, no first page would stand in.
    const pages = await fetchedFirst({ ...this.#wishes, ...track, persists: false });
    const now = onlyTicked(page);
    if (pages.length === 0 || now?.programme !== track.programme || now.track !== track.track) return [];
    this.#asked = { ...track, lang };
    this.#follow();
    return pages;
  }

  /** The pages of a track that stand in are assessed as soon as that can be, in their own language. */
  async #follow() {
    if (!this.#asked || this.#standIn?.isFollowed) return;
    const { programme, track, lang } = this.#asked;
    const needed = await Promise.all([theModule(), shipped(programme)]).catch(() => null);
    // What does not come is told to whoever waits for the widget.
    if (!needed || this.#closed || !this.#standIn || this.#standIn.isFollowed) return;
    const [{ live }, [pack]] = needed;
    try {
      this.#standIn.follow(live(pack, track, lang));
    } catch (error) {
      // The widget assesses it a little later.
      console.warn("zhice:", error);
    }
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
 * The track that is ticked on the first page, where it is one.
 *
 * @param {Element} page
 * @returns {import("./types.js").Track | null}
 */
function onlyTicked(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const tracks = page.querySelectorAll("[data-track]");
  const [track, ...others] = [...tracks].filter((track) => track.querySelector("input:checked"));
  if (!track || others.length > 0) return null;
  const card = /** @type {HTMLElement | null} */ (track.closest("[data-programme]"));
  return { programme: card?.dataset.programme ?? "", track: track.dataset.track ?? "" };
}
