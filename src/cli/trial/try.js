// Live reload: asks whether the pack was saved anew, and is answered when it was (long polling).
const PAUSE = 1000;
const shown = document.documentElement.dataset.edition;
for (;;) {
  try {
    const saved = await (await fetch(`/try/edition?other-than=${shown}`)).text();
    if (saved !== shown) {
      location.reload();
      break;
    }
  } catch {
    // The command was stopped; it may come back.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
