import datetime as dt
from typing import Any

import pytest

from teamback.clinic import reports
from teamback.record.events import CheckIn, Session
from teamback.record.scales import SCALES

from .mornings import MONDAY

JOINED = dt.date(2026, 7, 1)
TOMORROW = MONDAY + dt.timedelta(days=1)
TOO_EARLY = JOINED - dt.timedelta(days=1)

WELL = {"fatigue": 4.0, "sleep_quality": 4.0, "soreness": 5.0, "stress": 4.0, "mood": 5.0}


def checked(**answers: Any) -> list[tuple[str | None, str]]:
    day = answers.pop("day", MONDAY)
    refusals = reports.check_in(CheckIn(day=day, athlete="moreau", **answers), MONDAY, JOINED)
    return [(refusal.field, refusal.sentence) for refusal in refusals]


def trained(confirmed: bool = False, **answers: Any) -> list[tuple[str | None, str]]:
    day = answers.pop("day", MONDAY)
    typed = Session(day=day, athlete="moreau", **answers)
    refusals = reports.session(typed, MONDAY, JOINED, confirmed)
    return [(refusal.field, refusal.sentence) for refusal in refusals]


@pytest.mark.parametrize(
    "answers",
    [
        {"low_back_now": 0.0, **WELL, "sleep_h": 7.5},
        {"low_back_now": 2.0, "low_back_worst": 2.0, "side": "left"},
        {"low_back_now": 0.0},
        {"flare": False},
        {"day": JOINED, "mood": 3.0},
    ],
)
def test_a_check_in_may_be_saved_with_any_answer(answers: dict[str, Any]) -> None:
    assert checked(**answers) == []


@pytest.mark.parametrize(
    ("answers", "field", "says"),
    [
        (
            {"low_back_now": 4.0, "low_back_worst": 2.0},
            "low_back_worst",
            "Worst pain in 24 h (2) is below the pain now (4).",
        ),
        (
            {"low_back_now": 11.0},
            "low_back_now",
            "Low back pain now is 11, but must lie between 0 and 10.",
        ),
        ({"mood": 3.5}, "mood", "Mood is 3.5, but must be a whole number."),
        (
            {"low_back_now": 0.0, "day": TOMORROW},
            "day",
            "Tue 24 Nov lies in the future: enter what has happened.",
        ),
        (
            {"low_back_now": 0.0, "day": TOO_EARLY},
            "day",
            "Tue 30 Jun lies before the athlete joined, on Wed 1 Jul.",
        ),
        (
            {"low_back_now": 1.0, "side": "front"},
            "side",
            "Side 'front' is not in the list: choose Left, Right, Both sides, Centre.",
        ),
        ({}, None, "Nothing was answered: answer at least one question."),
        ({"asked_by": "Jo Reid, physio"}, None, "Nothing was answered: answer at least one question."),
    ],
)
def test_a_check_in_is_refused_in_one_sentence(answers: dict[str, Any], field: str | None, says: str) -> None:
    assert checked(**answers) == [(field, says)]


@pytest.mark.parametrize(
    "answers",
    [
        {"minutes": 90.0, "rpe": 6.0, "start": "17:30", "type": "training", "participation": "full"},
        {"minutes": 0.0, "rpe": 0.0},
        {"pain_before": 0.0, "pain_during": 4.0, "pain_after": 2.0, "pain_site": "low_back"},
        {"participation": "none"},
        {"minutes": 60.0, "activities": ("run", "cut")},
    ],
)
def test_a_session_may_be_saved(answers: dict[str, Any]) -> None:
    assert trained(**answers) == []


@pytest.mark.parametrize(
    ("answers", "field", "says"),
    [
        ({"rpe": 11.0}, "rpe", "RPE is 11, but must lie between 0 and 10."),
        ({"minutes": -5.0}, "minutes", "Minutes is -5, but must lie between 0 and 1440."),
        ({"minutes": 2000.0}, "minutes", "Minutes is 2000, but must lie between 0 and 1440."),
        ({"minutes": 320.0}, "minutes", "Minutes is 320, more than 300 min: mend it, or confirm it."),
        (
            {"minutes": 60.0, "start": "5.30 pm"},
            "start",
            "Start '5.30 pm' is no time of the day: write it as 17:30.",
        ),
        (
            {"minutes": 60.0, "start": "24:00"},
            "start",
            "Start '24:00' is no time of the day: write it as 17:30.",
        ),
        (
            {"minutes": 60.0, "type": "party"},
            "type",
            "Type 'party' is not in the list: choose Training, Match, Strength, Conditioning, Rehab, Other.",
        ),
        (
            {"participation": "half"},
            "participation",
            "Participation 'half' is not in the list: choose Full, Modified, Rehab, Not at all.",
        ),
        (
            {"participation": "none", "minutes": 40.0},
            "participation",
            "Participation None cannot have 40 minutes: change one of the two.",
        ),
        (
            {"minutes": 60.0, "day": TOMORROW},
            "day",
            "Tue 24 Nov lies in the future: enter what has happened.",
        ),
        (
            {"minutes": 60.0, "day": TOO_EARLY},
            "day",
            "Tue 30 Jun lies before the athlete joined, on Wed 1 Jul.",
        ),
        (
            {"start": "17:30", "type": "training", "planned": True},
            None,
            "Nothing was answered: answer at least one question.",
        ),
    ],
)
def test_a_session_is_refused_in_one_sentence(answers: dict[str, Any], field: str | None, says: str) -> None:
    assert trained(**answers) == [(field, says)]


def test_a_very_long_session_passes_once_confirmed_but_an_impossible_one_never() -> None:
    assert trained(confirmed=True, minutes=320.0) == []
    assert [field for field, _ in trained(confirmed=True, minutes=2000.0)] == ["minutes"]


@pytest.mark.parametrize(("minutes", "asks"), [(300.0, False), (300.5, True), (1440.0, True)])
def test_confirmation_is_asked_above_300_minutes(minutes: float, asks: bool) -> None:
    assert bool(trained(minutes=minutes)) is asks


def test_a_date_in_another_year_shows_its_year() -> None:
    assert checked(low_back_now=0.0, day=dt.date(2027, 11, 23)) == [
        ("day", "Tue 23 Nov 2027 lies in the future: enter what has happened.")
    ]


def test_an_unknown_activity_and_site_are_each_named() -> None:
    fields = [field for field, _ in trained(minutes=60.0, activities=("run", "dance"), pain_site="ear")]
    assert fields == ["pain_site", "activities"]


@pytest.mark.parametrize("kind", [CheckIn, Session])
def test_every_scored_field_is_checked_against_its_scale(kind: type[CheckIn] | type[Session]) -> None:
    check = checked if kind is CheckIn else trained
    scored = [name for name in SCALES if name in kind.__dataclass_fields__]
    assert len(scored) > 5
    for name in scored:
        assert name in [field for field, _ in check(**{name: SCALES[name].high + 1})], name
