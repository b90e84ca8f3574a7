"""Who is far from their own usual load: the roster, each week against the athlete's own weeks before."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from teamback.clinic.limits import Limits
from teamback.measures.load import usual_week, week_change, week_load
from teamback.measures.window import WEEK
from teamback.record.events import Availability, SquadNamed
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.counted import known
from teamback.rounds.facts import Facts, read_facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster
from teamback.store.queries.status import availability_on

ABOVE, BELOW, WITHIN, NOT_KNOWN = "above", "below", "within", "not_known"
STANDINGS = (ABOVE, BELOW, NOT_KNOWN, WITHIN)
"""Where a week lies against the own usual: mean plus or minus one sd of the four weeks before. A normal week
falls outside such a band four times in ten by chance alone (t with 3 degrees of freedom beyond 0.89), so it
says where to look, and is no warning."""
_LOOKS_BACK = dt.timedelta(days=42)
_BARS = 28


@dataclass(frozen=True)
class LoadRow:
    """One athlete's load; None is not known, never zero. AU; the week ends with the day before the one looked
    at, as on the morning board. `days` are the last 28 days, the day looked at included; `rest` where a rest
    was entered. `training` is the decision in force: it explains a week, and changes no figure.
    """

    athlete: RosterAthlete
    training: str
    days: tuple[float | None, ...]
    rest: tuple[bool, ...]
    week: float | None
    known_days: int
    rest_days: int
    usual: float | None
    usual_sd: float | None
    usual_weeks: int
    change_percent: float | None
    change: float | None

    @property
    def from_usual(self) -> float | None:
        """This week against the own usual week, in percent of it."""
        if self.week is None or not self.usual:
            return None
        return 100 * (self.week - self.usual) / self.usual

    @property
    def standing(self) -> str:
        """Above, below or within the own usual, or not known."""
        if self.week is None or self.usual is None or self.usual_sd is None:
            return NOT_KNOWN
        off = self.week - self.usual
        if abs(off) <= self.usual_sd:
            return WITHIN
        return ABOVE if off > 0 else BELOW


@dataclass(frozen=True)
class SquadLoad:
    """The roster of a squad, farthest from own usual first; `week_to` is the last day of the week counted."""

    squad: SquadNamed
    day: dt.date
    week_to: dt.date
    needed_days: int
    rows: tuple[LoadRow, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of the roster stand where."""
        return {standing: sum(row.standing == standing for row in self.rows) for standing in STANDINGS}


def squad_load(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> SquadLoad:
    """The load of every athlete on a squad's roster on a day."""
    named = squad_named(store, scope, squad)
    limits = limits_at(store, known_at)
    people = roster(store, scope, named.squad, day, known_at)
    facts = read_facts(store, scope, named.squad, people, day - _LOOKS_BACK, day, known_at)
    decided = availability_on(store, scope, [person.athlete for person in people], day, known_at)
    return SquadLoad(
        squad=named,
        day=day,
        week_to=day - dt.timedelta(days=1),
        needed_days=int(limits["load_known_days"].value),
        rows=tuple(sorted(_rows(facts, limits, decided), key=_farthest_first)),
    )


def _rows(facts: Facts, limits: Limits, decided: dict[int, Kept[Availability]]) -> list[LoadRow]:
    needed = int(limits["load_known_days"].value)
    load = facts.load[:, :-1]
    week = week_load(load, at_least=needed)
    usual = usual_week(load, at_least=needed, weeks_at_least=int(limits["usual_weeks_needed"].value))
    change = week_change(load, at_least=needed, week_from=limits["load_week_from"].value)
    rest = facts.rest & (facts.load == 0)
    rested = rest[:, -1 - WEEK : -1].sum(axis=1)
    return [
        LoadRow(
            athlete=person,
            training=decided[person.athlete].event.training if person.athlete in decided else "not_decided",
            days=tuple(known(value) for value in facts.load[i, -_BARS:]),
            rest=tuple(bool(value) for value in rest[i, -_BARS:]),
            week=known(week.total[i, -1]),
            known_days=int(week.known[i, -1]),
            rest_days=int(rested[i]),
            usual=known(usual.mean[i, -1]),
            usual_sd=known(usual.sd[i, -1]),
            usual_weeks=int(usual.n[i, -1]),
            change_percent=known(change.percent[i, -1]),
            change=known(change.absolute[i, -1]),
        )
        for i, person in enumerate(facts.people)
    ]


def _farthest_first(row: LoadRow) -> tuple[int, float, str]:
    """Outside the own usual first, farthest in percent on top; then who is not known; then the others."""
    place = {ABOVE: 0, BELOW: 0, NOT_KNOWN: 1, WITHIN: 2}[row.standing]
    far = np.inf if row.from_usual is None else abs(row.from_usual)
    return place, -far, row.athlete.known_as
