// What a host and the widget in its frame say to one another. Whatever has another shape is not heard.

const PROTOCOL = 1;

/** A frame is never lower than its controls need, and never so high that the host's page is lost under it. */
const LOWEST = 240;
const HIGHEST = 20_000;

/** The colours a host may set, as custom properties after `--zhice-`. */
const COLOURS = ["paper", "sheet", "ink", "accent", "on-accent"];
const PAGES = ["start", "notice", "questions", "comparison", "conclusion", "dossier", "finish", "review", "packs"];

const isText = (value) => typeof value === "string" && value.length <= 200;
const isWord = (value) => isText(value) && /^[\w.-]+$/.test(value);
const isWhole = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
const isOneOf = (all) => (value) => all.includes(value);
const isColour = (value) => isText(value) && (value === "" || CSS.supports("color", value));

/** An object with these keys and no others, each of which fits. */
const isShaped = (shape) => (value) =>
  value !== null &&
  typeof value === "object" &&
  Object.keys(value).length === Object.keys(shape).length &&
  Object.entries(shape).every(([key, fits]) => Object.hasOwn(value, key) && fits(value[key]));

const message = (kind, shape) => isShaped({ zhice: isOneOf([PROTOCOL]), kind: isOneOf([kind]), ...shape });

const event = (name, detail) => message("event", { name: isOneOf([name]), detail: isShaped(detail) });

const FROM_HOST = [
  message("hello", {
    lang: isText,
    scheme: isOneOf(["light", "dark"]),
    theme: isShaped(Object.fromEntries(COLOURS.map((name) => [name, isColour]))),
  }),
];

const FROM_FRAME = [
  message("height", { height: isWhole(LOWEST, HIGHEST) }),
  event("ready", { version: isText }),
  event("step", { page: isOneOf(PAGES), topic: (value) => value === null || isWhole(0, 1_000)(value) }),
  event("result", { programme: isWord, track: isWord }),
  event("export", { form: isWord }),
  event("error", { code: isWord }),
];

export const isFromHost = (data) => FROM_HOST.some((fits) => fits(data));
export const isFromFrame = (data) => FROM_FRAME.some((fits) => fits(data));

/** What a host says when the frame has loaded, and again when something of it has changed. */
export function hello(lang, scheme, element) {
  const style = getComputedStyle(element);
  const colour = (name) => {
    const value = style.getPropertyValue(`--zhice-${name}`).trim();
    return isColour(value) ? value : "";
  };
  const theme = Object.fromEntries(COLOURS.map((name) => [name, colour(name)]));
  return { zhice: PROTOCOL, kind: "hello", lang, scheme, theme };
}

/** What a frame says when the widget has become higher or lower. */
export function height(pixels) {
  const height = Math.min(Math.max(Math.ceil(pixels), LOWEST), HIGHEST);
  return { zhice: PROTOCOL, kind: "height", height };
}

/** What a frame says of the widget. */
export const told = (name, detail) => ({ zhice: PROTOCOL, kind: "event", name, detail });
