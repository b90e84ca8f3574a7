"""How a batch of events becomes rows: one path for one event and for fifteen thousand."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from teamback.record.event import Event
from teamback.record.scope import Scope
from teamback.store.digest import START_OF_CHAIN, digest, link, new_salt
from teamback.store.engine import Execute
from teamback.store.superseding import supersede
from teamback.store.tables import content_of, content_types

HEAD = "select seq, chain, recorded_at from journal where seq = (select max(seq) from journal)"
JOURNAL = {
    "seq": "bigint",
    "kind": "text",
    "subject": "text",
    "day": "date",
    "recorded_at": "timestamptz",
    "recorded_by": "text",
    "batch": "bigint",
    "replaces": "bigint",
    "salt": "text",
    "digest": "text",
    "chain": "text",
}
HASHED_HEAD = ("seq", "kind", "subject", "day", "recorded_at", "recorded_by", "batch", "replaces")


@dataclass(frozen=True)
class Entry:
    """An event on its way into the journal; `replaces` numbers the entry that it corrects or sets aside.

    `by` is who records it where that is not the batch's author: the program, for what follows by itself.
    """

    event: Event
    replaces: int | None = None
    by: Scope | None = None

    @cached_property
    def content(self) -> dict[str, Any]:
        """The event's fields as its table holds them, without the home squad."""
        return content_of(self.event)


def append(
    execute: Execute,
    entries: Sequence[Entry],
    by: Scope,
    now: dt.datetime,
    homes: Mapping[int, str] | None = None,
) -> range:
    """Writes checked entries as one batch after the head; runs inside a write transaction.

    `homes` gives the home squad of every athlete whose daily facts are among them. A clock that went back
    does not take the journal with it: nothing is recorded before what came earlier.
    """
    head = execute(HEAD, [])
    last, chain, at = (
        (int(head[0][0]), str(head[0][1]), max(now, head[0][2])) if head else (0, START_OF_CHAIN, now)
    )
    first = last + 1
    journal, tables = [], defaultdict(list)
    for seq, entry in enumerate(entries, first):
        event, salt = entry.event, new_salt()
        home = {"home": (homes or {})[event.athlete]} if event.daily else {}  # type: ignore[attr-defined]
        content = home | entry.content
        signed = (entry.by or by).signature
        row: list[Any] = [seq, event.kind, event.subject, event.day, at, signed, first, entry.replaces]
        entry_digest = digest(dict(zip(HASHED_HEAD, row, strict=True)), content, salt)
        chain = link(chain, entry_digest)
        journal.append([*row, salt, entry_digest, chain])
        tables[type(event)].append([seq, *content.values()])
    insert(execute, "journal", JOURNAL, journal)
    for kind, rows in tables.items():
        insert(execute, kind.kind, table_columns(kind), rows)
    supersede(execute, [(e.replaces, seq) for seq, e in enumerate(entries, first) if e.replaces is not None])
    return range(first, first + len(entries))


def table_columns(kind: type[Event]) -> dict[str, str]:
    """The columns of a kind's table, in the order they are written."""
    return {"seq": "bigint"} | content_types(kind)


def insert(execute: Execute, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
    """Inserts any number of rows in one statement, the same text on both engines.

    An array costs 1 us a value on its way in: what all rows share goes as one value, and nothing for null.
    """
    if not rows:
        return
    names, values, parameters = [], [], []
    for (name, sql), column in zip(columns.items(), zip(*rows, strict=True), strict=True):
        shared = column.count(column[0]) == len(rows) and name != "seq"
        if shared and column[0] is None:
            continue
        parameters.append(column[0] if shared else list(column))
        names.append(name)
        values.append(f"${len(names)}::{sql}" if shared else f"unnest(${len(names)}::{sql}[])")
    execute(f"insert into {table} ({', '.join(names)}) select {', '.join(values)}", parameters)
