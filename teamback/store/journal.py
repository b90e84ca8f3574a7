"""The journal: everything is an event, appended under one lock, never overwritten."""

import datetime as dt
from collections.abc import Callable, Sequence

from teamback.record.event import Event
from teamback.record.events import Undone
from teamback.record.scope import Scope
from teamback.store import integrity, superseding
from teamback.store.appending import Entry, append
from teamback.store.engine import Engine, Execute

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The clock of a store that is given none."""
    return dt.datetime.now(dt.UTC)


class Store:
    """One store: the journal with its typed tables, on DuckDB or PostgreSQL.

    `clock` gives the present as an aware datetime; only tests and the demo's generator give another.
    """

    def __init__(self, engine: Engine, clock: Clock = utc_now, place: str = "memory") -> None:
        self.engine = engine
        self.clock = clock
        self.place = place

    def head(self) -> int:
        """The number of the newest entry: version, snapshot and cache key at once; 0 for an empty store."""
        return int(self.engine.read("select max(seq) from journal")[0][0] or 0)

    def is_empty(self) -> bool:
        """Whether nothing was ever recorded in it and nobody can sign in."""
        return not self.head() and not self.engine.read("select 1 from access_log limit 1")

    def keep(self, events: Sequence[Event | Entry], by: Scope, *, seen: int | None = None) -> range:
        """Stores a batch of events in one transaction; returns their numbers.

        Refuses, with nothing written, what breaks the record's integrity or is not this person's to record,
        and, when `seen` is given (the head when the form was drawn), when somebody has changed the same
        subject since. Raises TypeError for a value that is not of its field's type.
        """
        entries = [item if isinstance(item, Entry) else Entry(item) for item in events]
        if not entries:
            return range(0)
        integrity.prepare(entries, by, self.now())

        def work(execute: Execute) -> range:
            homes = integrity.refuse(execute, entries, by, seen)
            kept = append(execute, entries, by, self.now(), homes)
            if any(entry.replaces is not None for entry in entries):
                integrity.refuse_orphans(execute, kept)
            return kept

        return self.engine.write(work)

    def refuse_changed_since(self, entries: Sequence[Entry], seen: int) -> None:
        """Raises ChangedSince when somebody changed what these entries are about, after `seen`."""
        integrity.refuse_changed_since(self.engine.read, entries, seen)

    def undo(self, batch: int, by: Scope, reason: str) -> int:
        """Makes a batch count no longer; returns how many entries it had. The journal keeps them.

        What its entries had replaced counts again from now on, unless it was corrected once more since.
        Refuses when entries that still count would lose their athlete or squad, or a day get two check-ins.
        """
        integrity.refuse_text(reason, "reason")

        def work(execute: Execute) -> int:
            integrity.refuse_undo(execute, batch)
            now = self.now()
            undone = Undone(day=now.date(), undone_batch=batch, reason=reason)
            (seq,) = append(execute, [Entry(undone)], by, now)
            superseding.undo(execute, batch, seq)
            integrity.refuse_orphans(execute, [seq])
            integrity.refuse_check_ins_brought_back(execute, seq)
            return int(execute("select count(*) from journal where batch = $1::bigint", [batch])[0][0])

        return self.engine.write(work)

    def now(self) -> dt.datetime:
        """The present in UTC."""
        return self.clock().astimezone(dt.UTC)

    def close(self) -> None:
        """Closes the store; another process may open it then."""
        self.engine.close()
