"""Reading one criterion of a pathway: a named measure, one comparison, one window, and a value to meet it."""

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from teamback.clinic.return_to_sport.pathway import (
    CHECK_INS,
    DAYS,
    NOW,
    OF_STAGE,
    SESSIONS,
    Comparison,
    Criterion,
    Stage,
    Window,
)
from teamback.clinic.return_to_sport.pathway_fields import (
    ANYTHING,
    TABLES,
    WORDS,
    YES_OR_NO,
    Field,
    is_number,
    one_of,
    whole,
)
from teamback.clinic.return_to_sport.pathway_fields import refusals as field_refusals
from teamback.clinic.return_to_sport.pathway_measures import MEASURES, Measure
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS

ADVISORY = "advisory"
KINDS = ("objective", "clinician", ADVISORY)
WINDOWS = {"last_sessions": SESSIONS, "last_check_ins": CHECK_INS, "last_days": DAYS}
COMPARISONS = {
    "at_least": "the value is this or more",
    "at_most": "the value is this or less",
    "below": "the value is less than this",
    "equals": "the value is exactly this",
    "between": "the value lies from the first to the second",
    "of_own_best": "the value reaches this percentage of the athlete's own best",
}
_PART: dict[str, Field] = {
    "measure": WORDS,
    **{name: whole(1).optional for name in WINDOWS},
    "in_stage": YES_OR_NO.optional,
    **dict.fromkeys(COMPARISONS, ANYTHING.optional),
}
_ASKED = {"from_stage": whole(0), "to_stage": whole(0), "from_case_day": whole(1)}
_CRITERION: dict[str, Field] = {
    **dict.fromkeys(("id", "says", "source"), WORDS),
    "status": one_of(STATUS),
    "kind": one_of(KINDS).optional,
    **{name: field.optional for name, field in _ASKED.items()},
}


def criterion(table: Mapping[str, Any], measures: Collection[str], where: str) -> Criterion:
    """The criterion that a table says; Refusal, with file, stage and criterion, when it says none."""
    here = f"{where}, criterion {table.get('id', '?')}"
    several = "any_of" in table
    known = _CRITERION | ({"any_of": TABLES} if several else _PART)
    for refusal in field_refusals(table, known, here):
        raise refusal
    said = {name: table[name] for name in _CRITERION if name in table}
    if not several:
        return Criterion(**said, **_part(table, measures, here))
    if len(table["any_of"]) < 2:
        raise Refusal(f"{here}: any_of lists two or more alternatives, and stands in place of a measure.")
    for part in table["any_of"]:
        for refusal in field_refusals(part, _PART, here):
            raise refusal
    parts = tuple(Criterion(**said, **_part(part, measures, here)) for part in table["any_of"])
    return Criterion(**said, any_of=parts)


def _part(table: Mapping[str, Any], measures: Collection[str], where: str) -> dict[str, Any]:
    name = table["measure"]
    if name not in measures:
        raise Refusal(f"{where}: there is no measure {name}. {_meant(name, measures)}", "measure")
    compared = [how for how in COMPARISONS if how in table]
    if len(compared) != 1:
        raise Refusal(f"{where}: write one comparison of {', '.join(COMPARISONS)}.")
    windows = [window for window in WINDOWS if window in table]
    if len(windows) > 1:
        raise Refusal(f"{where}: write one window of {', '.join(WINDOWS)}, or none.")
    of, last = (WINDOWS[windows[0]], table[windows[0]]) if windows else (NOW, 0)
    return {
        "measure": name,
        "compare": _comparison(compared[0], table[compared[0]], MEASURES.get(name), where),
        "window": Window(of, last, table.get("in_stage", False)),
    }


def _meant(name: str, measures: Collection[str]) -> str:
    """The measures that look like the one named, or all."""
    stem = name.split("_")[0]
    like = [known for known in sorted(measures) if known.startswith(stem)] if stem else []
    return f"Did you mean {' or '.join(like)}?" if like else f"Measures: {', '.join(sorted(measures))}."


