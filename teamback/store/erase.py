"""Erasing a person: content and salts go, digests and chain stay, and the journal says that it was done."""

import datetime as dt

from teamback.record.event import columns
from teamback.record.events import KINDS, Erased
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.appending import Entry, append
from teamback.store.engine import Execute
from teamback.store.journal import Store


def erase(store: Store, athlete: int, by: Scope, reason: str) -> int:
    """Deletes everything held on one athlete, for good; returns how many entries lost their content.

    The journal keeps a line an entry (a number, a day, a digest), none of which names the person.
    """

    def work(execute: Execute) -> int:
        gone = [
            seq
            for kind in KINDS.values()
            if "athlete" in columns(kind)
            for (seq,) in execute(
                f"delete from {kind.kind} where athlete = $1::bigint returning seq", [athlete]
            )
        ]
        if not gone:
            raise Refusal("Nothing is held on this athlete.")
        execute(
            "update journal set salt = null, recorded_by = 'erased', subject = 'erased'"
            " where seq = any($1::bigint[])",
            [gone],
        )
        now = store.clock().astimezone(dt.UTC)
        said = Erased(day=now.date(), erased_as="erased", reason=reason, entries=len(gone))
        append(execute, [Entry(said)], by, now)
        return len(gone)

    return store.engine.write(work)
