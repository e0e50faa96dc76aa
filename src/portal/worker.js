// The service worker of the stand-alone page: keeps one whole version of it, and never a mixture of two.
//
// A version is fetched in one piece, each file with its integrity, and serves only once every window of the version
// before it is closed. What is not part of the page goes to the network as ever. Once the page is taken off the server,
// it is shown for the last time, and nothing of it stays.

import { OFFLINE } from "./assets.js";
import { TAKE_OVER } from "./names.js";

/** The global scope, of which TypeScript does not know which kind of worker it is for. */
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { clients, registration } = scope;

/** Caches belong to an origin; one folder on it leaves those of the others alone. */
const OWN = `zhice ${registration.scope} `;
/** Any file that changes makes another version. */
const CACHE = OWN + OFFLINE.map(({ integrity }) => integrity.slice(-8)).join("");
/** What the page may ask for beside its own files: policy packs, the newest there is. */
const PACKS = `${OWN}packs`;

const PAGE = "index.html";
const NAMES = new Set(OFFLINE.map(({ name }) => name));

/**
 * Opened once: a page that is being opened while its worker retires still gets all of its files.
 *
 * @type {Promise<Cache> | undefined}
 */
let version;

scope.addEventListener("install", (event) => event.waitUntil(keep()));
scope.addEventListener("activate", (event) => event.waitUntil(tidy()));
scope.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(registration.scope)) return;
  const path = new URL(event.request.url).pathname.slice(new URL(registration.scope).pathname.length);
  const name = path || PAGE;
  if (event.request.mode === "navigate") event.waitUntil(retireIfGone().catch(() => {}));
  if (NAMES.has(name)) event.respondWith(kept(name, event.request));
  else if (name.endsWith(".json")) event.respondWith(newest(event.request));
});
scope.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) takeOver();
});

async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(OFFLINE.map(request));
    // A server in the midst of an update may still hand out the page of another version.
    const page = await (await cache.match(PAGE))?.text();
    const missing = OFFLINE.find(({ name }) => name.endsWith(".js") && !page?.includes(name));
    if (missing) throw new Error(`${PAGE} is not the one that goes with ${missing.name}`);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/**
 * A portal may have written its packs into the page; every other file is the one that was shipped.
 *
 * @param {import("./types.js").Asset} asset
 */
function request({ name, integrity }) {
  return new Request(name, name === PAGE ? { cache: "no-cache" } : { cache: "no-cache", integrity });
}

async function tidy() {
  /** @param {string} name */
  const old = (name) => name.startsWith(OWN) && name !== CACHE && name !== PACKS;
  await Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
}

/**
 * @param {string} name
 * @param {Request} request
 */
async function kept(name, request) {
  version ??= caches.open(CACHE);
  return (await (await version).match(name)) ?? fetch(request);
}

/** @param {Request} request */
async function newest(request) {
  const cache = await caches.open(PACKS);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const before = await cache.match(request.url);
    if (!before) throw error;
    return before;
  }
}

/** A page that is just being opened asks for the version that is waiting; it gets it where no other window is open. */
async function takeOver() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(registration.scope)).length === 1) await scope.skipWaiting();
}

/** Goes, with all it keeps, once the server has the page or this script no longer. Without a network it stays. */
async function retireIfGone() {
  const ask = (/** @type {string} */ address) => fetch(address, { cache: "no-cache" });
  const [page, script] = await Promise.all([ask(PAGE), ask(scope.location.href)]);
  if (!isMissing(page) && !isMissing(script) && isScript(script)) return;
  await registration.unregister();
  const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(own.map((name) => caches.delete(name)));
}

/** @param {Response} answer */
function isMissing({ status }) {
  return status === 404 || status === 410;
}

/**
 * A portal may answer for every file that it does not have with a page of its own; a server that fails says nothing.
 *
 * @param {Response} answer
 */
function isScript({ ok, headers }) {
  return !ok || /javascript/.test(headers.get("content-type") ?? "");
}
