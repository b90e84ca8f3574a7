"""The exercise library: what each exercise asks, how it is begun, and what to do instead when it hurts."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from teamback.record.clinical_words import PILLARS
from teamback.record.exercise_words import EQUIPMENT, PARTS, PATTERNS, PROVOKES
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import SIDES

LIBRARY_FILE = Path(__file__).parents[3] / "data" / "exercises.toml"
LAST_STAGE, HARDEST = 7, 4
WITHOUT_PILLAR = frozenset({"run", "jump", "cut", "lift", "sport", "conditioning", "warm_up", "cool_down"})
"""Patterns whose exercises may belong to none of the three pillars."""

_WORDS = {"pattern": PATTERNS, "region": PARTS}
_WORD_LISTS = {"provokes": PROVOKES, "equipment": EQUIPMENT}
_DOSE = ("sets", "reps", "hold_s", "minutes", "side")


@dataclass(frozen=True)
class Dose:
    """Where a plan begins: sets, repetitions, seconds or minutes; side "both" means each side."""

    sets: float | None = None
    reps: float | None = None
    hold_s: float | None = None
    minutes: float | None = None
    side: str | None = None


@dataclass(frozen=True)
class Exercise:
    """One exercise. `equipment`: any one of these is enough. `minutes`: what it usually takes, with rests.

    `stage_min` is the first stage of the low back pathway at which it may be planned; `provokes` what it
    asks of the low back; `substitutes` are of no later stage, and one of them is free of pain.
    """

    key: str
    title: str
    stage_min: int
    level: int
    pattern: str
    region: str
    provokes: tuple[str, ...]
    tempo: str
    equipment: tuple[str, ...]
    minutes: float
    dose: Dose
    cues: tuple[str, ...]
    substitutes: tuple[str, ...]
    pain_free: bool
    pillar: str | None = None

    def can_be_done_with(self, at_hand: Collection[str]) -> bool:
        """Whether the equipment at hand is enough; bodyweight always is."""
        return not {"bodyweight", *at_hand}.isdisjoint(self.equipment)


Library = Mapping[str, Exercise]
_FIELDS = {f.name for f in fields(Exercise)} - {"key"}
_NEEDED = _FIELDS - {"pillar"}


@cache
def library() -> Library:
    """The library that the product ships, read once."""
    return read(LIBRARY_FILE)


def read(path: Path) -> Library:
    """The library in a file; Refusal names the exercise and the mend."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} is not valid TOML ({error}): mend that place.") from error
    found = {key: _exercise(key, table, f"{path.name}, {key}") for key, table in tables.items()}
    for exercise in found.values():
        for sentence in _against_substitutes(exercise, found):
            raise Refusal(f"{path.name}, {exercise.key}: {sentence}")
    return found


def _exercise(key: str, table: Any, where: str) -> Exercise:
    if not isinstance(table, dict):
        raise Refusal(f"{where}: it is no table. Write [{key}] above its lines.")
    for name in sorted(_NEEDED - table.keys()):
        raise Refusal(f"{where}: {name} is missing. Add a line {name} = ...")
    for name in sorted(table.keys() - _FIELDS):
        raise Refusal(f"{where}: {name} is not known here. Take it out, or mend its spelling.")
    for sentence in chain(_against_words(table), _against_numbers(table), _against_dose(table["dose"])):
        raise Refusal(f"{where}: {sentence}")
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }
    return Exercise(**said | {"key": key, "dose": Dose(**table["dose"])})


def _against_words(table: Mapping[str, Any]) -> Iterator[str]:
    for name in ("title", "tempo"):
        if not isinstance(table[name], str) or not table[name].strip():
            yield f"{name} must be words in quotes."
    for name in ("provokes", "equipment", "cues", "substitutes"):
        if not isinstance(table[name], list) or not all(isinstance(word, str) for word in table[name]):
            yield f"{name} must be a list of words in quotes."
    for name, words in _WORDS.items():
        if not isinstance(table[name], str) or table[name] not in words:
            yield f"{name} is {table[name]!r}, but knows {', '.join(words)} only."
    for name, words in _WORD_LISTS.items():
        for word in table[name]:
            if word not in words:
                yield f"{name} has {word!r}, but knows {', '.join(words)} only."
    if not table["equipment"]:
        yield 'it needs no equipment by this line: write equipment = ["bodyweight"].'
    if not 2 <= len(table["cues"]) <= 3:
        yield f"it has {len(table['cues'])} cues: write 2 or 3."
    pillar = table.get("pillar")
    if (pillar is not None and pillar not in PILLARS) or (
        pillar is None and table["pattern"] not in WITHOUT_PILLAR
    ):
        yield f"pillar is {pillar!r}: write one of {', '.join(PILLARS)}."


def _against_numbers(table: Mapping[str, Any]) -> Iterator[str]:
    for name, low, high in (("stage_min", 0, LAST_STAGE), ("level", 1, HARDEST)):
        if type(table[name]) is not int or not low <= table[name] <= high:
            yield f"{name} is {table[name]!r}: write a whole number from {low} to {high}."
    if not _is_number(table["minutes"]) or not 0 < table["minutes"] <= 120:
        yield f"minutes is {table['minutes']!r}: write a number above 0 and up to 120."
    if not isinstance(table["pain_free"], bool):
        yield "pain_free must be true or false."


def _against_dose(dose: Any) -> Iterator[str]:
    if not isinstance(dose, dict) or not dose.keys() & {"reps", "hold_s", "minutes"}:
        yield "dose says neither reps, hold_s nor minutes: write dose = { sets = 3, reps = 8 }."
        return
    for name, value in dose.items():
        if name not in _DOSE:
            yield f"dose has {name!r}, but knows {', '.join(_DOSE)} only."
        elif name == "side":
            if value not in SIDES:
                yield f"side of the dose is {value!r}: write one of {', '.join(SIDES)}."
        elif not _is_number(value) or value <= 0:
            yield f"{name} of the dose is {value!r}: write a number above 0."
        elif sentence := SCALES[name].refuse(value):
            yield sentence


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _against_substitutes(exercise: Exercise, found: Library) -> Iterator[str]:
    for key in exercise.substitutes:
        if key not in found:
            yield f"its substitute {key!r} is no exercise. Mend its spelling, or add [{key}]."
            return
        if key == exercise.key:
            yield "it is its own substitute. Take it out of substitutes."
        if found[key].stage_min > exercise.stage_min:
            yield f"its substitute {key!r} is of a later stage than {exercise.stage_min}. Choose another."
    gentle = [found[key] for key in exercise.substitutes if found[key].pain_free]
    if not any(substitute.can_be_done_with(()) for substitute in gentle):
        yield "when it hurts nothing is left: add a pain-free substitute that needs bodyweight alone."


def may_be_planned(exercise: Exercise, stage: int) -> bool:
    """Whether an athlete at this stage of the low back pathway may be given it."""
    return exercise.stage_min <= stage


def when_it_hurts(exercise: Exercise, found: Library, at_hand: Collection[str] = ()) -> tuple[Exercise, ...]:
    """What to do instead: the substitutes that can be done here, the pain-free ones first."""
    those = [found[key] for key in exercise.substitutes if found[key].can_be_done_with(at_hand)]
    return tuple(sorted(those, key=lambda substitute: not substitute.pain_free))
