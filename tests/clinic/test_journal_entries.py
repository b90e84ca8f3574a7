"""What refuses an entry of the pain journal, a line of the diary of progress, and when the OSTRC is asked."""

import datetime as dt
from typing import Any

import pytest

from teamback.clinic.low_back import journal_entries
from teamback.clinic.low_back.weekly_question import as_total, is_due, unanswered
from teamback.record.events import ManoeuvreScore, PainEntry

MONDAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def at(hour: int, day: dt.date = MONDAY) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


def refused(**fields: Any) -> list[tuple[str | None, str]]:
    said: dict[str, Any] = {"day": MONDAY, "athlete": 1, "site": "low_back", "pain": 4.0} | fields
    found = journal_entries.pain(PainEntry(**said), MONDAY, MONDAY - 30 * DAY, NOW)
    return [(refusal.field, refusal.sentence) for refusal in found]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"pain": None, "area": "sacrum", "side": "centre"},
        {"area": "low_back_left", "side": "both"},
        {"site": "knee", "area": "knee_right", "side": "right"},
        {"started": at(6), "ended": at(7)},
        {"started": at(22, MONDAY - DAY), "ended": at(7), "day": MONDAY - DAY},
        {"position_trigger": "sitting", "preceding_activity": "travel", "easing_factor": "walking"},
    ],
)
def test_an_entry_may_be_saved(fields: dict[str, Any]) -> None:
    assert refused(**fields) == []


@pytest.mark.parametrize(
    ("fields", "field", "says"),
    [
        ({"pain": None}, "pain", "Say how bad it was, or where it hurt."),
        ({"pain": 12.0}, "pain", "Pain is 12, but must lie between 0 and 10."),
        ({"day": MONDAY + DAY}, "day", "Tue 24 Nov lies in the future: enter what has happened."),
        ({"area": "tail"}, "area", "'tail' is no place on the figure: tap one."),
        ({"area": "knee_left"}, "area", "Knee, left is not part of Low back: tap the place again."),
        (
            {"area": "low_back_left", "side": "right"},
            "area",
            "Low back, left is not on the right side: tap it again.",
        ),
        ({"started": at(13)}, "started", "The beginning lies in the future: enter what has happened."),
        ({"ended": at(13)}, "ended", "The end lies in the future: leave it open while it still hurts."),
        (
            {"started": at(9), "ended": at(8)},
            "ended",
            "It cannot be over (08:00) before it began (09:00).",
        ),
        ({"ended": at(8, MONDAY - DAY)}, "ended", "It cannot be over before the day on which it hurt."),
    ],
)
def test_an_entry_is_refused_in_one_sentence(fields: dict[str, Any], field: str, says: str) -> None:
    assert refused(**fields) == [(field, says)]


@pytest.mark.parametrize("name", ["position_trigger", "preceding_activity", "easing_factor"])
def test_a_word_of_no_list_is_refused(name: str) -> None:
    assert [field for field, _ in refused(**{name: "moon"})] == [name]


def test_a_movement_wants_a_score_on_its_scale() -> None:
    def of(**scores: Any) -> list[str]:
        typed = ManoeuvreScore(day=MONDAY, athlete=1, **scores)
        return [refusal.sentence for refusal in journal_entries.manoeuvre(typed, MONDAY, MONDAY)]

    assert of(manoeuvre="run", confidence=0.0) == []
    assert of(manoeuvre="run") == ["Score how sure you are, or how it goes."]
    assert of(manoeuvre="run", performance=11.0) == ["How it goes is 11, but must lie between 0 and 10."]
    assert len(of(manoeuvre="dance", confidence=1.0)) == 1


@pytest.mark.parametrize(
    ("on", "day", "answered", "due"),
    [
        ("monday", MONDAY, [], True),
        ("monday", MONDAY + DAY, [], False),
        (None, MONDAY, [], False),
        ("monday", MONDAY, [MONDAY - 6 * DAY], False),
        ("monday", MONDAY, [MONDAY - 7 * DAY], True),
        ("monday", MONDAY, [MONDAY], True),
    ],
)
def test_the_weekly_questions_come_on_the_clubs_day_once_a_week(
    on: str | None, day: dt.date, answered: list[dt.date], due: bool
) -> None:
    assert is_due(on, day, answered) is due


def test_a_first_answer_of_0_ends_them_and_fills_nothing_in() -> None:
    assert as_total({"q1": 0.0, "q2": 8.0}) == {"q1": 0, "q2": None, "q3": None, "q4": None, "total": None}
    assert as_total({"q1": 8.0, "q2": 8.0, "q3": 0.0, "q4": 17.0})["total"] == 33
    assert unanswered({"q1": 0.0}) is None
    assert unanswered({"q1": None}) == "your last 7 days"
    assert unanswered({"q1": 8.0, "q2": 8.0}) == "some of your last 7 days"
