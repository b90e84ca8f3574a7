"""The planned season of a squad: its phases and weekly bands, and each athlete's weeks held against them."""

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from teamback.clinic.season import phases as clinic
from teamback.measures.grid import Floats
from teamback.measures.load import week_load
from teamback.measures.season import deload_week, off_band, rest_days
from teamback.measures.window import WEEK
from teamback.record.events import CalendarEntry, SeasonPhase, SetAside
from teamback.record.kept import Kept, Numbered, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.counted import known
from teamback.rounds.facts import Facts, read_facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import now_in, squad_named
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.calendar import planned, season_phases
from teamback.store.queries.roster import roster

WEEKS = 8
_LOOKS_BACK = 6 * WEEK
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class PlannedWeek:
    """One calendar week of a squad: its Monday, the phase of its Thursday, and what the calendar plans.

    `planned_load` is None unless every training and match of the week has one (`with_load` of `entries`).
    """

    first: dt.date
    last: dt.date
    phase: SeasonPhase | None
    planned_load: float | None
    entries: int
    with_load: int

    @property
    def lighter(self) -> bool:
        """Whether it is planned as a lighter week."""
        return self.phase is not None and self.phase.phase in clinic.DELOAD


@dataclass(frozen=True)
class WeekDone:
    """One athlete's week; None is not known. `off` is AU under (negative) or over the planned band."""

    load: float | None
    known_days: int
    rests: int
    unknown: int
    off: float | None
    lighter: bool | None


@dataclass(frozen=True)
class PhaseRow:
    """An athlete's weeks, oldest first as in the plan; `since_lighter`: whole weeks since a lighter one."""

    athlete: RosterAthlete
    weeks: tuple[WeekDone, ...]
    since_lighter: int | None


@dataclass(frozen=True)
class SeasonPlan:
    """A squad's phases and its last weeks; the last one may still be going on, up to `until`."""

    phases: tuple[Kept[SeasonPhase], ...]
    now: SeasonPhase | None
    weeks: tuple[PlannedWeek, ...]
    rows: tuple[PhaseRow, ...]
    until: dt.date
    needed_days: int
    lighter_share: float

    def median(self, week: int) -> float | None:
        """What the athletes whose load is known did in a week, at the median."""
        loads = [load for row in self.rows if (load := row.weeks[week].load) is not None]
        return statistics.median(loads) if loads else None


def phases_of(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope
) -> tuple[Kept[SeasonPhase], ...]:
    """The phases of a squad by their first day."""
    return tuple(season_phases(store, scope, squad_named(store, scope, squad).squad, known_at))


def refusals(store: Store, typed: SeasonPhase, instead_of: int | None) -> tuple[Refusal, ...]:
    """What refuses a phase beside those there are; `instead_of` is the one it takes the place of."""
    others = [kept.event for kept in season_phases(store, PROGRAM, typed.squad) if kept.seq != instead_of]
    today = now_in(store, squad_named(store, PROGRAM, typed.squad)).date()
    return clinic.refusals(typed, others, today)


def set_aside(old: Kept[SeasonPhase], today: dt.date, reason: str) -> Entry:
    """The phase counts no longer; the record keeps it with the reason."""
    return Entry(SetAside(day=today, whom=old.event.squad, reason=reason), old.seq)


def season_plan(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> SeasonPlan:
    """Planned against actual, week by week; the days that count end with the day before the one in view."""
    named = squad_named(store, scope, squad)
    until = day - _DAY
    monday = until - until.weekday() * _DAY
    mondays = [monday - back * WEEK * _DAY for back in range(WEEKS - 1, -1, -1)]
    kept = phases_of(store, squad, day, known_at, scope)
    events = [item.event for item in kept]
    calendar = planned(store, scope, named.squad, mondays[0], monday + 6 * _DAY, known_at)
    weeks = tuple(_planned_week(first, events, calendar) for first in mondays)
    people = roster(store, scope, named.squad, day, known_at)
    facts = read_facts(
        store, scope, named.squad, people, mondays[0] - _LOOKS_BACK * _DAY, monday + 6 * _DAY, known_at
    )
    limits = limits_at(store, known_at)
    needed, share = int(limits["load_known_days"].value), limits["deload_share"].value
    rows = _rows(facts, weeks, until, needed, int(limits["usual_weeks_needed"].value), share)
    return SeasonPlan(kept, clinic.phase_on(events, day), weeks, rows, until, needed, share)


def _planned_week(
    first: dt.date, phases: Sequence[SeasonPhase], calendar: Sequence[Numbered[CalendarEntry]]
) -> PlannedWeek:
    last = first + 6 * _DAY
    entries = [
        item.event
        for item in calendar
        if first <= item.event.day <= last
        and item.event.what in ("training", "match")
        and item.event.athlete is None
    ]
    loads = [event.planned_load for event in entries if event.planned_load is not None]
    whole = bool(entries) and len(loads) == len(entries)
    return PlannedWeek(
        first=first,
        last=last,
        phase=clinic.phase_on(phases, first + 3 * _DAY),
        planned_load=sum(loads) if whole else None,
        entries=len(entries),
        with_load=len(loads),
    )


def _rows(
    facts: Facts, weeks: Sequence[PlannedWeek], until: dt.date, needed: int, usual_weeks: int, share: float
) -> tuple[PhaseRow, ...]:
    ends = [(week.last - facts.first).days for week in weeks]
    load = facts.load.copy()
    load[:, (until - facts.first).days + 1 :] = np.nan
    week = week_load(load, at_least=needed)
    off = off_band(week.total[:, ends], *_bands(weeks, len(facts.people)))
    off = np.where(week.known[:, ends] < needed, np.nan, off)
    lighter = deload_week(load, at_least=needed, weeks_at_least=usual_weeks, share=share)
    rest = rest_days(load, facts.rest, window=WEEK)
    ahead = max((weeks[-1].last - until).days, 0)
    rows = []
    for i, person in enumerate(facts.people):
        done = tuple(
            WeekDone(
                load=known(week.total[i, end]),
                known_days=int(week.known[i, end]),
                rests=int(rest.rests[i, end]),
                unknown=int(rest.unknown[i, end]) - (ahead if n == len(ends) - 1 else 0),
                off=known(off[i, n]),
                lighter=None if np.isnan(lighter[i, end]) else bool(lighter[i, end]),
            )
            for n, end in enumerate(ends)
        )
        rows.append(PhaseRow(person, done, _since_lighter(done, over=ahead == 0)))
    return tuple(rows)


def _bands(weeks: Sequence[PlannedWeek], people: int) -> tuple[Floats, Floats]:
    """The planned band of each week, for every athlete; the one that is still going on has none yet."""

    def side(name: str) -> Floats:
        ends = [getattr(week.phase, name) if week.phase else None for week in weeks]
        return np.tile(np.array([np.nan if end is None else end for end in ends]), (people, 1))

    return side("load_from"), side("load_to")


def _since_lighter(weeks: Sequence[WeekDone], over: bool) -> int | None:
    """Whole weeks since the last lighter one of those shown; None where none is among them."""
    whole = weeks if over else weeks[:-1]
    for back, week in enumerate(reversed(whole)):
        if week.lighter:
            return back
    return None
