"""An entry that a file plants, as its event: days counted back or ahead, doses as a programme keeps them."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from teamback.record.event import Event
from teamback.record.events import KINDS, RedFlagScreen
from teamback.record.programme import ProgrammeLine

_DATA = Path(__file__).parents[2] / "data"
_NOT_OF_THE_ENTRY = ("kind", "athlete", "ago", "at", "by", "ahead", "back", "follows", "done")


def entry(line: Mapping[str, Any], about: Mapping[str, Any], last: dt.date) -> Event:
    """The event of a line; `about` says day, athlete and case, and is taken as far as its kind has them.

    `ahead` are dates so many days after the last day, `back` so many before it. A red-flag screen answers no
    to every item that the line does not say yes to.
    """
    kind = KINDS[line["kind"]]
    said = {name: _value(value) for name, value in line.items() if name not in _NOT_OF_THE_ENTRY}
    said |= {name: last + dt.timedelta(days=n) for name, n in line.get("ahead", {}).items()}
    said |= {name: last - dt.timedelta(days=n) for name, n in line.get("back", {}).items()}
    if kind is RedFlagScreen:
        said["no"] = tuple(item for item in _red_flag_items() if item not in said.get("yes", ()))
    if "lines" in said:
        said["lines"] = tuple(exercise(one).as_text() for one in said["lines"])
    named = {f.name for f in fields(kind)}
    return kind(**{name: value for name, value in about.items() if name in named}, **said)


def exercise(line: Mapping[str, Any]) -> ProgrammeLine:
    """A line of a programme as a file writes it."""
    return ProgrammeLine(**{**line, "days": tuple(line.get("days", ()))})


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def _red_flag_items() -> tuple[str, ...]:
    items = tomllib.loads((_DATA / "red_flags.toml").read_text(encoding="utf-8"))["item"]
    return tuple(item["key"] for item in items)
