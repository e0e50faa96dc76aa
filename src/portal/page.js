// The widget on the page of its own.

import { changeVersion, keepVersion } from "./offline.js";
import { InlineWidget } from "./inline.js";

/** @param {HTMLElement} box */
export async function openPage(box) {
  const wishes = {
    lang: document.documentElement.lang,
    programme: "",
    track: "",
    packs: box.dataset.packs ?? "",
    persists: true,
    handoff: "",
  };
  document.documentElement.dataset.zhice = "loading";
  await changeVersion();
  const { widget, opened } = openIn(box, wishes, (event) => {
    if (event === "step") scrollTo(0, 0);
  });
  await opened;
  // Without it the page only needs the network next time.
  keepVersion(() => widget.newerVersion()).catch((error) => console.info("zhice: not kept for offline use:", error));
}

/**
 * Opens a widget that has the document to itself. The document's own words show as long as nothing works, unless a
 * person has begun on a page that stands in: that stays, and says itself what did not come.
 *
 * @param {HTMLElement} box
 * @param {import("./types.js").Wishes} wishes
 * @param {import("./types.js").Tell} tell
 */
export function openIn(box, wishes, tell) {
  const fallback = document.getElementById("fallback");
  /** @param {"loading" | "started" | "failed"} state */
  const say = (state) => {
    document.documentElement.dataset.zhice = state;
    box.hidden = state === "failed";
    if (fallback) fallback.hidden = state !== "failed";
  };
  const widget = new InlineWidget(box, wishes, (event, detail) => {
    if (event === "error" && detail.code === "load" && !widget.isInUse) say("failed");
    tell(event, detail);
  });
  say("loading");
  return { widget, opened: widget.open().then(() => say("started")) };
}
