"""A stopwatch for holds: one button that starts, shows the running seconds, stops, and fills the value in.

It counts in the browser, so that the way to the server costs no time, and asks nothing of any server.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

_HTML = (
    '<button type="button"><span class="sign" aria-hidden="true"></span><span class="said"></span></button>'
)
_CSS = """
button {
  width: 100%; min-height: 3.1rem; display: flex; gap: .6rem; align-items: center; justify-content: center;
  font: 600 1rem var(--st-font); font-variant-numeric: tabular-nums; cursor: pointer;
  color: var(--st-text-color); background: var(--st-secondary-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius);
}
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
button.running { color: #FFFFFF; background: var(--st-primary-color); font-size: 1.35rem; }
.sign {
  width: 0; height: 0; border: .45rem solid transparent; border-right: 0;
  border-left: .75rem solid currentColor;
}
.running .sign { width: .8rem; height: .8rem; border: 0; background: currentColor; }
"""
_JS = """
const running = (window.teambackWatches ??= {});
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector(".said");
  const seconds = () => (performance.now() - running[data.watch]) / 1000;
  const show = () => {
    const on = data.watch in running;
    button.classList.toggle("running", on);
    said.textContent = on ? `Stop at ${seconds().toFixed(0)} s` : "Stopwatch";
    button.setAttribute("aria-label", `${on ? "Stop" : "Start"} the stopwatch: ${data.name}`);
  };
  button.onclick = () => {
    if (data.watch in running) {
      const held = Math.round(seconds() * 10) / 10;
      delete running[data.watch];
      setTriggerValue("held", held);
    } else {
      running[data.watch] = performance.now();
    }
    show();
  };
  show();
  const ticking = setInterval(show, 200);
  return () => clearInterval(ticking);
}
"""


def stopwatch(key: str, name: str, fill: str) -> None:
    """Puts the seconds held into the number whose widget has the key `fill`; `name` says what is timed."""

    def stopped() -> None:
        held = st.session_state[key].held
        if held is not None:
            st.session_state[fill] = float(held)

    _mounted(key, {"watch": key, "name": name}, stopped)


def _mounted(key: str, data: dict[str, Any], stopped: Callable[[], None]) -> None:
    component = st.components.v2.component("teamback_stopwatch", html=_HTML, css=_CSS, js=_JS)
    component(key=key, data=data, on_held_change=stopped)
