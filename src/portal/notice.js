// What stands in the place of a widget that is not there yet, or that could not be loaded; or beside a page that stands
// in for it.

import { abandon, isAbandoned } from "./fetching.js";

/** After this many milliseconds a person is told that it takes long. */
const PATIENCE = 5_000;

/** After this many milliseconds a person can have it fetched anew: a request may never end. */
const STALLED = 20_000;

const WORDS = {
  zh: {
    loading: "正在载入…",
    slow: "网络较慢，请稍候。",
    stalled: {
      alone: "网络很慢，自测工具还在载入。可以继续等候，也可以重试。",
      beside: "网络很慢，其余部分还在载入：填写的内容都在，但还没有保存。可以继续等候，也可以重试。",
    },
    failed: {
      alone: "自测工具没能载入。请检查网络后重试；仍不行的，请升级或者换用浏览器，或者向发布本页的单位咨询办理。",
      beside:
        "自测工具没有全部载入：填写的内容都在，但还没有保存。请检查网络后重试；仍不行的，请换用浏览器，或者咨询发布本页的单位。",
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
        "The network is very slow, and the rest is still loading. What you entered is still here, but it is not saved " +
        "yet. You can wait, or try again.",
    },
    failed: {
      alone:
        "The self-assessment could not be loaded. Check the network and try again; if that does not help, update or " +
        "change the browser, or ask the authority that publishes this page.",
      beside:
        "Part of the self-assessment could not be loaded. What you entered is still here, but it is not saved yet. Check " +
        "the network and try again; if that does not help, change the browser or ask the authority that publishes this page.",
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
 * @param {string} lang
 * @param {() => Promise<T>} attempt
 * @param {(error: unknown) => void} failed
 * @param {() => import("./takeover.js").StandIn | null} standIn what stands in by then
 * @returns {Promise<T>}
 */
export async function insist(box, lang, attempt, failed, standIn) {
  const words = wordsIn(lang);
  for (;;) {
    const line = element("p", words.loading);
    line.setAttribute("role", "status");
    const page = standIn()?.page;
    if (!page) box.replaceChildren(notice(lang, line));
    else if (!page.isConnected) box.replaceChildren(page);
    /** @type {Offer | undefined} */
    let offer;
    const slow = setTimeout(() => (line.textContent = words.slow), PATIENCE);
    const stalled = setTimeout(() => {
      offer = new Offer(box, lang, standIn(), "stalled");
      offer.pressed.then(abandon);
    }, STALLED);
    const ended = () => {
      clearTimeout(slow);
      clearTimeout(stalled);
      offer?.withdraw();
    };
    try {
      return await attempt().finally(ended);
    } catch (error) {
      if (isAbandoned(error)) continue;
      failed(error);
      offer = new Offer(box, lang, standIn(), "failed");
      await offer.pressed;
      offer.withdraw();
    }
  }
}

/**
 * Says that something is on its way.
 *
 * @param {string} lang
 */
export function loadingIn(lang) {
  return wordsIn(lang).loading;
}

/**
 * Says on a page that stands in that what was entered on it is not kept.
 *
 * @param {string} lang
 */
export function unsavedIn(lang) {
  return wordsIn(lang).unsaved;
}

/** @param {string} lang */
function wordsIn(lang) {
  return lang.toLowerCase().startsWith("en") ? WORDS.en : WORDS.zh;
}

/** Says how things stand, with a button to try again. */
class Offer {
  #standIn;
  #notice;
  /**
   * Resolves when the person wants to try again.
   *
   * @type {Promise<unknown>}
   */
  pressed;

  /**
   * @param {HTMLElement} box
   * @param {string} lang
   * @param {import("./takeover.js").StandIn | null} standIn stays
   * @param {"stalled" | "failed"} what
   */
  constructor(box, lang, standIn, what) {
    const words = wordsIn(lang);
    const line = element("p", words[what][standIn ? "beside" : "alone"]);
    line.setAttribute("role", what === "failed" ? "alert" : "status");
    const button = element("button", words.retry);
    button.type = "button";
    this.pressed = new Promise((resolve) => button.addEventListener("click", resolve, { once: true }));
    this.#standIn = standIn;
    this.#notice = notice(lang, line, button);
    if (standIn) box.prepend(this.#notice);
    else box.replaceChildren(this.#notice);
  }

  /** Where the button had the focus, it goes to the page that stands in. */
  withdraw() {
    const hadFocus = this.#notice.matches(":focus-within");
    this.#notice.remove();
    if (hadFocus) this.#standIn?.focusHeading({ preventScroll: true });
  }
}

/**
 * @param {string} lang
 * @param {HTMLElement[]} children
 */
function notice(lang, ...children) {
  const made = element("div", "");
  made.className = "zhice notice";
  made.lang = lang;
  made.append(...children);
  return made;
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
