// Says on an element how much room there is, in classes. A container query would say the same, but Chromium knows none
// before 105, and Firefox none before 110.

/**
 * What is watched, and how its width is judged.
 *
 * @type {WeakMap<Element, (width: number) => Record<string, boolean>>}
 */
const judges = new WeakMap();

const observer = new ResizeObserver((entries) => {
  // In the next frame: a class may change the height of what is watched, which may not be told of twice in one.
  requestAnimationFrame(() => judge(entries.map(({ target }) => target)));
});

/**
 * The place of a widget: `narrow` as on a phone, `middle` as on a tablet, else `wide`.
 *
 * @param {Element} place
 */
export function watchPlace(place) {
  watch(place, (width) => ({ narrow: width <= 820, middle: width > 820 && width <= 1180, wide: width > 1180 }));
}

/**
 * A picture: `roomy` from so many times its size of type on.
 *
 * @param {Element} picture
 * @param {number} ems
 */
export function watchPicture(picture, ems) {
  const room = () => ems * parseFloat(getComputedStyle(picture).fontSize);
  // It stands in the document once everything of this turn is done.
  queueMicrotask(() => watch(picture, (width) => ({ roomy: width >= room() })));
}

/** @param {Element} element */
export function unwatch(element) {
  observer.unobserve(element);
  judges.delete(element);
}

/**
 * @param {Element} element
 * @param {(width: number) => Record<string, boolean>} judgeWidth
 */
function watch(element, judgeWidth) {
  judges.set(element, judgeWidth);
  judge([element]);
  observer.observe(element);
}

/** @param {Element[]} elements */
function judge(elements) {
  for (const element of elements) {
    const classes = judges.get(element)?.(element.getBoundingClientRect().width) ?? {};
    for (const [name, holds] of Object.entries(classes)) element.classList.toggle(name, holds);
  }
}
