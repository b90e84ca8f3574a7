"""A small ward, and what it refuses."""

from typing import Any

import pytest

from teamback.record.event import Event, must_fields
from teamback.record.events import (
    KINDS,
)
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.tables import column_types
from tests.squads import DOCTOR
from tests.store.filled import filled

KARI, OLA = 1, 2


def refused(store: Store, *events: Event | Entry, by: Scope = DOCTOR) -> Refusal:
    """The refusal of a batch, of which nothing is written."""
    head = store.head()
    rows = {kind: store.engine.read(f"select count(*) from {kind}") for kind in KINDS}
    with pytest.raises(Refusal) as refusal:
        store.keep(list(events), by)
    assert store.head() == head
    assert rows == {kind: store.engine.read(f"select count(*) from {kind}") for kind in KINDS}
    assert "\n" not in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")
    return refusal.value


def an_event(kind: type[Event], **fields: Any) -> Event:
    """The shortest event of a kind that is kept."""
    musts: dict[str, Any] = {
        "athlete": KARI,
        "squad": "first",
        "what": "training",
        "training": "modified",
        "match": "not_available",
        "planned_load": None,
    }
    plain = filled(kind)
    needed = {name: getattr(plain, name) for name in must_fields(kind)}
    return kind(**needed | {n: v for n, v in musts.items() if n in column_types(kind)} | fields)
