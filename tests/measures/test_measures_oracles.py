import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback.measures.acwr import acwr_coupled, acwr_ewma, acwr_uncoupled
from teamback.measures.load import monotony, strain, week_change, week_load
from teamback.measures.pain import week_means
from teamback.measures.response import session_responses
from teamback.measures.trend import ewma, rolling_mean
from teamback.measures.wellness import usual_before, z_score
from teamback.measures.window import trailing_moments
from tests.measures.oracle import (
    REAL_DATA,
    Row,
    cases,
    figure,
    real_cases,
    rows,
    series,
    skipped_without_real_data,
)

DAILY = "reference/acwr_three_athletes_daily.csv"
FULL = {"at_least": 7, "month_at_least": 28}


def same(ours: Any, table: str, within: float) -> bool:
    """Equal to a rounded figure of a table; unknown where the table is empty, and only there."""
    return bool(ours == pytest.approx(figure(table), abs=within, nan_ok=True))


@cases("foster_monotony_constructed.csv", "case")
def test_foster_week(row: Row) -> None:
    load = series(row["daily_loads"])
    assert same(week_load(load, at_least=5).total[0, -1], row["weekly_load"], 1e-9)
    assert same(rolling_mean(load, days=7, at_least=5)[0, -1], row["mean"], 5e-5)
    assert same(trailing_moments(load, 7).sd[0, -1], row["sd_sample"], 5e-5)
    assert same(monotony(load, at_least=5)[0, -1], row["monotony"], 5e-5)
    assert same(strain(load, at_least=5)[0, -1], row["strain"], 5e-3)


@cases("zscore_blog_table.csv", "athlete")
def test_published_mean_and_sample_sd_of_three_athletes(row: Row) -> None:
    scores = series(row["scores"])
    usual = usual_before(np.append(scores, [[np.nan]], axis=1), days=28, at_least=7)
    mean, sd = usual.mean[0, -1], usual.sd[0, -1]
    assert same(mean, row["mean"], 1e-12)
    assert same(sd, row["sd_sample"], 5e-3)
    assert same(round(100 * sd / mean), row["cv_percent"], 0)


@cases("wellness_z_cases.csv", "case")
def test_wellness_against_own_usual(row: Row) -> None:
    total = np.append(series(row["previous_scores_oldest_first"]), [[figure(row["today"])]], axis=1)
    usual = usual_before(total, days=28, at_least=14)
    assert usual.n[0, -1] == total.shape[1] - 1
    if row["expected"] == "UNKNOWN":
        # the table has the number of scores in place of a mean: building baseline, 10 of 14
        assert usual.n[0, -1] == figure(row["mean"])
        row = row | {"mean": ""}
    assert same(usual.mean[0, -1], row["mean"], 5e-5)
    assert same(usual.sd[0, -1], row["sd_sample"], 5e-5)
    assert same(z_score(total, usual.mean, usual.sd, sd_floor=1.0)[0, -1], row["z_floor1"], 5e-5)


@cases("pain_trend_cases.csv", "case")
def test_mean_morning_pain_against_the_week_before(row: Row) -> None:
    pain = np.append(series(row["previous_7_mornings"]), series(row["last_7_mornings"]), axis=1)
    assert same(week_means(pain, at_least=4).change[0, -1], row["delta_mean"], 5e-4)


@cases("load_change_cases.csv", "case")
def test_weekly_load_against_the_week_before(row: Row) -> None:
    load = np.full((1, 14), np.nan)
    for first, week in ((0, "prev"), (7, "now")):
        load[0, first : first + int(row[f"recorded_days_{week}"])] = 0.0
        load[0, first] = figure(row[f"week_{week}"])
    change = week_change(load, at_least=5, week_from=300)
    assert same(change.percent[0, -1], row["change_percent"], 0)


