// What comes of the entries on a page that stands in: by the engine of the module, before there is a widget.

import { made } from "./first.js";

/**
 * Sets what comes of the entries beside them, as the widget will.
 *
 * @param {Element} page
 * @param {import("./types.js").Found} found
 * @param {boolean} isSettled nobody is in the midst of typing: those who listen are told
 */
export function show(page, { slip, topics, line }, isSettled) {
  showSlip(page, slip, isSettled);
  const places = page.querySelectorAll(".topics > li");
  const pieces = page.querySelectorAll(".steps-bar > i");
  topics.forEach(({ state, mark, settled, unclear }, at) => {
    for (const place of [places[at], pieces[at]]) place?.setAttribute("data-state", state);
    set(places[at], ".topics-mark", mark);
    set(places[at], ".unseen", settled);
    set(places[at], ".topics-unclear", unclear);
  });
  set(page, ".steps-page", line);
}

/**
 * @param {Element | undefined} within
 * @param {string} selector
 * @param {string} text
 */
function set(within, selector, text) {
  const element = within?.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} page
 * @param {import("./types.js").Slip} slip
 * @param {boolean} isSettled
 */
function showSlip(page, slip, isSettled) {
  const aside = /** @type {HTMLElement | null} */ (page.querySelector(".slip"));
  const inShort = aside?.querySelector(".in-short");
  const body = aside?.querySelector(".aside-body");
  const [said, last] = [body?.firstElementChild, body?.lastElementChild];
  if (!aside || !inShort || !said || !last) return;
  aside.dataset.truth = slip.truth;
  inShort.replaceChildren(...elements(ofInShort(slip)));
  // The live region stays: one that is put in with its words says nothing.
  if (isSettled && said.textContent !== slip.headline) said.textContent = slip.headline;
  const buttons = new Map([...aside.querySelectorAll(".slip-missing button")].map((one) => [one.textContent, one]));
  while (said.nextElementSibling && said.nextElementSibling !== last) said.nextElementSibling.remove();
  said.after(...elements(ofBody(slip)));
  // One that was pressed waits for the widget.
  for (const button of aside.querySelectorAll(".slip-missing button")) {
    const before = buttons.get(button.textContent);
    if (before) button.replaceWith(before);
  }
}

/**
 * @param {import("./types.js").Slip} slip
 * @returns {import("./types.js").Written[]}
 */
function ofInShort({ verdict, tally, at_most: atMost, total }) {
  const counts = tally.map(({ count, word }) => written("li", "", written("b", "", `${count}`), ` ${word}`));
  const sum = total === null ? [] : [written("small", "", atMost ?? ""), " ", written("b", "", total)];
  return [
    written("p", "in-short-verdict", verdict ?? ""),
    ...(counts.length > 0 ? [written("ul", "in-short-tally", ...counts)] : []),
    written("p", "in-short-total", ...sum),
  ];
}

/**
 * What stands between the live region and the last line.
 *
 * @param {import("./types.js").Slip} slip
 * @returns {import("./types.js").Written[]}
 */
function ofBody({ range, note, missing, missing_title: title, count }) {
  const rows = missing.map((label) => written("li", "", ["button", { type: "button", class: "link" }, label]));
  return [
    ...(range ? ofRange(range) : []),
    ...(note === null ? [] : [written("p", "slip-note", note)]),
    ...(rows.length > 0 ? [written("h3", "", title), written("ul", "slip-missing", ...rows)] : []),
    written("p", "slip-note", count),
  ];
}

/**
 * @param {NonNullable<import("./types.js").Slip["range"]>} range
 * @returns {import("./types.js").Written[]}
 */
function ofRange({ filled, certain, ceiling }) {
  return [
    ["div", { class: "range", "aria-hidden": "true" }, ["i", { style: `width:${filled}` }]],
    written("p", "range-scale", written("span", "", certain), written("span", "", ceiling)),
  ];
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(import("./types.js").Written | string)[]} children
 * @returns {import("./types.js").Written}
 */
function written(name, className, ...children) {
  return [name, className ? { class: className } : {}, ...children];
}

/** @param {import("./types.js").Written[]} all */
function elements(all) {
  return all.map((one) => made(one));
}
