import datetime as dt
from typing import Any

import pytest

from teamback.clinic.availability import missing
from teamback.record.events import Availability
from teamback.record.scope import PROGRAM, Scope

from .mornings import MONDAY

DR_LEE = Scope("Dr Lee", "doctor", "clinician")
WEDNESDAY = MONDAY + dt.timedelta(days=2)


def decided(**changes: Any) -> Availability:
    """A decision that may be saved, but for the changes."""
    modified: dict[str, Any] = {
        "day": MONDAY,
        "athlete": "moreau",
        "training": "modified",
        "match": "not_available",
        "restrictions": ("lift_and_hinge",),
        "review_on": WEDNESDAY,
        "reason": "injury",
    }
    return Availability(**(modified | changes))


def sentences(decision: Availability, scope: Scope = DR_LEE) -> list[tuple[str | None, str]]:
    return [(refusal.field, refusal.sentence) for refusal in missing(decision, scope, MONDAY)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"review_on": MONDAY},
        {"day": MONDAY - dt.timedelta(days=3)},
        {"training": "full", "match": "available", "restrictions": (), "review_on": None, "reason": None},
        {"training": "out", "match": "not_decided", "restrictions": ()},
        {"training": "rehab", "restrictions": (), "match": "limited_minutes", "minutes_cap": 20.0},
        {"text_to_coach": "x" * 200, "can_do": "passing, pool"},
    ],
)
def test_a_complete_decision_may_be_saved(changes: dict[str, Any]) -> None:
    assert sentences(decided(**changes)) == []


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        (
            {"day": MONDAY + dt.timedelta(days=1)},
            "day",
            "Tue 24 Nov lies in the future: decide on the day, nothing turns by date.",
        ),
        ({"training": ""}, "training", "Choose Full, Modified, Rehab or Out for training."),
        ({"training": None}, "training", "Choose Full, Modified, Rehab or Out for training."),
        ({"training": "not_decided"}, "training", "Choose Full, Modified, Rehab or Out for training."),
        (
            {"match": None},
            "match",
            "Choose what holds for the match, Not decided if that is still open.",
        ),
        (
            {"training": "out", "match": "available", "restrictions": ()},
            "match",
            "Out for training cannot be Available for the match.",
        ),
        (
            {"training": "out", "match": "limited_minutes", "minutes_cap": 20.0},
            "match",
            "Out for training cannot be Limited minutes for the match.",
        ),
        (
            {"training": "rehab", "match": "available"},
            "match",
            "Rehab in training cannot be Available for the match without a limit.",
        ),
        (
            {"restrictions": ()},
            "restrictions",
            "Modified needs at least one restriction: choose what is limited.",
        ),
        (
            {"restrictions": ("no fun",)},
            "restrictions",
            "no fun is no restriction of the list: choose from the list.",
        ),
        (
            {"training": "full", "reason": None, "review_on": None},
            "restrictions",
            "Full has no restrictions: take them away, or choose Modified.",
        ),
        ({"match": "limited_minutes"}, "minutes_cap", "Limited minutes needs a minutes cap above 0."),
        (
            {"match": "limited_minutes", "minutes_cap": 0.0},
            "minutes_cap",
            "Limited minutes needs a minutes cap above 0.",
        ),
        (
            {"minutes_cap": 301.0},
            "minutes_cap",
            "Minutes cap is 301, but must lie between 0 and 300.",
        ),
        ({"review_on": None}, "review_on", "Modified needs a review date."),
        ({"training": "rehab", "review_on": None}, "review_on", "Rehab needs a review date."),
        ({"training": "out", "review_on": None}, "review_on", "Out needs a review date."),
        (
            {"review_on": MONDAY - dt.timedelta(days=1)},
            "review_on",
            "The review date Sun 22 Nov has passed: choose today or later.",
        ),
        (
            {"review_on": dt.date(2025, 12, 1)},
            "review_on",
            "The review date Mon 1 Dec 2025 has passed: choose today or later.",
        ),
        (
            {"reason": None},
            "reason",
            "Choose a reason: Injury, Illness, Load, Personal, International duty, Other.",
        ),
        (
            {"reason": "bad luck"},
            "reason",
            "Choose a reason: Injury, Illness, Load, Personal, International duty, Other.",
        ),
        (
            {"text_to_coach": "x" * 201},
            "text_to_coach",
            "The text to the coach has 201 characters: shorten it to 200.",
        ),
        (
            {"can_do": "x" * 250},
            "can_do",
            "What the athlete can do has 250 characters: shorten it to 200.",
        ),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], field: str, says: str) -> None:
    assert sentences(decided(**changes)) == [(field, says)]


@pytest.mark.parametrize(
    "scope",
    [
        Scope("Jo", "physio", "coach"),
        Scope("Jo", "s_and_c", "performance"),
        Scope("Jo", "psychologist", "clinician"),
        Scope("Jo", "physio", "admin"),
        Scope("Jo", "athlete", "athlete", athlete="moreau"),
        Scope(" ", "doctor", "clinician"),
        PROGRAM,
    ],
    ids=lambda scope: scope.signature,
)
def test_only_a_named_doctor_or_physio_decides(scope: Scope) -> None:
    assert sentences(decided(), scope) == [
        (None, "Only a named doctor or physio of the medical staff decides availability.")
    ]


def test_a_lead_clinician_who_is_a_physio_decides() -> None:
    assert sentences(decided(), Scope("Jo Reid", "physio", "lead")) == []


def test_an_untouched_form_lists_everything_at_once_in_the_order_of_the_form() -> None:
    untouched = Availability(day=MONDAY, athlete="moreau", training="", match="")
    assert [field for field, _ in sentences(untouched)] == ["training", "match"]
    modified = decided(restrictions=(), review_on=None, reason=None)
    assert [field for field, _ in sentences(modified)] == ["restrictions", "review_on", "reason"]
