"""What is recorded for a day already, and what was just saved, so that nobody enters a session twice."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.record.words import PARTICIPATION, SESSION_TYPES, short_day, who
from teamback.rounds.reports_of_day import DayOfSessions
from teamback.ui.plain import as_typed

_NUMBERS = {
    "Minutes": "minutes",
    "RPE (0-10)": "rpe",
    "Pain before": "pain_before",
    "Pain during": "pain_during",
    "Pain after": "pain_after",
}


def recorded(that_day: DayOfSessions, day: dt.date) -> None:
    """The sessions of the day as a list: whose, what, and who entered it."""
    names = {one.athlete: one.known_as for one in that_day.people}
    entries: Sequence[Kept[Session]] = that_day.entries
    if not entries:
        st.caption(f"No session is recorded for {short_day(day)} yet.")
        return
    st.markdown(f"**Recorded for {short_day(day)}: {len(entries)}**")
    entries = sorted(entries, key=lambda entry: names.get(entry.event.athlete, ""))
    events = [entry.event for entry in entries]
    columns: dict[str, Any] = {
        "Athlete": [names.get(event.athlete, "") for event in events],
        "Type": [SESSION_TYPES.get(event.type or "", "–") for event in events],
        "Start": [event.start or "–" for event in events],
        "Took part": [PARTICIPATION.get(event.participation or "", "–") for event in events],
    }
    for head, name in _NUMBERS.items():
        columns[head] = pa.array([getattr(event, name) for event in events], pa.float64())
    columns["Entered by"] = [who(entry.recorded_by) for entry in entries]
    numbers = {head: st.column_config.NumberColumn(format="%g") for head in _NUMBERS}
    st.dataframe(
        pa.table(columns), hide_index=True, column_config=numbers, placeholder="–", key="tb-recorded"
    )


def just_saved(said: str, key: str) -> bool:
    """What was saved a moment ago, with Undo: true when it is pressed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/check: {as_typed(said)}", width="content")
        return st.button("Undo", icon=":material/undo:", key=key)


def ask_first(question: str, label: str, key: str, asking: bool, icon: str) -> bool:
    """A button that acts in one tap; with `asking`, it first says the question, and a second tap acts."""
    name = f"tb-first-{key}"
    pressed = st.button(label, icon=icon, key=f"tb-do-{key}")
    if not asking:
        return pressed
    if pressed:
        st.session_state[name] = True
    if name not in st.session_state:
        return False
    st.warning(as_typed(question), icon=":material/help:")
    if st.button("Yes, that is right", key=f"tb-yes-{key}"):
        del st.session_state[name]
        return True
    return False
