// `mode="frame"`, the host's side: the widget in a document of its own, which lies beside the loader.

import { beside } from "./fetching.js";
import { gift, greeting, isFromFrame } from "./messages.js";
import { insist } from "./notice.js";
import { isDark } from "./scheme.js";

/** In milliseconds. A frame that has loaded answers at once, one that may not be shown here never does. */
const PATIENCE = 10_000;

export class FrameWidget {
  #box;
  #wishes;
  #tell;
  #address;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {() => void} */
  #answered = () => {};
  /** @type {(why: Error) => void} */
  #failed = () => {};
  #patience = 0;
  #isLoaded = false;
  /**
   * Receipts given before the frame had loaded.
   *
   * @type {string[]}
   */
  #receipts = [];
  /** As JSON. The frame knows nothing of it after it has loaded again. */
  #prefill = "";
  /** It loads again and keeps its height, so that the page around it stays where it is. */
  #isReloading = false;
  #closing = new AbortController();

  /**
   * @param {HTMLElement} box an empty element of the widget's own
   * @param {import("./types.js").Wishes} wishes
   * @param {import("./types.js").Tell} tell
   */
  constructor(box, wishes, tell) {
    this.#box = box;
    this.#wishes = wishes;
    this.#tell = tell;
    this.#address = beside("frame.html");
    /** @satisfies {Partial<Record<import("./types.js").Attribute, string>>} */
    const asked = {
      lang: wishes.lang,
      programme: wishes.programme,
      track: wishes.track,
      packs: wishes.packs.split(/\s+/).filter(Boolean).map(absolute).join(" "),
      persist: wishes.persists ? "" : "none",
      handoff: wishes.handoff,
    };
    this.#address.search = String(new URLSearchParams(asked));
  }

  /** The frame has the stylesheet in its own document. */
  dress() {}

  /** What stands in is in the frame's document as well, which says so itself. */
  get isStandingIn() {
    return false;
  }

  /** Shows the frame; resolves once it has answered. */
  async open() {
    const { signal } = this.#closing;
    addEventListener("message", (event) => this.#hear(event), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#greet(), { signal });
    await insist(this.#box, {
      lang: () => this.#wishes.lang,
      attempt: () => this.#connect(),
      failed: (error) => {
        this.#frame?.remove();
        if (signal.aborted) return;
        console.error("zhice:", error);
        this.#tell("error", { code: "load" });
      },
      anew: () => this.#load(),
      refocus: () => this.#frame?.focus(),
    });
  }

  /** @param {string} lang */
  speak(lang) {
    this.#wishes.lang = lang;
    this.#greet();
  }

  close() {
    this.#closing.abort();
    clearTimeout(this.#patience);
    this.#frame = null;
    this.#box.replaceChildren();
  }

  /** @returns {Promise<void>} */
  #connect() {
    return new Promise((answered, failed) => {
      this.#answered = answered;
      this.#failed = failed;
      this.#load();
    });
  }

  /** Puts in a frame, in the place of the one before. */
  #load() {
    const frame = document.createElement("iframe");
    frame.src = this.#address.href;
    frame.referrerPolicy = "no-referrer";
    Object.assign(frame.style, { display: "block", inlineSize: "100%", border: "0" });
    this.#frame?.remove();
    this.#frame = frame;
    this.#isLoaded = false;
    clearTimeout(this.#patience);
    this.#box.append(frame);
    // It loads again when the element is moved.
    frame.addEventListener("load", () => {
      this.#isReloading = this.#isLoaded;
      this.#isLoaded = true;
      this.#greet();
      if (this.#prefill) this.#send(gift("prefill", this.#prefill));
      for (const text of this.#receipts.splice(0)) this.#send(gift("receipt", text));
      const why = new Error(`${this.#address.pathname} does not answer: embedding.md says what it needs`);
      clearTimeout(this.#patience);
      this.#patience = setTimeout(() => this.#failed(why), PATIENCE);
    });
  }

  #greet() {
    if (!this.#frame) return;
    const { lang } = this.#wishes;
    this.#frame.title = lang.toLowerCase().startsWith("en") ? "zhice: self-assessment" : "知测：政策自测";
    const scheme = isDark(this.#box) ? "dark" : "light";
    this.#send(greeting(lang, scheme, this.#box));
  }

  /**
   * Hands over what this page knows, as JSON; a prefill once more when the frame loads again.
   *
   * @param {"prefill" | "receipt"} kind
   * @param {string} text
   */
  give(kind, text) {
    if (kind === "prefill") this.#prefill = text;
    if (this.#isLoaded) this.#send(gift(kind, text));
    else if (kind === "receipt") this.#receipts.push(text);
  }

  /** @param {object} message */
  #send(message) {
    this.#frame?.contentWindow?.postMessage(message, this.#address.origin);
  }

  /** @param {MessageEvent} event */
  #hear({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || origin !== this.#address.origin || !isFromFrame(data)) return;
    clearTimeout(this.#patience);
    this.#answered();
    if (data.kind === "event") {
      // Only a portal that takes drafts is given any.
      if (data.name === "draft" && !this.#wishes.handoff) return;
      if (data.name === "ready" || data.name === "error") this.#isReloading = false;
      this.#tell(data.name, data.detail);
    } else if (!this.#isReloading) {
      frame.style.height = `${data.height}px`;
    }
  }
}

/** @param {string} address */
function absolute(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    // The widget says what is wrong with it.
    return address;
  }
}
