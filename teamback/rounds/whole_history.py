"""Everything ever written down about one athlete: lines that look back over all days begin here."""

import datetime as dt

from teamback.record.events import CheckIn, RestDay, Session
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH, Facts, read_facts
from teamback.store import Store
from teamback.store.queries.daily import daily_columns
from teamback.store.queries.roster import roster

_DAILY = (CheckIn, Session, RestDay)
_AT_LEAST = dt.timedelta(days=400)
"""So much is laid out for a newcomer too: a year can be shown, empty before the first entry, and a measure
can look back from its first day."""


def whole_history(
    store: Store, scope: Scope, squad: str, athlete: int, last: dt.date, known_at: int | None = None
) -> Facts:
    """The facts of one athlete from the first entry, however long ago, to a last day.

    Refusal when the athlete is not on the squad's roster on that day, or not for this person to read.
    """
    found = [p for p in roster(store, scope, squad, last, known_at) if p.athlete == athlete]
    if not found:
        raise Refusal("This athlete is not on this squad on that day. Choose another squad or day.")
    first = min(_first_entry(store, scope, found[0], last, known_at), last - _AT_LEAST)
    return read_facts(store, scope, squad, found, first, last, known_at)


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
