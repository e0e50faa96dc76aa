// One widget in its place, from the first byte to the last, whatever happens to it.

import { dress, theModule } from "./load.js";
import { insist } from "./notice.js";
import { sendFor, shipped } from "./packs.js";
import { kept, loaded, sent } from "./proof.js";
import { recovery } from "./recovery.js";
import { unwatch, watchPicture, watchPlace } from "./room.js";
import { watchScheme } from "./scheme.js";

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
  /** The stylesheet is there. */
  #dressed = false;
  /** The widget has shown its first page. */
  #started = false;
  /** When everything was there. */
  #ready = 0;
  /**
   * What was given before the widget was there.
   *
   * @type {Map<"prefill" | "receipt", string>}
   */
  #given = new Map();
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
    const load = async () => {
      sendFor(this.#wishes.programme);
      const [mount] = await Promise.all([theModule(), dress(this.#box.getRootNode())]);
      this.#dressed = true;
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
      for (const [kind, text] of this.#given) this.#mounted[kind](text);
      this.#given.clear();
    } catch (error) {
      // A crash while it was mounted has its own page.
      if (!isBroken) throw error;
    }
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
    else this.#given.set(kind, text);
  }

  /** A newer version waits for the next visit. */
  newerVersion() {
    this.#mounted?.newer_version();
  }

  close() {
    this.#closed = true;
    if (!isBroken) this.#mounted?.free();
    this.#mounted = null;
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
      shipped: () => shipped,
      tell: (event, detail) => {
        if (event === "ready") {
          this.#ready = performance.now();
          // Rendering follows within the same turn.
          setTimeout(() => (this.#started = !isBroken));
        }
        this.#tell(/** @type {import("./types.js").EventName} */ (event), JSON.parse(detail));
      },
      watch: watchPicture,
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
