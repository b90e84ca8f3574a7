"""How a kind of event lies in its table: column types, and values in and out."""

import datetime as dt
import json
import operator
import types
import typing
from collections.abc import Callable, Mapping
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
_NUMPY = {"bigint": "i", "double precision": "f", "boolean": "f", "timestamptz": "f"}


def column_types(kind: type[Event]) -> dict[str, str]:
    """The SQL type of each field of a kind; a list of words lies in one text column as JSON."""
    return _COLUMN_TYPES[kind.kind]


def content_types(kind: type[Event]) -> dict[str, str]:
    """The SQL types of all that a kind's table holds besides the entry's number, as the digest covers it."""
    return ({"home": "text"} if kind.daily else {}) | column_types(kind)


def lists(kind: type[Event]) -> frozenset[str]:
    """The fields of a kind that hold a list of words."""
    return _LISTS[kind.kind]


def numpy_kind(kind: type[Event], name: str) -> str:
    """How a field comes out as an array: "f" float64 with NaN, "i" int64, "o" objects."""
    return _NUMPY.get(column_types(kind)[name], "o")


def content_of(event: Event) -> dict[str, Any]:
    """An event's fields as its table holds them, without the home squad.

    Raises TypeError for a value that is not of its field's type: it would not read back as it was digested.
    """
    said: Mapping[str, Any] = vars(event)
    content = {}
    for name, convert in _INTO[event.kind]:
        value = said[name]
        try:
            content[name] = None if value is None else convert(value)
        except TypeError as error:
            raise TypeError(f"{event.kind}.{name} was given {value!r}: {error}") from error
    return content


def from_column(kind: type[Event], name: str, value: Any) -> Any:
    """A column's value as the field holds it."""
    return tuple(json.loads(value)) if name in lists(kind) else value


def _whole(value: Any) -> int:
    return int(operator.index(value))


def _number(value: Any) -> float:
    if isinstance(value, str | bool):
        raise TypeError("must be a number")
    return float(value) + 0.0  # -0.0 equals 0.0, but would not be digested so


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("must be text")
    return str(value)


def _yes_or_no(value: Any) -> bool:
    if value not in (True, False):
        raise TypeError("must be yes or no")
    return bool(value)


def _day(value: Any) -> dt.date:
    if type(value) is not dt.date:
        raise TypeError("must be a date without a time")
    return value


def _moment(value: Any) -> dt.datetime:
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        raise TypeError("must be a moment with its time zone")
    return dt.datetime.combine(value.date(), value.timetz()).astimezone(dt.UTC)


def _words(value: Any) -> str:
    if isinstance(value, str) or not all(isinstance(word, str) for word in value):
        raise TypeError("must be a list of words")
    return json.dumps(list(value), ensure_ascii=False) if value else "[]"


def _base(hint: Any) -> type:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return str if typing.get_origin(hint) is tuple else typing.cast(type, hint)


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "bigint": _whole,
    "text": _text,
    "double precision": _number,
    "boolean": _yes_or_no,
    "date": _day,
    "timestamptz": _moment,
}
_HINTS = {name: typing.get_type_hints(kind) for name, kind in KINDS.items()}
_COLUMN_TYPES = {
    name: {field: _SQL[_base(_HINTS[name][field])] for field in ("day", *columns(kind))}
    for name, kind in KINDS.items()
}
_LISTS = {
    name: frozenset(f for f in columns(kind) if typing.get_origin(_HINTS[name][f]) is tuple)
    for name, kind in KINDS.items()
}
_INTO = {
    name: [(field, _words if field in _LISTS[name] else _CONVERT[sql]) for field, sql in types.items()]
    for name, types in _COLUMN_TYPES.items()
}
