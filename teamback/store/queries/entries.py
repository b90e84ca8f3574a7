"""Entries of one kind as they were kept, with only the rows and fields that the reader may see."""

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from teamback.record.event import Event, audience_of, columns, must_fields
from teamback.record.kept import Kept, Numbered
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.engine import Row
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.reach import ON_SQUADS, refuse_outsider
from teamback.store.tables import column_types, from_column, lists

E = TypeVar("E", bound=Event)
_SPELT_OUT = 64
_HEAD = "j.recorded_at, j.recorded_by, j.batch, j.replaces"
_JOURNAL = "join journal j on j.seq = t.seq"
_RECORDED = f"select j.seq, {_HEAD} from journal j where j.seq = any($1::bigint[])"


def readable(kind: type[Event], scope: Scope) -> list[str]:
    """The fields of a kind that may reach this person."""
    return [name for name in column_types(kind) if scope.may_read(audience_of(kind, name))]


def in_homes(homes: Iterable[str], place: int) -> tuple[str, Any]:
    """The condition that a row is of one of these home squads, and its parameter, numbered `place`.

    One squad is asked for by equality: of an array DuckDB makes a join, which costs a small select a third.
    """
    found = sorted(set(homes))
    if len(found) == 1:
        return f"t.home = ${place}::text", found[0]
    return f"t.home = any(${place}::text[])", found


def up_to(athletes: Sequence[int], day: dt.date, homes: Iterable[str] = ()) -> tuple[str, list[Any]]:
    """The condition that a row is about one of these athletes, of this day at the latest, and of a home squad
    where any is named; with its parameters, from $2.

    A squad's athletes are spelt out, for the same reason.
    """
    where, values = "t.day <= $2::date", list[Any]([day])
    if homes:
        home, value = in_homes(homes, 3)
        where, values = f"{where} and {home}", [day, value]
    place = len(values) + 2
    if 0 < len(athletes) <= _SPELT_OUT:
        named = ", ".join(f"${place + i}" for i in range(len(athletes)))
        return f"{where} and t.athlete in ({named})", [*values, *athletes]
    return f"{where} and t.athlete = any(${place}::bigint[])", [*values, list(athletes)]


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
    names, rows = _rows(store, kind, scope, where, parameters, known_at, live, (_HEAD, _JOURNAL))
    return [Kept(row[0], _event(kind, names, row[5:]), *row[1:5]) for row in rows]


def numbered(
    store: Store, kind: type[E], scope: Scope, where: str, parameters: Sequence[Any], known_at: int | None
) -> list[Numbered[E]]:
    """As `kept`, where nobody asks who recorded it, or `as_recorded` asks that of several kinds at once:
    without the journal a select costs half as much."""
    names, rows = _rows(store, kind, scope, where, parameters, known_at, LIVE, ("", ""))
    return [Numbered(row[0], _event(kind, names, row[1:])) for row in rows]


def latest(
    store: Store, kind: type[E], scope: Scope, where: str, parameters: Sequence[Any], known_at: int | None
) -> dict[int, Numbered[E]]:
    """Of each athlete the entry of the last day, as `numbered`."""
    names, rows = _rows(store, kind, scope, where, parameters, known_at, LIVE, ("", ""))
    athlete, day = names.index("athlete") + 1, names.index("day") + 1
    last: dict[int, Row] = {}
    for row in rows:
        if row[athlete] not in last or row[day] >= last[row[athlete]][day]:
            last[row[athlete]] = row
    return {key: Numbered(row[0], _event(kind, names, row[1:])) for key, row in last.items()}


def as_recorded(store: Store, *found: Sequence[Numbered[Any]]) -> tuple[list[Kept[Any]], ...]:
    """Entries of several kinds as `kept` gives them: one look-up in the journal for all, none for nothing."""
    seqs = [item.seq for some in found for item in some]
    heads = {seq: head for seq, *head in store.engine.read(_RECORDED, [seqs])} if seqs else {}
    return tuple([Kept(item.seq, item.event, *heads[item.seq]) for item in some] for some in found)


def _rows(
    store: Store,
    kind: type[E],
    scope: Scope,
    where: str,
    parameters: Sequence[Any],
    known_at: int | None,
    live: str,
    journal: tuple[str, str],
) -> tuple[list[str], list[Row]]:
    """The fields that the person may read, and the rows: number, what was asked of the journal, fields."""
    refuse_outsider(scope)
    names = readable(kind, scope)
    if not must_fields(kind).keys() <= set(names):
        raise Refusal(f"Your role does not read entries of this kind ({kind.kind.replace('_', ' ')}).")
    values = [EVERYTHING_KNOWN if known_at is None else known_at, *parameters]
    reach = _reach(kind, scope, names, values)
    head, join = journal
    asked = ["t.seq", *([head] if head else []), *(f"t.{name}" for name in names)]
    sql = f"select {', '.join(asked)} from {kind.kind} t {join} where ({where}){reach} and {live}"
    return names, sorted(store.engine.read(sql, values), key=itemgetter(0))


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


def _event(kind: type[E], names: list[str], values: Sequence[Any]) -> E:
    said = dict(zip(names, values, strict=True))
    said |= {name: from_column(kind, name, said[name]) for name in lists(kind) if name in said}
    return kind(**said)
