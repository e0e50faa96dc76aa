// Starts the widget; where it cannot start, shows what to do instead.
// Written for every browser that knows modules, so that one too old for the widget still gets as far as saying so.

import("./widget.js")
  .then((widget) => widget.default())
  .catch((error) => {
    document.getElementById("fallback").hidden = false;
    throw error;
  });
