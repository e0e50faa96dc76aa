// `<zhice-check>`: the widget on somebody's page, in a shadow tree of its own.

import { ATTRIBUTES } from "./names.js";
import { FrameWidget } from "./iframe.js";
import { adopt } from "./sheets.js";
import { InlineWidget } from "./inline.js";
import { theModule } from "./load.js";
import { shipped } from "./packs.js";

/** What holds before the stylesheet is there. A host that sets `* { all: unset !important }` sets it here too. */
const BASE = `
  :host { display: block !important }
  :host([hidden]) { display: none !important }
`;

/** No id is longer. */
const LONGEST = 200;

export class ZhiceCheck extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: "open" });
  /**
   * What shows the widget, inline or in a frame.
   *
   * @type {FrameWidget | InlineWidget | null}
   */
  #widget = null;
  /** It was made for attributes that have changed since. */
  #stale = false;
  #settling = false;
  /** @type {{facts?: Record<string, unknown>, applicant?: Record<string, string>} | null} */
  #prefill = null;
  /**
   * Given before there was a widget.
   *
   * @type {string[]}
   */
  #receipts = [];

  constructor() {
    super();
    adopt(this.#root, BASE);
  }

  connectedCallback() {
    // A page may have set it before this class was here.
    if (Object.hasOwn(this, "prefill")) {
      const { prefill } = this;
      Reflect.deleteProperty(this, "prefill");
      this.prefill = prefill;
    }
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  /**
   * What the page knows of the applicant: `{ facts, applicant }`. Never over what a person entered. With `null` it knows
   * nothing any more: drafts that are begun from then on are empty.
   */
  get prefill() {
    return this.#prefill;
  }

  set prefill(known) {
    this.#prefill = known;
    this.#widget?.give("prefill", asJson(known ?? {}));
  }

  /**
   * Shows what the page answers to a draft it was given, and keeps it with the draft.
   *
   * @param {{digest: string, answer: {received: string} | {refused: {field: string, reason: string}[]}}} answered
   */
  receipt(answered) {
    const text = asJson(answered);
    if (this.#widget) this.#widget.give("receipt", text);
    else this.#receipts.push(text);
  }

  /**
   * What `zhice verify --format json` says of a draft, worked out in this page with the built-in packs.
   *
   * @param {string} draft
   * @returns {Promise<import("./types.js").Verified>}
   */
  async verify(draft) {
    const programme = programmeOf(draft);
    const [{ verify }, packs] = await Promise.all([theModule(), programme ? shipped(programme) : []]);
    return JSON.parse(await verify(draft, packs));
  }

  /** It was moved to another document, and has lost its styles. */
  adoptedCallback() {
    adopt(this.#root, BASE);
    this.#widget?.dress();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "lang") {
      queueMicrotask(() => this.#widget?.speak(language(this)));
    } else {
      this.#stale = true;
      this.#settle();
    }
  }

  /** Once everything of this turn is done: one that was only moved keeps its widget, several changes make one new. */
  #settle() {
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      if (this.#stale || !this.isConnected) this.#close();
      if (this.isConnected && !this.#widget) this.#open();
    });
  }

  async #open() {
    this.#stale = false;
    const box = document.createElement("div");
    this.#root.append(box);
    const Kind = this.getAttribute("mode") === "frame" ? FrameWidget : InlineWidget;
    const widget = new Kind(box, wishes(this), (event, detail) => this.#tell(event, detail));
    this.#widget = widget;
    if (this.#prefill) widget.give("prefill", asJson(this.#prefill));
    for (const text of this.#receipts.splice(0)) widget.give("receipt", text);
    await widget.open();
    if (this.#widget === widget) this.#root.querySelector("slot")?.remove();
  }

  #close() {
    this.#widget?.close();
    this.#widget = null;
    this.#root.replaceChildren();
  }

  /** @type {import("./types.js").Tell} */
  #tell(event, detail) {
    // Where nothing works, the host's own words, which stand in the element, are shown as well.
    if (event === "error" && detail.code === "load") {
      this.#root.querySelector("slot")?.remove();
      if (!this.#widget?.isStandingIn) this.#root.append(document.createElement("slot"));
    }
    if (event === "step" && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
    this.dispatchEvent(new CustomEvent(`zhice:${event}`, { detail, bubbles: true, composed: true }));
  }
}

/**
 * @param {Element} element
 * @returns {import("./types.js").Wishes}
 */
function wishes(element) {
  /** @param {import("./types.js").Attribute} name */
  const said = (name) => (element.getAttribute(name) ?? "").trim();
  return {
    lang: language(element),
    programme: said("programme").slice(0, LONGEST),
    track: said("track").slice(0, LONGEST),
    packs: said("packs"),
    persists: said("persist") !== "none",
    handoff: said("handoff").slice(0, LONGEST),
  };
}

/**
 * Where there is nothing to write, `null`: the widget says that it is no use.
 *
 * @param {unknown} value
 */
function asJson(value) {
  return JSON.stringify(value) ?? "null";
}

/** @param {Element} element */
function language(element) {
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute("lang");
  return (lang ?? "zh-CN").slice(0, LONGEST);
}

/**
 * The programme a draft says it is of; nothing where that cannot be read, which verification says itself.
 *
 * @param {string} draft
 * @returns {string}
 */
function programmeOf(draft) {
  try {
    return JSON.parse(draft).programme;
  } catch {
    return "";
  }
}
