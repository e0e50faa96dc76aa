// What stands in the place of a widget that is not there yet, or that could not be loaded; or beside a page that stands
// in for it.

/** After this many milliseconds a person is told that it takes long. */
const PATIENCE = 5_000;

/** After each this many milliseconds a person can have it fetched anew: a request may never end. */
const STALLED = 20_000;

const WORDS = {
  zh: {
    loading: "正在载入…",
    slow: "网络较慢，请稍候。",
    stalled: {
      alone: "网络很慢，自测工具还在载入。可以继续等候，也可以重试。",
      beside: "网络很慢，还没有全部载入，填写的内容还没有保存。可以继续等候，也可以重试。",
    },
    failed: {
      alone: "自测工具没能载入。请检查网络后重试；仍不行的，请升级或者换用浏览器，或者向发布本页的单位咨询办理。",
      beside: "没有全部载入，填写的内容还没有保存。请检查网络后重试；仍不行的，请换用浏览器，或者咨询发布本页的单位。",
    },
    unsaved: "还没有保存",
    retry: "重试",
  },
  en: {
    loading: "Loading…",
    slow: "The network is slow. Please wait.",
    stalled: {
      alone: "The network is very slow, and the self-assessment is still loading. You can wait, or try again.",
      beside:
        "The network is very slow: not everything is here yet, and what you entered is not saved yet. You can wait, or " +
        "try again.",
    },
    failed: {
      alone:
        "The self-assessment could not be loaded. Check the network and try again; if that does not help, update or " +
        "change the browser, or ask the authority that publishes this page.",
      beside:
        "Not everything could be loaded, and what you entered is not saved yet. Check the network and try again; if that " +
        "does not help, change the browser or ask the authority that publishes this page.",
    },
    unsaved: "Not saved yet",
    retry: "Try again",
  },
};

/**
 * Tries until it succeeds. Meanwhile the box says how things stand, unless it has a page that stands in; after a failure,
 * and where it takes very long, it has a button to try again, beside that page where there is one.
 *
 * @template T
 * @param {HTMLElement} box
 * @param {object} what
 * @param {() => string} what.lang the language by then
 * @param {() => Promise<T>} what.attempt
 * @param {(error: unknown) => void} what.failed
 * @param {() => void} what.anew makes anew whatever the attempt waits for
 * @param {(from: Element | null) => void} what.refocus puts the focus where it is to be once the button goes that has it:
 *   where it was before, if that is known
 * @param {() => import("./takeover.js").StandIn | null} [what.standIn] what stands in by then
 * @returns {Promise<T>}
 */
export async function insist(box, { lang, attempt, failed, anew, refocus, standIn = () => null }) {
  const notice = new Notice(box, lang, standIn, refocus);
  for (;;) {
    notice.say("loading");
    const slow = setTimeout(() => notice.say("slow"), PATIENCE);
    const stalled = setInterval(async () => {
      // It was taken down.
      if (!box.isConnected) return end();
      if (notice.isOffering) return;
      await notice.offer("stalled");
      notice.say("loading");
      anew();
    }, STALLED);
    const end = () => {
      clearTimeout(slow);
      clearInterval(stalled);
    };
    try {
      const result = await attempt().finally(end);
      notice.withdraw();
      return result;
    } catch (error) {
      failed(error);
      await notice.offer("failed");
    }
  }
}

/**
 * What a page that stands in says of itself: that the rest is on its way, or that what was entered is not kept.
 *
 * @param {"loading" | "unsaved"} what
 * @param {string} lang
 */
export function word(what, lang) {
  return wordsIn(lang)[what];
}

/** @param {string} lang */
function wordsIn(lang) {
  return lang.toLowerCase().startsWith("en") ? WORDS.en : WORDS.zh;
}

/** What is said in the place of a widget, or beside a page that stands in for it. */
class Notice {
  #box;
  #lang;
  #standIn;
  #refocus;
  /**
   * Where the focus came from.
   *
   * @type {Element | null}
   */
  #from = null;
  #element = element("div", "");
  /** Counts what was said, to know what is said no longer. */
  #turn = 0;

  /**
   * @param {HTMLElement} box
   * @param {() => string} lang
   * @param {() => import("./takeover.js").StandIn | null} standIn
   * @param {(from: Element | null) => void} refocus
   */
  constructor(box, lang, standIn, refocus) {
    this.#box = box;
    this.#lang = lang;
    this.#standIn = standIn;
    this.#refocus = refocus;
    this.#element.classList.add("zhice", "notice");
    // Where the focus stays while a button is away.
    this.#element.tabIndex = -1;
    this.#element.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && !this.#element.contains(relatedTarget)) this.#from = relatedTarget;
    });
    new ResizeObserver(() => this.#measure()).observe(this.#element);
  }

  /** There is a button to try again. */
  get isOffering() {
    return this.#element.isConnected && this.#element.querySelector("button") !== null;
  }

  /**
   * Says how far it is. A page that stands in says so itself.
   *
   * @param {"loading" | "slow"} what
   */
  say(what) {
    const page = this.#standIn()?.page;
    if (page && !page.isConnected) this.#box.replaceChildren(page);
    if (page) return this.withdraw();
    const line = element("p", wordsIn(this.#lang())[what]);
    line.setAttribute("role", "status");
    this.#show(line);
  }

  /**
   * Says how things stand, with a button to try again; resolves once that is pressed.
   *
   * @param {"stalled" | "failed"} what
   */
  async offer(what) {
    this.#turn += 1;
    const turn = this.#turn;
    // What is pressed or composed at this moment stays where it is.
    await this.#standIn()?.quiet();
    const words = wordsIn(this.#lang());
    const button = element("button", words.retry);
    button.type = "button";
    const pressed = new Promise((resolve) => button.addEventListener("click", resolve, { once: true }));
    if (turn === this.#turn) {
      const line = element("p", words[what][this.#standIn() ? "beside" : "alone"]);
      line.setAttribute("role", what === "failed" ? "alert" : "status");
      this.#show(line, button);
    }
    return pressed;
  }

  withdraw() {
    this.#turn += 1;
    const hadFocus = this.#element.matches(":focus-within");
    this.#element.remove();
    if (hadFocus) this.#refocus(this.#from?.isConnected ? this.#from : null);
  }

  /** What has the focus comes to stand below it; where that would leave too little, it does not stay in sight. */
  #measure() {
    const height = this.#element.offsetHeight;
    this.#box.style.setProperty("--notice", `${height}px`);
    this.#element.classList.toggle("high", height > innerHeight / 3);
  }

  /** @param {HTMLElement[]} children */
  #show(...children) {
    const hadFocus = this.#element.matches(":focus-within");
    this.#element.lang = this.#lang();
    this.#element.classList.toggle("beside", this.#standIn() !== null);
    this.#element.replaceChildren(...children);
    if (!this.#element.isConnected) this.#box.prepend(this.#element);
    if (hadFocus) (this.#element.querySelector("button") ?? this.#element).focus({ preventScroll: true });
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
