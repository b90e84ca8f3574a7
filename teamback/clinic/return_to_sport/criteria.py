"""Whether a criterion holds: what was found is held against its threshold, and nothing found is no pass."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from teamback.clinic.return_to_sport.pathway import (
    CHECK_INS,
    DAYS,
    NOW,
    SESSIONS,
    Comparison,
    Criterion,
    Stage,
    Window,
)
from teamback.clinic.return_to_sport.pathway_measures import MEASURES
from teamback.record.flag import RowRead
from teamback.record.verdict import MET, NO_DATA, NOT_MET, TOO_OLD, Verdict


@dataclass(frozen=True)
class Finding:
    """What a measure found in a window: a number or a word; None where nothing is known.

    `unit` goes with the number. `on` is the day of the newest entry behind it, `n` their number. `older`:
    there is a value, but outside the window, so that it counts no longer. `own_best` is the athlete's own
    best from before the case, where the measure has one; `less_is_better` says which way (a time). `lacks`
    says in words what is missing.
    """

    value: float | str | None = None
    unit: str = ""
    on: dt.date | None = None
    n: int = 0
    older: bool = False
    own_best: float | None = None
    less_is_better: bool = False
    lacks: str = ""
    rows: tuple[RowRead, ...] = ()

    def __post_init__(self) -> None:
        if isinstance(self.value, float) and self.value != self.value:
            raise ValueError("a finding is NaN: what is not known is None")


Find = Callable[[str, Window], Finding]
_BEST_FIRST = (MET, NOT_MET, TOO_OLD, NO_DATA)
_COUNTED = ("days", "sessions", "points", "reps")
_SIGNS = {"at_least": "at least", "at_most": "at most", "below": "below", "equals": "", "between": ""}


def judge(criterion: Criterion, stage: Stage, find: Find) -> Verdict:
    """The verdict on a criterion at a stage; of alternatives, the one that comes closest to being met.

    `find` looks a named measure up in a window. Met needs a value inside the window that stands the
    comparison: no data and too old never pass.
    """
    judged = [_part(part, stage, find(part.measure, part.window)) for part in criterion.parts()]
    best = min(judged, key=lambda verdict: _BEST_FIRST.index(verdict.verdict))
    if len(judged) > 1 and best.verdict != MET:
        threshold = " or ".join(verdict.threshold for verdict in judged)
        return replace(best, threshold=threshold)
    return best


def _part(part: Criterion, stage: Stage, found: Finding) -> Verdict:
    compare = part.compare or Comparison("equals", "")
    verdict, value = _held(compare, stage, found)
    return Verdict(
        criterion=part.id,
        says=part.says,
        verdict=verdict,
        value=value,
        threshold=threshold_in_words(compare, stage, _unit(part, found)) + _window_in_words(part.window),
        on=found.on,
        n=found.n,
        kind=part.kind,
        source=part.source,
        status=part.status,
        rows=found.rows,
    )


def _unit(part: Criterion, found: Finding) -> str:
    """The unit of what was found, else that of the measure: nothing found has a threshold all the same."""
    declared = MEASURES.get(part.measure)
    return found.unit or (declared.unit if declared else "")


def _held(compare: Comparison, stage: Stage, found: Finding) -> tuple[str, str]:
    if found.value is None:
        return (TOO_OLD if found.older else NO_DATA), found.lacks
    value, unit = found.value, found.unit
    if compare.how == "of_own_best":
        if not found.own_best or isinstance(value, str):
            return NO_DATA, "no own value from before the case"
        if found.less_is_better and not value:
            return NO_DATA, "a value of 0"
        share = found.own_best / value if found.less_is_better else value / found.own_best
        value, unit = 100 * share, "% of own best"
    shown = value if isinstance(value, str) else _number(value, unit)
    if found.older:
        return TOO_OLD, shown
    return (MET if _stands(compare, stage, value) else NOT_MET), shown


def _stands(compare: Comparison, stage: Stage, value: float | str) -> bool:
    limit = _figure(compare, stage)
    if isinstance(value, str) or isinstance(limit, str):
        return value == limit
    value = round(value, 9)
    match compare.how:
        case "at_least" | "of_own_best":
            return value >= limit
        case "at_most":
            return value <= limit
        case "below":
            return value < limit
        case "equals":
            return value == limit
        case "between":
            return compare.high is not None and limit <= value <= compare.high
    raise ValueError(f"{compare.how} is no comparison")


def _figure(compare: Comparison, stage: Stage) -> float | str:
    if isinstance(compare.value, str) and compare.how != "equals":
        return float(getattr(stage, compare.value))
    return compare.value


def threshold_in_words(compare: Comparison, stage: Stage, unit: str) -> str:
    """A threshold as the screen says it: at least 30 s."""
    limit = _figure(compare, stage)
    if isinstance(limit, str):
        return limit
    if compare.how == "between":
        return f"{limit:g} to {_number(compare.high or 0, unit)}"
    if compare.how == "of_own_best":
        return f"at least {limit:g} % of own best"
    return f"{_SIGNS[compare.how]} {_number(limit, unit)}".strip()


def _number(value: float, unit: str) -> str:
    said = f"{round(value, 1):,.10g}"
    if said == "1" and unit in _COUNTED:
        unit = unit.removesuffix("s")
    return f"{said}{unit}" if unit.startswith("/") else f"{said} {unit}".strip()


def _window_in_words(window: Window) -> str:
    if window.of == NOW:
        return ""
    what = {SESSIONS: "session", CHECK_INS: "check-in", DAYS: "day"}[window.of]
    return f", last {window.last} {what}s" if window.last > 1 else f", last {what}"
