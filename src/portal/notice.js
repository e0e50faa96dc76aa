// What stands in the place of a widget that is not there yet, or that could not be loaded.

/** After this many milliseconds a person is told that it takes long. */
const PATIENCE = 5_000;

const WORDS = {
  zh: {
    loading: "正在载入…",
    slow: "网络较慢，请稍候。",
    failed: "自测工具没能载入。请检查网络后重试；仍不行的，请升级或者换用浏览器，或者向发布本页的单位咨询办理。",
    retry: "重试",
  },
  en: {
    loading: "Loading…",
    slow: "The network is slow. Please wait.",
    failed:
      "The self-assessment could not be loaded. Check the network and try again; if that does not help, update or " +
      "change the browser, or ask the authority that publishes this page.",
    retry: "Try again",
  },
};

/**
 * Tries until it succeeds. Meanwhile the box says how things stand, unless it has a page that stands in; after a failure
 * it has a button to try again.
 *
 * @template T
 * @param {HTMLElement} box
 * @param {string} lang
 * @param {() => Promise<T>} attempt
 * @param {(error: unknown) => void} failed
 * @param {() => Element | null} standIn the page that stands in by then
 * @returns {Promise<T>}
 */
export async function insist(box, lang, attempt, failed, standIn) {
  const words = wordsIn(lang);
  for (;;) {
    const line = element("p", words.loading);
    line.setAttribute("role", "status");
    const page = standIn();
    if (!page) show(box, lang, line);
    else if (!page.isConnected) box.replaceChildren(page);
    const slow = setTimeout(() => (line.textContent = words.slow), PATIENCE);
    try {
      return await attempt();
    } catch (error) {
      failed(error);
      await pressed(box, lang, words);
    } finally {
      clearTimeout(slow);
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

/** @param {string} lang */
function wordsIn(lang) {
  return lang.toLowerCase().startsWith("en") ? WORDS.en : WORDS.zh;
}

/**
 * Says what is wrong, and resolves when the person wants to try again.
 *
 * @param {HTMLElement} box
 * @param {string} lang
 * @param {typeof WORDS.zh} words
 */
function pressed(box, lang, words) {
  return new Promise((resolve) => {
    const line = element("p", words.failed);
    line.setAttribute("role", "alert");
    const button = element("button", words.retry);
    button.type = "button";
    button.addEventListener("click", resolve, { once: true });
    show(box, lang, line, button);
  });
}

/**
 * @param {HTMLElement} box
 * @param {string} lang
 * @param {HTMLElement[]} children
 */
function show(box, lang, ...children) {
  const notice = element("div", "");
  notice.className = "zhice notice";
  notice.lang = lang;
  notice.append(...children);
  box.replaceChildren(notice);
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
