"""Building the demo: nine months of an invented club, written into an empty store."""

import datetime as dt
import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from teamback.demo.cases import case_writings
from teamback.demo.club import TIME_ZONE, Club
from teamback.demo.days import Report, Told, season
from teamback.demo.habits import with_habits
from teamback.demo.handing_in import Handed, handed_in
from teamback.demo.journal import journal, manoeuvres
from teamback.demo.people import FIRST_TEAM, Person, people, squads, staff
from teamback.demo.results import baselines
from teamback.demo.script import Script, episodes, scripts
from teamback.demo.season import LENGTH, plan
from teamback.demo.upkeep import exercises_done, phases, plans_of, upkeep
from teamback.demo.weekly import weekly
from teamback.demo.writing import Writing, write
from teamback.record.events import CheckIn
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store, open_store
from teamback.store.journal import Clock, utc_now
from teamback.store.queries.roster import squads as squads_of

SEED = 2026
_EPISODE = 0.7
_EPISODES_END = (*range(60, 136), *range(178, 246))
_SETTLES = 20


def make_ready(address: str, until: dt.date, seed: int = SEED) -> None:
    """Builds the demo store at a path, unless it is there and ends on this day.

    Refuses when another program has the store open, or when the file is no store.
    """
    if Path(address).exists():
        store = open_store(address)
        try:
            if built_until(store) == until:
                return
        finally:
            store.close()
    build(address, until, seed)


def build(address: str, until: dt.date, seed: int = SEED, now: Clock = utc_now) -> None:
    """Writes the demo into a new file, in place of what lay at that path; half-built it never gets there."""
    path, partial = Path(address), Path(f"{address}.partial")
    for left in (partial, Path(f"{partial}.wal")):
        left.unlink(missing_ok=True)
    store = open_store(str(partial))
    try:
        fill(store, until, seed, now)
    finally:
        store.close()
    Path(f"{path}.wal").unlink(missing_ok=True)
    os.replace(partial, path)


def fill(store: Store, until: dt.date, seed: int = SEED, now: Clock = utc_now) -> None:
    """Writes nine months of the invented club, up to the morning of `until`, into an empty store.

    The same seed and day give the same events; salts differ, and on the present day nothing is recorded
    after `now`.
    """
    if store.head():
        raise Refusal("This store is not empty. The demo goes into a new one; nothing was changed.")
    present = now()
    ends_today = present.astimezone(TIME_ZONE).date() == until
    write(store.engine, writings(until, seed), present if ends_today else None)


def built_until(store: Store) -> dt.date | None:
    """The last day of the demo in a store; None when it holds none."""
    began = [named.day for named in squads_of(store, PROGRAM) if named.squad == FIRST_TEAM]
    return began[0] + dt.timedelta(days=LENGTH - 1) if began else None


def writings(last: dt.date, seed: int) -> Iterator[Writing]:
    """Everything that is written in the nine months up to a day, in no promised order."""
    first = last - dt.timedelta(days=LENGTH - 1)
    club = Club(squads(), staff(), people(first, last, seed), first, last)
    yield from club.opening()
    yield from club.comings_and_goings()
    yield from club.calendar()
    yield from baselines(club, seed)
    yield from case_writings(club, seed)
    yield from phases(club)
    yield from upkeep(club)
    reports: list[tuple[Person, Handed]] = []
    for person in club.people:
        told = _told(club, person, seed)
        plain = list(season(person, told, seed))
        days = with_habits(person, plain, plans_of(club, person), seed)
        reports += [(person, event) for event in (*days, *_besides(club, person, told, plain, seed))]
        check_ins = {event.day: event for event in days if isinstance(event, CheckIn)}
        for script in told.scripts:
            yield from club.acts(person, script, check_ins)
    yield from handed_in(club, reports)


def _besides(club: Club, person: Person, told: Told, days: Sequence[Report], seed: int) -> Iterator[Handed]:
    """What an athlete hands in besides check-ins and sessions."""
    yield from journal(person, told, days, seed)
    yield from weekly(person, told, days, seed)
    yield from manoeuvres(person, told, days)
    yield from exercises_done(club, person, seed)


def _told(club: Club, person: Person, seed: int) -> Told:
    days = [club.first + dt.timedelta(days=n) for n in range(LENGTH)]
    by_key = {squad.squad: squad for squad in club.squads}
    plans = {day: plan(by_key[person.squad_on(day)], day, club.last) for day in days}
    return Told(club.last, plans, _planted(person, seed), TIME_ZONE)


def _planted(person: Person, seed: int) -> tuple[Script, ...]:
    """What the files plant for an athlete, and an episode of the season for most of those there all along."""
    own = tuple(script for script in scripts() if script.athlete == person.known_as)
    rng = random.Random(f"{seed}/{person.known_as}/episode")
    busy = max((days for s in own for days in (s.calm, *(act.ago for act in s.decisions))), default=0)
    ends = [days for days in _EPISODES_END if days > busy + _SETTLES]
    if person.newcomer or person.moved_up or person.left or not ends or rng.random() > _EPISODE:
        return own
    return (rng.choice(episodes()).moved(person.known_as, rng.choice(ends)), *own)
