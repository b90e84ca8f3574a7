"""Days without training: a squad's day off, and one athlete's planned rest, each in one tap."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.record.events import CalendarEntry, RestDay, Session
from teamback.record.kept import Kept
from teamback.record.words import how_many, short_day
from teamback.rounds.reports_of_day import DayOfSessions
from teamback.ui.session.session_said import ask_first


def squad_off(
    that_day: DayOfSessions, squad: str, day: dt.date, today: dt.date, batch: int
) -> CalendarEntry | None:
    """The day off once it is tapped; it asks first where sessions are recorded."""
    said, count = short_day(day, today), len(that_day.entries)
    if that_day.day_off:
        st.info(f"{said} is a squad day off: load 0 for all without a session.", icon=":material/event_busy:")
    elif ask_first(
        f"Recorded for {said}: {how_many(count, 'session')}. Is it a day off all the same?",
        "Squad day off",
        f"off-{squad}-{day}-{batch}",
        asking=count > 0,
        icon=":material/event_busy:",
    ):
        return CalendarEntry(day=day, squad=squad, what="day_off")
    return None


def planned_rest(
    athlete: int, rests: bool, there: Sequence[Kept[Session]], day: dt.date, today: dt.date, batch: int
) -> RestDay | None:
    """The rest once it is tapped; it asks first where a session is recorded."""
    said = short_day(day, today)
    if rests:
        st.info(f"A planned rest is entered for {said}: load 0.", icon=":material/hotel:")
    elif ask_first(
        f"There is a session on {said} already. Was it a rest day all the same?",
        f"Planned rest on {said}",
        f"rest-{athlete}-{day}-{batch}",
        asking=bool(there),
        icon=":material/hotel:",
    ):
        return RestDay(day=day, athlete=athlete)
    return None
