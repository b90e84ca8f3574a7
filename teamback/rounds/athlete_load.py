"""One athlete's load, day by day and week by week, and the descriptive figures that predict nothing."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from teamback.clinic.limits import Limits
from teamback.measures.acwr import acwr_coupled, acwr_ewma, acwr_uncoupled
from teamback.measures.grid import Bools, Floats, Ints
from teamback.measures.load import monotony, strain, usual_week, week_load
from teamback.measures.trend import ewma
from teamback.measures.window import MONTH, WEEK
from teamback.record.events import Session
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.counted import known
from teamback.rounds.diary import Line, lines
from teamback.rounds.facts import Facts
from teamback.rounds.lanes import ByDay, begun
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import squad_named
from teamback.rounds.whole_history import whole_history
from teamback.store import Store


@dataclass(frozen=True)
class Days(ByDay):
    """One value a day, AU; `rest` is where a rest was entered."""

    load: Floats
    rest: Bools
    ewma_7: Floats
    ewma_28: Floats


@dataclass(frozen=True)
class Weeks:
    """One value a week, AU, oldest first, by the week's last day: its load, and the own usual before it."""

    last_days: tuple[dt.date, ...]
    total: Floats
    known_days: Ints
    usual: Floats
    usual_sd: Floats


@dataclass(frozen=True)
class Descriptive:
    """Figures of the last full day, None where not known; `days` is how many days of data there are so far.

    `strain_before` is the lowest and highest of the own weeks shown: strain is read against nothing else.
    """

    days: int
    days_needed: int
    monotony: float | None
    strain: float | None
    strain_before: tuple[float, float] | None
    acwr_coupled: float | None
    acwr_uncoupled: float | None
    acwr_ewma: float | None

    @property
    def shown(self) -> bool:
        """Whether there is enough data for any of them to be looked at."""
        return self.days >= self.days_needed


@dataclass(frozen=True)
class AthleteLoad:
    """One athlete's load up to a day; sessions newest first, from the first day asked for."""

    athlete: RosterAthlete
    day: dt.date
    days: Days
    weeks: Weeks
    descriptive: Descriptive
    sessions: tuple[Line[Session], ...]


def athlete_load(
    store: Store,
    squad: str,
    day: dt.date,
    known_at: int | None,
    scope: Scope,
    athlete: int,
    since: dt.date | None = None,
) -> AthleteLoad:
    """The load of one athlete of a squad from a day on (None: from the first entry).

    Refusal when the athlete is not on the squad's roster that day, or not for this person to read.
    """
    named = squad_named(store, scope, squad)
    facts = whole_history(store, scope, named.squad, athlete, day, known_at)
    (person,), limits = facts.people, limits_at(store, known_at)
    begin = since or facts.first + dt.timedelta(days=begun(facts.load[0]))
    weeks, strains = _weeks(facts, limits, begin)
    return AthleteLoad(
        athlete=person,
        day=day,
        days=_days(facts).since(begin),
        weeks=weeks,
        descriptive=_descriptive(facts, limits, strains),
        sessions=lines(store, Session, scope, person, since or facts.first, day, known_at),
    )


def _days(facts: Facts) -> Days:
    """EWMA looks back over the whole history: a line begun at the window's edge would say something else."""
    return Days(
        first=facts.first,
        load=facts.load[0],
        rest=facts.rest[0] & (facts.load[0] == 0),
        ewma_7=ewma(facts.load, days=WEEK)[0],
        ewma_28=ewma(facts.load, days=MONTH)[0],
    )


def _weeks(facts: Facts, limits: Limits, begin: dt.date) -> tuple[Weeks, Floats]:
    """The weeks that end with the day before the last, 7, 14 ... days earlier, and the strain of each.

    A week is among them when at most a day of it lies before `begin`: 28 days show four weeks.
    """
    needed = int(limits["load_known_days"].value)
    load = facts.load[:, :-1]
    week = week_load(load, at_least=needed)
    usual = usual_week(load, at_least=needed, weeks_at_least=int(limits["usual_weeks_needed"].value))
    earliest = max((begin - facts.first).days - 1, 0) + WEEK - 1
    ends = np.arange(load.shape[1] - 1, earliest - 1, -WEEK)[::-1]
    weeks = Weeks(
        last_days=tuple(facts.first + dt.timedelta(days=int(end)) for end in ends),
        total=week.total[0, ends],
        known_days=week.known[0, ends],
        usual=usual.mean[0, ends],
        usual_sd=usual.sd[0, ends],
    )
    return weeks, strain(load, at_least=needed)[0, ends]


def _descriptive(facts: Facts, limits: Limits, strains: Floats) -> Descriptive:
    needed = int(limits["load_known_days"].value)
    load = facts.load[:, :-1]
    both = {"at_least": needed, "month_at_least": int(limits["acwr_known_days"].value)}
    begun = np.flatnonzero(~np.isnan(load[0]))
    before = strains[:-1][~np.isnan(strains[:-1])]
    return Descriptive(
        days=load.shape[1] - int(begun[0]) if len(begun) else 0,
        days_needed=MONTH,
        monotony=known(monotony(load, at_least=needed)[0, -1]),
        strain=known(strain(load, at_least=needed)[0, -1]),
        strain_before=(float(before.min()), float(before.max())) if len(before) else None,
        acwr_coupled=known(acwr_coupled(load, **both)[0, -1]),
        acwr_uncoupled=known(acwr_uncoupled(load, **both)[0, -1]),
        acwr_ewma=known(acwr_ewma(load, **both)[0, -1]),
    )
