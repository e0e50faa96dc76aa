// Live reload: asks which edition of the widget is served, and is answered when there is another (long polling).
const PAUSE = 1000;

let shown = "";
for (;;) {
  try {
    const served = await (await fetch(`edition?other-than=${shown}`)).text();
    if (shown && served !== shown) {
      location.reload();
    }
    shown = served;
  } catch {
    // The server was stopped; it may come back.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
