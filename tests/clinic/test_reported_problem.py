"""O1: what this week's OSTRC says on the board, how long it counts, and who is told nothing about it."""

import datetime as dt

import pytest

from teamback.clinic.assessment.ostrc_weekly import Weekly
from teamback.clinic.limits import Limits
from teamback.clinic.low_back.reported_problem import weekly_answer_stands
from teamback.clinic.readiness import flag

from .mornings import MONDAY, quiet

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("answers", "version", "level", "says"),
    [
        ((0, 0, 0, 0), "ostrc", "green", None),
        ((8, 0, 0, 8), "ostrc", "green", "Problem reported (OSTRC)"),
        ((8, 17, 0, 8), "ostrc", "amber", "Substantial problem (OSTRC)"),
        ((17, 13, 0, 8), "ostrc_v1", "amber", "Substantial problem (OSTRC)"),
        ((17, 6, 6, 8), "ostrc_v1", "green", "Problem reported (OSTRC)"),
        ((25, 25, 25, 25), "ostrc", "red", "Could not take part (OSTRC)"),
        ((25, None, None, None), "ostrc", "red", "Could not take part (OSTRC)"),
        ((8, None, None, None), "ostrc", "green", "Problem reported (OSTRC)"),
        ((None, 17, None, None), "ostrc", "amber", "Substantial problem (OSTRC)"),
    ],
)
def test_what_each_answer_says(
    answers: tuple[float | None, ...], version: str, level: str, says: str | None, limits: Limits
) -> None:
    q1, q2, q3, q4 = answers
    judged = flag(quiet(limits, ostrc=Weekly(MONDAY, q1, q2, q3, q4, version).reported), limits)
    assert judged.level == level
    assert [reason.says for reason in judged.reasons if reason.rule == "O1"] == ([says] if says else [])


@pytest.mark.parametrize(("days", "spoke"), [(0, True), (8, True), (9, False)])
def test_an_answer_counts_for_eight_days(days: int, spoke: bool, limits: Limits) -> None:
    judged = flag(quiet(limits, ostrc=Weekly(MONDAY - days * DAY, 25, 25, 25, 25).reported), limits)
    assert (judged.level == "red") is spoke
    assert ("OSTRC: no answer in 8 days" in judged.not_known) is not spoke


def test_who_is_not_asked_is_told_nothing(limits: Limits) -> None:
    judged = flag(quiet(limits, ostrc=None, ostrc_asked=False), limits)
    assert judged.not_known == ()
    assert "OSTRC" not in judged.reasons[0].says
    assert "health problem" not in judged.reasons[0].says


def test_an_unanswered_first_question_is_named(limits: Limits) -> None:
    stands = weekly_answer_stands(quiet(limits, ostrc=Weekly(MONDAY, None, 0, 0, 0).reported), limits)
    assert (stands.known, stands.says) == (False, "OSTRC: participation not answered")
