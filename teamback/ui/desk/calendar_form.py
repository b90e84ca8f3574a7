"""The form of a calendar entry: what, when, where and how much; and weekly until a day."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.record.event import audience_of
from teamback.record.events import CalendarEntry
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.record.words import CALENDAR
from teamback.rounds.scheduling import Typed
from teamback.ui.beside import Beside

_FIVE_MINUTES = dt.timedelta(minutes=5)


def ask(
    key: str,
    was: CalendarEntry | None,
    day: dt.date,
    people: Sequence[RosterAthlete],
    scope: Scope,
    beside: Beside,
) -> Typed:
    """What is typed at the moment; `was` is the entry being corrected, `day` where a new one begins."""
    what = st.segmented_control(
        "What",
        list(CALENDAR),
        default=was.what if was else None,
        format_func=CALENDAR.__getitem__,
        key=f"{key}-what",
        wrap=True,
    )
    beside.field("what")
    athlete = _athlete(key, was, people) if what == "appointment" else None
    beside.field("athlete")
    on, start = _when(key, was, day, with_time=what != "day_off")
    beside.field("day")
    place, minutes, load = _how(key, was, scope, beside) if what != "day_off" else (None, None, None)
    title = _text("Title", was.title if was else None, f"{key}-title") if reads(scope, "title") else None
    weekly, until = _weekly(key, beside) if was is None else (False, None)
    return Typed(what, on, start, place, minutes, load, title, athlete, weekly, until)


def reads(scope: Scope, name: str) -> bool:
    """Nobody is asked for what they could not read back."""
    return scope.may_read(audience_of(CalendarEntry, name))


def _athlete(key: str, was: CalendarEntry | None, people: Sequence[RosterAthlete]) -> int | None:
    names = {who.athlete: who.known_as for who in people}
    before = was.athlete if was else None
    return st.selectbox(
        "Athlete",
        list(names),
        index=list(names).index(before) if before in names else None,
        format_func=names.__getitem__,
        placeholder="Choose an athlete",
        key=f"{key}-athlete",
        width=260,
    )


def _when(
    key: str, was: CalendarEntry | None, day: dt.date, with_time: bool
) -> tuple[dt.date | None, str | None]:
    start: dt.time | None = None
    with st.container(horizontal=True):
        on = st.date_input(
            "Day", value=was.day if was else day, format="DD/MM/YYYY", key=f"{key}-day", width=150
        )
        if with_time:
            before = dt.time.fromisoformat(was.start) if was and was.start else None
            start = st.time_input("Start", value=before, step=_FIVE_MINUTES, key=f"{key}-start", width=150)
    return on, f"{start:%H:%M}" if start else None


def _how(
    key: str, was: CalendarEntry | None, scope: Scope, beside: Beside
) -> tuple[str | None, float | None, float | None]:
    place = _text("Place", was.place if was else None, f"{key}-place")
    load = None
    with st.container(horizontal=True):
        minutes = _number("Planned minutes", was.planned_minutes if was else None, 5.0, f"{key}-minutes")
        if reads(scope, "planned_load"):
            load = _number("Planned load (AU)", was.planned_load if was else None, 10.0, f"{key}-load")
    beside.field("planned_minutes")
    beside.field("planned_load")
    return place, minutes, load


def _text(label: str, value: str | None, key: str) -> str | None:
    return st.text_input(label, value=value or "", max_chars=80, key=key).strip() or None


def _number(label: str, value: float | None, step: float, key: str) -> float | None:
    return st.number_input(label, value=value, step=step, format="%g", placeholder="none", key=key, width=150)


def _weekly(key: str, beside: Beside) -> tuple[bool, dt.date | None]:
    weekly, until = st.checkbox("Repeat every week", key=f"{key}-repeat"), None
    if weekly:
        until = st.date_input("Until", value=None, format="DD/MM/YYYY", key=f"{key}-until", width=150)
    beside.field("until")
    return weekly, until


def with_later_ones(count: int, key: str) -> bool:
    """Whether a change is meant for the later entries of the same series too."""
    label = (
        "Also the later one of this series" if count == 1 else f"Also the {count} later ones of this series"
    )
    return count > 0 and st.checkbox(label, key=f"{key}-later")


def set_aside(count: int, key: str) -> str | None:
    """The reason for which entries are to count no longer, once that is pressed."""
    with st.expander("Take it out of the calendar"):
        reason = st.text_input("Reason", max_chars=200, key=f"{key}-reason", placeholder="Pitch is frozen")
        label = "Take it out" if count == 1 else f"Take {count} out"
        why_not = None if reason.strip() else "Say why: the entry stays in the record, with the reason."
        pressed = st.button(
            label, icon=":material/event_busy:", disabled=bool(why_not), help=why_not, key=f"{key}-out"
        )
    return reason.strip() if pressed else None
