// The loader. On a page of its own it opens the widget there; anywhere it makes `<zhice-check>` known.

import { ZhiceCheck } from "./element.js";
import { openFrame } from "./frame.js";
import { openPage } from "./page.js";

// A page may have it twice.
if (!customElements.get("zhice-check")) customElements.define("zhice-check", ZhiceCheck);

/** @type {HTMLElement | null} */
const box = document.querySelector("body > #zhice:not([data-opened])");
if (box) {
  box.dataset.opened = "";
  (box.dataset.frame === undefined ? openPage : openFrame)(box);
}
