"use strict";
/* Says so when a decision was not saved; everything else on these pages works without scripts. */
const trouble = (words) => {
  const place = document.getElementById("trouble");
  place.textContent = words;
  place.hidden = false;
};
document.addEventListener("htmx:sendError", () => trouble("Not saved: the server does not answer. Is it still running?"));
document.addEventListener("htmx:responseError", (event) => trouble(`Not saved: ${event.detail.xhr.responseText.startsWith("<") ? "the server could not do it" : event.detail.xhr.responseText}`));
document.addEventListener("htmx:afterSwap", () => { document.getElementById("trouble").hidden = true; });
