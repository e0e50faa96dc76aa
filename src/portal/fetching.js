// Subresource integrity: fetches the files of the deliverable, which lie beside the loader, each with its digest.

/**
 * The address of a file of the deliverable.
 *
 * @param {string} name
 */
export function beside(name) {
  return new URL(name, import.meta.url);
}

/** A request that takes longer than so many milliseconds is made anew; its next one may take twice as long (backoff). */
const PATIENCE = 60_000;

/**
 * The requests that are under way.
 *
 * @type {Set<AbortController>}
 */
const underway = new Set();

/**
 * Files that did not come, or not as they were shipped. What a cache has of them, or still waits for, is not asked again.
 *
 * @type {Set<string>}
 */
const doubted = new Set();

/** Makes every request anew that is under way: one may never end. Who waits for it gets what the new one brings. */
export function fetchAnew() {
  for (const request of underway) request.abort();
}

/**
 * It did not come by other ways than these.
 *
 * @param {import("./types.js").Asset} asset
 */
export function doubt({ name }) {
  doubted.add(name);
}

/**
 * A file of the deliverable, once it is known to be what was shipped.
 *
 * @param {import("./types.js").Asset} asset
 * @param {RequestPriority} [priority]
 */
export async function get({ name, integrity }, priority = "auto") {
  for (let patience = PATIENCE; ; patience *= 2) {
    const request = new AbortController();
    /** @type {RequestInit} */
    const how = { priority, signal: request.signal, cache: doubted.has(name) ? "reload" : "default" };
    if (integrity) how.integrity = integrity;
    underway.add(request);
    const timer = setTimeout(() => request.abort(), patience);
    try {
      const response = await fetch(beside(name), how);
      if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
      doubted.delete(name);
      return response;
    } catch (error) {
      doubted.add(name);
      if (!request.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      underway.delete(request);
    }
  }
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
