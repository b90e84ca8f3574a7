"""Sessions as rows: two sessions of one day stand as two, a corrected one says what stood there."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.response import Response
from teamback.record.events import Session
from teamback.record.words import PARTICIPATION, SESSION_TYPES, short_day
from teamback.rounds.diary import Line, load_of
from teamback.ui.diary_words import corrections, entered_by, mark


def session_table(
    lines: Sequence[Line[Session]], day: dt.date, responses: Mapping[int, Response] | None = None
) -> None:
    """The sessions, newest first; with their pain and how the back took each when that is given."""
    if not lines:
        st.info(_NONE, icon=":material/info:")
        return
    columns: dict[str, Any] = {"Day": [short_day(line.entry.event.day, day) for line in lines]}
    if any(map(mark, lines)):
        columns["Entry"] = [mark(line) for line in lines]
    columns |= _done(lines)
    if responses is not None:
        columns |= _pain([line.entry.event for line in lines])
        columns["response"] = [_response(line, responses) for line in lines]
    columns["Entered by"] = [entered_by(line.entry, None) for line in lines]
    st.dataframe(pa.table(columns), hide_index=True, placeholder="–", column_config=_CONFIG, alt="Sessions")
    corrections(lines, day)


def _done(lines: Sequence[Line[Session]]) -> dict[str, Any]:
    """What was done; a session that was set aside has no load."""
    events = [line.entry.event for line in lines]
    return {
        "Start": [event.start or "–" for event in events],
        "Type": [SESSION_TYPES.get(event.type or "", "–") for event in events],
        "Minutes": _numbers([event.minutes for event in events]),
        "RPE (0-10)": _numbers([event.rpe for event in events]),
        "Load (AU)": _numbers([load_of(line) for line in lines]),
        "Participation": [PARTICIPATION.get(event.participation or "", "–") for event in events],
    }


def _pain(events: Sequence[Session]) -> dict[str, Any]:
    names = ("pain_before", "pain_during", "pain_after")
    return {name: _numbers([getattr(event, name) for event in events]) for name in names}


def _response(line: Line[Session], responses: Mapping[int, Response]) -> str:
    said = responses.get(line.entry.seq)
    return said.says[:1].upper() + said.says[1:] if said else "–"


def _numbers(values: Sequence[float | None]) -> Any:
    return pa.array(values, pa.float64())


_NONE = "No session is entered in these days. Look further back, or enter one under Session."
_CONFIG = {
    "Day": st.column_config.TextColumn(pinned=True, width=110),
    "Start": st.column_config.TextColumn(width=60),
    "Minutes": st.column_config.NumberColumn("Minutes", format="localized", width=75),
    "RPE (0-10)": st.column_config.NumberColumn(width=90),
    "Load (AU)": st.column_config.NumberColumn(format="localized", width=90),
    "pain_before": st.column_config.NumberColumn("Pain before", width=95, help="0 to 10"),
    "pain_during": st.column_config.NumberColumn("Worst during", width=105, help="0 to 10"),
    "pain_after": st.column_config.NumberColumn("Pain after", width=90, help="0 to 10"),
    "response": st.column_config.TextColumn("How the back took it", width="large"),
    "Entry": st.column_config.TextColumn(width=85, help="Corrected, or set aside: see below the table"),
}
