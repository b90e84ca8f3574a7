"""Whether the record is as it was written, beside the newest backup, with a word on how far the check is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from teamback.store import Store
from teamback.store.backup import backups_of, ends_of
from teamback.store.verify import verify


@dataclass(frozen=True)
class Checked:
    """What a check of the whole chain found, and the moment of the backup it was compared with."""

    entries: int
    erased: int
    readings: int
    head: str
    faults: tuple[str, ...]
    beside: dt.datetime | None


def checked(store: Store, folder: Path, tell: Callable[[float], None]) -> Checked:
    """Reads the whole journal and the log of readings; `tell` hears the share that is done."""
    newest = next(iter(backups_of(store, folder)), None)
    total = max(store.head(), 1)
    ends = ends_of(newest.path) if newest else None
    found = verify(store, ends, lambda entries: tell(min(entries / total, 1.0)))
    return Checked(
        found.entries,
        found.erased,
        found.ends.readings,
        found.head,
        found.faults,
        newest.at if newest else None,
    )
