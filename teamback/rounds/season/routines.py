"""Warm-up and cool-down of a squad: in how many sessions they were done, and for how long, part by part."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from teamback.measures.season import routine
from teamback.record.events import Session
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.engine import Columns
from teamback.store.queries.daily import daily_columns
from teamback.store.queries.roster import roster

WARM_UP = ("warm_up", "warm_up_cardio", "warm_up_stretch", "warm_up_activation")
COOL_DOWN = ("cool_down", "cool_down_stretch", "cool_down_mobility")
"""The minutes of the whole, then those of its parts."""
WINDOW = 28


@dataclass(frozen=True)
class Part:
    """Sessions in which a part was done, those in which it was answered, and its minutes in all of them."""

    done: int
    answered: int
    minutes: float

    @property
    def percent(self) -> float | None:
        """The share of the sessions answered; None where none was."""
        return 100 * self.done / self.answered if self.answered else None

    @property
    def mean(self) -> float | None:
        """Minutes of a session in which it was done; None where it never was."""
        return self.minutes / self.done if self.done else None

    def __add__(self, other: "Part") -> "Part":
        """Two athletes' together."""
        return Part(self.done + other.done, self.answered + other.answered, self.minutes + other.minutes)


@dataclass(frozen=True)
class RoutineRow:
    """One athlete, or all together (None): sessions in which they took part, and each part by its field."""

    athlete: RosterAthlete | None
    sessions: int
    parts: dict[str, Part]


@dataclass(frozen=True)
class Routines:
    """A squad's last 28 days: everybody together, then each by name."""

    first: dt.date
    whole: RoutineRow
    rows: tuple[RoutineRow, ...]


def squad_routines(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> Routines:
    """Warm-up and cool-down of everybody on a squad's roster; without an answer a session is in no share."""
    people = roster(store, scope, squad_named(store, scope, squad).squad, day, known_at)
    first = day - dt.timedelta(days=WINDOW - 1)
    fields = (*WARM_UP, *COOL_DOWN, "minutes")
    homes = sorted({person.home for person in people})
    rows = daily_columns(store, Session, fields, scope, homes, first, day, known_at)
    return counted(people, rows, first)


def counted(people: Sequence[RosterAthlete], rows: Columns, first: dt.date) -> Routines:
    """The same from the rows: sessions of 0 minutes are none."""
    numbers = np.array([person.athlete for person in people], dtype=np.int64)
    took_part = rows["minutes"] != 0
    whose = np.full(len(rows["athlete"]), -1)
    for place, number in enumerate(numbers):
        whose[(rows["athlete"] == number) & took_part] = place
    figures = {name: routine(_answered(rows, name), whose, len(people)) for name in (*WARM_UP, *COOL_DOWN)}
    found = [
        RoutineRow(
            person,
            int((whose == i).sum()),
            {
                name: Part(int(f.done[i]), int(f.answered[i]), float(f.minutes[i]))
                for name, f in figures.items()
            },
        )
        for i, person in enumerate(people)
    ]
    nothing = Part(0, 0, 0.0)
    sums = {name: sum((row.parts[name] for row in found), nothing) for name in figures}
    return Routines(first, RoutineRow(None, sum(row.sessions for row in found), sums), tuple(found))


def _answered(rows: Columns, name: str) -> np.ndarray:
    """Minutes of a part; of the whole, those of its parts together where only these were answered."""
    if name not in ("warm_up", "cool_down"):
        return rows[name]
    parts = np.stack([rows[part] for part in (WARM_UP if name == "warm_up" else COOL_DOWN)[1:]])
    told = ~np.isnan(parts).all(axis=0)
    return np.where(np.isnan(rows[name]) & told, np.nansum(parts, axis=0), rows[name])
