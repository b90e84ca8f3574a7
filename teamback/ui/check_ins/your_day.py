"""What may be said about the day and about self-management: folded away, nobody has to open it."""

from typing import Any

import streamlit as st

from teamback.record.events import CheckIn, SelfManagement
from teamback.ui.check_ins.check_in_words import IN_SHORT, QUESTIONS
from teamback.ui.plain import as_typed

TICKS = ("breathing", "mobilisation", "activity_change")
MINUTES = ("sitting", "commute", "manual_work")
DID = "What did you do for your back since yesterday?"


def ask(key: str, was: CheckIn | None, plan: SelfManagement | None) -> dict[str, Any]:
    """Fields of the check-in; with one tick given the others are a no, without any all are not answered."""
    with st.expander("Your day, and what you did for your back (optional)"):
        if plan:
            _planned(plan)
        answers: dict[str, Any] = dict(_ticks(key, was))
        st.caption("Yesterday, about")
        for name in MINUTES:
            answers[name] = _minutes(name, key, getattr(was, name) if was else None)
    return answers


def _ticks(key: str, was: CheckIn | None) -> dict[str, bool | None]:
    st.markdown(f"**{DID}**")
    before = {name: getattr(was, name) if was else None for name in TICKS}
    ticked = {name: _tick(QUESTIONS[name], f"{name}-{key}", before[name] is True) for name in TICKS}
    said_no = False in before.values() and True not in before.values()
    nothing = _tick("None of these", f"nothing-{key}", said_no)
    answered = nothing or any(ticked.values())
    return {name: done if answered else None for name, done in ticked.items()}


def _tick(label: str, key: str, value: bool) -> bool:
    return st.checkbox(label, value, key=f"tb-tick-{key}", on_change="ignore")


def _minutes(name: str, key: str, value: float | None) -> float | None:
    typed: float | None = st.number_input(
        QUESTIONS[name],
        0.0,
        1440.0,
        value,
        step=15.0,
        format="%g",
        key=f"tb-{name}-{key}",
        on_change="ignore",
        placeholder="Minutes",
    )
    return typed


def _planned(plan: SelfManagement) -> None:
    for name in TICKS:
        if text := getattr(plan, name):
            st.markdown(f"**{IN_SHORT[name]}**: {as_typed(text)}")
