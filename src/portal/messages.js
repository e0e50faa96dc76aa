// The `postMessage` protocol between a host and the widget in its frame. Whatever has another shape is not heard.

import { EVENTS, PAGES } from "./names.js";

const PROTOCOL = 1;

/** A frame is never lower than its controls need, and never so high that the host's page is lost under it. */
const LOWEST = 240;
const HIGHEST = 20_000;

/** In characters. */
const LONGEST_GIFT = 200_000;
const LONGEST_DRAFT = 4_000_000;

/** The colours a host may set, as custom properties after `--zhice-`. */
const COLOURS = ["paper", "sheet", "ink", "accent", "on-accent"];

/**
 * @typedef {(value: unknown) => boolean} Fits
 * @typedef {Record<string, Fits>} Shape
 */

/** @type {Fits} */
const isText = (value) => typeof value === "string" && value.length <= 200;
/** @type {Fits} */
const isWord = (value) => isText(value) && /^[\w.-]+$/.test(String(value));
/**
 * What a page gives or is given as JSON.
 *
 * @type {(most: number) => Fits}
 */
const isLong = (most) => (value) => typeof value === "string" && value.length <= most;
/** @type {(fits: Fits) => Fits} */
const isListOf = (fits) => (value) => Array.isArray(value) && value.length <= 1_000 && value.every(fits);
/** @type {(least: number, most: number) => Fits} */
const isWhole = (least, most) => (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
/** @type {(all: unknown[]) => Fits} */
const isOneOf = (all) => (value) => all.includes(value);
/** @type {Fits} */
const isColour = (value) => isText(value) && (value === "" || CSS.supports("color", String(value)));

/**
 * An object with these keys and no others, each of which fits.
 *
 * @type {(shape: Shape) => Fits}
 */
const isShaped = (shape) => (value) =>
  value !== null &&
  typeof value === "object" &&
  Object.keys(value).length === Object.keys(shape).length &&
  Object.entries(shape).every(([key, fits]) => Object.hasOwn(value, key) && fits(Reflect.get(value, key)));

/** @type {(kind: string, shape: Shape) => Fits} */
const message = (kind, shape) => isShaped({ zhice: isOneOf([PROTOCOL]), kind: isOneOf([kind]), ...shape });

/**
 * What the detail of each event holds.
 *
 * @type {{[Name in import("./types.js").EventName]: Record<(typeof EVENTS)[Name][number], Fits>}}
 */
const DETAILS = {
  ready: { version: isText },
  step: { page: isOneOf(PAGES), topic: (value) => value === null || isWhole(0, 1_000)(value) },
  result: { programme: isWord, track: isWord },
  export: { form: isWord },
  prefilled: {
    taken: isListOf(isText),
    kept: isListOf(isText),
    withheld: isListOf(isText),
    refused: isListOf(isShaped({ key: isText, code: isWord })),
  },
  draft: { file: isText, draft: isLong(LONGEST_DRAFT) },
  error: { code: isWord },
};

const hello = message("hello", {
  lang: isText,
  scheme: isOneOf(["light", "dark"]),
  theme: isShaped(Object.fromEntries(COLOURS.map((name) => [name, isColour]))),
});
const given = ["prefill", "receipt"].map((kind) =>
  message(kind, { text: isLong(LONGEST_GIFT) }),
);
const fromFrame = [
  message("height", { height: isWhole(LOWEST, HIGHEST) }),
  ...Object.entries(DETAILS).map(([name, detail]) =>
    message("event", { name: isOneOf([name]), detail: isShaped(detail) }),
  ),
];

/**
 * @param {unknown} data
 * @returns {data is import("./types.js").Hello}
 */
export function isFromHost(data) {
  return hello(data);
}

/**
 * @param {unknown} data
 * @returns {data is import("./types.js").Given}
 */
export function isGiven(data) {
  return given.some((fits) => fits(data));
}

/**
 * @param {unknown} data
 * @returns {data is import("./types.js").FromFrame}
 */
export function isFromFrame(data) {
  return fromFrame.some((fits) => fits(data));
}

/**
 * What a host says when the frame has loaded, and again when something of it has changed.
 *
 * @param {string} lang
 * @param {"light" | "dark"} scheme
 * @param {Element} element
 * @returns {import("./types.js").Hello}
 */
export function greeting(lang, scheme, element) {
  const style = getComputedStyle(element);
  /** @param {string} name */
  const colour = (name) => {
    const value = style.getPropertyValue(`--zhice-${name}`).trim();
    return isColour(value) ? value : "";
  };
  const theme = Object.fromEntries(COLOURS.map((name) => [name, colour(name)]));
  return { zhice: PROTOCOL, kind: "hello", lang, scheme, theme };
}

/**
 * What a host gives to the widget.
 *
 * @type {(kind: "prefill" | "receipt", text: string) => import("./types.js").Given}
 */
export const gift = (kind, text) => ({ zhice: PROTOCOL, kind, text });

/**
 * What a frame says when the widget has become higher or lower.
 *
 * @param {number} pixels
 * @returns {import("./types.js").FromFrame}
 */
export function height(pixels) {
  const height = Math.min(Math.max(Math.ceil(pixels), LOWEST), HIGHEST);
  return { zhice: PROTOCOL, kind: "height", height };
}

/**
 * What a frame says of the widget.
 *
 * @type {(name: import("./types.js").EventName, detail: import("./types.js").Detail) => import("./types.js").FromFrame}
 */
export const told = (name, detail) => ({ zhice: PROTOCOL, kind: "event", name, detail });
