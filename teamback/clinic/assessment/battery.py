"""Reading data/tests.toml: whatever cannot be relied on is refused with file, test and the mend."""

import datetime as dt
import math
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from teamback.clinic.assessment.field_test import (
    DIFFERENCE,
    JUDGED,
    MEASURED,
    PERCENT,
    REFERENCE_STATUS,
    SCORED,
    Battery,
    Error,
    FieldTest,
    Ratio,
    Reference,
)
from teamback.record.clinical_words import REGIONS
from teamback.record.refusal import Refusal
from teamback.record.words import SEXES, STATUS

TESTS_FILE = Path(__file__).parents[3] / "data" / "tests.toml"
_SIDES = ("left", "right")
_WORDS: dict[str, Collection[str]] = {
    "kind": (MEASURED, SCORED, JUDGED),
    "best": ("high", "low"),
    "symmetry": (PERCENT, DIFFERENCE),
    "sex": SEXES,
    **dict.fromkeys(("side", "top_side", "bottom_side"), _SIDES),
}
_NUMBERS = ("low", "high", "value", "sd", "sem", "mdc95", "goal", "below", "within", "due_every_days")
_YES_NO = ("sides", "hold", "whole", "compensated", "pain_counts", "of_own_best")
_LISTS = ("batteries", "regions", "sum_of")
Part = TypeVar("Part", FieldTest, Reference, Error, Ratio)


def read(path: Path) -> Battery:
    """The tests in a file; Refusal, naming the test and how to mend it, when it cannot be relied on."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} is not valid TOML ({error}): mend that place.") from error
    file = path.name
    _head(tables, file)
    sets, baseline = tables["battery"], tuple(tables["baseline"])
    tests = {key: _test(key, table, f"{file}, test {key}") for key, table in tables["test"].items()}
    ratios = tuple(
        _part(Ratio, _table(table, f"{file}, ratio {key}"), STATUS, f"{file}, ratio {key}", key=key)
        for key, table in tables.get("ratio", {}).items()
    )
    for test in tests.values():
        _known(test.batteries, sets, "batteries", f"{file}, test {test.key}")
        _known(test.sum_of, tests, "sum_of", f"{file}, test {test.key}")
    for ratio in ratios:
        _ratio(ratio, tests, f"{file}, ratio {ratio.key}")
    read = Battery(tables["version"], tests, sets, baseline, ratios)
    _known(baseline, sets, "baseline", file)
    for name in sets:
        if not read.of(name):
            raise Refusal(
                f"{file}: no test belongs to the battery {name}. Name it in a test, or take it out."
            )
    return read


@cache
def battery() -> Battery:
    """The tests that the product ships; Refusal when their file cannot be relied on."""
    return read(TESTS_FILE)


def _head(tables: Mapping[str, Any], file: str) -> None:
    wanted: dict[str, type] = {"version": str, "baseline": list, "battery": dict, "test": dict}
    for name, kind in wanted.items():
        if not isinstance(tables.get(name), kind) or not tables[name]:
            raise Refusal(f"{file}: {name} is missing or of the wrong kind. Add it: see the shipped file.")
    for name in tables:
        if name not in (*wanted, "ratio"):
            raise Refusal(f"{file}: {name} is not known here. Take it out, or mend its spelling.")


def _test(key: str, table: Any, where: str) -> FieldTest:
    told = dict(_table(table, where))
    references, errors = told.pop("reference", []), told.pop("error", [])
    parts = {
        "references": tuple(
            _part(Reference, _table(item, where), REFERENCE_STATUS, f"{where}, reference {n}")
            for n, item in enumerate(references, 1)
        ),
        "errors": tuple(
            _part(Error, _table(item, where), STATUS, f"{where}, error {n}")
            for n, item in enumerate(errors, 1)
        ),
    }
    test = _part(FieldTest, told, STATUS, where, key=key, **parts)
    if type(test.next_review) is not dt.date:
        raise Refusal(f"{where}: next_review must be a date such as 2027-05-31.")
    if not test.low < test.high:
        raise Refusal(f"{where}: low is not below high, so nothing could be entered. Change one of the two.")
    if test.kind == JUDGED and (test.low, test.high) != (0, 1):
        raise Refusal(f"{where}: a judged test is 1 (pass) or 0 (not yet). Write low = 0 and high = 1.")
    if test.sides != (test.symmetry is not None):
        raise Refusal(
            f"{where}: a test of two sides, and no other, says its symmetry: percent or difference."
        )
    if not test.batteries and not test.sum_of:
        raise Refusal(f"{where}: it belongs to no battery, so nobody could enter it. Name one in batteries.")
    for reference in test.references:
        if reference.value is None and (reference.low is None or reference.high is None):
            raise Refusal(f"{where}: a reference has neither a value nor low and high. Add one of the two.")
    _known(test.regions, REGIONS, "regions", where)
    return test


def _ratio(ratio: Ratio, tests: Mapping[str, FieldTest], where: str) -> None:
    if (ratio.below is None) == (ratio.within is None):
        raise Refusal(f"{where}: write one of below and within.")
    for name, side in ((ratio.top, ratio.top_side), (ratio.bottom, ratio.bottom_side)):
        _known((name,), tests, "top or bottom", where)
        if tests[name].sides != (side is not None):
            raise Refusal(f"{where}: name a side for {name} when it is made on two sides, and only then.")


def _part(
    kind: type[Part], told: Mapping[str, Any], status: Collection[str], where: str, **more: Any
) -> Part:
    """One part of the file as its dataclass: every field known, given where needed, and of its kind."""
    known = {f.name: f for f in fields(kind)}
    for name, f in known.items():
        if f.default is MISSING and name not in told and name not in more:
            raise Refusal(f"{where}: {name} is missing. Add a line {name} = ...")
    for name, value in told.items():
        if name not in known or name in more:
            raise Refusal(f"{where}: {name} is not known here. Take it out, or mend its spelling.")
        _of_its_kind(name, value, where)
    if told["status"] not in status:
        raise Refusal(f"{where}: status is {told['status']!r}, but knows {', '.join(status)} only.")
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    return kind(**said | more)


def _of_its_kind(name: str, value: Any, where: str) -> None:
    if name in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise Refusal(f"{where}: {name} is {value!r}. Write a number without quotes.")
        if name in ("sd", "sem", "mdc95", "due_every_days") and value < 0:
            raise Refusal(f"{where}: {name} is {value:g}. Write 0 or more.")
    elif name in _YES_NO:
        if not isinstance(value, bool):
            raise Refusal(f"{where}: {name} is {value!r}. Write true or false.")
    elif name in _LISTS:
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Refusal(f"{where}: {name} is {value!r}. Write a list of words in quotes.")
    elif name != "next_review" and (not isinstance(value, str) or not value.strip()):
        raise Refusal(f"{where}: {name} must be words in quotes.")
    if name in _WORDS:
        _known((value,), _WORDS[name], name, where)


def _table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Refusal(f"{where}: it is no table. Write its fields as lines below a head in brackets.")
    return value


def _known(values: Collection[str], words: Collection[str], name: str, where: str) -> None:
    for value in values:
        if value not in words:
            raise Refusal(f"{where}: {name} has {value!r}, but knows {', '.join(words)} only.")
