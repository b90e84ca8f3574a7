"""Everything ever written down about one athlete: lines that look back over all days begin here."""

import datetime as dt

from teamback.record.events import CheckIn, RestDay, Session
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH, Facts, read_facts
from teamback.store import Store
from teamback.store.queries.daily import daily_columns

_DAILY = (CheckIn, Session, RestDay)
_AT_LEAST = dt.timedelta(days=62)
"""So much is laid out for a newcomer too: enough for every measure to look back from the first day shown."""


def whole_history(
    store: Store,
    scope: Scope,
    squad: str,
    person: RosterAthlete,
    last: dt.date,
    known_at: int | None = None,
) -> Facts:
    """The athlete's facts from the first day with an entry, however long ago, to a last day."""
    first = min(_first_entry(store, scope, person, last, known_at), last - _AT_LEAST)
    return read_facts(store, scope, squad, [person], first, last, known_at)


def _first_entry(
    store: Store, scope: Scope, person: RosterAthlete, last: dt.date, known_at: int | None
) -> dt.date:
    asked = (scope, [person.home], dt.date.min, last, known_at)
    found = last
    for kind in _DAILY:
        rows = daily_columns(store, kind, (), *asked)
        own = rows["day"][rows["athlete"] == person.athlete]
        if len(own):
            found = min(found, EPOCH + dt.timedelta(days=int(own.min())))
    return found
