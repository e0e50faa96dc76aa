// Colour scheme: says on the place of a widget whether it is dark there, for browsers whose stylesheets cannot ask: Chromium before
// 123, Firefox before 120, Safari before 17.5.

const CAN_ASK = CSS.supports("color", "light-dark(#fff, #000)");

/**
 * Where it is dark, the text of a page without a style has a light colour.
 *
 * @param {HTMLElement} place
 */
export function isDark(place) {
  place.style.color = "CanvasText";
  const [red] = getComputedStyle(place).color.match(/\d+/) ?? [];
  return Number(red) > 127;
}

/**
 * @param {HTMLElement} place
 * @returns {() => void} what ends it
 */
export function watchScheme(place) {
  if (CAN_ASK) return () => {};
  const tell = () => place.classList.toggle("dark", isDark(place));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(tell);
  const root = place.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  for (const element of [document.documentElement, document.body, host]) {
    if (element) observer.observe(element, { attributes: true });
  }
  dark.addEventListener("change", tell);
  tell();
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", tell);
  };
}
