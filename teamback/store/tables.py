"""How a kind of event lies in its table: column types, and values in and out."""

import datetime as dt
import json
import types
import typing
from typing import Any

from teamback.record.event import Event, columns
from teamback.record.events import KINDS

_SQL = {
    int: "bigint",
    str: "text",
    float: "double precision",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "timestamptz",
}
_NUMPY = {"bigint": "i", "double precision": "f", "boolean": "f"}


def column_types(kind: type[Event]) -> dict[str, str]:
    """The SQL type of each field of a kind; a list of words lies in one text column as JSON."""
    return _COLUMN_TYPES[kind.kind]


def lists(kind: type[Event]) -> frozenset[str]:
    """The fields of a kind that hold a list of words."""
    return _LISTS[kind.kind]


def numpy_kind(kind: type[Event], name: str) -> str:
    """How a field comes out as an array: "f" float64 with NaN, "i" int64, "o" objects."""
    return _NUMPY.get(column_types(kind)[name], "o")


def to_column(kind: type[Event], name: str, value: Any) -> Any:
    """A field's value as its column holds it."""
    if name in lists(kind):
        return json.dumps(list(value), ensure_ascii=False)
    if column_types(kind)[name] == "double precision" and value is not None:
        return float(value)
    return value


def from_column(kind: type[Event], name: str, value: Any) -> Any:
    """A column's value as the field holds it."""
    return tuple(json.loads(value)) if name in lists(kind) else value


def _base(hint: Any) -> type:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return str if typing.get_origin(hint) is tuple else typing.cast(type, hint)


_HINTS = {name: typing.get_type_hints(kind) for name, kind in KINDS.items()}
_COLUMN_TYPES = {
    name: {field: _SQL[_base(_HINTS[name][field])] for field in ("day", *columns(kind))}
    for name, kind in KINDS.items()
}
_LISTS = {
    name: frozenset(f for f in columns(kind) if typing.get_origin(_HINTS[name][f]) is tuple)
    for name, kind in KINDS.items()
}
