// What runs in each page before anything else: a person without any delay, who does the next thing as soon as it is there,
// and a stopwatch. It is sent to the browser as text, so it holds all that it needs.

/**
 * `way` is what is done, one thing after the other: `{ tick, at }` chooses the input in that place among those that fit a
 * selector, `{ press, text }` presses the button that says so; `verdict` is what then has to stand where. `host` is the
 * element in whose shadow all of it is.
 */
export function probe({ host, way, verdict }) {
  const found = { answer: null, verdict: null, longest: 0, clicks: [], taken: [], memories: [], isOver: false };
  Object.assign(window, { found });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.longest = Math.max(found.longest, duration);
  }).observe({ type: "longtask", buffered: true });

  // The memory of a module is no part of the heap.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) found.memories.push(memory);
      return made;
    };
  }

  const place = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const isShown = (element) => element.getClientRects().length > 0;
  const all = (selector) => [...(place()?.querySelectorAll(selector) ?? [])].filter(isShown);
  const find = ({ tick, at, press, text }) =>
    tick ? all(tick)[at] : all(press).find(({ textContent }) => textContent.trim() === text);
  // From the moment a button is let go to when what came of it is painted: first anything, which is what Event Timing
  // calls the duration of a click, without rounding it to 8 ms; then the answer in the form's data, or our verdict.
  const painted = (what, start) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => found[what].push(performance.now() - start);
    port2.postMessage(null);
  };
  const says = () => (verdict ? place().querySelector(verdict.place)?.textContent : window.offers);
  const clicked = ({ isTrusted, timeStamp }) => {
    if (!isTrusted) return;
    const before = says();
    const look = () => (says() === before ? requestAnimationFrame(look) : painted("taken", timeStamp));
    requestAnimationFrame(() => painted("clicks", timeStamp));
    requestAnimationFrame(look);
  };
  addEventListener("click", clicked, true);

  const answer = way.find(({ tick }) => tick);
  // A button that says that it is busy has heard; another may be pressed again, like a person does where nothing happens.
  let pressed = 0;
  const press = (button, now) => {
    if (button.ariaBusy === "true" || now - pressed < 100) return;
    pressed = now;
    button.click();
  };
  // An answer counts from the last time it had to be given: one that was lost was none.
  const tick = (input, isAnswer, now) => {
    if (input.checked) return;
    input.click();
    if (isAnswer && input.checked) found.answer = now;
  };
  const look = () => {
    const now = performance.now();
    // What is furthest on the way, and the answer wherever it is still to be seen.
    const next = way.findLast(find);
    for (const one of new Set([next, answer])) {
      const element = one && find(one);
      if (element && one.tick) tick(element, one === answer, now);
      else if (element) press(element, now);
    }
    const line = verdict && all(verdict.place)[0];
    if (line?.textContent.includes(verdict.text)) found.verdict ??= now;
    if (!found.isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What was found out so far, with what the browser itself noted. */
export function results() {
  const { answer, verdict, longest } = window.found;
  const [page] = performance.getEntriesByType("navigation");
  const files = [page, ...performance.getEntriesByType("resource")].filter(({ transferSize }) => transferSize > 0);
  const until = (time) => files.reduce((sum, { responseEnd, transferSize }) => sum + (responseEnd <= time ? transferSize : 0), 0);
  const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  // What nobody sees yet cannot be answered.
  const first = answer && Math.max(answer, paint);
  return { answer: first, verdict, longest, paint, bytesToAnswer: answer && until(answer), bytesToVerdict: verdict && until(verdict) };
}
