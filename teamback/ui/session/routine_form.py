"""Warm-up and cool-down by part: a template fills the minutes in one tap, every one of them can be mended."""

from typing import Any

import streamlit as st

from teamback.clinic.exercise.warm_ups import PARTS, Template, templates, total
from teamback.record.events import Session
from teamback.record.scales import SCALES
from teamback.ui.beside import Beside
from teamback.ui.session.session_words import QUESTIONS


def ask(what: str, key: str, was: Session | None, beside: Beside) -> dict[str, float | None]:
    """The minutes in all and by part, as typed; where only parts are known they are the whole."""
    st.markdown(f"**{SCALES[what].label}**")
    with st.container(horizontal=True, gap="xsmall"):
        for n, template in enumerate(templates()[what]):
            st.button(
                f"{template.name}, {template.total:g} min",
                icon=":material/bolt:",
                key=f"tb-fill-{what}-{n}-{key}",
                on_click=_fill,
                args=(template, what, key),
            )
    with st.container(horizontal=True):
        whole = _minutes(QUESTIONS[what], what, key, was)
        parts = {part: _minutes(QUESTIONS[part], part, key, was) for part in PARTS[what]}
    beside.field(what)
    for part in PARTS[what]:
        beside.field(part)
    return parts | {what: total(parts, what) if whole is None else whole}


def _fill(template: Template, what: str, key: str) -> None:
    st.session_state[f"tb-{what}-{key}"] = template.total
    for part, minutes in template.minutes.items():
        st.session_state[f"tb-{part}-{key}"] = minutes


def _minutes(label: str, name: str, key: str, was: Session | None) -> float | None:
    value: Any = getattr(was, name) if was else None
    typed: float | None = st.number_input(
        label,
        value=value,
        step=1.0,
        format="%g",
        key=f"tb-{name}-{key}",
        on_change="ignore",
        placeholder="Minutes",
        width=150,
    )
    return typed
