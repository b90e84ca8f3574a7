"""What is planned for a squad."""

import datetime as dt

from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import kept


def calendar(
    store: Store, scope: Scope, squad: str, since: dt.date, until: dt.date, known_at: int | None = None
) -> list[Kept[CalendarEntry]]:
    """A squad's entries between two days, by day and time."""
    where = "t.squad = $2::text and t.day between $3::date and $4::date"
    found = kept(store, CalendarEntry, scope, where, [squad, since, until], known_at)
    return sorted(found, key=lambda item: (item.event.day, item.event.start or "", item.seq))
