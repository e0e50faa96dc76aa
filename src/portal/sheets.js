// Stylesheets for shadow roots and for documents made here. Each belongs to one document: a root that is moved to another
// loses what it had.

/** Safari before 16.4 makes no stylesheet for several roots. */
export const CAN_SHARE = "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const made = new WeakMap();

/**
 * Puts a style on a shadow root, whichever document it is in, or on a document.
 *
 * @param {ShadowRoot | Document} root
 * @param {string} style
 * @returns {boolean} whether it is on
 */
export function adopt(root, style) {
  const sheet = CAN_SHARE && sheetFor(root.ownerDocument ?? root, style);
  if (!sheet) return false;
  // The list as a whole: Chromium before 99 takes nothing into it.
  const worn = root.adoptedStyleSheets;
  if (!worn.includes(sheet)) root.adoptedStyleSheets = [...worn, sheet];
  return true;
}

/**
 * One for all shadow roots of a document; none for a document that is not shown.
 *
 * @param {Document} document
 * @param {string} style
 */
function sheetFor(document, style) {
  const sheets = made.get(document) ?? new Map();
  made.set(document, sheets);
  const known = sheets.get(style);
  if (known || !document.defaultView) return known;
  const sheet = new document.defaultView.CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.set(style, sheet);
  return sheet;
}
