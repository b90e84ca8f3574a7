"""What an import asks of the record before it adds to it: who was ever there, and what was withdrawn."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from teamback.record.event import Event
from teamback.record.events import AthleteNamed, Joined, Left
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import kept

E = TypeVar("E", bound=Event)
_WITHDRAWN = (
    "t.seq <= $1::bigint and exists (select 1 from superseded s join journal c on c.seq = s.by_seq"
    " where s.seq = t.seq and s.until_seq is null and c.kind <> 'undone')"
)
_BY_WHOM = (
    "select s.seq, s.by_seq, c.recorded_by, c.batch from superseded s join journal c on c.seq = s.by_seq"
    " where s.seq = any($1::bigint[]) and s.until_seq is null and c.kind <> 'undone' order by s.by_seq"
)


@dataclass(frozen=True)
class Withdrawn(Generic[E]):
    """An entry that counts no longer, and who corrected it last or set it aside, in which batch."""

    entry: Kept[E]
    by_seq: int
    by: str
    in_batch: int


def squad_moves(store: Store, scope: Scope, squad: str) -> list[Kept[Joined] | Kept[Left]]:
    """Everybody who ever joined or left a squad, in the order of the days."""
    joined = kept(store, Joined, scope, "t.squad = $2", [squad], None)
    left = kept(store, Left, scope, "t.squad = $2", [squad], None)
    return sorted([*joined, *left], key=lambda item: (item.event.day, item.seq))


def athletes_known_as(store: Store, scope: Scope, external_ids: Sequence[str]) -> list[Kept[AthleteNamed]]:
    """The athletes of any squad who carry one of these external ids."""
    sought = sorted({json.dumps(text, ensure_ascii=False) for text in external_ids})
    where = (
        "exists (select 1 from (select unnest($2::text[]) as id) sought"
        " where strpos(t.external_ids, sought.id) > 0)"
    )
    return kept(store, AthleteNamed, scope, where, [sought], None)


def withdrawn(
    store: Store, kind: type[E], scope: Scope, subjects: Sequence[str], since: dt.date, until: dt.date
) -> list[Withdrawn[E]]:
    """Entries about these subjects that were corrected or set aside one by one, not undone with a batch."""
    where = "j.subject = any($2::text[]) and j.day between $3::date and $4::date"
    entries = kept(store, kind, scope, where, [list(subjects), since, until], None, live=_WITHDRAWN)
    rows = store.engine.read(_BY_WHOM, [[entry.seq for entry in entries]])
    last = {seq: rest for seq, *rest in rows}
    return [Withdrawn(entry, *last[entry.seq]) for entry in entries]
