"""What a sport asks of an athlete, and what is ticked off before full training."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from teamback.clinic.exercise.exercises import Library, library
from teamback.record.exercise_words import DEMANDS
from teamback.record.refusal import Refusal
from teamback.record.words import SPORTS

SPORTS_FILE = Path(__file__).parents[3] / "data" / "sports.toml"
_CHECKLISTS = {4: "stage_4", 5: "stage_5"}
_FIELDS = ("demands", *_CHECKLISTS.values())
_LINE = {"says", "demand", "exercise"}


@dataclass(frozen=True)
class Check:
    """One line of a checklist: what it says, the demand it is about, and the exercise that leads to it."""

    says: str
    demand: str
    exercise: str


@dataclass(frozen=True)
class SportProfile:
    """A sport with its key demands (words of DEMANDS) and its checklists by stage of the low back pathway."""

    sport: str
    title: str
    demands: tuple[str, ...]
    checklists: Mapping[int, tuple[Check, ...]]
    status: str = "house rule"

    def checklist(self, stage: int) -> tuple[Check, ...]:
        """What is ticked off at a stage; nothing at stages other than 4 and 5."""
        return self.checklists.get(stage, ())


def profile(sport: str | None) -> SportProfile | None:
    """The profile of a sport (a key of words.SPORTS); None where the sport is not said or has none."""
    return profiles().get(sport or "")


@cache
def profiles() -> Mapping[str, SportProfile]:
    """The profiles that the product ships, read once."""
    return read(SPORTS_FILE, library())


def read(path: Path, exercises: Library) -> Mapping[str, SportProfile]:
    """The profiles in a file; Refusal names the sport and the mend."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} is not valid TOML ({error}): mend that place.") from error
    found = {}
    for sport, table in tables.items():
        for sentence in _against(sport, table, exercises):
            raise Refusal(f"{path.name}, {sport}: {sentence}")
        lists = {stage: tuple(Check(**line) for line in table[name]) for stage, name in _CHECKLISTS.items()}
        found[sport] = SportProfile(sport, table.get("title", SPORTS[sport]), tuple(table["demands"]), lists)
    return found


def _against(sport: str, table: Any, exercises: Library) -> Iterator[str]:
    if sport not in SPORTS:
        yield f"there is no such sport. Sports: {', '.join(SPORTS)}."
    if not isinstance(table, dict):
        yield f"it is no table. Write [{sport}] above its lines."
    for name in _FIELDS:
        if not isinstance(table.get(name), list) or not table[name]:
            yield f"{name} is missing or empty. Add a line {name} = [ ... ]"
    for name in sorted(table.keys() - {*_FIELDS, "title"}):
        yield f"{name} is not known here. Take it out, or mend its spelling."
    for demand in table["demands"]:
        if demand not in DEMANDS:
            yield f"demands has {demand!r}, but knows {', '.join(DEMANDS)} only."
    for stage, name in _CHECKLISTS.items():
        for line in table[name]:
            yield from _against_line(line, stage, table["demands"], exercises)
    lines = [line for name in _CHECKLISTS.values() for line in table[name]]
    for demand in table["demands"]:
        if demand not in {line["demand"] for line in lines}:
            yield f"no line of stage_4 or stage_5 is about {demand!r}. Add one, or take the demand out."


def _against_line(line: Any, stage: int, demands: Collection[str], exercises: Library) -> Iterator[str]:
    if not isinstance(line, dict) or line.keys() != _LINE or not str(line["says"]).strip():
        yield f"a line of a checklist has {', '.join(sorted(_LINE))}, each once: mend {line!r}."
        return
    if line["demand"] not in demands:
        yield f"{line['says']!r} is about {line['demand']!r}, which is none of its demands."
    if line["exercise"] not in exercises:
        yield f"{line['says']!r} names {line['exercise']!r}, which is no exercise of the library."
    elif exercises[line["exercise"]].stage_min > stage:
        yield f"{line['says']!r} stands in stage_{stage}, but {line['exercise']!r} is of a later stage."
