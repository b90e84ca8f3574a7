"""Status is the latest live entry, so status and history cannot disagree."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.events import Availability
from teamback.record.kept import Kept, Numbered
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import as_recorded, kept, latest, up_to


def availability_history(
    store: Store, scope: Scope, athletes: Sequence[int], until: dt.date, known_at: int | None = None
) -> list[Kept[Availability]]:
    """Every live availability decision about the athletes up to a day, oldest day first."""
    found = kept(store, Availability, scope, *up_to(athletes, until), known_at)
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def availability_on(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> dict[int, Kept[Availability]]:
    """What was last decided about each athlete up to a day; who is missing was never decided."""
    last = availability_numbered(store, scope, athletes, day, known_at)
    return dict(zip(last, as_recorded(store, list(last.values()))[0], strict=True))


def availability_numbered(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> dict[int, Numbered[Availability]]:
    """The same where nobody asks yet who decided: for a board."""
    return latest(store, Availability, scope, *up_to(athletes, day), known_at)
