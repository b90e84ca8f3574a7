"""The data dictionary: every kind of entry with its fields, units and audiences, from the declarations."""

import datetime as dt
import inspect
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from teamback.record.event import Event, must_fields
from teamback.record.events import KINDS
from teamback.record.field_words import field_label, kind_label, vocabulary
from teamback.record.scales import SCALES
from teamback.record.scope import CLINICIAN, COACH, PERFORMANCE, SELF

_HEAD = """# Data dictionary

What the journal can hold: every kind of entry, its fields, their units and who may read them. Written
from the declarations in `teamback/record`; a test holds it to them.

    .uv/bin/uv run teamback dictionary > docs/data-dictionary.md

Every entry also has its number, the day it is about, when and by whom it was recorded, its batch, the
entry it corrects, a salt, a digest and its link of the chain. A daily fact carries the athlete's home
squad. An empty field is not known: never 0, never no. `*` marks a field that has to be given.

Who may read: **C** clinicians and the lead, **P** performance staff, **T** coaches, **A** the athlete about
themselves.
"""
_LETTERS = {CLINICIAN: "C", PERFORMANCE: "P", COACH: "T", SELF: "A"}
_TYPES = {
    int: "whole number",
    float: "number",
    bool: "yes or no",
    str: "text",
    dt.date: "date",
    dt.datetime: "moment (UTC)",
}


def data_dictionary() -> str:
    """The whole dictionary as Markdown."""
    return "\n".join([_HEAD, *(line for kind in KINDS.values() for line in _kind(kind))])


def _kind(kind: type[Event]) -> Iterator[str]:
    yield f"## {kind_label(kind.kind)} (`{kind.kind}`)\n"
    daily = " A daily fact." if kind.daily else ""
    yield f"{_said(kind)}{daily}\n"
    yield "| field | what | type, range, unit or words | who |"
    yield "|---|---|---|---|"
    musts = must_fields(kind)
    for f in fields(kind):
        if f.name == "day":
            continue
        star = "*" if f.name in musts else ""
        readers = "".join(letter for who, letter in _LETTERS.items() if who in f.metadata["audience"])
        label = field_label(kind.kind, f.name)
        yield f"| `{f.name}`{star} | {label} | {_holds(kind, f.name, f.metadata['scale'])} | {readers} |"
    yield ""


def _said(kind: type[Event]) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").split())


def _holds(kind: type[Event], name: str, scale_name: str | None) -> str:
    if scale := SCALES.get(scale_name or name):
        whole = "whole number " if scale.whole else ""
        ends = f"; {scale.anchors[0]} to {scale.anchors[1]}" if any(scale.anchors) else ""
        best = f"; {scale.best} is good" if scale.best else ""
        return f"{whole}{scale.low:g} to {scale.high:g} {scale.unit}{ends}{best}"
    if said := vocabulary(kind.kind, name):
        return ", ".join(said.values())
    return _type_of(kind, name)


def _type_of(kind: type[Event], name: str) -> str:
    hint: Any = inspect.get_annotations(kind).get(name)
    if getattr(hint, "__origin__", None) is tuple:
        return "list of texts"
    plain = [part for part in getattr(hint, "__args__", (hint,)) if part is not type(None)]
    return _TYPES[plain[0]]
