"""The weekly questions on health problems (OSTRC): what the week was like decides, chance adds a knee."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from teamback.clinic.assessment.ostrc import severity
from teamback.demo.days import Report, Told
from teamback.demo.people import OSTRC_ON, Person, read
from teamback.demo.sessions import Standing
from teamback.record.events import CheckIn, InstrumentTotal, Session
from teamback.record.words import WEEKDAYS

_WEEK = dt.timedelta(days=7)
_ANSWERS = 0.96
_NONE = (0, 0, 0, 0)
_ELSEWHERE, _LASTS = 0.045, 0.55
_OTHER_PROBLEMS = ((8, 0, 0, 8), (8, 8, 0, 8), (8, 0, 8, 8), (8, 8, 8, 8), (17, 17, 8, 17))
_BY_PAIN = {
    1: (0.12, (8, 0, 0, 8)),
    2: (0.4, (8, 0, 0, 8)),
    3: (0.75, (8, 8, 0, 8)),
    4: (0.9, (8, 8, 8, 17)),
    5: (1.0, (17, 17, 8, 17)),
}
"""By the worst morning of the week: how likely it is called a problem, and with which answers."""
_BY_STANDING = {"modified": (17, 17, 8, 17), "rehab": (17, 17, 25, 17), "out": (25, 25, 25, 17)}


def weekly(person: Person, told: Told, days: Sequence[Report], seed: int) -> Iterator[InstrumentTotal]:
    """A total for most of the weeks in which the athlete checked in on the squad's day for it."""
    rng = random.Random(f"{seed}/{person.known_as}/weekly")
    elsewhere = _NONE
    for event in days:
        if not isinstance(event, CheckIn) or event.day.weekday() != list(WEEKDAYS).index(OSTRC_ON):
            continue
        new, stays, answers = rng.random() < _ELSEWHERE, rng.random() < _LASTS, rng.random() < _ANSWERS
        other = rng.choices(_OTHER_PROBLEMS, (4, 3, 2, 2, 1))[0]
        elsewhere = elsewhere if any(elsewhere) and stays else other if new else _NONE
        given = _of_the_week(rng, told, event, days) if answers else None
        planted = _planted(person, told.ago(event.day))
        if planted is not None:
            given = planted
        elif given == _NONE:
            given = elsewhere
        if given:
            q1, q2, q3, q4 = given
            yield InstrumentTotal(
                day=event.day,
                athlete=person.athlete,
                instrument="ostrc",
                q1=q1,
                q2=q2,
                q3=q3,
                q4=q4,
                total=severity(q1, q2, q3, q4),
            )


def _of_the_week(rng: random.Random, told: Told, event: CheckIn, days: Sequence[Report]) -> tuple[float, ...]:
    """By what was decided about training that week, else by the worst morning."""
    week = [e for e in days if event.day - _WEEK < e.day <= event.day]
    stood = {
        Standing.of(told.decisions, told.ago(e.day), "12:00").training for e in week if e.day < event.day
    }
    for training in ("out", "rehab", "modified"):
        if training in stood:
            return _BY_STANDING[training]
    mornings = [e.low_back_now or 0 for e in week if isinstance(e, CheckIn)]
    sessions = [(e.pain_during or 0) - 1 for e in week if isinstance(e, Session)]
    worst = min(5, round(max((*mornings, *sessions), default=0)))
    likely, answers = _BY_PAIN.get(worst, (0.0, _NONE))
    return answers if rng.random() < likely else _NONE


def _planted(person: Person, ago: int) -> tuple[float, ...] | None:
    """What the file says of a week: the four answers, or none where they were left open."""
    for line in _lines(person.known_as):
        if line.get("to", 0) <= ago <= line["from"]:
            return tuple(line.get("answers", ()))
    return None


def _lines(known_as: str) -> list[Mapping[str, Any]]:
    return [line for line in read("upkeep.toml")["weekly"] if line["athlete"] == known_as]
