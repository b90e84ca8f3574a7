"""The rule about the weekly questions on health problems (OSTRC), while their answer is fresh."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import (
    HOUSE_RULE,
    NOT_SAID,
    OUT,
    PROBLEM,
    SUBSTANTIAL,
    Input,
    Morning,
    Reported,
)
from teamback.record.flag import AMBER, INFO, RED, Reason

_SOURCE = "Clarsen 2020, Br J Sports Med (doi 10.1136/bjsports-2019-101337); the colours are ours"
_SPOKEN = {
    OUT: (RED, "Could not take part (OSTRC)", "participation: could not take part"),
    SUBSTANTIAL: (
        AMBER,
        "Substantial problem (OSTRC)",
        "training or performance moderately reduced, or worse",
    ),
    PROBLEM: (INFO, "Problem reported (OSTRC)", "any health problem"),
}
NOT_ASKED = Input(True, "")


def health_problem_was_reported(morning: Morning, limits: Limits) -> Reason | None:
    """O1: this week's OSTRC: could not take part is red, a substantial problem amber, any other a note."""
    answer = _fresh(morning, limits)
    if answer is None or answer.standing not in _SPOKEN:
        return None
    level, says, threshold = _SPOKEN[answer.standing]
    return Reason(
        rule="O1",
        level=level,
        says=says,
        value="not all answered" if answer.severity is None else answer.severity,
        threshold=f"{threshold}; answered at most {limits['ostrc_fresh_days'].value:g} days ago",
        source=_SOURCE,
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("ostrc"),
    )


def weekly_answer_stands(morning: Morning, limits: Limits) -> Input:
    """Whether the weekly questions were answered lately; who is not asked them, or may not read them, is told
    nothing about them.
    """
    if not morning.ostrc_asked:
        return NOT_ASKED
    answer = _fresh(morning, limits)
    if answer is None:
        return Input(False, f"OSTRC: no answer in {limits['ostrc_fresh_days'].value:g} days")
    if answer.standing == NOT_SAID:
        return Input(False, "OSTRC: participation not answered")
    return Input(True, "no health problem this week")


def _fresh(morning: Morning, limits: Limits) -> Reported | None:
    answer = morning.ostrc
    if answer is None or (morning.day - answer.day).days > limits["ostrc_fresh_days"].value:
        return None
    return answer
