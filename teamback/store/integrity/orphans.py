"""Nothing that counts may be about an athlete or a squad that no longer does: it would vanish unseen."""

from collections.abc import Sequence
from typing import Any

from teamback.record.event import columns
from teamback.record.events import KINDS, CaseOpened
from teamback.record.refusal import Refusal
from teamback.record.words import how_many
from teamback.store.engine import Execute
from teamback.store.live import EVERYTHING_KNOWN, LIVE

# Table and field that holds the key, by the table that names it; daily facts rest on the athlete.
_RESTS_ON = {
    "athlete": [(kind.kind, "athlete") for kind in KINDS.values() if "athlete" in columns(kind)],
    "squad": [(kind.kind, "squad") for kind in KINDS.values() if "squad" in columns(kind)]
    + [("athlete", "home")],
    "case_opened": [
        (kind.kind, "case_id")
        for kind in KINDS.values()
        if "case_id" in columns(kind) and kind is not CaseOpened
    ],
}
_KEYS = {"athlete": ("athlete", "bigint"), "squad": ("squad", "text"), "case_opened": ("case_id", "bigint")}


def refuse_orphans(execute: Execute, superseding: Sequence[int]) -> None:
    """Refuses what has just been superseded by these entries if others still rest on it."""
    for table, rests in _RESTS_ON.items():
        for key in _gone(execute, table, superseding):
            count = sum(_resting(execute, name, field, _KEYS[table][1], key) for name, field in rests)
            if count:
                entries = how_many(count, "entry", "entries")
                what = "case" if table == CaseOpened.kind else table
                raise Refusal(
                    f"This would take {what} {key} from under {entries}. Undo or set those aside first."
                )


def _gone(execute: Execute, table: str, superseding: Sequence[int]) -> list[Any]:
    """The athletes, squads or cases that no live entry names any more."""
    key = _KEYS[table][0]
    sql = (
        f"select distinct g.{key} from {table} g join superseded s on s.seq = g.seq"
        f" where s.by_seq = any($2::bigint[]) and not exists"
        f" (select 1 from {table} t where t.{key} = g.{key} and {LIVE}) order by 1"
    )
    return [found for (found,) in execute(sql, [EVERYTHING_KNOWN, list(superseding)])]


def _resting(execute: Execute, table: str, field: str, sql_type: str, key: Any) -> int:
    sql = f"select count(*) from {table} t where t.{field} = $2::{sql_type} and {LIVE}"
    return int(execute(sql, [EVERYTHING_KNOWN, key])[0][0])
