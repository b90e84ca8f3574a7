"""What a day without report, a rest, a second session or a corrected entry does to a figure."""

import statistics
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

from teamback.measures.grid import picked, spread, unmasked
from teamback.measures.load import (
    daily_load,
    monotony,
    session_load,
    strain,
    usual_week,
    week_change,
    week_load,
)
from teamback.measures.pain import week_means
from teamback.measures.reporting import reporting
from teamback.measures.response import last_session, session_before, session_responses
from teamback.measures.trend import ewma, rolling_mean
from teamback.measures.wellness import usual_before, wellness_total, z_score
from tests.measures.twins import assert_equal_to_twins

NAN = np.nan
ONE_DAY = (1, 1)


def ints(*values: int) -> Any:
    return np.array(values, dtype=np.int64)


def one(*days: float) -> Any:
    """One athlete's days."""
    return np.array([days], dtype=float)


def the_day(loads: list[float], *, rest: bool) -> float:
    """The load of one day of one athlete with these sessions."""
    here = np.zeros(len(loads), dtype=int)
    return float(daily_load(loads, here, here, np.array([[rest]]), ONE_DAY)[0, 0])


def test_a_day_without_session_or_rest_is_unknown() -> None:
    assert np.isnan(the_day([], rest=False))


def test_an_entered_rest_is_zero() -> None:
    assert the_day([], rest=True) == 0.0


def test_a_session_on_a_day_of_rest_counts() -> None:
    assert the_day([240.0], rest=True) == 240.0


def test_two_sessions_are_added_also_when_they_are_equal() -> None:
    assert the_day([240.0, 240.0], rest=False) == 480.0


@pytest.mark.parametrize("rest", [False, True])
def test_a_session_without_minutes_makes_the_day_unknown_and_not_smaller(rest: bool) -> None:
    loads = session_load([6.0, 5.0], [40.0, NAN])
    assert np.isnan(the_day(loads.tolist(), rest=rest))


@pytest.mark.parametrize(
    ("rpe", "minutes", "load"),
    [(7, 60, 420), (9, 75, 675), (3, 30, 90), (0, 60, 0), (5, 0, 0), (NAN, 0, 0)],
)
def test_published_sessions_and_nothings_done(rpe: float, minutes: float, load: float) -> None:
    assert session_load([rpe], [minutes]).tolist() == [load]


def test_a_null_of_the_store_is_unknown_whatever_stands_behind_its_mask() -> None:
    column = np.ma.array([3, 0, 7], mask=[False, True, False], dtype=np.int32)
    assert unmasked(column) == pytest.approx([3.0, NAN, 7.0], nan_ok=True)
    assert spread(column, ints(0, 0, 0), ints(0, 1, 2), (1, 3), "sum") == pytest.approx(
        one(3, NAN, 7), nan_ok=True
    )
    assert session_load(column, [10, 10, 10]) == pytest.approx([30, NAN, 70], nan_ok=True)


def test_the_later_row_of_a_day_stands_also_when_it_takes_an_answer_back() -> None:
    grid = spread([4.0, 2.0, 5.0, NAN], ints(0, 0, 0, 0), ints(0, 0, 1, 1), (1, 2), "last")
    assert grid == pytest.approx(one(2, NAN), nan_ok=True)


@pytest.mark.parametrize("how", ["sum", "last"])
def test_rows_of_other_athletes_and_other_days_are_left_out(how: Any) -> None:
    athlete, day = ints(-1, 0, 0, 2, 0), ints(0, -1, 2, 0, 1)
    grid = spread([1.0, 2.0, 3.0, 4.0, 5.0], athlete, day, (2, 2), how)
    assert grid == pytest.approx(np.array([[NAN, 5], [NAN, NAN]]), nan_ok=True)
    assert picked(grid, athlete, day) == pytest.approx([NAN, NAN, NAN, NAN, 5], nan_ok=True)


def test_a_week_needs_its_known_days_and_fills_nothing_in() -> None:
    week = week_load(one(100, NAN, 100, 100, NAN, 100, 100, NAN), at_least=5)
    assert week.known.tolist() == [[1, 1, 2, 3, 3, 4, 5, 4]]
    assert week.total == pytest.approx(one(NAN, NAN, NAN, NAN, NAN, NAN, 500, NAN), nan_ok=True)


