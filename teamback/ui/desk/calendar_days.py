"""The calendar of a squad: a row a day, an entry a button, today marked, and days without a plan in view."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept
from teamback.record.words import CALENDAR, short_day, who
from teamback.rounds.planning import Plan, PlannedDay
from teamback.ui.plain import as_typed

ADD, FILE = -1, -2
"""What may be opened besides an entry, whose numbers are above 0."""
_SPANS = {"Two weeks": 14, "Five weeks": 35}
_FIRST = "calendar-first"
_ENTRIES = 840
"""Pixels: on a desk beside the date, on a phone below it."""
_ICONS = {
    "training": "exercise",
    "match": "trophy",
    "travel": "directions_bus",
    "day_off": "event_busy",
    "appointment": "event_note",
}


def bar() -> DeltaGenerator:
    """What can be done and which days are in view, in one row that wraps."""
    return st.container(horizontal=True, vertical_alignment="center")


def choose_days(today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day in view; the week of today unless another was chosen."""
    monday = today - dt.timedelta(days=today.weekday())
    st.session_state.setdefault(_FIRST, monday)
    chosen = st.segmented_control(
        "Show",
        list(_SPANS),
        default="Two weeks",
        required=True,
        label_visibility="collapsed",
        key="calendar-span",
    )
    span = _SPANS[chosen]
    for label, icon, step in (("Earlier", "chevron_left", -span), ("Later", "chevron_right", span)):
        st.button(label, icon=f":material/{icon}:", key=f"calendar-{label}", on_click=_move, args=(step,))
    st.button("This week", key="calendar-now", on_click=_go_to, args=(monday,))
    first: dt.date = st.session_state[_FIRST]
    return first, first + dt.timedelta(days=span - 1)


def _move(days: int) -> None:
    st.session_state[_FIRST] += dt.timedelta(days=days)


def _go_to(day: dt.date) -> None:
    st.session_state[_FIRST] = day


def buttons() -> int | None:
    """Add an entry, or bring in a file; gives which was pressed."""
    adding = st.button("Add an entry", icon=":material/add:", type="primary", key="calendar-add")
    filing = st.button("Import a CSV file", icon=":material/upload_file:", key="calendar-file")
    return ADD if adding else FILE if filing else None


def draw(plan: Plan, today: dt.date, key: str) -> int | dt.date | None:
    """The days; gives the entry that was opened, or the day on which one is to be added."""
    opened: int | dt.date | None = None
    with st.container(key="calendar_days", gap=None):
        for day in plan.days:
            opened = _row(day, plan.names, today, key) or opened
    return opened


def _row(day: PlannedDay, names: dict[int, str], today: dt.date, key: str) -> int | dt.date | None:
    opened: int | dt.date | None = None
    now = "now" if day.day == today else "week" if day.day.weekday() == 0 else "day"
    with st.container(horizontal=True, key=f"tb-{now}-{day.day}", vertical_alignment="center"):
        st.html(_date(day, today), width=185)
        on = short_day(day.day, today)
        if st.button("", icon=":material/add:", type="tertiary", help=f"Add on {on}", key=f"{key}-{day.day}"):
            opened = day.day
        with st.container(horizontal=True, width=_ENTRIES, gap="xsmall"):
            for kept in day.entries:
                label, icon = as_typed(in_words(kept.event, names)), f":material/{_ICONS[kept.event.what]}:"
                if st.button(label, icon=icon, key=f"{key}-{kept.seq}", wrap=True):
                    opened = kept.seq
    return opened


def _date(day: PlannedDay, today: dt.date) -> str:
    label = f'<span class="tb-md">{day.match_day}</span>' if day.match_day else ""
    now = '<span class="tb-today">Today</span>' if day.day == today else ""
    return f'<div class="tb-day"><b>{short_day(day.day, today)}</b>{label}{now}</div>'


def in_words(event: CalendarEntry, names: dict[int, str]) -> str:
    """An entry in one line; what its reader may not see is not there."""
    whose = names.get(event.athlete or 0)
    amounts = [
        f"{event.planned_minutes:g} min" if event.planned_minutes else None,
        f"{event.planned_load:g} AU" if event.planned_load else None,
    ]
    what = CALENDAR[event.what]
    parts: Sequence[str | None] = (what, event.start, whose, event.title, event.place, *amounts)
    return " · ".join(part for part in parts if part)


def entered_by(kept: Kept[CalendarEntry]) -> None:
    """Who entered what is open."""
    st.caption(f"Entered by {as_typed(who(kept.recorded_by))}")
