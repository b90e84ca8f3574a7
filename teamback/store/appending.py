"""How a batch of events becomes rows: one path for one event and for fifteen thousand."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from teamback.record.event import Event
from teamback.record.events import AthleteNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.digest import START_OF_CHAIN, digest, link, new_salt
from teamback.store.engine import Execute
from teamback.store.tables import column_types, to_column

HEAD = "select seq, chain from journal order by seq desc limit 1"
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
_SUPERSEDED = {"seq": "bigint", "by_seq": "bigint"}


@dataclass(frozen=True)
class Entry:
    """An event on its way into the journal; `replaces` numbers the entry that it corrects or sets aside."""

    event: Event
    replaces: int | None = None


def content_of(event: Event) -> dict[str, Any]:
    """An event's fields as its table holds them, without the home squad."""
    kind = type(event)
    return {name: to_column(kind, name, getattr(event, name)) for name in column_types(kind)}


def append(execute: Execute, entries: Sequence[Entry], by: Scope, now: dt.datetime) -> range:
    """Writes checked entries as one batch after the head; runs inside a write transaction."""
    head = execute(HEAD, [])
    first, chain = (int(head[0][0]) + 1, str(head[0][1])) if head else (1, START_OF_CHAIN)
    homes = _homes(execute, entries)
    journal, tables = [], defaultdict(list)
    for seq, entry in enumerate(entries, first):
        event, content, salt = entry.event, content_of(entry.event), new_salt()
        row: list[Any] = [seq, event.kind, event.subject, event.day, now, by.signature, first, entry.replaces]
        entry_digest = digest(dict(zip(HASHED_HEAD, row, strict=True)), content, salt)
        chain = link(chain, entry_digest)
        journal.append([*row, salt, entry_digest, chain])
        home = [homes[event.athlete]] if event.daily else []  # type: ignore[attr-defined]
        tables[type(event)].append([seq, *home, *content.values()])
    insert(execute, "journal", JOURNAL, journal)
    for kind, rows in tables.items():
        insert(execute, kind.kind, table_columns(kind), rows)
    replaced = [[entry.replaces, seq] for seq, entry in enumerate(entries, first) if entry.replaces]
    insert(execute, "superseded", _SUPERSEDED, replaced)
    return range(first, first + len(entries))


def table_columns(kind: type[Event]) -> dict[str, str]:
    """The columns of a kind's table, in the order they are written."""
    home = {"home": "text"} if kind.daily else {}
    return {"seq": "bigint"} | home | column_types(kind)


def insert(execute: Execute, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
    """Inserts any number of rows in one statement, the same text on both engines."""
    if rows:
        arrays = ", ".join(f"unnest(${n}::{sql}[])" for n, sql in enumerate(columns.values(), 1))
        sql = f"insert into {table} ({', '.join(columns)}) select {arrays}"
        execute(sql, [list(column) for column in zip(*rows, strict=True)])


def _homes(execute: Execute, entries: Sequence[Entry]) -> dict[int, str]:
    """The home squad of every athlete the batch has daily facts of: the key of those tables."""
    homes = {e.event.athlete: e.event.home for e in entries if isinstance(e.event, AthleteNamed)}
    wanted = {e.event.athlete for e in entries if e.event.daily} - homes.keys()  # type: ignore[attr-defined]
    if wanted:
        sql = "select athlete, home from athlete where athlete = any($1::bigint[]) order by seq"
        homes |= {int(athlete): home for athlete, home in execute(sql, [sorted(wanted)])}
    if strangers := wanted - homes.keys():
        raise Refusal(f"Nobody is known under the number {min(strangers)}. Add the athlete first.")
    return homes