def test_a_week_of_entered_rests_is_zero_and_a_silent_week_is_not_known() -> None:
    assert week_load(np.zeros((1, 7)), at_least=5).total[0, -1] == 0.0
    silence = np.full((1, 14), NAN)
    with np.errstate(all="raise"):
        assert np.isnan(week_load(silence, at_least=0).total).all()
        assert np.isnan(rolling_mean(silence, days=7, at_least=0)).all()
        assert np.isnan(week_means(silence, at_least=0).now).all()


def test_after_a_heavy_day_long_ago_a_week_of_rest_is_exactly_zero() -> None:
    load = np.zeros((1, 400))
    load[0, :20] = 63.37 * 7.1
    assert not week_load(load, at_least=5).total[0, 40:].any()


@pytest.mark.parametrize("before", range(300, 4001, 100))
def test_a_rise_of_fifteen_percent_is_exactly_fifteen_and_so_not_more(before: int) -> None:
    load = np.zeros((1, 14))
    load[0, 0], load[0, 7] = before, before + before * 15 // 100
    change = week_change(load, at_least=5, week_from=300)
    assert change.percent[0, -1] == 15.0
    assert change.absolute[0, -1] == before * 15 // 100


@pytest.mark.parametrize(("before", "shown"), [(0, False), (299, False), (300, True)])
def test_a_change_in_percent_waits_for_a_week_worth_comparing_with(before: float, shown: bool) -> None:
    load = np.zeros((1, 14))
    load[0, 0], load[0, 7] = before, 900
    for week_from in (0, 300):
        change = week_change(load, at_least=5, week_from=week_from)
        assert change.absolute[0, -1] == 900 - before
        assert np.isnan(change.percent[0, -1]) == (not shown if week_from else before == 0)


def test_the_usual_week_leaves_the_present_one_out_and_needs_three_known_weeks() -> None:
    load = np.repeat([100.0, NAN, 200.0, 300.0, 9999.0], 7)[None, :]
    usual = usual_week(load, at_least=5, weeks_at_least=3)
    assert (usual.mean[0, -1], usual.sd[0, -1], usual.n[0, -1]) == (1400.0, 700.0, 3)
    load[0, :7] = NAN
    usual = usual_week(load, at_least=5, weeks_at_least=3)
    assert np.isnan([usual.mean[0, -1], usual.sd[0, -1]]).all()
    assert usual.n[0, -1] == 2


@pytest.mark.parametrize("daily", [0.0, 300.0, 0.1, 63.37 * 7, 1e-3])
def test_a_flat_week_has_no_monotony_and_no_strain_never_an_infinite_one(daily: float) -> None:
    load = np.full((1, 30), daily)
    load[0, ::5] = NAN
    assert np.isnan(monotony(load, at_least=5)).all()
    assert np.isnan(strain(load, at_least=5)).all()


@pytest.mark.parametrize(("usual", "once"), [(2999.9, 3000.0), (400.0, 401.0), (1e9, 1e9 + 1)])
def test_a_nearly_flat_week_keeps_all_its_digits(usual: float, once: float) -> None:
    week = [usual] * 6 + [once]
    expected = statistics.fmean(week) / statistics.stdev(week)
    assert monotony(one(*week), at_least=5)[0, -1] == pytest.approx(expected, rel=1e-12)


def test_a_gap_carries_the_ewma_on_and_does_not_fade_it() -> None:
    line = ewma(one(NAN, 100, NAN, NAN, 200), days=7)
    assert line == pytest.approx(one(NAN, 100, 100, 100, 125), nan_ok=True)


def test_one_item_not_answered_leaves_the_wellness_total_unknown() -> None:
    items = np.full((5, 1, 2), 4.0)
    items[3, 0, 1] = NAN
    assert wellness_total(items) == pytest.approx(one(20, NAN), nan_ok=True)


