// `mode="frame"`, the host's side: the widget in a document of its own, which lies beside the loader.

import { beside } from "./load.js";
import { hello, isFromFrame } from "./messages.js";
import { insist } from "./notice.js";

/** In milliseconds. A frame that has loaded answers at once, one that may not be shown here never does. */
const PATIENCE = 10_000;

export class Pane {
  #box;
  #wishes;
  #tell;
  #address;
  #frame = null;
  #answered = () => {};
  #patience = 0;
  #closing = new AbortController();

  /** Takes what `Stand` takes. */
  constructor(box, wishes, tell) {
    // Which of the two is shown says whether the host's page is dark.
    box.style.color = "light-dark(#000, #fff)";
    this.#box = box;
    this.#wishes = wishes;
    this.#tell = tell;
    this.#address = beside("frame.html");
    this.#address.search = new URLSearchParams({
      lang: wishes.lang,
      programme: wishes.programme,
      track: wishes.track,
      packs: wishes.packs.split(/\s+/).filter(Boolean).map(absolute).join(" "),
      persist: wishes.persists ? "" : "none",
    });
  }

  /** Shows the frame; resolves once it has answered. */
  async open() {
    const { signal } = this.#closing;
    addEventListener("message", (event) => this.#hear(event), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#greet(), { signal });
    await insist(this.#box, this.#wishes.lang, () => this.#connect(), (error) => {
      if (signal.aborted) return;
      console.error("zhice:", error);
      this.#tell("error", { code: "load" });
    });
    // Not by putting the frame back: it would load again.
    for (const notice of this.#box.querySelectorAll(".notice")) notice.remove();
  }

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

  #connect() {
    const frame = document.createElement("iframe");
    frame.src = this.#address.href;
    frame.referrerPolicy = "no-referrer";
    this.#frame = frame;
    this.#box.append(frame);
    return new Promise((answered, failed) => {
      this.#answered = answered;
      // It loads again when the element is moved.
      frame.addEventListener("load", () => {
        this.#greet();
        const why = new Error(`${this.#address.pathname} does not answer: embedding.md says what it needs`);
        clearTimeout(this.#patience);
        this.#patience = setTimeout(failed, PATIENCE, why);
      });
    });
  }

  #greet() {
    if (!this.#frame) return;
    const { lang } = this.#wishes;
    this.#frame.title = lang.toLowerCase().startsWith("en") ? "zhice: self-assessment" : "知测：政策自测";
    const scheme = getComputedStyle(this.#box).color === "rgb(255, 255, 255)" ? "dark" : "light";
    this.#frame.contentWindow?.postMessage(hello(lang, scheme, this.#box), this.#address.origin);
  }

  #hear({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || origin !== this.#address.origin || !isFromFrame(data)) return;
    clearTimeout(this.#patience);
    this.#answered();
    if (data.kind === "height") frame.style.height = `${data.height}px`;
    else this.#tell(data.name, data.detail);
  }
}

function absolute(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    // The widget says what is wrong with it.
    return address;
  }
}
