"""Status is the latest live entry, so status and history cannot disagree."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import kept, latest

_UP_TO = "t.athlete = any($2::bigint[]) and t.day <= $3::date"


def availability_history(
    store: Store, scope: Scope, athletes: Sequence[int], until: dt.date, known_at: int | None = None
) -> list[Kept[Availability]]:
    """Every live availability decision about the athletes up to a day, oldest day first."""
    found = kept(store, Availability, scope, _UP_TO, [list(athletes), until], known_at)
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def availability_on(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> dict[int, Kept[Availability]]:
    """What was last decided about each athlete up to a day; who is missing was never decided."""
    return latest(store, Availability, scope, _UP_TO, [list(athletes), day], known_at)