def _comparison(how: str, value: Any, measure: Measure | None, where: str) -> Comparison:
    if how == "between":
        two = isinstance(value, list) and len(value) == 2 and all(is_number(end) for end in value)
        if not (two and value[0] < value[1]):
            says = "between = [low, high], with low below high; anything else is met by nothing."
            raise Refusal(f"{where}: {says}", how)
        return Comparison(how, float(value[0]), float(value[1]))
    if isinstance(value, str) and how != "equals":
        if value not in OF_STAGE or how == "of_own_best":
            figures = ", ".join(OF_STAGE)
            raise Refusal(f'{where}: {how} = "{value}" is no figure of a stage. Figures: {figures}.', how)
        if measure and measure.unit != OF_STAGE[value]:
            of = f"{OF_STAGE[value]}, and the measure in {measure.unit or 'no unit'}"
            raise Refusal(f'{where}: {how} = "{value}" is counted in {of}. Write a number.', how)
        return Comparison(how, value)
    if not isinstance(value, str) and not is_number(value):
        raise Refusal(f"{where}: {how} = {value} cannot be compared. Write a number.", how)
    if how == "of_own_best" and not 0 < value <= 100:
        raise Refusal(f"{where}: of_own_best is a percentage above 0 and up to 100.", how)
    return Comparison(how, value if isinstance(value, str) else float(value))


def impossible(one: Criterion, stage: Stage, where: str) -> Iterator[Refusal]:
    """What is wrong with asking a criterion at a stage: nothing could meet it, or an empty record would."""
    here = f"{where}, criterion {one.id}"
    for part in one.parts():
        measure, compare = MEASURES.get(part.measure), part.compare
        if measure is None or compare is None:
            continue
        asked = f"{part.measure} {compare.how} {_shown(compare, stage)}"
        if says := _never(compare, measure, stage):
            yield Refusal(f"{here}: {asked} is met by nothing: {says}.")
        elif measure.word is None and (says := _always(compare, measure, stage)):
            yield Refusal(f"{here}: {asked} is met by {says}. Ask for more, or take it out.")


def _never(compare: Comparison, measure: Measure, stage: Stage) -> str | None:
    """Why no value of the measure can meet the comparison."""
    if measure.word is not None:
        right = compare.how == "equals" and compare.value == measure.word
        return None if right else f'write equals = "{measure.word}"'
    if isinstance(compare.value, str) and compare.how == "equals":
        return "the measure is a number, not a word; write a number without quotes"
    if compare.how == "of_own_best":
        return None if measure.own_best else "there is no own best of this measure; use a test's value"
    least, most, strictly = _span(compare, stage)
    low, high = _ends(measure)
    if least > high or most < low or (strictly and most <= low):
        return f"the measure lies {_range(measure)}"
    if compare.how == "equals" and measure.whole and least != int(least):
        return "the measure is a whole number"
    return None


def _always(compare: Comparison, measure: Measure, stage: Stage) -> str | None:
    """By what a comparison is met that asks for nothing: by any value, or by that of an empty record."""
    if compare.how == "of_own_best":
        return None
    least, most, strictly = _span(compare, stage)
    low, high = _ends(measure)
    if least <= low and (most > high if strictly else most >= high):
        return f"any value, for the measure lies {_range(measure)}"
    empty = measure.empty
    if empty is not None and least <= empty <= most and not (strictly and empty == most):
        return f"a record that holds nothing, on which it is {empty:g}"
    return None


def _span(compare: Comparison, stage: Stage) -> tuple[float, float, bool]:
    """The values that meet a comparison, from and to, and whether the end itself does not."""
    value = getattr(stage, compare.value) if isinstance(compare.value, str) else compare.value
    spans: dict[str, tuple[float, float]] = {
        "at_least": (value, math.inf),
        "equals": (value, value),
        "between": (value, compare.high or 0.0),
    }
    least, most = spans.get(compare.how, (-math.inf, value))
    return least, most, compare.how == "below"


def _ends(measure: Measure) -> tuple[float, float]:
    low, high = measure.low, measure.high
    return -math.inf if low is None else low, math.inf if high is None else high


def _range(measure: Measure) -> str:
    unit = measure.unit if measure.unit.startswith("/") else f" {measure.unit}".rstrip()
    low, high = _ends(measure)
    return f"at {low:g}{unit} or above" if high == math.inf else f"between {low:g} and {high:g}{unit}"


def _shown(compare: Comparison, stage: Stage) -> str:
    if isinstance(compare.value, str):
        figure = getattr(stage, compare.value, None)
        return f'"{compare.value}"' if figure is None else f"{figure:g} ({compare.value})"
    return f"{compare.value:g}" if compare.high is None else f"[{compare.value:g}, {compare.high:g}]"
