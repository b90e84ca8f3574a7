"""An entry's small print: who entered it, and what stood there before a correction."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from teamback.record.event import Event
from teamback.record.kept import Kept
from teamback.record.scales import SCALES
from teamback.record.words import short_day, who
from teamback.rounds.diary import Change, Line


def entered_by(entry: Kept[Event], asked_by: str | None) -> str:
    """Who recorded the entry, and for whom when staff asked the athlete."""
    return f"{who(asked_by)}, for the athlete" if asked_by else who(entry.recorded_by)


def mark(line: Line[Any]) -> str:
    """What stands beside an entry that was not simply entered once."""
    return "set aside" if line.set_aside else "corrected" if line.changes else ""


def corrections(lines: Sequence[Line[Any]], day: dt.date) -> None:
    """Below a table: every correction as old and new value, and what was set aside; by whom and when."""
    said = [
        f"<li><b>{short_day(line.entry.event.day, day)}</b> {escape(text)}</li>"
        for line in lines
        for text in _told(line, day)
    ]
    if said:
        st.html(f'<div class="tb-corrections"><b>Corrections</b><ul>{"".join(said)}</ul></div>')


def _told(line: Line[Any], day: dt.date) -> Iterator[str]:
    for (by, at), changes in groupby(line.changes, key=lambda change: (change.by, change.at)):
        what = "; ".join(_change(change) for change in changes)
        yield f"{what} ({who(by)}, {short_day(at.date(), day)})"
    if line.set_aside:
        on = short_day(line.set_aside.at.date(), day)
        yield f"Set aside by {who(line.set_aside.by)}, {on}: it stays in the record and counts no longer"


def _change(change: Change) -> str:
    scale = SCALES.get(change.field)
    what = scale.label if scale else change.field.replace("_", " ").capitalize()
    return f"{what}: {_value(change.old)} → {_value(change.new)}"


def _value(value: Any) -> str:
    """A value as it stands on the screen; a question not answered is a dash, never a zero."""
    if value is None or value == () or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dt.date):
        return short_day(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
