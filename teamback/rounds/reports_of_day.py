"""What has been said about a day already: the check-ins, sessions, rests and plan of a squad."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from teamback.record.events import (
    CalendarEntry,
    CheckIn,
    InstrumentTotal,
    ManoeuvreScore,
    PainEntry,
    RestDay,
    Session,
    SquadNamed,
    TestResult,
)
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries.calendar import planned
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.roster import athlete_named, memberships, roster

Report = TypeVar("Report", CheckIn, Session, RestDay, TestResult, InstrumentTotal, PainEntry, ManoeuvreScore)
_WITH_MINUTES = ("training", "match")


@dataclass(frozen=True)
class Person:
    """An athlete whom a form is about; `joined` is their first day on any roster."""

    athlete: int
    known_as: str
    home: str
    joined: dt.date


@dataclass(frozen=True)
class DayOfSessions:
    """What a squad's day holds: its roster by name, the sessions recorded, what was planned, a day off."""

    people: tuple[RosterAthlete, ...]
    entries: tuple[Kept[Session], ...]
    plans: tuple[CalendarEntry, ...]
    day_off: bool


def day_of_sessions(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope
) -> DayOfSessions:
    """The sessions of a squad on a day; an athlete who asks is given their own. Plans: training and match."""
    people = roster(store, scope, squad, day, known_at)
    entries = [item.event for item in planned(store, scope, squad, day, day, known_at)]
    of_all = [plan for plan in entries if plan.athlete is None]
    return DayOfSessions(
        tuple(people),
        tuple(sessions_of(store, scope, people, day)),
        tuple(plan for plan in of_all if plan.what in _WITH_MINUTES),
        any(plan.what == "day_off" for plan in of_all),
    )


def person(store: Store, scope: Scope, athlete: int) -> Person:
    """Whom a form is about; Refusal when nobody is known under this number."""
    named = athlete_named(store, scope, athlete)
    if named is None:
        raise Refusal(f"Nobody is known under the number {athlete}. Add the athlete first.")
    moves = memberships(store, scope, athlete)
    joined = moves[0].event.day if moves else named.event.day
    return Person(athlete, named.event.known_as, named.event.home, joined)


def people_of(store: Store, scope: Scope, squad: str, day: dt.date) -> list[RosterAthlete]:
    """The roster of a squad on a day, by name."""
    return roster(store, scope, squad, day)


def check_ins_of(
    store: Store, scope: Scope, people: Sequence[Person | RosterAthlete], day: dt.date
) -> dict[int, Kept[CheckIn]]:
    """The check-in of each of these people on a day; who is missing did not check in."""
    return {entry.event.athlete: entry for entry in reports(store, CheckIn, scope, people, day, day)}


def sessions_of(
    store: Store, scope: Scope, people: Sequence[Person | RosterAthlete], day: dt.date
) -> list[Kept[Session]]:
    """The sessions of these people on a day, in the order they began; those without a time come first."""
    found = reports(store, Session, scope, people, day, day)
    return sorted(found, key=lambda entry: (entry.event.start or "", entry.seq))


def rests(store: Store, scope: Scope, who: Person, day: dt.date) -> bool:
    """Whether a planned rest was entered for this athlete on a day."""
    return bool(reports(store, RestDay, scope, [who], day, day))


def reports(
    store: Store,
    kind: type[Report],
    scope: Scope,
    people: Sequence[Person | RosterAthlete],
    first: dt.date,
    last: dt.date,
) -> list[Kept[Report]]:
    """Everything of one kind that was said about these people from a first day to a last."""
    numbers, homes = [who.athlete for who in people], [who.home for who in people]
    return daily_entries(store, kind, scope, numbers, homes, first, last)


def clock_in(squad: SquadNamed, moment: dt.datetime) -> dt.datetime:
    """A moment as the clock of a squad shows it, without the zone."""
    return moment.astimezone(ZoneInfo(squad.time_zone)).replace(tzinfo=None)
