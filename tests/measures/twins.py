"""Every measure with its slow, obvious twin, and their comparison on a squad's arrays."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from teamback.measures.acwr import acwr_coupled, acwr_ewma, acwr_uncoupled
from teamback.measures.adherence import adherence, streak
from teamback.measures.flare import days_up_to, flare_by_pain
from teamback.measures.load import (
    daily_load,
    monotony,
    session_load,
    strain,
    usual_week,
    week_change,
    week_load,
)
from teamback.measures.pain import pain_of_day, week_means
from teamback.measures.reporting import reporting
from teamback.measures.response import last_session, session_before, session_responses
from teamback.measures.season import deload_week, off_band, rest_days, routine
from teamback.measures.trend import ewma, rolling_mean
from teamback.measures.wellness import usual_before, wellness_total, z_score
from tests.measures.plain_load import (
    acwr_coupled_twin,
    acwr_ewma_twin,
    acwr_uncoupled_twin,
    daily_load_twin,
    ewma_twin,
    monotony_twin,
    rolling_mean_twin,
    session_load_twin,
    strain_twin,
    usual_week_twin,
    week_change_twin,
    week_load_twin,
)
from tests.measures.plain_morning import (
    adherence_twin,
    days_up_to_twin,
    flare_by_pain_twin,
    last_session_twin,
    pain_of_day_twin,
    reporting_twin,
    session_before_twin,
    session_responses_twin,
    streak_twin,
    usual_before_twin,
    week_means_twin,
    wellness_total_twin,
    z_score_twin,
)
from tests.measures.plain_season import (
    deload_week_twin,
    off_band_twin,
    rest_days_twin,
    routine_twin,
)

Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]

TWINS: dict[Callable[..., Any], Callable[..., Any]] = {
    session_load: session_load_twin,
    daily_load: daily_load_twin,
    week_load: week_load_twin,
    week_change: week_change_twin,
    usual_week: usual_week_twin,
    monotony: monotony_twin,
    strain: strain_twin,
    rolling_mean: rolling_mean_twin,
    ewma: ewma_twin,
    acwr_coupled: acwr_coupled_twin,
    acwr_uncoupled: acwr_uncoupled_twin,
    acwr_ewma: acwr_ewma_twin,
    wellness_total: wellness_total_twin,
    usual_before: usual_before_twin,
    z_score: z_score_twin,
    week_means: week_means_twin,
    pain_of_day: pain_of_day_twin,
    flare_by_pain: flare_by_pain_twin,
    days_up_to: days_up_to_twin,
    session_responses: session_responses_twin,
    last_session: last_session_twin,
    session_before: session_before_twin,
    reporting: reporting_twin,
    adherence: adherence_twin,
    streak: streak_twin,
    rest_days: rest_days_twin,
    deload_week: deload_week_twin,
    off_band: off_band_twin,
    routine: routine_twin,
}


def calls_for(
    *,
    athlete: Any,
    day: Any,
    rpe: Any,
    minutes: Any,
    before: Any,
    during: Any,
    after: Any,
    rest: Any,
    pain: Any,
    wellness_items: Any,
    reported: Any,
    expected: Any,
) -> Iterator[Call]:
    """Every measure with the arguments that a squad's arrays give it, and clinical.md's thresholds."""
    loads = session_load(rpe, minutes)
    load = daily_load(loads, athlete, day, rest, rest.shape)
    total = wellness_total(wellness_items)
    usual = usual_before(total, days=28, at_least=14)
    week, month = {"at_least": 5}, {"at_least": 5, "month_at_least": 20}
    yield session_load, (rpe, minutes), {}
    yield daily_load, (loads, athlete, day, rest, rest.shape), {}
    yield week_load, (load,), week
    yield week_change, (load,), {**week, "week_from": 300.0}
    yield usual_week, (load,), {**week, "weeks_at_least": 3}
    yield monotony, (load,), week
    yield strain, (load,), week
    yield rolling_mean, (load,), {"days": 28, "at_least": 20}
    yield ewma, (load,), {"days": 7}
    yield ewma, (load,), {"days": 28}
    yield acwr_coupled, (load,), month
    yield acwr_uncoupled, (load,), month
    yield acwr_ewma, (load,), month
    yield wellness_total, (wellness_items,), {}
    yield usual_before, (total,), {"days": 28, "at_least": 14}
    yield z_score, (total, usual.mean, usual.sd), {"sd_floor": 1.0}
    yield week_means, (pain,), {"at_least": 4}
    yield pain_of_day, (pain, athlete, day, np.fmax(during, after)), {}
    yield flare_by_pain, (pain,), {"days": 14, "at_least": 7, "above": 2.0, "from_score": 3.0}
    yield days_up_to, (pain,), {"limit": 1.0, "gap": 3}
    yield rest_days, (load, rest), {"window": 7}
    yield deload_week, (load,), {**week, "weeks_at_least": 3, "share": 0.7}
    low, high = np.where(rest, 300.0, np.nan), np.where(reported, 600.0, np.nan)
    yield off_band, (week_load(load, at_least=5).total, low, high), {}
    yield routine, (minutes, athlete, rest.shape[0]), {}
    yield session_responses, (athlete, day, before, during, after, pain), {}
    yield last_session, (athlete, day, rest.shape), {}
    yield session_before, (athlete, day, rest.shape), {}
    yield reporting, (reported, expected), {"window": 14}
    planned = expected.astype(np.int64) * 2
    done = reported.astype(np.int64) * (1 + rest.astype(np.int64) * 2)
    yield adherence, (planned, done), {"window": 28}
    yield streak, (planned, done), {}


def assert_equal_to_twin(call: Call) -> None:
    """One measure, and its twin on the same arguments, to 1e-9; a cell is unknown in both or in neither."""
    measure, arguments, thresholds = call
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        ours = measure(*arguments, **thresholds)
    theirs = TWINS[measure](*arguments, **thresholds)
    pairs = zip(ours, theirs, strict=True) if isinstance(ours, tuple) else [(ours, theirs)]
    for part, (mine, twin) in enumerate(pairs):
        expected = np.asarray(twin, dtype=np.float64).reshape(mine.shape)
        name = f"{measure.__name__}, part {part}"
        np.testing.assert_allclose(mine, expected, rtol=1e-9, atol=1e-9, equal_nan=True, err_msg=name)


def assert_equal_to_twins(**squad: Any) -> None:
    """Every measure on a squad's arrays (those of calls_for), against its twin; none is changed."""
    for array in squad.values():
        array.setflags(write=False)
    for call in calls_for(**squad):
        assert_equal_to_twin(call)
