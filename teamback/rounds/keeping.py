"""The write path of every form: the clinic's checks once more, then the store."""

import datetime as dt
from collections.abc import Sequence

from teamback.clinic.availability import missing
from teamback.record.event import Event
from teamback.record.events import Availability
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.appending import Entry


def keep(
    store: Store, events: Sequence[Event | Entry], by: Scope, today: dt.date, seen: int | None
) -> range:
    """Stores what a form gives as one batch; Refusal with the clinic's first sentence against it."""
    for item in events:
        event = item.event if isinstance(item, Entry) else item
        if isinstance(event, Availability) and (refusals := missing(event, by, today)):
            raise refusals[0]
    return store.keep(events, by, seen=seen)
