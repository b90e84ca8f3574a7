"""Results of tests: those that a case plants, and the baselines of a squad that was tested when well."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from teamback.demo.club import Club, at
from teamback.demo.people import read
from teamback.demo.writing import Writing
from teamback.record.event import Event
from teamback.record.events import TestResult

_TESTS = Path(__file__).parents[2] / "data" / "tests.toml"
_TESTED = 120
"""Days back on which the squad was tested; who joined since was tested in her first days."""
_USUAL = {
    "biering_sorensen": (150, 25),
    "side_bridge": (88, 14),
    "flexor_endurance": (140, 30),
    "single_leg_bridge": (29, 4),
    "hip_internal_rotation": (36, 4),
    "hip_external_rotation": (44, 4),
    "hip_extension": (8, 3),
    "single_leg_hop": (156, 12),
    "knee_flexor_strength": (310, 30),
    "sprint": (7.9, 0.25),
}
"""Mean and sd of a healthy squad, invented."""
_SCREEN = ("movement_hinge", "movement_squat", "movement_dead_bug", "movement_bird_dog")


def results(athlete: int, day: dt.date, line: Mapping[str, Any], baseline: bool = False) -> list[Event]:
    """A result for each test that a line names; "52/60" is left and right."""
    found: list[Event] = []
    for test, said in line.items():
        if test not in _units():
            continue
        words = said.split("/")
        for side, word in zip(("left", "right") if len(words) == 2 else (None,), words, strict=True):
            found.append(
                TestResult(
                    day=day,
                    athlete=athlete,
                    test=test,
                    value=float(word),
                    unit=_units()[test],
                    side=side,
                    pain_during=line.get("pain"),
                    baseline=baseline,
                    battery=line.get("battery"),
                )
            )
    return found


def baselines(club: Club, seed: int) -> Iterator[Writing]:
    """When well, every other athlete of the squad was tested, and everybody who has a case now."""
    with_case = {table["athlete"] for table in read("cases.toml")["case"]}
    for place, person in enumerate(club.people):
        if place % 2 and person.known_as not in with_case:
            continue
        rng = random.Random(f"{seed}/{person.known_as}/baseline")
        day = max(club.ago(_TESTED - place % 5), person.joined + dt.timedelta(days=4))
        if person.left or day > club.last - dt.timedelta(days=40):
            continue
        said = {test: _value(rng, test) for test in _USUAL} | {t: str(rng.choice((2, 2, 3))) for t in _SCREEN}
        tested = results(person.athlete, day, said, baseline=True)
        yield Writing(at(day, "12:30"), club.staff["Maya Ortiz"], tested)


def _value(rng: random.Random, test: str) -> str:
    """A value as it is written down: one, or one a side, the sides alike within a few percent."""
    mean, sd = _USUAL[test]
    value = rng.gauss(mean, sd)
    if test == "sprint":
        return f"{value:.2f}"
    if not _tests()[test]["sides"]:
        return f"{value:.0f}"
    return f"{value:.0f}/{value * rng.uniform(0.94, 1.06):.0f}"


@cache
def _tests() -> dict[str, dict[str, Any]]:
    tests: dict[str, dict[str, Any]] = tomllib.loads(_TESTS.read_text(encoding="utf-8"))["test"]
    return tests


@cache
def _units() -> dict[str, str]:
    return {key: table["unit"] for key, table in _tests().items()}
