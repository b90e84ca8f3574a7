"""Plain rows of daily facts by home squad, as arrays for measures or as entries for evidence."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from teamback.record.event import Event, audience_of
from teamback.record.events import (
    CheckIn,
    InstrumentTotal,
    ManoeuvreScore,
    PainEntry,
    RestDay,
    Session,
    TestResult,
)
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.engine import Columns
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import in_homes, kept
from teamback.store.reach import athletes_served, refuse_outsider
from teamback.store.tables import column_types, numpy_kind

F = TypeVar("F", CheckIn, Session, RestDay, TestResult, InstrumentTotal, PainEntry, ManoeuvreScore)
_DAY = "(t.day - date '1970-01-01') as day"
_SHAPES = {"boolean": "t.{name}::int", "timestamptz": "extract(epoch from t.{name})::double precision"}
_CLOCK = {"start": "extract(epoch from t.start::time)::double precision / 3600"}
_TYPES = {"i": np.int64, "f": np.float64, "o": object}


def daily_columns(
    store: Store,
    kind: type[Event],
    fields: Sequence[str],
    scope: Scope,
    homes: Sequence[str],
    since: dt.date,
    until: dt.date,
    known_at: int | None = None,
) -> Columns:
    """Live rows of one kind of daily fact: arrays `seq`, `athlete`, `day` (int64, days since 1970) and the
    fields asked for (numbers float64 with NaN for null; yes/no 1, 0 or NaN; moments in seconds since 1970,
    a start in hours since midnight; texts, and lists of words as JSON, as objects with None for null: each
    costs as much as five numbers).

    One plain select a home squad, filtered by equality: that keeps a squad's cost flat in a large store.
    Rows come in no promised order. Refuses a field that this person's role may not read.
    """
    refuse_outsider(scope)
    for name in fields:
        if not scope.may_read(audience_of(kind, name)):
            raise Refusal(f"Your role does not read {name.replace('_', ' ')}.")
    version = EVERYTHING_KNOWN if known_at is None else known_at
    own = "" if scope.athlete is None else " and t.athlete = $5::bigint"
    sql = (
        f"select {', '.join(['t.seq', 't.athlete', _DAY, *(_field(kind, name) for name in fields)])}"
        f" from {kind.kind} t where t.home = $2::text and t.day between $3::date and $4::date{own} and {LIVE}"
    )
    kinds = {"seq": "i", "athlete": "i", "day": "i"} | {name: _kind(kind, name) for name in fields}
    mine = [] if scope.athlete is None else [scope.athlete]
    parts = [store.engine.read_columns(sql, [version, home, since, until, *mine], kinds) for home in homes]
    return _within_reach(store, scope, _joined(parts, kinds))


def _joined(parts: list[Columns], kinds: dict[str, str]) -> Columns:
    if len(parts) == 1:
        return parts[0]
    empty = {name: np.zeros(0, _TYPES[kind]) for name, kind in kinds.items()}
    return {name: np.concatenate([empty[name], *(part[name] for part in parts)]) for name in kinds}


def _within_reach(store: Store, scope: Scope, found: Columns) -> Columns:
    """Only athletes of squads that the person serves: sieved here, as a join would slow the plain select."""
    if scope.squads is None:
        return found
    inside = np.isin(found["athlete"], athletes_served(store.engine.read, scope.squads))
    return found if inside.all() else {name: column[inside] for name, column in found.items()}


def daily_entries(
    store: Store,
    kind: type[F],
    scope: Scope,
    athletes: Sequence[int],
    homes: Sequence[str],
    since: dt.date,
    until: dt.date,
    known_at: int | None = None,
) -> list[Kept[F]]:
    """The entries themselves, whole, for the few days that a page shows as evidence."""
    home, value = in_homes(homes, 2)
    where = f"{home} and t.athlete = any($3::bigint[]) and t.day between $4::date and $5::date"
    return kept(store, kind, scope, where, [value, list(athletes), since, until], known_at)


def _field(kind: type[Event], name: str) -> str:
    shape = _CLOCK.get(name) or _SHAPES.get(column_types(kind)[name], "t.{name}")
    return f"{shape.format(name=name)} as {name}"


def _kind(kind: type[Event], name: str) -> str:
    return "f" if name in _CLOCK else numpy_kind(kind, name)