@cases("pain_response_cases.csv", "case")
def test_what_is_joined_of_a_session_is_what_the_reason_says(row: Row) -> None:
    """The levels are the clinic's; here only the figures that the reason names."""
    pain = np.array([[np.nan, figure(row["morning_of_session"]), figure(row["next_morning"])]])
    scores = [[figure(row[name])] for name in ("before", "during", "after")]
    found = session_responses(np.array([0]), np.array([1]), *scores, pain)
    named = re.findall(
        r"peak pain ([\d.]+)/10|\((\d) vs (\d)\)|next-morning pain (\d) is (\d) above", row["reason"]
    )
    assert named or row["reason"].startswith("no pain score")
    assert np.isnan(found.peak[0]) == (not named)
    for peak, after, base, worse, rise in named:
        assert not peak or found.peak[0] == float(peak)
        assert not after or (found.next[0], found.base[0]) == (float(after), float(base))
        assert not worse or (found.next[0], found.next[0] - found.base[0]) == (float(worse), float(rise))


def loads_of(athlete: str) -> Any:
    """The 28 daily loads of one of the three fictitious athletes."""
    assert REAL_DATA is not None
    return np.array([[float(day["load"]) for day in rows(REAL_DATA / DAILY) if day["athlete"] == athlete]])


@real_cases(DAILY, "athlete", "day")
def test_three_athletes_day_by_day(row: Row) -> None:
    load, day = loads_of(row["athlete"]), int(row["day"]) - 1
    week, month = ewma(load, days=7)[0, day], ewma(load, days=28)[0, day]
    assert same(week, row["ewma_acute_7"], 5e-7)
    assert same(month, row["ewma_chronic_28"], 5e-7)
    assert same(week / month, row["ewma_ratio"], 5e-7)
    assert same(week / month, row["pkg_ewma_ratio"], 5e-7)
    so_far = [rolling_mean(load, days=days, at_least=1)[0, day] for days in (7, 28)]
    assert same(so_far[0], row["pkg_expanding_acute"], 0.005 + 1e-9)
    assert same(so_far[1], row["pkg_expanding_chronic"], 0.005 + 1e-9)
    assert same(so_far[0] / so_far[1], row["pkg_expanding_ratio"], 0.005 + 1e-9)
    assert same(rolling_mean(load, days=7, at_least=7)[0, day], row["full_acute_mean7"], 5e-7)
    assert same(rolling_mean(load, days=28, at_least=28)[0, day], row["full_chronic_mean28"], 5e-7)
    assert same(acwr_coupled(load, **FULL)[0, day], row["full_coupled_ratio"], 5e-7)
    assert same(acwr_uncoupled(load, **FULL)[0, day], row["full_uncoupled_ratio"], 5e-7)


@pytest.mark.real_data
@skipped_without_real_data
@cases("acwr_published_day28.csv", "athlete")
def test_published_ratios_of_day_28(row: Row) -> None:
    load = loads_of(row["athlete"])
    ratios = acwr_ewma(load, **FULL), acwr_coupled(load, **FULL), acwr_uncoupled(load, **FULL)
    smooth, coupled, uncoupled = (ratio[0, -1] for ratio in ratios)
    assert (round(smooth, 2), round(coupled, 2)) == (
        figure(row["published_ewma"]),
        figure(row["published_rolling"]),
    )
    assert same(smooth, row["recomputed_ewma"], 5e-5)
    assert same(coupled, row["recomputed_coupled"], 5e-5)
    assert same(uncoupled, row["recomputed_uncoupled"], 5e-5)
    assert np.isnan([ratio[0, :27] for ratio in ratios]).all()


def test_a_constant_load_keeps_every_ratio_at_one_also_after_week_four() -> None:
    """R package ACWR 0.0.0.9000 gives 1.4 for the uncoupled ratio from day 29 on."""
    load = np.full((1, 42), 100.0)
    for ratio in (acwr_coupled, acwr_uncoupled, acwr_ewma):
        assert ratio(load, **FULL)[0, 27:] == pytest.approx(np.ones(15), abs=1e-12)


@given(st.lists(st.integers(1, 2000), min_size=28, max_size=60))
def test_with_complete_windows_the_uncoupled_ratio_is_3c_over_4_minus_c(loads: list[int]) -> None:
    load = np.array([loads], dtype=float)
    coupled, uncoupled = acwr_coupled(load, **FULL)[0, 27:], acwr_uncoupled(load, **FULL)[0, 27:]
    assert uncoupled == pytest.approx(3 * coupled / (4 - coupled), rel=1e-9)
