"""How the back took the last session of one athlete, and on which day that was."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.response import Response
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.facts import read_facts
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import looked_at, squad_named
from teamback.store import Store

_BACK = dt.timedelta(days=60)


@dataclass(frozen=True)
class LastResponse:
    """The response to the last session of the last 60 days; nothing where there was none."""

    response: Response | None = None
    day: dt.date | None = None


def last_response(
    store: Store, scope: Scope, squad: str, person: RosterAthlete, day: dt.date, known_at: int | None = None
) -> LastResponse:
    """Judged on a day as the morning board judges it."""
    named = squad_named(store, scope, squad)
    facts = read_facts(store, scope, squad, [person], day - _BACK, day, known_at)
    sessions = LastSessions(facts, limits_at(store, known_at), *looked_at(store, named, day))
    place = sessions.pair(0)[:1]
    if not place:
        return LastResponse()
    on = facts.first + dt.timedelta(days=int(facts.sessions["column"][place[0]]))
    return LastResponse(sessions.response(0), on)
