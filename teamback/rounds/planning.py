"""What is planned for a squad in the days to come, and what was in the days before."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.match_day import match_day
from teamback.store import Store
from teamback.store.queries.calendar import calendar
from teamback.store.queries.roster import athletes_named, roster

_DAY = dt.timedelta(days=1)
_MATCHES = dt.timedelta(days=7)
_SEASON = dt.timedelta(days=400)


@dataclass(frozen=True)
class PlannedDay:
    """One day of the calendar with its match-day label and its entries, by time."""

    day: dt.date
    match_day: str | None
    entries: tuple[Kept[CalendarEntry], ...]


@dataclass(frozen=True)
class Plan:
    """A squad's days from a first to a last; `names` are those of the athletes with appointments."""

    days: tuple[PlannedDay, ...]
    people: tuple[RosterAthlete, ...]
    names: dict[int, str]

    def entry(self, seq: int | None) -> Kept[CalendarEntry] | None:
        """The entry of this number, if it is in view."""
        return next((kept for day in self.days for kept in day.entries if kept.seq == seq), None)


def plan(
    store: Store,
    squad: str,
    today: dt.date,
    known_at: int | None,
    scope: Scope,
    first: dt.date,
    last: dt.date,
) -> Plan:
    """The calendar of a squad from a first day to a last, with today's roster for appointments."""
    around = calendar(store, scope, squad, first - _MATCHES, last + _MATCHES, known_at)
    matches = [kept.event.day for kept in around if kept.event.what == "match"]
    days = [first + n * _DAY for n in range((last - first).days + 1)]
    people = roster(store, scope, squad, today, known_at)
    seen = sorted({kept.event.athlete for kept in around if kept.event.athlete is not None})
    named = athletes_named(store, scope, seen, known_at)
    return Plan(
        days=tuple(
            PlannedDay(day, match_day(day, matches), tuple(kept for kept in around if kept.event.day == day))
            for day in days
        ),
        people=tuple(people),
        names={number: kept.event.known_as for number, kept in named.items()},
    )


def later_ones(store: Store, scope: Scope, entry: Kept[CalendarEntry]) -> list[Kept[CalendarEntry]]:
    """The later entries that were made together with this one and say the same, week by week."""
    event = entry.event
    ahead = calendar(store, scope, event.squad, event.day + _DAY, event.day + _SEASON)
    return [kept for kept in ahead if kept.batch == entry.batch and _same_every_week(kept.event, event)]


def _same_every_week(one: CalendarEntry, other: CalendarEntry) -> bool:
    weekly = (one.day - other.day).days % 7 == 0
    return weekly and _said(one) == _said(other)


def _said(event: CalendarEntry) -> Sequence[object]:
    return event.what, event.start, event.place, event.title, event.athlete
