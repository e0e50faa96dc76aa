// `<zhice-check>`: the widget on somebody's page, in a shadow tree of its own.

import { Pane } from "./pane.js";
import { Stand } from "./stand.js";

/** What holds before the stylesheet is there. A host that sets `* { all: unset !important }` sets it here too. */
const BASE = new CSSStyleSheet();
BASE.replaceSync(`
  :host { display: block !important }
  :host([hidden]) { display: none !important }
  iframe { display: block; inline-size: 100%; border: 0 }
`);

/** No id is longer. */
const LONGEST = 200;

export class ZhiceCheck extends HTMLElement {
  static observedAttributes = ["programme", "track", "lang", "packs", "persist", "mode"];

  #root = this.attachShadow({ mode: "open" });
  /** What shows the widget, inline or in a frame. */
  #stand = null;
  /** It was made for attributes that have changed since. */
  #stale = false;
  #settling = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [BASE];
  }

  connectedCallback() {
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "lang") {
      queueMicrotask(() => this.#stand?.speak(language(this)));
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
      if (this.isConnected && !this.#stand) this.#open();
    });
  }

  async #open() {
    this.#stale = false;
    const box = document.createElement("div");
    this.#root.append(box);
    const Kind = this.getAttribute("mode") === "frame" ? Pane : Stand;
    const stand = new Kind(box, wishes(this), (event, detail) => this.#tell(event, detail));
    this.#stand = stand;
    await stand.open();
    if (this.#stand === stand) this.#root.querySelector("slot")?.remove();
  }

  #close() {
    this.#stand?.close();
    this.#stand = null;
    this.#root.replaceChildren();
  }

  #tell(event, detail) {
    // Nothing works: the host's own words, which stand in the element, are shown as well.
    if (event === "error" && detail.code === "load" && !this.#root.querySelector("slot")) {
      this.#root.append(document.createElement("slot"));
    }
    if (event === "step" && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
    this.dispatchEvent(new CustomEvent(`zhice:${event}`, { detail, bubbles: true, composed: true }));
  }
}

function wishes(element) {
  const said = (name) => (element.getAttribute(name) ?? "").trim();
  return {
    lang: language(element),
    programme: said("programme").slice(0, LONGEST),
    track: said("track").slice(0, LONGEST),
    packs: said("packs"),
    persists: said("persist") !== "none",
  };
}

function language(element) {
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute("lang");
  return (lang ?? "zh-CN").slice(0, LONGEST);
}
