"""Our load figures against SoccerMon's own tables, player by player, and where the two differ knowingly.

The tables hold a silent day, and every day before the first, as load 0; here both are unknown. For the
comparison they are made 0 too. Their figures are rounded to two decimals.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from teamback.measures.acwr import acwr_coupled
from teamback.measures.load import daily_load, monotony, session_load, strain, week_load
from teamback.measures.trend import rolling_mean
from tests.measures.soccermon import SoccerMon

BEFORE = 28
HOLE = "07.08.2021"
"""On this day the derived tables stand at 0 for the six players who trained that week, but not that day."""
HUNDREDTH = 0.0051

pytestmark = pytest.mark.real_data
each_player = pytest.mark.parametrize("player", range(23))


def our_daily_load(soccermon: SoccerMon) -> Any:
    loads = session_load(soccermon.rpe, soccermon.minutes)
    nobody_rests = np.zeros(soccermon.shape, dtype=bool)
    return daily_load(loads, soccermon.athlete, soccermon.day, nobody_rests, soccermon.shape)


def silence_as_rest(soccermon: SoccerMon, player: int) -> Any:
    """One player's loads with every silent day, and 28 days before the first, as 0."""
    load = np.nan_to_num(our_daily_load(soccermon)[[player]])
    return np.concatenate([np.zeros((1, BEFORE)), load], axis=1)


def both(soccermon: SoccerMon, player: int, ours: Any, table: str) -> tuple[Any, Any]:
    """Our figures and the table's on the days that the table was counted."""
    counted = np.array([day != HOLE for day in soccermon.days]) | (
        soccermon.tables["weekly_load"][player] > 0
    )
    return ours[0, BEFORE:][counted], soccermon.tables[table][player][counted]


def population_monotony(load: Any) -> Iterator[float]:
    """Foster's monotony with the population sd (n), as SoccerMon has it: not a figure of ours."""
    for day in range(BEFORE, load.shape[1]):
        week = load[0, day - 6 : day + 1]
        yield week.mean() / week.std(ddof=0) if week.std(ddof=0) > 0 else np.nan


@each_player
def test_daily_load_is_the_same_and_a_day_without_session_is_unknown_to_us(
    soccermon: SoccerMon, player: int
) -> None:
    ours, table = our_daily_load(soccermon)[player], soccermon.tables["daily_load"][player]
    trained = np.isin(np.arange(soccermon.shape[1]), soccermon.day[soccermon.athlete == player])
    assert np.array_equal(ours[trained], table[trained])
    assert np.isnan(ours[~trained]).all()
    assert not table[~trained].any()


@each_player
def test_weekly_load_is_the_same(soccermon: SoccerMon, player: int) -> None:
    week = week_load(silence_as_rest(soccermon, player), at_least=7).total
    ours, table = both(soccermon, player, week, "weekly_load")
    assert np.array_equal(ours, table)


@each_player
@pytest.mark.parametrize(("table", "days"), [("atl", 7), ("ctl28", 28)])
def test_rolling_means_are_the_same_to_their_two_decimals(
    soccermon: SoccerMon, player: int, table: str, days: int
) -> None:
    mean = rolling_mean(silence_as_rest(soccermon, player), days=days, at_least=days)
    ours, theirs = both(soccermon, player, mean, table)
    assert ours == pytest.approx(theirs, abs=HUNDREDTH)


@each_player
def test_acwr_is_the_same_but_for_their_rounding_of_both_means(soccermon: SoccerMon, player: int) -> None:
    load = silence_as_rest(soccermon, player)
    ours, theirs = both(soccermon, player, acwr_coupled(load, at_least=7, month_at_least=28), "acwr")
    month, _ = both(soccermon, player, rolling_mean(load, days=28, at_least=28), "ctl28")
    assert np.array_equal(np.isnan(ours), month == 0)
    assert not theirs[month == 0].any()
    some = month > 0
    assert (np.abs(ours - theirs)[some] <= HUNDREDTH * (1 + theirs[some]) / month[some]).all()


@each_player
def test_monotony_differs_by_the_factor_of_sample_to_population_sd_and_by_nothing_else(
    soccermon: SoccerMon, player: int
) -> None:
    load = silence_as_rest(soccermon, player)
    population = np.array([list(population_monotony(load))])
    sample = monotony(load, at_least=7)[:, BEFORE:]
    assert sample == pytest.approx(population * np.sqrt(6 / 7), rel=1e-12, nan_ok=True)
    padded = np.concatenate([np.full((1, BEFORE), np.nan), population], axis=1)
    theirs_again, theirs = both(soccermon, player, padded, "monotony")
    assert np.nan_to_num(theirs_again) == pytest.approx(theirs, abs=HUNDREDTH)
    assert np.array_equal(np.isnan(theirs_again), theirs == 0)


@each_player
def test_strain_is_weekly_load_times_monotony_in_both(soccermon: SoccerMon, player: int) -> None:
    load = silence_as_rest(soccermon, player)
    week = week_load(load, at_least=7).total
    ours, theirs = both(soccermon, player, strain(load, at_least=7), "strain")
    total, their_monotony = both(soccermon, player, week, "monotony")
    assert theirs == pytest.approx(total * their_monotony, rel=1e-12)
    assert np.array_equal(np.isnan(ours), theirs == 0)
    assert (np.abs(np.nan_to_num(ours) - theirs * np.sqrt(6 / 7)) <= total * HUNDREDTH).all()


@pytest.mark.parametrize("table", ["weekly_load", "atl", "ctl28", "acwr", "monotony", "strain"])
def test_their_derived_tables_pass_over_six_players_on_one_day(soccermon: SoccerMon, table: str) -> None:
    load = np.nan_to_num(our_daily_load(soccermon))
    week = week_load(load, at_least=1).total
    passed_over = np.argwhere((soccermon.tables["weekly_load"] == 0) & (week > 0))
    assert [soccermon.days[day] for _, day in passed_over] == [HOLE] * 6
    assert not soccermon.tables[table][*passed_over.T].any()
    assert not load[*passed_over.T].any()


def test_where_silence_is_not_rest_few_weeks_are_known_and_none_is_a_zero(soccermon: SoccerMon) -> None:
    ours, theirs = week_load(our_daily_load(soccermon), at_least=5), soccermon.tables["weekly_load"]
    shown = ~np.isnan(ours.total)
    assert 0.05 < shown.mean() < 0.5
    assert ((theirs == 0) & (ours.known < 5)).sum() == (theirs == 0).sum()
    assert np.array_equal(ours.total[shown], theirs[shown])
