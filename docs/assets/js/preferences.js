/* The reader's size of type and contrast, kept from page to page.

   A classic script that blocks in <head>: the page is painted only once, as the reader wants it.
   Everything else waits until the buttons are there. */
(function () {
  "use strict";

  const KEY = "casebook";
  const SIZES = ["", "large", "largest"];
  const CONTRASTS = ["", "high"];
  const root = document.documentElement;
  let chosen = { size: "", contrast: "" };

  root.classList.add("js");
  readStored();
  apply();
  document.addEventListener("DOMContentLoaded", wire);
  window.addEventListener("storage", function (event) {
    // A null key means that the other page cleared everything.
    if (event.key === KEY || event.key === null) follow();
  });
  // A page out of the back-forward cache still looks as it did when it was left.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) follow();
  });

  function readStored() {
    let text;
    try {
      text = localStorage.getItem(KEY);
    } catch (_) {
      // Storage is refused: what was chosen on this page holds for this page.
      return;
    }
    let found;
    try {
      found = JSON.parse(text);
    } catch (_) {
      found = null;
    }
    chosen = {
      size: known(SIZES, found && found.size),
      contrast: known(CONTRASTS, found && found.contrast),
    };
  }

  function known(values, value) {
    return values.includes(value) ? value : "";
  }

  function store() {
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch (_) {
      // Full or refused: the choice holds for this page only.
    }
  }

  function apply() {
    for (const name of ["size", "contrast"]) {
      if (chosen[name]) root.setAttribute("data-" + name, chosen[name]);
      else root.removeAttribute("data-" + name);
    }
  }

  function follow() {
    readStored();
    apply();
    label();
  }

  function buttons(name) {
    return document.querySelectorAll('button[data-preference="' + name + '"]');
  }

  function wire() {
    label();
    for (const [name, values] of [
      ["size", SIZES],
      ["contrast", CONTRASTS],
    ]) {
      for (const button of buttons(name)) {
        button.addEventListener("click", function () {
          choose(name, values);
        });
        button.hidden = false;
      }
    }
  }

  function choose(name, values) {
    chosen[name] = values[(values.indexOf(chosen[name]) + 1) % values.length];
    store();
    apply();
    label();
  }

  function label() {
    for (const button of buttons("size")) {
      const labels = (button.getAttribute("data-labels") || "").split("|");
      const text = labels[SIZES.indexOf(chosen.size)];
      if (text) button.textContent = text;
    }
    for (const button of buttons("contrast")) {
      button.setAttribute("aria-pressed", String(chosen.contrast === "high"));
    }
  }
})();