def test_today_is_not_part_of_its_own_usual_and_older_days_drop_out() -> None:
    values = one(999, *[18, 20] * 14, 5)
    usual = usual_before(values, days=28, at_least=14)
    assert (usual.mean[0, -1], usual.n[0, -1]) == (19.0, 28)
    assert usual.sd[0, -1] == pytest.approx((28 / 27) ** 0.5, rel=1e-15)


@pytest.mark.parametrize(("today", "z"), [(18, 0.0), (17, -1.0), (16, -2.0)])
def test_a_whole_step_below_a_flat_usual_lies_exactly_on_the_threshold(today: float, z: float) -> None:
    values = one(*[18] * 14, today)
    usual = usual_before(values, days=28, at_least=14)
    assert z_score(values, usual.mean, usual.sd, sd_floor=1.0)[0, -1] == z
    assert np.isnan(z_score(one(*[18] * 14, NAN), usual.mean, usual.sd, sd_floor=1.0)[0, -1])


def scores(total: int, mornings: int) -> Any:
    """Whole scores of so many mornings that add up to a total."""
    return total // mornings + (np.arange(mornings) < total % mornings)


@pytest.mark.parametrize(("now", "before"), list(product(range(4, 8), repeat=2)))
def test_a_rise_of_exactly_one_point_is_never_lost_to_rounding(now: int, before: int) -> None:
    for total_now, total_before in product(range(0, 10 * now + 1, 3), range(10 * before + 1)):
        pain = np.full((1, 14), NAN)
        pain[0, :before], pain[0, 7 : 7 + now] = scores(total_before, before), scores(total_now, now)
        change = Fraction(total_now, now) - Fraction(total_before, before)
        if change.denominator == 1:
            assert week_means(pain, at_least=4).change[0, -1] == float(change)


def test_the_next_morning_is_the_next_day_or_not_known() -> None:
    pain = one(2, NAN, 3)
    found = session_responses(
        ints(0, 0, 0), ints(0, 1, 2), [9.0, 1.0, NAN], [4.0, NAN, NAN], [1.0, 5.0, NAN], pain
    )
    assert found.peak == pytest.approx([4, 5, NAN], nan_ok=True)
    assert found.base == pytest.approx([2, 1, 3], nan_ok=True)
    assert found.next == pytest.approx([NAN, 3, NAN], nan_ok=True)


def test_of_two_sessions_a_day_the_later_row_is_the_last_and_the_one_before_is_of_an_earlier_day() -> None:
    athlete, day = ints(0, 0, 0, 1), ints(1, 3, 3, 0)
    assert last_session(athlete, day, (2, 5)).tolist() == [[-1, 0, 0, 2, 2], [3, 3, 3, 3, 3]]
    assert session_before(athlete, day, (2, 5)).tolist() == [-1, 0, 0, -1]


def test_rows_need_not_come_in_the_order_of_their_days() -> None:
    assert last_session(ints(0, 0), ints(3, 1), (1, 5)).tolist() == [[-1, 1, 1, 0, 0]]
    assert session_before(ints(0, 0), ints(3, 1), (1, 5)).tolist() == [1, -1]


def test_days_on_which_nobody_was_asked_lengthen_the_look_back_and_count_on_neither_side() -> None:
    expected = np.array([[True, True, False, True, False]])
    reported = np.array([[True, False, True, True, True]])
    counts = reporting(reported, expected, window=2)
    assert counts.answered.tolist() == [[1, 1, 1, 1, 1]]
    assert counts.expected.tolist() == [[1, 2, 2, 2, 2]]


@pytest.mark.parametrize("shape", [(0, 0), (0, 30), (3, 0), (3, 1), (3, 30)])
def test_a_squad_of_nobody_or_without_any_row_yet_is_no_error(shape: tuple[int, int]) -> None:
    nothing = {
        name: np.array([]) for name in ("athlete", "day", "rpe", "minutes", "before", "during", "after")
    }
    assert_equal_to_twins(
        **nothing,
        rest=np.zeros(shape, dtype=bool),
        pain=np.full(shape, NAN),
        wellness_items=np.full((5, *shape), NAN),
        reported=np.zeros(shape, dtype=bool),
        expected=np.ones(shape, dtype=bool),
    )
