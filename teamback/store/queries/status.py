"""Status is the latest live entry, so status and history cannot disagree."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import kept


def availability_history(
    store: Store, scope: Scope, athletes: Sequence[int], until: dt.date, known_at: int | None = None
) -> list[Kept[Availability]]:
    """Every live availability decision about the athletes up to a day, oldest day first."""
    where = "t.athlete = any($2::bigint[]) and t.day <= $3::date"
    found = kept(store, Availability, scope, where, [list(athletes), until], known_at)
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def availability_on(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> dict[int, Kept[Availability]]:
    """What was last decided about each athlete up to a day; who is missing was never decided."""
    history = availability_history(store, scope, athletes, day, known_at)
    return {item.event.athlete: item for item in history}
