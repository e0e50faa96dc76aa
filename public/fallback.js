// Runs only in a browser too old for modules, and therefore too old for the widget.

document.getElementById("fallback").removeAttribute("hidden");
