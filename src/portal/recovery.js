// Crash recovery, the page after a crash: what was entered as a file, and a new start. It needs nothing of the module.

import { SESSION, SESSION_FILE, SET_ASIDE } from "./names.js";

/**
 * What is read of a session that is kept; whatever else stands there, nothing is relied on.
 *
 * @typedef {{lang?: string, large?: boolean, open?: Draft, shelf?: Draft[]}} Session
 * @typedef {{name?: string, applicant?: {name?: string}, entries: {id: {programme: string, track: string}}[], answers?: object}} Draft
 * @typedef {typeof WORDS.zh} Words
 */

const WORDS = {
  zh: {
    title: "本页出了问题，已经停下",
    lead: "很抱歉，这是程序的错误，不是您的操作造成的。",
    kept: "您填写的内容没有丢失，最后一次改动之前的都在这里：",
    onDevice: "这些内容也保存在本机浏览器，重新打开后可以接着填写。保险起见，可以先下载一份。",
    notKept: "这些内容没有保存在本机，重新打开后就没有了。请先下载；以后可以用起步页的“打开草稿文件”放回。",
    nothing: "停下之前还没有填写内容。",
    download: "下载已填内容",
    reopen: "重新打开",
    atStart: "如果重新打开后又停在这里，可以把草稿移到一边，从头开始。草稿不会删除，重新打开后可以下载。",
    moveAside: "移开草稿，重新开始",
    notMoved: "没能移开：浏览器不允许或空间不足。请先下载已填内容。",
    draft: "草稿",
    answers: (/** @type {number} */ count) => `已填 ${count} 个问题`,
  },
  en: {
    title: "This page has stopped",
    lead: "We are sorry. This is an error of the program; nothing you did caused it.",
    kept: "What you entered is not lost. Everything up to your last change is here:",
    onDevice: "It is also saved in this browser, so you can go on after opening the page again. To be safe, download it first.",
    notKept: "It is not saved on this device: opening the page again loses it. Download it first; “Open a draft file” on the first page brings it back later.",
    nothing: "Nothing had been entered before it stopped.",
    download: "Download what was entered",
    reopen: "Open again",
    atStart: "If it stops again as soon as it opens, move the drafts aside and start afresh. They are not deleted: you can download them afterwards.",
    moveAside: "Move the drafts aside and start afresh",
    notMoved: "They could not be moved: the browser does not allow it or is out of space. Download what was entered first.",
    draft: "Draft",
    answers: (/** @type {number} */ count) => (count === 1 ? "1 question answered" : `${count} questions answered`),
  },
};

/**
 * @param {{text: string, key: string}} kept the session as it last stood, and the key it is kept under; none if empty
 * @param {{lang: string, atStart: boolean}} how the language asked for, and whether it stopped as soon as it opened
 * @returns {HTMLElement} its heading can take the focus
 */
export function recovery({ text, key }, { lang, atStart }) {
  const session = parsed(text);
  const language = session.lang ?? (lang.startsWith("en") ? "en" : "zh");
  const w = language === "en" ? WORDS.en : WORDS.zh;
  const saved = key ? stored(key) : null;
  const drafts = [session.open ?? [], session.shelf ?? []].flat().filter((draft) => draft?.entries?.length);

  const main = element("main", {}, element("h1", { tabIndex: -1 }, w.title), element("p", { className: "lead" }, w.lead));
  const problem = element("p", { className: "error", role: "alert" });
  const actions = element("p", { className: "actions" });
  if (text) {
    main.append(element("p", {}, drafts.length ? w.kept : ""), list(drafts, w), element("p", {}, saved === text ? w.onDevice : w.notKept));
    actions.append(button(w.download, "primary", () => download(text)));
  } else {
    main.append(element("p", {}, w.nothing));
  }
  actions.append(button(w.reopen, text ? "" : "primary", () => location.reload()));
  main.append(actions);
  if (saved !== null && atStart) {
    const moveAway = () => {
      try {
        moveAside(key);
        location.reload();
      } catch {
        problem.textContent = w.notMoved;
      }
    };
    main.append(
      element("p", { className: "help" }, w.atStart),
      element("p", { className: "actions" }, button(w.moveAside, "", moveAway)),
      problem,
    );
  }
  const root = element("div", { className: session.large ? "zhice zhice-large" : "zhice", lang: w === WORDS.en ? "en" : "zh-CN" });
  root.append(element("div", { className: "frame frame-wide recovery" }, main));
  return root;
}

/**
 * What each draft is, as far as can be said without the policies.
 *
 * @param {Draft[]} drafts
 * @param {Words} w
 */
function list(drafts, w) {
  /** @param {Draft} draft */
  const line = ({ name, applicant, entries, answers }) => {
    const title = name || applicant?.name || w.draft;
    const of = entries.map(({ id }) => `${id.programme} / ${id.track}`).join(", ");
    return element("li", {}, `${title} · ${of} · ${w.answers(Object.keys(answers ?? {}).length)}`);
  };
  return element("ul", { className: "plain-list" }, ...drafts.map(line));
}

/**
 * What is kept under a key; null where storage is blocked, too.
 *
 * @param {string} key
 */
function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Moves what is kept to where the widget keeps texts that it cannot read.
 *
 * @param {string} key of a session
 */
function moveAside(key) {
  const text = localStorage.getItem(key);
  if (text === null) return;
  const base = SET_ASIDE + key.slice(SESSION.length);
  let [place, number] = [base, 1];
  while (localStorage.getItem(place) !== null) place = `${base}#${++number}`;
  localStorage.setItem(place, text);
  localStorage.removeItem(key);
}

/** @param {string} text */
function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: SESSION_FILE }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {string} text
 * @returns {Session}
 */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * @param {string} label
 * @param {string} className
 * @param {() => void} press
 */
function button(label, className, press) {
  const made = element("button", { type: "button", className }, label);
  made.addEventListener("click", press);
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {(Node | string)[]} children
 */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
