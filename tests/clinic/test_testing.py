import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.clinic.assessment import testing
from teamback.clinic.assessment.battery import battery
from teamback.clinic.limits import Limits
from teamback.clinic.morning import StaleTest
from teamback.clinic.readiness import flag
from teamback.record.events import TestResult

from .mornings import MONDAY, quiet

DAY = dt.timedelta(days=1)
TESTS = battery()


def typed(test: str, value: float, **more: Any) -> TestResult:
    unit = TESTS[test].unit if test in TESTS.tests else "s"
    return TestResult(**{"day": MONDAY, "athlete": 1, "test": test, "value": value, "unit": unit} | more)


def refused(result: TestResult, joined: dt.date = MONDAY) -> list[tuple[str | None, str]]:
    return [(refusal.field, refusal.sentence) for refusal in testing.result(result, TESTS, MONDAY, joined)]


@pytest.mark.parametrize("test", [test for test in TESTS if not test.sum_of], ids=lambda test: test.key)
def test_the_ends_of_a_range_may_be_entered_and_nothing_beyond(test: Any) -> None:
    for side in test.places:
        for value in (test.low, test.high):
            assert refused(typed(test.key, value, side=side)) == []
        for value in (test.low - 1, test.high + 1, float("nan"), float("inf")):
            ((field, sentence),) = refused(typed(test.key, value, side=side))
            assert field == testing.place(test.key, side)
            assert f"must lie between {test.low:g} and {test.high:g} {test.unit}." in sentence


@pytest.mark.parametrize(
    ("result", "says"),
    [
        (typed("toe_touch", 3), "The test toe touch is none of the list: choose one that is made."),
        (typed("hip_total_rotation", 70, side="left"), "The test hip total rotation is computed from others"),
        (typed("side_bridge", 70), "Side bridge hold: say left or right."),
        (typed("side_bridge", 70, side="both"), "Side bridge hold, both sides: say left or right."),
        (typed("sprint", 9, side="left"), "Sprint, top speed, left: it has no side."),
        (typed("sprint", 9, unit="km/h"), "it is measured in m/s, not in km/h."),
        (typed("movement_squat", 1.5), "1.5 must be a whole number."),
        (typed("sprint", 9, pain_during=11.0), "Worst pain during is 11, but must lie between 0 and 10."),
        (typed("movement_squat", 1, compensations=("wobble",)), "wobble is no compensation of the list."),
        (
            typed("sprint", 9, compensations=("twist",)),
            "compensations belong to tests that are judged by eye.",
        ),
        (typed("fever_free", 0, compensations=("twist",)), "compensations belong to tests that are judged"),
        (typed("cutting_control", 1, compensations=("twist",)), "a pass has no compensation."),
        (typed("sprint", 9, day=MONDAY + DAY), "lies in the future. Enter what has been measured."),
        (typed("sprint", 9, day=MONDAY - DAY), "lies before the athlete joined, on Mon 23 Nov."),
    ],
)
def test_what_cannot_be_so_is_refused_in_one_sentence(result: TestResult, says: str) -> None:
    ((_, sentence),) = refused(result)
    assert says in sentence


def test_a_judged_test_with_what_was_seen_may_be_saved() -> None:
    assert refused(typed("cutting_control", 0, compensations=("twist", "knee_valgus"), pain_during=2.0)) == []
    assert refused(typed("movement_squat", 2, compensations=("rib_flare",))) == []


def said(limits: Limits, **changes: Any) -> list[str]:
    reasons = flag(quiet(limits, **changes), limits).reasons
    return [reason.says for reason in reasons if reason.rule == "T1"]


@pytest.mark.parametrize(("days", "spoke"), [(0, False), (180, False), (181, True), (900, True)])
def test_a_baseline_counts_for_180_days(days: int, spoke: bool, limits: Limits) -> None:
    assert bool(said(limits, baseline_on=MONDAY - days * DAY)) is spoke


def test_what_is_too_old_is_named_with_its_window(limits: Limits) -> None:
    stale = testing.out_of_date(
        {"side_bridge": MONDAY - 15 * DAY, "single_leg_hop": MONDAY - 14 * DAY},
        {"side_bridge": 14, "single_leg_hop": 14, "sprint": 7},
        TESTS,
        MONDAY,
    )
    assert stale == (StaleTest("Side bridge hold", 15, 14),)
    assert said(limits, stale_tests=stale) == ["Side bridge hold is 15 days old (counts for 14)"]
    assert said(limits, stale_tests=stale, baseline_on=dt.date(2026, 5, 1)) == [
        "Side bridge hold is 15 days old (counts for 14); Baseline tests are 206 days old (last Fri 1 May)"
    ]


def test_the_oldest_of_them_is_the_value_of_the_note(limits: Limits) -> None:
    morning = quiet(limits, stale_tests=(StaleTest("Hop", 20, 14), StaleTest("Sprint", 9, 7)))
    reason = testing.test_is_out_of_date(morning, limits)
    assert reason is not None
    assert (reason.level, reason.value) == ("info", 20)
    assert reason.threshold == "Hop 14 days; Sprint 7 days; baseline 180 days"


def test_who_was_never_tested_gets_no_note_and_is_named_as_not_known(limits: Limits) -> None:
    morning = replace(quiet(limits), baseline_on=None)
    assert testing.test_is_out_of_date(morning, limits) is None
    assert flag(morning, limits).not_known == ("no baseline tests",)
