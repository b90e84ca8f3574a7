"""Who wrote and who opened what of whom: every entry there ever was, and the log of readings."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from teamback.record.event import Event, columns
from teamback.record.events import KINDS, Erased, RemovalRequested
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, STAFF, Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import kept
from teamback.store.reach import athletes_served, refuse_outsider
from teamback.store.read_log import Opened

E = TypeVar("E", bound=Event)
_WHATEVER_BECAME_OF_IT = "t.seq <= $1::bigint"
_FATES = (
    "select s.seq, s.by_seq, j.kind, j.recorded_by, j.recorded_at from superseded s"
    " join journal j on j.seq = s.by_seq"
    " where s.seq = any($1::bigint[]) and s.until_seq is null order by s.seq, s.by_seq"
)
_KINDS_OF = "select seq, kind from journal where seq = any($1::bigint[]) order by seq"
_OF_BATCHES = "select batch, kind, seq from journal where batch = any($1::bigint[]) order by seq"
_OPENED = (
    "select number, read_at, person, page, subject from read_log"
    " where read_at >= $1::timestamptz and read_at < $2::timestamptz{more} order by number desc"
)
_NO_CONTACT = ("athlete", "guardian", "consent", "removal_requested", "alert_sent")
_LAST_DAY = " union all ".join(
    f"select max(t.day) as day from {kind.kind} t"
    f" where t.athlete = $2::bigint and t.day <= $3::date and {LIVE}"
    for kind in KINDS.values()
    if "athlete" in columns(kind) and kind.kind not in _NO_CONTACT
)


@dataclass(frozen=True)
class Fate:
    """Why an entry counts no longer: the entry that corrected it, set it aside or undid its batch."""

    by_seq: int
    kind: str
    by: str
    at: dt.datetime


def recorded(
    store: Store, kind: type[E], scope: Scope, after: int, last: int, athlete: int | None = None
) -> list[Kept[E]]:
    """The entries of a kind with a number above one and up to another, whatever became of them."""
    where, asked = "t.seq > $2::bigint and t.seq <= $3::bigint", [after, last]
    if athlete is not None:
        where += " and t.athlete = $4::bigint"
        asked.append(athlete)
    return kept(store, kind, scope, where, asked, None, live=_WHATEVER_BECAME_OF_IT)


def entries_numbered(store: Store, kind: type[E], scope: Scope, numbers: Sequence[int]) -> list[Kept[E]]:
    """The entries of a kind with these numbers, as far as they are within the person's reach."""
    where = "t.seq = any($2::bigint[])"
    return kept(store, kind, scope, where, [list(numbers)], None, live=_WHATEVER_BECAME_OF_IT)


def fates(store: Store, scope: Scope, numbers: Sequence[int]) -> dict[int, Fate]:
    """What became of those of these entries that count no longer; of several reasons the last one."""
    _refuse_but_staff(scope)
    return {seq: Fate(*rest) for seq, *rest in store.engine.read(_FATES, [list(numbers)])}


def kinds_of(store: Store, scope: Scope, numbers: Sequence[int]) -> dict[int, str]:
    """Of which kind these entries are."""
    _refuse_but_staff(scope)
    return dict(store.engine.read(_KINDS_OF, [list(numbers)]))


def in_batches(store: Store, scope: Scope, batches: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """The kind and number of every entry of these batches."""
    _refuse_but_staff(scope)
    found: dict[int, list[tuple[str, int]]] = {batch: [] for batch in batches}
    for batch, kind, seq in store.engine.read(_OF_BATCHES, [list(batches)]):
        found[batch].append((kind, seq))
    return found


def openings(
    store: Store, scope: Scope, since: dt.datetime, until: dt.datetime, athlete: int | None = None
) -> list[Opened]:
    """Who opened which page of whom between two moments, newest first, of the athletes within reach."""
    refuse_outsider(scope)
    asked: list[object] = [since, until]
    more = ""
    if scope.squads is not None:
        asked.append([str(n) for n in athletes_served(store.engine.read, scope.squads)])
        more += " and subject = any($3::text[])"
    for one in (athlete, scope.athlete):
        if one is not None:
            asked.append(str(one))
            more += f" and subject = ${len(asked)}::text"
    return [Opened(*row) for row in store.engine.read(_OPENED.format(more=more), asked)]


def erasures(store: Store, scope: Scope) -> list[Kept[Erased]]:
    """Everybody who was removed; the entry names nobody."""
    return kept(store, Erased, scope, "true", [], None)


def removals_asked_for(store: Store, scope: Scope) -> list[Kept[RemovalRequested]]:
    """The requests that a person be removed, which nobody has carried out or taken back."""
    return kept(store, RemovalRequested, scope, "true", [], None)


def last_contact(store: Store, scope: Scope, athlete: int, today: dt.date) -> dt.date | None:
    """The last day, up to today, on which anything that counts was recorded about an athlete."""
    if scope.audience != CLINICIAN:
        raise Refusal("Only the medical staff reads when the last contact was.")
    if scope.squads is not None and athlete not in athletes_served(store.engine.read, scope.squads):
        return None
    sql = f"select max(d.day) from ({_LAST_DAY}) d"
    found: dt.date | None = store.engine.read(sql, [EVERYTHING_KNOWN, athlete, today])[0][0]
    return found


def _refuse_but_staff(scope: Scope) -> None:
    refuse_outsider(scope)
    if scope.audience not in STAFF:
        raise Refusal("Only the staff reads what became of entries.")
