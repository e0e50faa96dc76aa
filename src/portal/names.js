// The names that the scripts share with the module and the manual, each in JSON: `tests/portal.rs` reads them and holds
// them equal to those in Rust.

/** What every key in local storage begins with. */
export const STORAGE = "zhice.";
/** The key of a session; what tells the widgets of a site apart follows it. */
export const SESSION = "zhice.session";
/** The key of texts that were set aside: of the first as it is, of the others with `#` and their number behind it. */
export const SET_ASIDE = "zhice.session.unreadable";
/** What a session is called as a file. */
export const SESSION_FILE = "zhice-session.json";

/** What a page says to the service worker, for the version that is waiting to serve at once. */
export const TAKE_OVER = "take over";

/** The attributes of the element. */
export const ATTRIBUTES = /** @type {const} */ (["programme", "track", "lang", "packs", "persist", "mode", "handoff"]);

/** The pages, as the event `step` names them. */
export const PAGES = ["start", "notice", "questions", "comparison", "conclusion", "dossier", "finish", "review", "packs"];

/** The events of the element, behind `zhice:`, with the members of their detail. */
export const EVENTS = /** @type {const} */ ({
  "ready": ["version"],
  "step": ["page", "topic"],
  "result": ["programme", "track"],
  "export": ["form"],
  "prefilled": ["kept", "refused", "taken", "withheld"],
  "draft": ["draft", "file"],
  "error": ["code"]
});
