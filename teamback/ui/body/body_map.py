"""The body map: one tap on a figure gives the place and its side; a list offers the same places."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from teamback.record.events import PainEntry
from teamback.record.pain_words import AREAS

_FOLDER = Path(__file__).parent
_WHOLE, _TRUNK = "-150 0 300 626", "-100 168 200 190"
_OTHER_SIDE = {"left": "right", "right": "left"}
LOW_BACK = tuple(name for name, area in AREAS.items() if area.site == "low_back")
"""The places that belong to the low back: it has a figure of its own, large enough for a thumb."""


def ask(question: str, key: str, was: PainEntry | None = None, low_back: bool = False) -> dict[str, Any]:
    """Area, site and side as an entry of the pain journal has them; a second tap takes the place back.

    The list holds the answer, and the figure writes into it: both always show the same.
    """
    name, areas = f"tb-area-{key}", LOW_BACK if low_back else tuple(AREAS)
    before = was.area if was and was.area in areas else None

    def tapped() -> None:
        st.session_state[name] = st.session_state[f"tb-map-{key}"].picked or None

    st.markdown(f"**{question}**")
    chosen = st.session_state.get(name, before)
    both = _has_twin(chosen) and bool(st.session_state.get(f"tb-both-{key}", was and was.side == "both"))
    _figure()(
        key=f"tb-map-{key}",
        data=_data(question, areas, chosen, both, low_back),
        on_picked_change=tapped,
    )
    area: str | None = st.selectbox(
        f"{question} From the list",
        areas,
        index=areas.index(before) if before else None,
        format_func=lambda area: AREAS[area].label,
        key=name,
        placeholder="Or choose from the list",
        label_visibility="collapsed",
    )
    if _has_twin(area):
        both = st.toggle("On both sides", bool(was and was.side == "both"), key=f"tb-both-{key}")
    return place(area, both)


def place(area: str | None, both: bool = False) -> dict[str, Any]:
    """The fields of a place on the map; where none was chosen, site and side are not known."""
    if area is None:
        return {"area": None, "site": None, "side": None}
    found = AREAS[area]
    return {"area": area, "site": found.site, "side": "both" if both and _has_twin(area) else found.side}


def _has_twin(area: str | None) -> bool:
    return area is not None and AREAS[area].side in _OTHER_SIDE


def _data(
    question: str, areas: Sequence[str], chosen: str | None, both: bool, low_back: bool
) -> dict[str, Any]:
    found = AREAS[chosen] if chosen and both else None
    return {
        "question": question,
        "areas": {name: AREAS[name].label for name in areas},
        "chosen": chosen or "",
        "twin": chosen.replace(found.side, _OTHER_SIDE[found.side]) if chosen and found else "",
        "hint": "Tap the place, or choose it from the list.",
        "views": ["back"] if low_back else ["back", "front"],
        "frame": _TRUNK if low_back else _WHOLE,
    }


@cache
def _figure() -> Any:
    """The component, made once: Streamlit draws it inside the page, with its styles shut in."""
    heads = {"back": ("Back", "Left", "Right"), "front": ("Front", "Right", "Left")}
    figures = "".join(
        f'<figure data-view="{view}"><figcaption><span>{on_left}</span><span>{title}</span>'
        f"<span>{on_right}</span></figcaption>{_text(f'body_{view}.svg')}</figure>"
        for view, (title, on_left, on_right) in heads.items()
    )
    buttons = "".join(
        f'<button type="button" data-view="{view}">{title}</button>' for view, (title, *_) in heads.items()
    )
    html = (
        f'<div class="map" role="radiogroup"><div class="views">{buttons}</div>'
        f'<div class="figures">{figures}</div><p class="chosen" aria-live="polite"></p></div>'
    )
    return st.components.v2.component(
        "teamback_body_map", html=html, css=_text("body_map.css"), js=_text("body_map.js")
    )


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
