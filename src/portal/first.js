// The first page, which stands in the place of a widget before its module is there: in the document where the page is
// the widget's own, in a file of its own where an element names a track. `cargo xtask dist` makes both of the same
// components; without it there is none.

import { get } from "./fetching.js";
import { SESSION, SET_ASIDE } from "./names.js";
import { filesOfAll } from "./packs.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The page that stands in the document already, or is put by there; none where it would not be what the module shows.
 *
 * @param {HTMLElement} box
 * @param {import("./types.js").Wishes} wishes
 * @returns {Element[]}
 */
export function standingFirst(box, wishes) {
  const isTheirs = !wishes.packs && !isKept("");
  const isShown = document.documentElement.dataset.zhiceFirst === "shown";
  // The classes of the place say from here on how much room there is.
  document.documentElement.classList.remove("narrow", "middle", "wide");
  box.classList.remove("zhice-first");
  if (isTheirs && isShown && box.childElementCount > 0) return [...box.children];
  box.replaceChildren();
  if (!isTheirs || box.parentElement !== document.body || wishes.programme) return [];
  const lang = language(wishes);
  /** @type {NodeListOf<HTMLTemplateElement>} */
  const all = document.querySelectorAll("template.zhice-first");
  const one = [...all].find(({ dataset }) => dataset.first === lang && holds(dataset.from ?? "", dataset.until));
  return one ? [...document.importNode(one.content, true).children] : [];
}

/**
 * The notice and the first topic of the track that is asked for, one after the other; nothing where there is no such file.
 *
 * @param {import("./types.js").Wishes} wishes
 * @returns {Promise<Element[]>}
 */
export async function fetchedFirst(wishes) {
  const { programme, track, packs, persists } = wishes;
  if (!programme || !track || packs || (persists && isKept(`/${programme}/${track}`))) return [];
  try {
    const asset = (await filesOfAll()).first[`${programme}/${track}`];
    if (!asset) return [];
    /** @type {import("./types.js").FirstPeriod[]} */
    const periods = await (await get(asset, "high")).json();
    const period = periods.find(({ from, until }) => holds(from, until));
    return (period?.[language(wishes)] ?? []).map((page) => made(page));
  } catch (error) {
    // The module shows the same a little later.
    console.warn("zhice:", error);
    return [];
  }
}

/** @param {import("./types.js").Wishes} wishes */
function language({ lang }) {
  return lang.toLowerCase().startsWith("en") ? "en" : "zh";
}

/**
 * Whether a widget of this scope has kept anything in this browser; also where that cannot be said.
 *
 * @param {string} scope
 */
function isKept(scope) {
  try {
    return [SESSION, SET_ASIDE].some((key) => localStorage.getItem(key + scope));
  } catch {
    return true;
  }
}

/**
 * Whether today, in China, is from one day to before another.
 *
 * @param {string} from
 * @param {string | null | undefined} until
 */
function holds(from, until) {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return from <= today && (!until || today < until);
}

/**
 * An element as it is written in a file of ours: its name, its attributes, its children.
 *
 * @param {import("./types.js").Written} written
 * @param {string} [space]
 * @returns {Element}
 */
export function made([name, attributes, ...children], space = "http://www.w3.org/1999/xhtml") {
  const own = name === "svg" ? SVG : space;
  const element = /** @type {HTMLElement | SVGElement} */ (document.createElementNS(own, name));
  for (const [attribute, value] of Object.entries(attributes)) {
    // The attribute itself is forbidden by a strict policy.
    if (attribute === "style") element.style.cssText = value;
    else element.setAttribute(attribute, value);
  }
  element.append(...children.map((child) => (typeof child === "string" ? child : made(child, own))));
  return element;
}
