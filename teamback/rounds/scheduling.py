"""What stands between a typed calendar entry and the record, and what is asked before it is saved."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from teamback.record.events import CalendarEntry, SetAside
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.scope import Scope
from teamback.record.words import CALENDAR, short_day
from teamback.rounds.reports_of_day import day_of_sessions
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.calendar import calendar

_WEEK = dt.timedelta(days=7)
_LONGEST = dt.timedelta(days=371)
_FAR = 2


@dataclass(frozen=True)
class Typed:
    """What the form of a calendar entry holds; with `weekly`, it repeats every week up to `until`."""

    what: str | None
    day: dt.date | None
    start: str | None = None
    place: str | None = None
    planned_minutes: float | None = None
    planned_load: float | None = None
    title: str | None = None
    athlete: int | None = None
    weekly: bool = False
    until: dt.date | None = None


def refusals(typed: Typed, today: dt.date) -> list[Refusal]:
    """Everything that refuses an entry as typed."""
    return [*_what(typed), *_when(typed, today), *_how_much(typed)]


def _what(typed: Typed) -> Iterator[Refusal]:
    if typed.what is None:
        yield Refusal("Choose what it is.", "what")
    elif typed.what == "appointment" and typed.athlete is None:
        yield Refusal("An appointment is for one athlete: choose who.", "athlete")


def _when(typed: Typed, today: dt.date) -> Iterator[Refusal]:
    if typed.day is None:
        yield Refusal("Choose the day.", "day")
    elif abs(typed.day.year - today.year) > _FAR:
        yield Refusal(f"{typed.day.year} is far away: mend the year.", "day")
    elif typed.weekly:
        yield from _until(typed.day, typed.until)


def _until(day: dt.date, until: dt.date | None) -> Iterator[Refusal]:
    if until is None:
        yield Refusal("Choose the day until which it repeats.", "until")
    elif until < day + _WEEK:
        yield Refusal("It repeats every week: choose a day at least a week after the first.", "until")
    elif until > day + _LONGEST:
        yield Refusal("It repeats for a year at most: choose an earlier day.", "until")


def _how_much(typed: Typed) -> Iterator[Refusal]:
    for field in ("planned_minutes", "planned_load"):
        if sentence := SCALES[field].refuse(getattr(typed, field)):
            yield Refusal(sentence, field)


def entries(typed: Typed, squad: str) -> list[CalendarEntry]:
    """The entry, and where it is weekly one more every week; nothing speaks against them."""
    assert typed.what is not None
    assert typed.day is not None
    first = CalendarEntry(
        day=typed.day,
        squad=squad,
        what=typed.what,
        start=typed.start,
        place=typed.place,
        planned_minutes=typed.planned_minutes,
        planned_load=typed.planned_load,
        title=typed.title,
        athlete=typed.athlete,
    )
    last = typed.until if typed.weekly and typed.until else typed.day
    weeks = (last - typed.day).days // 7
    return [replace(first, day=first.day + n * _WEEK) for n in range(weeks + 1)]


def in_place_of(new: CalendarEntry, old: Sequence[Kept[CalendarEntry]]) -> list[Entry]:
    """The new entry in place of the first of the old ones, and the same change of the later ones."""
    shift = new.day - old[0].event.day
    return [Entry(replace(new, day=kept.event.day + shift), kept.seq) for kept in old]


def set_aside(old: Sequence[Kept[CalendarEntry]], today: dt.date, reason: str) -> list[Entry]:
    """These entries count no longer."""
    return [Entry(SetAside(day=today, whom=kept.event.squad, reason=reason), kept.seq) for kept in old]


def to_confirm(
    new: Sequence[CalendarEntry], instead_of: Sequence[int], today: dt.date, store: Store, scope: Scope
) -> list[str]:
    """What is unusual about new entries, a sentence each; `instead_of` are those they take the place of."""
    if not new:
        return []
    there = [
        kept.event
        for kept in calendar(store, scope, new[0].squad, new[0].day, new[-1].day)
        if kept.seq not in instead_of
    ]
    says = [sentence for event in new for sentence in _beside(event, there)]
    says += [sentence for event in new if event.day <= today for sentence in _sessions(event, store, scope)]
    limit = SCALES["planned_minutes"].confirm_above
    if limit is not None and (new[0].planned_minutes or 0) > limit:
        says.append(f"{new[0].planned_minutes:g} minutes are more than {limit:g}.")
    return says


def _beside(event: CalendarEntry, there: Sequence[CalendarEntry]) -> Iterator[str]:
    day = short_day(event.day)
    same = [other for other in there if other.day == event.day and other.athlete == event.athlete]
    if any((other.what, other.start) == (event.what, event.start) for other in same):
        yield f"{described(event)} is in the calendar of {day} already."
    elif event.what == "day_off" and same:
        yield f"{described(same[0])} is planned on {day}."
    elif event.what in ("training", "match") and any(other.what == "day_off" for other in same):
        yield f"{day} is a squad day off."


def _sessions(event: CalendarEntry, store: Store, scope: Scope) -> Iterator[str]:
    if event.what != "day_off":
        return
    count = len(day_of_sessions(store, event.squad, event.day, None, scope).entries)
    if count:
        verb = "session is" if count == 1 else "sessions are"
        yield f"{count} {verb} recorded for {short_day(event.day)}: they count, whatever the calendar says."


def described(event: CalendarEntry) -> str:
    """What an entry is and when, in a few words."""
    return f"{CALENDAR[event.what]} {event.start}" if event.start else CALENDAR[event.what]
