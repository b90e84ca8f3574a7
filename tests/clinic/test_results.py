import datetime as dt
from typing import Any

import pytest

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.results import (
    Reading,
    baseline_of,
    latest,
    missing_since,
    newest_days,
    own_best,
    readings,
    share_of_own_best,
    sides_of,
    worse_of,
)
from teamback.record.events import TestResult
from teamback.record.kept import Kept

from .mornings import MONDAY

DAY = dt.timedelta(days=1)
TESTS = battery()


def kept(seq: int, test: str, value: float, back: int = 0, **more: Any) -> Kept[TestResult]:
    unit = TESTS[test].unit if test in TESTS.tests else "?"
    event = TestResult(day=MONDAY - back * DAY, athlete=1, test=test, value=value, unit=unit, **more)
    return Kept(seq, event, dt.datetime(2026, 11, 23, tzinfo=dt.UTC), "Dana Berg, physio", seq)


def both(test: str, left: float | None, right: float | None, **more: Any) -> tuple[Reading, ...]:
    told = [
        kept(n, test, value, side=side, **more)
        for n, (side, value) in enumerate((("left", left), ("right", right)), 1)
        if value is not None
    ]
    return readings(told, TESTS)


def test_the_newest_day_counts_and_on_one_day_what_was_entered_last() -> None:
    told = [
        kept(3, "biering_sorensen", 90),
        kept(1, "biering_sorensen", 80),
        kept(4, "biering_sorensen", 70, back=9),
    ]
    results = readings(told, TESTS)
    newest = latest(results, "biering_sorensen")
    assert newest is not None
    assert (newest.value, newest.rows) == (90, (3,))
    assert latest(results, "biering_sorensen", since=MONDAY + DAY) is None
    assert latest(results, "biering_sorensen", "left") is None
    assert latest(results, "flexor_endurance") is None


def test_a_result_of_a_test_that_is_no_more_is_left_out() -> None:
    assert readings([kept(1, "toe_touch", 3)], TESTS) == ()


def test_total_rotation_is_the_sum_of_one_day_and_side() -> None:
    told = [
        kept(1, "hip_internal_rotation", 30, side="left", baseline=True, pain_during=1.0),
        kept(2, "hip_external_rotation", 40, side="left", pain_during=3.0),
        kept(3, "hip_external_rotation", 45, side="left", back=1),
        kept(4, "hip_internal_rotation", 35, side="right"),
        kept(5, "hip_external_rotation", 44, side="left"),
    ]
    results = readings(told, TESTS)
    total = latest(results, "hip_total_rotation", "left")
    assert total is not None
    assert (total.value, total.rows, total.pain_during, total.baseline) == (74, (1, 5), 1, False)
    assert latest(results, "hip_total_rotation", "right") is None
    assert sides_of(results, TESTS["hip_total_rotation"]) is None


def test_without_an_involved_side_the_weaker_is_held_against_the_stronger() -> None:
    compared = sides_of(both("side_bridge", 78, 92), TESTS["side_bridge"])
    assert compared is not None
    assert compared.value == pytest.approx(84.78, abs=0.01)
    assert (compared.unit, compared.involved, compared.worse) == ("%", None, "left")


@pytest.mark.parametrize(
    ("involved", "share"), [("left", 84.78), ("right", 117.95), ("both", 84.78), (None, 84.78)]
)
def test_an_involved_side_is_held_against_the_other(involved: str | None, share: float) -> None:
    compared = sides_of(both("side_bridge", 78, 92), TESTS["side_bridge"], involved)
    assert compared is not None
    assert compared.value == pytest.approx(share, abs=0.01)


def test_degrees_are_compared_by_their_difference_also_below_zero() -> None:
    compared = sides_of(both("hip_extension", -4, 7), TESTS["hip_extension"], "left")
    assert compared is not None
    assert (compared.value, compared.unit, compared.involved, compared.worse) == (11, "deg", None, "left")


@pytest.mark.parametrize(("left", "right"), [(None, 5.0), (5.0, None), (0.0, 5.0)])
def test_what_is_not_known_on_both_sides_is_no_symmetry(left: float | None, right: float | None) -> None:
    assert sides_of(both("side_bridge", left, right), TESTS["side_bridge"]) is None


def test_a_symmetry_is_as_old_as_its_older_side() -> None:
    told = [kept(1, "side_bridge", 80, back=20, side="left"), kept(2, "side_bridge", 90, side="right")]
    results = readings(told, TESTS)
    compared = sides_of(results, TESTS["side_bridge"])
    assert compared is not None
    assert compared.on == MONDAY - 20 * DAY
    assert newest_days(results, TESTS) == {"side_bridge": MONDAY - 20 * DAY}
    assert sides_of(results, TESTS["side_bridge"], since=MONDAY - 14 * DAY) is None


def test_the_worse_side_comes_first() -> None:
    pair = worse_of(both("single_leg_hop", 175, 160), TESTS["single_leg_hop"])
    assert pair is not None
    assert [one.side for one in pair] == ["right", "left"]
    assert worse_of(both("single_leg_hop", 175, None), TESTS["single_leg_hop"]) is None


def test_the_own_best_and_what_is_left_of_it() -> None:
    told = [kept(1, "sprint", 9.0, back=30), kept(2, "sprint", 9.5, back=20), kept(3, "sprint", 8.1)]
    results, sprint = readings(told, TESTS), TESTS["sprint"]
    best = own_best(results, sprint)
    assert best is not None
    assert best.value == 9.5
    assert share_of_own_best(results, sprint) == pytest.approx(85.26, abs=0.01)
    assert share_of_own_best(results, sprint, until=MONDAY - 30 * DAY) == pytest.approx(90)
    assert share_of_own_best(results, sprint, until=MONDAY - 31 * DAY) is None
    assert share_of_own_best((), sprint) is None


def test_a_baseline_is_the_newest_one_marked_as_such() -> None:
    told = [
        kept(1, "biering_sorensen", 150, back=200, baseline=True),
        kept(2, "biering_sorensen", 160, back=100, baseline=True),
        kept(3, "biering_sorensen", 90),
    ]
    found = baseline_of(readings(told, TESTS), "biering_sorensen")
    assert found is not None
    assert found.value == 160
    assert baseline_of(readings(told[2:], TESTS), "biering_sorensen") is None


def test_a_set_is_complete_when_every_side_of_every_test_is_recorded_since() -> None:
    told = [
        *(kept(n, f"movement_{name}", 3, back=5) for n, name in enumerate(("hinge", "squat", "dead_bug"), 1)),
        kept(4, "movement_bird_dog", 2, back=8),
        kept(5, "hip_internal_rotation", 30, side="left"),
        kept(6, "hip_extension", 3, side="left"),
        kept(7, "hip_extension", 3, side="right"),
    ]
    results = readings(told, TESTS)
    assert missing_since(results, TESTS, "movement_screen", MONDAY - 8 * DAY) == []
    assert missing_since(results, TESTS, "movement_screen", MONDAY - 7 * DAY) == ["movement_bird_dog"]
    assert missing_since(results, TESTS, "hip_rom", None) == [
        "hip_internal_rotation",
        "hip_external_rotation",
    ]
