// One widget in its place, from the first byte to the last, whatever happens to it.

import { dress, theModule } from "./load.js";
import { insist } from "./notice.js";
import { kept, loaded, sent } from "./proof.js";
import { recovery } from "./recovery.js";

/** The module has stopped, for every widget on the page. */
let isBroken = false;

export class Stand {
  #box;
  #wishes;
  #tell;
  #mounted = null;
  #closed = false;
  /** The widget has shown its first page. */
  #started = false;
  /** When everything was there. */
  #ready = 0;
  /** The session as it last stood, and the key it is kept under. */
  #kept = { text: "", key: "" };

  /**
   * @param {HTMLElement} box an empty element of the widget's own
   * @param {{lang: string, programme: string, track: string, packs: string, persists: boolean}} wishes
   * @param {(event: string, detail: object) => void} tell
   */
  constructor(box, wishes, tell) {
    box.classList.add("zhice-place");
    this.#box = box;
    this.#wishes = wishes;
    this.#tell = tell;
  }

  /** Loads what is needed and shows the widget; resolves once it is there. */
  async open() {
    const load = async () => {
      const [mount] = await Promise.all([theModule(), dress(this.#box.getRootNode())]);
      return mount;
    };
    const mount = await insist(this.#box, this.#wishes.lang, load, (error) => {
      if (this.#closed) return;
      console.error("zhice:", error);
      this.#tell("error", { code: "load" });
    });
    if (this.#closed) return;
    if (isBroken) return this.#recover();
    this.#box.replaceChildren();
    try {
      this.#mounted = mount(this.#box, this.#host());
    } catch (error) {
      // A crash while it was mounted has its own page.
      if (!isBroken) throw error;
    }
  }

  speak(lang) {
    this.#wishes.lang = lang;
    if (!isBroken) this.#mounted?.speak(lang);
  }

  /** A newer version waits for the next visit. */
  newerVersion() {
    this.#mounted?.newer_version();
  }

  close() {
    this.#closed = true;
    if (!isBroken) this.#mounted?.free();
    this.#mounted = null;
    this.#box.replaceChildren();
  }

  /** What the module asks and tells; src/ui/browser/host.rs names each. */
  #host() {
    return {
      ...this.#wishes,
      tell: (event, detail) => {
        if (event === "ready") {
          this.#ready = performance.now();
          // Rendering follows within the same turn.
          setTimeout(() => (this.#started = !isBroken));
        }
        this.#tell(event, JSON.parse(detail));
      },
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
    const isOurs = !activeElement || activeElement === body || this.#box.contains(activeElement);
    const page = recovery(this.#kept, { lang: this.#wishes.lang, atStart: !this.#started });
    this.#box.replaceChildren(page);
    if (isOurs || activeElement === this.#box.getRootNode().host) page.querySelector("h1").focus();
    this.#tell("error", { code: "crash" });
  }
}
