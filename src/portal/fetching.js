// Subresource integrity: fetches the files of the deliverable, which lie beside the loader, each with its digest.

/**
 * The address of a file of the deliverable.
 *
 * @param {string} name
 */
export function beside(name) {
  return new URL(name, import.meta.url);
}

/** What is on its way. */
let underway = new AbortController();

/** Gives up whatever is on its way. */
export function abandon() {
  underway.abort();
  underway = new AbortController();
}

/**
 * Whether it failed because it was given up.
 *
 * @param {unknown} error
 */
export function isAbandoned(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

/**
 * A file of the deliverable, once it is known to be what was shipped.
 *
 * @param {import("./types.js").Asset} asset
 * @param {RequestPriority} [priority]
 */
export async function get({ name, integrity }, priority = "auto") {
  const { signal } = underway;
  const response = await fetch(beside(name), integrity ? { integrity, priority, signal } : { priority, signal });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}

/**
 * Does something once, however often it is asked for. A failure is not remembered: the next call tries again.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {() => Promise<T>}
 */
export function once(work) {
  /** @type {Promise<T> | undefined} */
  let done;
  return () =>
    (done ??= work().catch((error) => {
      done = undefined;
      throw error;
    }));
}
