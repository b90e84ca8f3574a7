"""Events with every field filled, texts with a mark that is found again wherever it goes."""

import datetime as dt
import typing
from dataclasses import fields
from typing import Any, TypeVar

from teamback.record.event import Event
from teamback.record.scales import SCALES
from tests.squads import MONDAY

E = TypeVar("E", bound=Event)

_WORDS = {
    ("availability", "training"): "modified",
    ("availability", "match"): "limited_minutes",
    ("calendar", "what"): "training",
    ("calendar", "start"): "09:30",
    ("session", "start"): "09:30",
    ("case_opened", "nature"): "injury",
    ("stage_change", "decision"): "enter",
    ("observation", "scale"): "morning_pain",
    ("programme", "purpose"): "week",
    ("task_act", "act"): "acted",
    ("squad", "ostrc_on"): "monday",
    ("pain_entry", "site"): "low_back",
    ("season_phase", "phase"): "pre_season",
    ("intervention", "what"): "footwear",
    ("alert_sent", "channel"): "mail",
    ("guardian", "relation"): "mother",
    ("consent", "what"): "health_data",
    ("removal_requested", "how"): "erase",
}
_OF_TYPE: dict[Any, Any] = {
    bool: True,
    int: 1,
    float: 4.0,
    dt.date: dt.date(1999, 12, 31),
    dt.datetime: dt.datetime(2026, 11, 23, 6, 30, 0, 123456, tzinfo=dt.UTC),
}


def filled(kind: type[E], mark: str = "MARK", **given: Any) -> E:
    """An event on MONDAY with a value in every field; texts say the mark, the kind and the field."""
    hints = typing.get_type_hints(kind)
    values = {f.name: _value(kind, f.name, hints[f.name], mark) for f in fields(kind)}
    return kind(**values | {"day": MONDAY} | given)


def scale_of(kind: type[Event], name: str) -> str | None:
    """The scale on which a field's values must lie; None where there is none."""
    said = next(f.metadata["scale"] for f in fields(kind) if f.name == name) or name
    return said if said in SCALES else None


def text_of(kind: type[Event], name: str, mark: str = "MARK") -> str:
    """What `filled` writes into a text field."""
    return f"{mark} {kind.kind}.{name}"


def _value(kind: type[Event], name: str, hint: Any, mark: str) -> Any:
    if named := scale_of(kind, name):
        scale = SCALES[named]
        return scale.low + round((scale.high - scale.low) / 2)
    if (kind.kind, name) in _WORDS:
        return _WORDS[kind.kind, name]
    if typing.get_origin(hint) is tuple:
        return (text_of(kind, name, mark), 'it\'s "2", 李')
    base = next((part for part in typing.get_args(hint) if part is not type(None)), hint)
    return _OF_TYPE.get(base, text_of(kind, name, mark))
