"""The rows that a season is counted from, read once for several athletes, cut out for each of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from teamback.measures.grid import Bools
from teamback.record.events import Availability, CheckIn, Programme, Session, SessionExercise
from teamback.record.kept import RosterAthlete
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.cases import CaseNow, cases_of
from teamback.rounds.facts import EPOCH
from teamback.store import Store
from teamback.store.engine import Columns
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.daily import daily_columns
from teamback.store.queries.intake import squad_moves
from teamback.store.queries.roster import roster
from teamback.store.queries.status import availability_history


@dataclass(frozen=True)
class SeasonRows:
    """What was written down about some athletes between two days; decisions, cases and plans also before."""

    first: dt.date
    last: dt.date
    sessions: Columns
    check_ins: Columns
    decisions: dict[int, list[Availability]]
    cases: dict[int, list[CaseNow]]
    programmes: dict[int, list[Programme]]
    exercises: dict[int, list[SessionExercise]]

    def on_squad(self, person: RosterAthlete, squad: str) -> Bools:
        """On which of the days the athlete was on a squad."""
        on = np.zeros((self.last - self.first).days + 1, dtype=bool)
        for move in person.moves:
            if move.squad == squad:
                on[max((move.day - self.first).days, 0) :] = move.here
        return on


def people_between(
    store: Store, scope: Scope, squad: str, first: dt.date, last: dt.date, known_at: int | None
) -> list[RosterAthlete]:
    """Everybody who was on a squad on any day of a period, by name: also who has left since."""
    came = {move.event.day for move in squad_moves(store, scope, squad) if first < move.event.day <= last}
    found: dict[int, RosterAthlete] = {}
    for day in sorted({first, last, *came}):
        found |= {person.athlete: person for person in roster(store, scope, squad, day, known_at)}
    return sorted(found.values(), key=lambda person: (person.known_as.casefold(), person.athlete))


def read_season(
    store: Store, people: Sequence[RosterAthlete], first: dt.date, last: dt.date, known_at: int | None
) -> SeasonRows:
    """Read in the program's name: what leaves here are counts, and whose they are was asked before."""
    numbers, homes = [person.athlete for person in people], sorted({person.home for person in people})
    asked = (store, PROGRAM, numbers, last, known_at)
    days = (PROGRAM, homes, first, last, known_at)
    history = [kept.event for kept in availability_history(*asked)]
    programmes = clinical_entries(store, Programme, *asked[1:])
    done = clinical_entries(store, SessionExercise, *asked[1:], homes=homes)
    cases = cases_of(*asked)
    return SeasonRows(
        first=first,
        last=last,
        sessions=daily_columns(store, Session, ("type", "minutes", "participation"), *days),
        check_ins=daily_columns(store, CheckIn, ("low_back_now",), *days),
        decisions={n: [event for event in history if event.athlete == n] for n in numbers},
        cases={n: [case for case in cases if case.athlete == n] for n in numbers},
        programmes={n: [kept.event for kept in programmes if kept.event.athlete == n] for n in numbers},
        exercises={n: [kept.event for kept in done if kept.event.athlete == n] for n in numbers},
    )


def of_athlete(rows: Columns, athlete: int, first: dt.date, on: Bools) -> tuple[np.ndarray, np.ndarray]:
    """Which rows are an athlete's on a day on the squad, and the place of their days."""
    column = rows["day"] - (first - EPOCH).days
    mine = (rows["athlete"] == athlete) & on[np.clip(column, 0, len(on) - 1)]
    return np.flatnonzero(mine), column[mine]
