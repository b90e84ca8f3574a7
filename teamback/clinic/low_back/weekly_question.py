"""When the check-in asks the four questions of the OSTRC, and what the first of them ends."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from teamback.clinic.assessment.ostrc import severity
from teamback.record.words import WEEKDAYS

WEEK = dt.timedelta(days=7)
QUESTIONS = ("q1", "q2", "q3", "q4")


def is_due(ostrc_on: str | None, day: dt.date, answered_on: Collection[dt.date]) -> bool:
    """Whether a check-in of this day asks: on the club's weekday, unless answered less than 7 days ago.

    An answer of the day itself stands beside its check-in, to be corrected with it.
    """
    if ostrc_on is None or list(WEEKDAYS).index(ostrc_on) != day.weekday():
        return False
    return not any(day - WEEK < answered < day for answered in answered_on)


def follows(q1: float | None) -> bool:
    """Whether the other three are asked: who took part as usual without a complaint is done."""
    return q1 is not None and q1 > 0


def as_total(answers: Mapping[str, float | None]) -> dict[str, Any]:
    """The answers as the fields of a total: after a first answer of 0 the others are null, never a 0."""
    q1 = answers.get("q1")
    said = {name: answers.get(name) if name == "q1" or follows(q1) else None for name in QUESTIONS}
    return said | {"total": severity(*said.values())}


def unanswered(answers: Mapping[str, float | None]) -> str | None:
    """What is missing, as the form names it; None when all that was asked was answered."""
    if answers.get("q1") is None:
        return "your last 7 days"
    if follows(answers["q1"]) and any(answers.get(name) is None for name in QUESTIONS):
        return "some of your last 7 days"
    return None
