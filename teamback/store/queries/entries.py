"""Entries of one kind as they were kept, with only the fields that the reader may see."""

from collections.abc import Sequence
from typing import Any, TypeVar

from teamback.record.event import Event, audience_of
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import LIVE
from teamback.store.tables import column_types, from_column

E = TypeVar("E", bound=Event)
_HEAD = "j.seq, j.recorded_at, j.recorded_by, j.batch, j.replaces"
EVERYTHING_KNOWN = 2**62


def readable(kind: type[Event], scope: Scope) -> list[str]:
    """The fields of a kind that may reach this person."""
    return [name for name in column_types(kind) if scope.may_read(audience_of(kind, name))]


def kept(
    store: Store,
    kind: type[E],
    scope: Scope,
    where: str,
    parameters: Sequence[Any],
    known_at: int | None,
    live: str = LIVE,
) -> list[Kept[E]]:
    """Live entries of a kind in the order they were recorded; `where` numbers its parameters from $2.

    An athlete reads entries about themselves and about squads only; fields of other audiences stay empty.
    """
    names = readable(kind, scope)
    if not names:
        raise Refusal("Your role does not read athletes' records.")
    values = [EVERYTHING_KNOWN if known_at is None else known_at, *parameters]
    own = ""
    if scope.athlete is not None and "athlete" in column_types(kind):
        values.append(scope.athlete)
        own = f" and (t.athlete = ${len(values)}::bigint or t.athlete is null)"
    fields = ", ".join(f"t.{name}" for name in names)
    sql = (
        f"select {_HEAD}, {fields} from {kind.kind} t join journal j on j.seq = t.seq"
        f" where {where}{own} and {live} order by j.seq"
    )
    return [_kept(kind, names, row) for row in store.engine.read(sql, values)]


def _kept(kind: type[E], names: list[str], row: tuple[Any, ...]) -> Kept[E]:
    seq, at, by, batch, replaces, *values = row
    fields = {name: from_column(kind, name, value) for name, value in zip(names, values, strict=True)}
    return Kept(seq, kind(**fields), at, by, batch, replaces)
