"""What a setback in an open case does by itself, and what it only proposes (clinical.md 7 and 10.3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from teamback.clinic.limits import Limits
from teamback.clinic.response import Response
from teamback.record.flag import AMBER, RED, RowRead


@dataclass(frozen=True)
class Course:
    """What the setback rules read about a case; None is not known.

    `responses` are those of the sessions in the present stage, oldest first; `load_share` and `ceiling` are
    in percent of the reference week, `rise` is the weekly change of mean morning pain since the case began.
    """

    stage: int
    responses: Sequence[Response] = ()
    response_rows: Sequence[RowRead] = ()
    flare_today: bool = False
    red_flag_open: bool = False
    load_share: float | None = None
    ceiling: float | None = None
    rise: float | None = None


@dataclass(frozen=True)
class Setback:
    """One rule that spoke: what is automatic, and what is proposed to the clinician who decides.

    `proposes` is step_back, hold or nothing; `counted_anew`: days and sessions in the stage start again.
    """

    rule: str
    says: str
    automatic: str
    proposed: str
    proposes: str | None = None
    counted_anew: bool = False
    rows: tuple[RowRead, ...] = ()


def last_response_was_red(course: Course, _: Limits) -> Setback | None:
    """R1: a red response to the last session of the stage blocks progress and proposes one stage down."""
    if not course.responses or course.responses[-1].level != RED:
        return None
    return Setback(
        rule="R1",
        says=f"Red response to the last session: {course.responses[-1].says}",
        automatic="progress is blocked",
        proposed="one stage down; relative rest for 24 to 48 h; days in stage counted anew",
        proposes="step_back",
        counted_anew=True,
        rows=tuple(course.response_rows[-1:]),
    )


def two_responses_did_not_settle(course: Course, _: Limits) -> Setback | None:
    """R2: two amber responses in a row that were not back to baseline next morning propose to hold."""
    last = course.responses[-2:]
    if len(last) < 2 or any(r.level != AMBER or not r.not_settled for r in last):
        return None
    return Setback(
        rule="R2",
        says="Twice in a row not back to baseline next morning",
        automatic="nothing",
        proposed="hold; repeat the stage; days in stage counted anew",
        proposes="hold",
        counted_anew=True,
        rows=tuple(course.response_rows[-2:]),
    )


def athlete_reports_a_flare_in_the_case(course: Course, _: Limits) -> Setback | None:
    """R3: a self-reported flare in an open case makes a task and proposes one stage down."""
    if not course.flare_today:
        return None
    return Setback(
        rule="R3",
        says="The athlete reports a flare-up",
        automatic="a task: clinician review within 1 working day",
        proposed="pause stage sessions; gentle pain-free motion; one stage down",
        proposes="step_back",
    )


def red_flag_is_open_in_the_case(course: Course, _: Limits) -> Setback | None:
    """R4: a confirmed red flag sets Out until reviewed and makes a task; the stage is not touched."""
    if not course.red_flag_open:
        return None
    return Setback(
        rule="R4",
        says="A red flag is open",
        automatic="availability is Out until reviewed; a task is due; the stage is not touched",
        proposed="nothing",
    )


def load_is_far_above_the_ceiling(course: Course, limits: Limits) -> Setback | None:
    """R5: a 7-day load more than 10 percentage points above the stage's ceiling proposes to hold 3 days."""
    if course.load_share is None or course.ceiling is None:
        return None
    if round(course.load_share - course.ceiling, 9) <= limits["load_over_ceiling"].value:
        return None
    return Setback(
        rule="R5",
        says=f"Load {course.load_share:.0f} % of the reference week (ceiling {course.ceiling:.0f} %)",
        automatic="nothing: the load criterion shows not met",
        proposed="hold for 3 days",
        proposes="hold",
    )


def morning_pain_rose_in_the_case(course: Course, limits: Limits) -> Setback | None:
    """R6: mean morning pain up by 2 or more from week to week, from stage 2 on, proposes one stage down."""
    if course.stage < 2 or course.rise is None or course.rise < limits["pain_trend_red"].value:
        return None
    return Setback(
        rule="R6",
        says=f"Mean morning pain up {course.rise:.1f} on last week",
        automatic="nothing",
        proposed="one stage down and review",
        proposes="step_back",
    )


Rule = Callable[[Course, Limits], Setback | None]

SETBACKS: tuple[Rule, ...] = (
    red_flag_is_open_in_the_case,
    last_response_was_red,
    two_responses_did_not_settle,
    athlete_reports_a_flare_in_the_case,
    morning_pain_rose_in_the_case,
    load_is_far_above_the_ceiling,
)
"""Most urgent first; a rule's docstring is its sentence on the rules page."""


def setbacks(course: Course, limits: Limits) -> tuple[Setback, ...]:
    """Every rule that speaks, most urgent first: the software proposes, a named clinician decides."""
    return tuple(found for rule in SETBACKS if (found := rule(course, limits)))
