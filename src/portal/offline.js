// The stand-alone page without a network: keeps a version for the next visit, and changes versions only between visits.

import { VERSION } from "./assets.js";
import { beside } from "./fetching.js";
import { TAKE_OVER } from "./names.js";

/** How long a version that is waiting may take to take over before the page opens with the present one. */
const PATIENCE = 2_000;

/** A development build keeps nothing, nor does a page that came over an insecure connection. */
const workers = VERSION === "dev" ? undefined : navigator.serviceWorker;

/** Lets a newer version that is waiting take over and opens the page anew with it; resolves where there is none. */
export async function changeVersion() {
  const waiting = (await workers?.getRegistration())?.waiting;
  if (!waiting) return;
  const taken = new Promise((resolve) => workers?.addEventListener("controllerchange", resolve, { once: true }));
  waiting.postMessage(TAKE_OVER);
  const inTime = await Promise.race([taken.then(() => true), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  if (inTime) {
    location.reload();
    await new Promise(() => {});
  }
}

/**
 * Keeps this version for the next visit, and calls back once a newer one has been kept beside it.
 *
 * @param {() => void} onNewer
 */
export async function keepVersion(onNewer) {
  // A page that a worker serves is registered, unless that worker has just retired, and then nothing calls it back.
  const registration = workers?.controller
    ? await workers.getRegistration()
    : await workers?.register(beside("worker.js"), { updateViaCache: "none" });
  registration?.addEventListener("updatefound", () => {
    const found = registration.installing;
    found?.addEventListener("statechange", () => {
      if (found.state === "installed" && workers?.controller) onNewer();
    });
  });
}
