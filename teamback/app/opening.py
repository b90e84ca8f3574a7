"""The one open store of this process, and what the surroundings said when it began."""

import threading
from functools import cache

from teamback.clinic.retention import Rules
from teamback.rounds.limits_now import bring_into_force
from teamback.rounds.own_data.backups import Plan
from teamback.settings import Backups, Retention, Settings
from teamback.store import Store
from teamback.store import open_store as open_store_at

_opening = threading.Lock()
_open: list[Store] = []


@cache
def settings() -> Settings:
    """What the surroundings said when this process began."""
    return Settings()


def backups() -> Plan:
    """Where backups go and how long they stay."""
    return Backups().plan()


def retention() -> Rules:
    """How long a record is kept."""
    return Retention().rules()


def open_store() -> Store:
    """The one store of this process, opened at the first call; Refusal when it cannot be."""
    with _opening:
        if not _open:
            store = open_store_at(settings().store, clock=settings().clock)
            bring_into_force(store, store.clock().date())
            _open.append(store)
        return _open[0]


def close_store() -> None:
    """Closes the store, so that another program may open its file."""
    with _opening:
        while _open:
            _open.pop().close()
