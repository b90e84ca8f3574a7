"""Entries of one kind as they were kept, with only the rows and fields that the reader may see."""

from collections.abc import Sequence
from typing import Any, TypeVar

from teamback.record.event import Event, audience_of, columns, must_fields
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.reach import ON_SQUADS, refuse_outsider
from teamback.store.tables import column_types, from_column

E = TypeVar("E", bound=Event)
_HEAD = "j.seq, j.recorded_at, j.recorded_by, j.batch, j.replaces"


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

    Fields of other audiences stay empty. An athlete reads entries about themselves and about squads only;
    staff those about athletes who are or were on a squad they serve, and about these squads.
    """
    refuse_outsider(scope)
    names = readable(kind, scope)
    if not must_fields(kind).keys() <= set(names):
        raise Refusal(f"Your role does not read entries of this kind ({kind.kind.replace('_', ' ')}).")
    values = [EVERYTHING_KNOWN if known_at is None else known_at, *parameters]
    reach = _reach(kind, scope, names, values)
    sql = (
        f"select {_HEAD}, {', '.join(f't.{name}' for name in names)} from {kind.kind} t"
        f" join journal j on j.seq = t.seq where ({where}){reach} and {live} order by j.seq"
    )
    return [_kept(kind, names, row) for row in store.engine.read(sql, values)]


def _reach(kind: type[Event], scope: Scope, names: list[str], values: list[Any]) -> str:
    """The condition that leaves a person the rows within their reach; adds its parameters to `values`."""
    said = ""
    about = columns(kind)
    if "athlete" in about and "athlete" not in names:
        said += " and t.athlete is null"
    elif "athlete" in about and scope.athlete is not None:
        values.append(scope.athlete)
        said += f" and (t.athlete = ${len(values)}::bigint or t.athlete is null)"
    on_athletes = "athlete" in about and kind.about != "squad"
    if scope.squads is not None and (on_athletes or kind.about == "squad"):
        values.append(sorted(scope.squads))
        served = f"${len(values)}"
        said += (
            f" and t.athlete in ({ON_SQUADS.format(squads=served)})"
            if on_athletes
            else f" and t.squad = any({served}::text[])"
        )
    return said


def _kept(kind: type[E], names: list[str], row: tuple[Any, ...]) -> Kept[E]:
    seq, at, by, batch, replaces, *values = row
    said = {name: from_column(kind, name, value) for name, value in zip(names, values, strict=True)}
    return Kept(seq, kind(**said), at, by, batch, replaces)
