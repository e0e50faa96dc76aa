// `mode="frame"`, the frame's side: a widget in a document of its own.

import { height, isFromHost, isGiven, told } from "./messages.js";
import { openIn, openPage } from "./page.js";

/**
 * Opened by itself it is a page like any other, and speaks to nobody.
 *
 * @param {HTMLElement} box
 */
export function openFrame(box) {
  if (window.parent === window) openPage(box);
  else openInFrame(box);
}

/** @param {HTMLElement} box */
function openInFrame(box) {
  const asked = new URLSearchParams(location.search);
  /** @param {import("./types.js").Attribute} name */
  const wish = (name) => asked.get(name) ?? "";
  let lang = wish("lang");
  let host = "";
  /**
   * What is said before the host has greeted.
   *
   * @type {object[]}
   */
  const waiting = [];
  /** @param {object} message */
  const say = (message) => {
    if (host) window.parent.postMessage(message, host);
    else waiting.push(message);
  };

  const { widget } = openIn(
    box,
    {
      lang,
      programme: wish("programme"),
      track: wish("track"),
      packs: wish("packs"),
      persists: wish("persist") !== "none",
      handoff: wish("handoff"),
    },
    (name, detail) => say(told(name, detail)),
  );

  const allowed = hosts();
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.includes(origin)) return;
    // Only who has greeted gives anything.
    if (origin === host && isGiven(data)) return widget.give(data.kind, data.text);
    if (!isFromHost(data)) return;
    wear(data);
    if (data.lang !== lang) widget.speak((lang = data.lang));
    if (host) return;
    host = origin;
    new ResizeObserver(([{ target }]) => say(height(target.getBoundingClientRect().height))).observe(
      document.documentElement,
    );
    for (const message of waiting.splice(0)) say(message);
  });
}

/** The origins that may put this document into a frame and speak to it. */
function hosts() {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector('meta[name="zhice-portals"]');
  const listed = meta?.content ?? "";
  return [location.origin, ...listed.split(/\s+/).filter(Boolean)];
}

/** @param {import("./types.js").Hello} greeting */
function wear({ scheme, theme }) {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  for (const [name, colour] of Object.entries(theme)) style.setProperty(`--zhice-${name}`, colour);
}
