"""Squads, people and days for tests, as short as one tells them on the ward.

    clock = Clock()                                    # stands at Mon 23 Nov 2026, 08:30 UTC
    store = open_store(":memory:", clock)
    kari, ola = a_squad(store, "Kari Ola")             # squad "first", both joined a year before MONDAY
    store.keep(mornings(kari, low_back_now="2 2 2 . 4", fatigue=3), PHYSIO)
    store.keep(sessions(kari, minutes="90 . 60", rpe="5 . 7", until=MONDAY - DAY), PHYSIO)
    store.keep([decided(kari, "modified", restrictions=("contact",))], PHYSIO)
    store.keep([SetAside(...)], ...); clock.later(hours=2)

A row of days is one text, oldest day first, the last word on `until` (MONDAY by default):

    a number   the answer of that day (for yes/no questions: y or n)
    ?          a check-in or session of that day in which this question was not answered
    .          nothing came in that day (a day on which every row says `.` has no check-in at all)

Rows of different length end on the same day. What is no row (`fatigue=3`, `note="stiff"`) is the same every
day. People: PHYSIO, DOCTOR, LEAD, S_AND_C, COACH, ADMIN serve all squads; `of(PHYSIO, "first")` serves that
one only; `oneself(kari)` is the athlete.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from teamback.record.event import Event
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CheckIn,
    Joined,
    RestDay,
    Session,
    SquadNamed,
)
from teamback.record.scales import SCALES
from teamback.record.scope import Scope
from teamback.store import Store

E = TypeVar("E", bound=Event)

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)
A_YEAR_AGO = dt.date(2025, 11, 23)

PHYSIO = Scope("Dana Berg", "physio", "clinician")
DOCTOR = Scope("Erik Vold", "doctor", "clinician")
LEAD = Scope("Anna Vik", "doctor", "lead")
S_AND_C = Scope("Ben Roe", "s_and_c", "performance")
COACH = Scope("Carl Moe", "coach", "coach")
ADMIN = Scope("Ida Lund", "analyst", "admin")


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    at: dt.datetime = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.at

    def later(self, **span: float) -> None:
        """Moves on (back, when negative): `later(hours=2)`."""
        self.at += dt.timedelta(**span)


def of(person: Scope, *squads: str) -> Scope:
    """The same person, serving these squads only."""
    return replace(person, squads=frozenset(squads))


def oneself(athlete: int, name: str = "Kari") -> Scope:
    """The athlete as the one who looks and writes."""
    return Scope(name, "athlete", "athlete", athlete=athlete)


def a_squad(
    store: Store, names: str, squad: str = "first", joined: dt.date = A_YEAR_AGO, by: Scope = LEAD
) -> list[int]:
    """Makes a squad of these athletes (names parted by blanks) in one batch; returns their numbers.

    Numbers go on from those there are, so that a second squad does not touch the first.
    """
    first = 1 + max((n for (n,) in store.engine.read("select athlete from athlete")), default=0)
    numbers = list(range(first, first + len(names.split())))
    events: list[Event] = [SquadNamed(day=joined, squad=squad, name=squad.title())]
    for number, name in zip(numbers, names.split(), strict=True):
        events.append(AthleteNamed(day=joined, athlete=number, home=squad, known_as=name))
        events.append(Joined(day=joined, athlete=number, squad=squad))
    store.keep(events, by)
    return numbers


def mornings(athlete: int, until: dt.date = MONDAY, **rows: Any) -> list[CheckIn]:
    """Check-ins of one athlete, a row of days for each question asked."""
    return list(_days(CheckIn, athlete, until, rows))


def sessions(athlete: int, until: dt.date = MONDAY, **rows: Any) -> list[Session]:
    """Sessions of one athlete, one a day at most."""
    return list(_days(Session, athlete, until, rows))


def rest_days(athlete: int, *days: dt.date) -> list[RestDay]:
    """Planned rests of one athlete."""
    return [RestDay(day=day, athlete=athlete) for day in days]


def decided(athlete: int, training: str, day: dt.date = MONDAY, **fields: Any) -> Availability:
    """An availability decision; the match follows from the training unless it is given."""
    match = "available" if training == "full" else "not_available"
    return Availability(**{"day": day, "athlete": athlete, "training": training, "match": match} | fields)


def _days(kind: type[E], athlete: int, until: dt.date, rows: dict[str, Any]) -> Iterator[E]:
    told = {name: row.split() for name, row in rows.items() if _is_row(name, row)}
    always = {name: value for name, value in rows.items() if name not in told}
    length = max(len(row) for row in told.values())
    for back in range(length - 1, -1, -1):
        words = {name: row[-1 - back] for name, row in told.items() if back < len(row)}
        answers = {name: _answer(word) for name, word in words.items()}
        if set(words.values()) != {"."}:
            said: dict[str, Any] = {"day": until - back * DAY, "athlete": athlete}
            yield kind(**said | always | answers)


def _is_row(name: str, row: Any) -> bool:
    return isinstance(row, str) and (name in SCALES or set(row.split()) <= {"y", "n", "?", "."})


def _answer(word: str) -> float | bool | None:
    yes_or_no: dict[str, bool | None] = {"y": True, "n": False, "?": None, ".": None}
    return yes_or_no[word] if word in yes_or_no else float(word)


def told(events: Sequence[Event], field: str) -> list[Any]:
    """One field of many events, as tests compare it."""
    return [getattr(event, field) for event in events]
