"""What was corrected or set aside: entries that count no longer, and by whom they were replaced."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from teamback.record.events import CheckIn, InstrumentTotal, ManoeuvreScore, PainEntry, Session, TestResult
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN
from teamback.store.queries.entries import in_homes, kept

F = TypeVar("F", CheckIn, Session, TestResult, InstrumentTotal, PainEntry, ManoeuvreScore)
_REPLACED_BY = (
    "select s.by_seq from superseded s join journal n on n.seq = s.by_seq where s.seq = {entry}"
    " and n.replaces = {entry} and s.by_seq <= $1::bigint"
    " and (s.until_seq is null or s.until_seq > $1::bigint)"
)
_CORRECTED = f"t.seq <= $1::bigint and exists ({_REPLACED_BY.format(entry='t.seq')})"
_BY_WHOM = (
    "select n.replaces, n.seq, n.kind, n.recorded_by, n.recorded_at from journal n"
    " where n.replaces = any($2::bigint[])"
    f" and n.seq in ({_REPLACED_BY.format(entry='n.replaces')})"
)


@dataclass(frozen=True)
class Correction(Generic[F]):
    """An entry that counts no longer, and who corrected it or set it aside, when, with which entry."""

    old: Kept[F]
    by_seq: int
    by: str
    at: dt.datetime
    set_aside: bool


def corrections(
    store: Store,
    kind: type[F],
    scope: Scope,
    athlete: int,
    homes: Sequence[str],
    since: dt.date,
    until: dt.date,
    known_at: int | None = None,
) -> list[Correction[F]]:
    """The daily entries of an athlete that were corrected or set aside one by one, in the order recorded.

    What was undone with its whole batch is not among them. Fields that the reader may not see stay empty.
    """
    home, value = in_homes(homes, 2)
    where = f"{home} and t.athlete = $3::bigint and t.day between $4::date and $5::date"
    asked = [value, athlete, since, until]
    found = kept(store, kind, scope, where, asked, known_at, live=_CORRECTED)
    version = EVERYTHING_KNOWN if known_at is None else known_at
    rows = store.engine.read(_BY_WHOM, [version, [entry.seq for entry in found]]) if found else []
    by = {seq: (by_seq, who, at, kind == "set_aside") for seq, by_seq, kind, who, at in rows}
    return [Correction(entry, *by[entry.seq]) for entry in found]
