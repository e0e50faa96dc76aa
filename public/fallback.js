// Shows the plain page where the self-assessment does not start, with what is kept on this device.
// In the JavaScript of 2009, so that no browser is too old to be told that it is too old.

(function () {
  "use strict";

  // Browsers before this do not know `hidden` either: they show the page as it is.
  if (!window.addEventListener) return;

  var KEPT = "zhice.session";
  var root = document.documentElement;
  var isOld = typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"));
  var isBroken = false;
  var isPrepared = false;

  // The first page stands in the document already. It is shown where the module would show the same: to somebody who has
  // entered nothing, and on the days for which it was made. How wide it is, is said as on the place of a widget.
  if (!isOld && isForThisVisit(root.getAttribute("data-zhice-days")) && Object.keys(kept()).length === 0) {
    root.setAttribute("data-zhice-first", "shown");
    var width = root.clientWidth;
    root.className = width <= 820 ? "narrow" : width <= 1180 ? "middle" : "wide";
  }

  /** Whether it is in Chinese, and today, in China, is from the first of these days to before the second. */
  function isForThisVisit(days) {
    if (!days || /^en/i.test(root.lang)) return false;
    var today = new Date(new Date().getTime() + 8 * 3600000).toISOString().slice(0, 10);
    var span = days.split(" ");
    return span[0] <= today && (!span[1] || today < span[1]);
  }

  /** What the loader says of itself: nothing as long as it has not run, then `loading`, `started` or `failed`. */
  function state() {
    return root.getAttribute("data-zhice");
  }

  function show() {
    var page = document.getElementById("fallback");
    var box = document.getElementById("zhice");
    if (!page || state() === "started") return;
    if (box) box.setAttribute("hidden", "");
    page.removeAttribute("hidden");
    prepare(page);
  }

  /** Whoever shows the page, it gets its style and what there is to take away. */
  function prepare(page) {
    if (isPrepared || page.hasAttribute("hidden")) return;
    isPrepared = true;
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "plain.css";
    document.head.appendChild(style);
    offer(document.getElementById("kept"), kept());
  }

  /** Every text the widget keeps of what was entered, by its key. */
  function kept() {
    var texts = {};
    try {
      for (var index = 0; index < localStorage.length; index += 1) {
        var key = localStorage.key(index);
        if (key.indexOf(KEPT) === 0) texts[key] = localStorage.getItem(key);
      }
    } catch (error) {
      // Storage is blocked, so nothing was ever kept.
    }
    return texts;
  }

  function offer(place, texts) {
    var keys = Object.keys(texts).sort();
    for (var index = 0; index < keys.length; index += 1) {
      offerOne(place, keys[index].replace(/[^a-z0-9]+/gi, "-") + ".json", texts[keys[index]], keys.length > 1);
    }
    if (keys.length > 0) place.removeAttribute("hidden");
  }

  function offerOne(place, name, text, named) {
    var label = named ? "：" + name : "";
    if (canDownload()) {
      button(place, "下载已填写的内容 · Download" + label, function () {
        download(name, text);
      });
    }
    // Where a browser inside another program takes no download, a text can still be copied.
    button(place, "显示为文字 · Show as text" + label, function (event) {
      var field = asText(name, text);
      place.replaceChild(field, event.target);
      field.focus();
      field.select();
    });
  }

  function button(place, label, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", press);
    place.appendChild(made);
  }

  function asText(name, text) {
    var field = document.createElement("textarea");
    field.setAttribute("aria-label", name);
    field.readOnly = true;
    field.rows = 8;
    field.value = text;
    return field;
  }

  function canDownload() {
    return "download" in document.createElement("a") && typeof Blob === "function" && typeof URL === "function";
  }

  function download(name, text) {
    var address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    var link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () {
      URL.revokeObjectURL(address);
    }, 10000);
  }

  function isNeeded(element) {
    return element.nodeName === "SCRIPT" || (element.nodeName === "LINK" && element.rel === "stylesheet");
  }

  // A file that does not arrive, or is not the one that was published, is told to nobody but its own element.
  window.addEventListener(
    "error",
    function (event) {
      if (event.target === window || !isNeeded(event.target)) return;
      isBroken = true;
      show();
    },
    true
  );

  document.addEventListener("DOMContentLoaded", function () {
    var page = document.getElementById("fallback");
    if (window.MutationObserver) {
      new MutationObserver(function () {
        prepare(page);
      }).observe(page, { attributes: true, attributeFilter: ["hidden"] });
    }
    prepare(page);
    if (isOld || isBroken) show();
  });

  function showIfMute() {
    if (!state()) show();
  }

  // A loader that could not be read, or broke off at once, has said nothing.
  window.addEventListener("load", showIfMute);

  // One that never ends comes to no event. Should it come after all, it shows itself again.
  setTimeout(showIfMute, 30000);
})();
