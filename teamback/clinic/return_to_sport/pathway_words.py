"""A criterion's comparison and window in the words and figures of the screen."""

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
from teamback.clinic.return_to_sport.pathway_measures import MEASURES

_SIGNS = {"at_least": "at least", "at_most": "at most", "below": "below", "equals": "", "between": ""}
_OF = {SESSIONS: "session", CHECK_INS: "check-in", DAYS: "day"}


def threshold_words(one: Criterion, stage: Stage) -> str:
    """What a criterion is held against: `at least 30`, or `at least 90 or at least 80 % of own best`."""
    return " or ".join(_threshold(part.compare, part.measure, stage) for part in one.parts() if part.compare)


def _threshold(compare: Comparison, measure: str, stage: Stage) -> str:
    known = MEASURES.get(measure)
    unit = known.unit if known else ""
    figure = getattr(stage, compare.value) if compare.value in OF_STAGE else compare.value
    if compare.how == "of_own_best":
        return f"at least {figure:g} % of own best"
    if isinstance(figure, str):
        return figure
    number = f"{figure:g}" if compare.high is None else f"{figure:g} to {compare.high:g}"
    shown = f"{number}{unit if unit.startswith('/') else f' {unit}'.rstrip()}"
    return f"{_SIGNS[compare.how]} {shown}".strip()


def window_words(window: Window) -> str:
    """Which entries count, such as `last 3 sessions, in the stage`; empty for what stands now."""
    said = []
    if window.of != NOW:
        one = _OF[window.of]
        said.append(f"last {one}" if window.last == 1 else f"last {window.last} {one}s")
    return ", ".join([*said, *(["in the stage"] if window.in_stage else [])])
