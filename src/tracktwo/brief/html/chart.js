"use strict";
/* Draws each chart from the data beside it; where that fails the table below says the same. */
for (const data of document.querySelectorAll('script[type="application/json"][data-chart]')) {
  const place = document.getElementById(data.dataset.chart);
  vegaEmbed(place, JSON.parse(data.textContent), { actions: false, renderer: "svg", ast: true, tooltip: false, defaultStyle: false })
    .then(() => place.classList.add("drawn"))
    .catch((error) => { place.parentElement.hidden = true; console.error(error); });
}
