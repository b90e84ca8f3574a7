"""The tests tab of the story: every result of these days, as it was measured."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.assessment.battery import battery
from teamback.record.events import TestResult
from teamback.record.words import SIDES, short_day
from teamback.rounds.diary import Line
from teamback.ui.diary_words import corrections, entered_by, mark


def tests(lines: Sequence[Line[TestResult]], day: dt.date) -> None:
    """Newest first, a row a side."""
    if not lines:
        st.info("No test in these days. Look further back.", icon=":material/info:")
        return
    events = [line.entry.event for line in lines]
    columns: dict[str, Any] = {"Day": [short_day(event.day, day) for event in events]}
    if any(map(mark, lines)):
        columns["Entry"] = [mark(line) for line in lines]
    columns["Test"] = [_title(event) for event in events]
    columns["Side"] = [SIDES.get(event.side or "", "–") for event in events]
    columns["Value"] = [_value(event) for event in events]
    columns["Baseline"] = ["yes" if event.baseline else "" for event in events]
    columns["Pain"] = pa.array([event.pain_during for event in events], pa.float64())
    columns["Entered by"] = [entered_by(line.entry, None) for line in lines]
    st.dataframe(pa.table(columns), hide_index=True, placeholder="–", column_config=_CONFIG, alt="Tests")
    corrections(lines, day)


def _title(event: TestResult) -> str:
    test = battery().tests.get(event.test)
    return test.title if test else event.test.replace("_", " ")


def _value(event: TestResult) -> str:
    test = battery().tests.get(event.test)
    return f"{test.in_words(event.value) if test else f'{event.value:g}'} {event.unit}".strip()


_CONFIG = {
    "Day": st.column_config.TextColumn(pinned=True, width=110),
    "Value": st.column_config.TextColumn(alignment="right", width=100),
    "Pain": st.column_config.NumberColumn("Pain during", width=95, help="0 to 10"),
    "Entered by": st.column_config.TextColumn(width=230),
}
