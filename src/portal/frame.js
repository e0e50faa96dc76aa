// `mode="frame"`, the frame's side: a widget in a document of its own.

import { height, isFromHost, told } from "./messages.js";
import { openIn, openPage } from "./page.js";

/** @param {HTMLElement} box */
export function openFrame(box) {
  // Opened by itself it is a page like any other, and speaks to nobody.
  if (window.parent === window) return openPage(box);

  const asked = new URLSearchParams(location.search);
  const wish = (name) => asked.get(name) ?? "";
  let lang = wish("lang");
  let host = "";
  const waiting = [];
  const say = (message) => {
    if (host) window.parent.postMessage(message, host);
    else waiting.push(message);
  };

  const { stand } = openIn(
    box,
    {
      lang,
      programme: wish("programme"),
      track: wish("track"),
      packs: wish("packs"),
      persists: wish("persist") !== "none",
    },
    (name, detail) => say(told(name, detail)),
  );

  const allowed = hosts();
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.includes(origin) || !isFromHost(data)) return;
    wear(data);
    if (data.lang !== lang) stand.speak((lang = data.lang));
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
  const listed = document.querySelector('meta[name="zhice-portals"]')?.content ?? "";
  return [location.origin, ...listed.split(/\s+/).filter(Boolean)];
}

function wear({ scheme, theme }) {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  for (const [name, colour] of Object.entries(theme)) style.setProperty(`--zhice-${name}`, colour);
}
