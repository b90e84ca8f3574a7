"""How it came to this: one athlete's pain, sessions, load, wellness and availability on one time axis."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from teamback.clinic.limits import Limits
from teamback.clinic.response import Response
from teamback.record.events import AthleteNamed, Availability, CheckIn, Left, Note, Session, TestResult
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN_ONLY, Scope
from teamback.rounds.cases import cases_of
from teamback.rounds.diary import Line, lines
from teamback.rounds.facts import Facts
from teamback.rounds.lanes import Lanes, lanes
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import looked_at, squad_named
from teamback.rounds.whole_history import whole_history
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import athlete_named, memberships, squads
from teamback.store.queries.status import availability_history


@dataclass(frozen=True)
class Story:
    """One athlete up to a day, as known at an entry of the journal (None: everything known now).

    `lanes` reach back over the whole history, `check_ins` and `sessions` (newest first) to the first day
    asked for, and so do `tests` and `notes` (None for whoever may not read them). `responses` says how the
    back took each session, by its number in the journal.
    """

    person: AthleteNamed
    day: dt.date
    age: int | None
    squads: tuple[str, ...]
    lanes: Lanes
    limits: Limits
    check_ins: tuple[Line[CheckIn], ...]
    sessions: tuple[Line[Session], ...]
    responses: Mapping[int, Response]
    availability: tuple[Kept[Availability], ...]
    tests: tuple[Line[TestResult], ...] = ()
    notes: tuple[Kept[Note], ...] | None = None


def story(
    store: Store,
    squad: str,
    day: dt.date,
    known_at: int | None,
    scope: Scope,
    athlete: int,
    since: dt.date | None = None,
) -> Story:
    """The story of an athlete of a squad; entries are listed from `since` on (None: from the first).

    Refusal when the athlete is not on the squad's roster that day, or not for this person to read.
    """
    named = squad_named(store, scope, squad)
    facts = whole_history(store, scope, named.squad, athlete, day, known_at)
    (person,), limits = facts.people, limits_at(store, known_at)
    who = athlete_named(store, scope, athlete, known_at)
    if who is None:
        raise Refusal("Nobody is known under this number.")
    decided = availability_history(store, scope, [athlete], day, known_at)
    asked = (store, scope, person, since or facts.first, day, known_at)
    return Story(
        person=who.event,
        day=day,
        age=_age(who.event.date_of_birth, day),
        squads=_squads(store, scope, athlete, day, known_at),
        lanes=lanes(facts, limits, decided, cases_of(store, scope, [athlete], day, known_at)),
        limits=limits,
        check_ins=lines(asked[0], CheckIn, *asked[1:]),
        sessions=lines(asked[0], Session, *asked[1:]),
        responses=_responses(facts, limits, *looked_at(store, named, day)),
        availability=tuple(reversed(decided)),
        tests=lines(asked[0], TestResult, *asked[1:]),
        notes=_notes(store, scope, athlete, since or facts.first, day, known_at),
    )


def _notes(
    store: Store, scope: Scope, athlete: int, since: dt.date, day: dt.date, known_at: int | None
) -> tuple[Kept[Note], ...] | None:
    if not scope.may_read(CLINICIAN_ONLY):
        return None
    found = clinical_entries(store, Note, scope, [athlete], day, known_at)
    return tuple(kept for kept in reversed(found) if kept.event.day >= since)


def _age(born: dt.date | None, day: dt.date) -> int | None:
    """Years completed on a day."""
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _squads(store: Store, scope: Scope, athlete: int, day: dt.date, known_at: int | None) -> tuple[str, ...]:
    """The names of the squads the athlete is on that day, of those this person serves."""
    on: dict[str, bool] = {}
    for move in memberships(store, scope, athlete, known_at):
        if move.event.day <= day:
            on[move.event.squad] = not isinstance(move.event, Left)
    return tuple(named.name for named in squads(store, scope, known_at) if on.get(named.squad))


def _responses(facts: Facts, limits: Limits, moment: dt.datetime, present: bool) -> dict[int, Response]:
    found = LastSessions(facts, limits, moment, present)
    return {int(facts.sessions["seq"][place]): found.judged(i) for i, place in enumerate(found.past)}
