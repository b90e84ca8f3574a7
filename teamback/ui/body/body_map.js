// The body map: areas are radios, one of them in the tab order; a second tap takes the answer back.
export default function ({ data, parentElement, setTriggerValue }) {
  const map = parentElement.querySelector(".map");
  const areas = [...map.querySelectorAll("[data-area]")];
  map.setAttribute("aria-label", data.question);
  for (const area of areas) {
    const offered = area.dataset.area in data.areas;
    area.classList.toggle("other-side", area.dataset.area === data.twin);
    if (!offered) {
      area.removeAttribute("role");
      area.setAttribute("class", "not-asked");
      continue;
    }
    area.setAttribute("role", "radio");
    area.setAttribute("aria-label", data.areas[area.dataset.area]);
  }
  const asked = areas.filter((area) => area.getAttribute("role") === "radio");
  const figures = [...map.querySelectorAll("figure")];
  for (const figure of figures) {
    const svg = figure.querySelector("svg");
    figure.hidden = !data.views.includes(figure.dataset.view);
    svg.setAttribute("viewBox", data.frame);
  }
  map.classList.toggle("both", data.views.length > 1);

  function inView() {
    return asked.filter((area) => area.closest("figure").offsetParent !== null);
  }
  function mark(name) {
    for (const area of asked) {
      area.setAttribute("aria-checked", String(area.dataset.area === name));
    }
    const line = map.querySelector(".chosen");
    line.textContent = name ? data.areas[name] : data.hint;
    line.classList.toggle("none", !name);
    rove(asked.find((area) => area.dataset.area === name));
  }
  function rove(to) {
    const shown = inView();
    const first = shown.includes(to) ? to : shown[0];
    for (const area of asked) area.setAttribute("tabindex", area === first ? "0" : "-1");
  }
  function show(view) {
    for (const figure of figures) figure.classList.toggle("later", figure.dataset.view !== view);
    for (const button of map.querySelectorAll(".views button")) {
      button.hidden = !data.views.includes(button.dataset.view);
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    rove(asked.find((area) => area.getAttribute("aria-checked") === "true"));
  }
  function pick(area) {
    const taken = area.getAttribute("aria-checked") === "true";
    const name = taken ? "" : area.dataset.area;
    mark(name);
    setTriggerValue("picked", name);
  }
  function onKey(event) {
    const here = event.currentTarget;
    const shown = inView();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = shown[(shown.indexOf(here) + step + shown.length) % shown.length];
      rove(next);
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      pick(here);
    } else {
      return;
    }
    event.preventDefault();
  }
  for (const area of asked) {
    area.onclick = () => pick(area);
    area.onkeydown = onKey;
  }
  for (const button of map.querySelectorAll(".views button")) {
    button.onclick = () => show(button.dataset.view);
  }
  const place = asked.find((area) => area.dataset.area === data.chosen);
  mark(data.chosen);
  if (!map.dataset.shown || place) {
    show(place ? place.closest("figure").dataset.view : data.views[0]);
    map.dataset.shown = "yes";
  }
}
