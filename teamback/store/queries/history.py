"""What the journal says about itself: batches, corrections, the last change, what was known at a moment."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.record.events import Imported, LimitsInForce
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM, Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN
from teamback.store.queries.entries import kept
from teamback.store.reach import refuse_outsider


@dataclass(frozen=True)
class LastChange:
    """Who wrote last, and when."""

    seq: int
    recorded_by: str
    recorded_at: dt.datetime


def known_at_the_end_of(store: Store, moment: dt.datetime) -> int:
    """The number of the newest entry recorded before a moment: what was known then."""
    sql = "select max(seq) from journal where recorded_at < $1::timestamptz"
    return int(store.engine.read(sql, [moment])[0][0] or 0)


def last_change(store: Store, known_at: int | None = None) -> LastChange | None:
    """The newest entry that a person made and that was not erased since."""
    sql = (
        "select seq, recorded_by, recorded_at from journal where seq <= $1::bigint"
        " and recorded_by <> $2::text and salt is not null order by seq desc limit 1"
    )
    version = EVERYTHING_KNOWN if known_at is None else known_at
    found = store.engine.read(sql, [version, PROGRAM.signature])
    return LastChange(*found[0]) if found else None


def recorded_by(store: Store, scope: Scope, seq: int) -> str:
    """Who wrote an entry that this person was given."""
    refuse_outsider(scope)
    found = store.engine.read("select recorded_by from journal where seq = $1::bigint", [seq])
    return str(found[0][0])


def entered_late(store: Store, entries: Sequence[int]) -> dict[int, int]:
    """Of some entries those that were first written down after their day, and how many days after it."""
    sql = (
        "select seq, day, recorded_at from journal where seq = any($1::bigint[]) and replaces is null"
        " and recorded_at >= (day + 1)::timestamptz"
    )
    rows = store.engine.read(sql, [list(entries)]) if entries else []
    return {int(seq): (at.astimezone(dt.UTC).date() - day).days for seq, day, at in rows}


def limits_in_force(store: Store, known_at: int | None = None) -> Kept[LimitsInForce] | None:
    """The limits the rules read, as last brought into force."""
    found = kept(store, LimitsInForce, PROGRAM, "true", [], known_at)
    return found[-1] if found else None


def imports(store: Store, scope: Scope) -> list[Kept[Imported]]:
    """The files let in that still count, newest first."""
    return kept(store, Imported, scope, "true", [], None)[::-1]
