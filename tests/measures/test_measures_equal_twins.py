import math
from collections.abc import Callable
from typing import Any

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamback.measures.catalogue import MEASURES
from teamback.measures.trend import ewma
from teamback.measures.wellness import usual_before, wellness_total, z_score
from tests.measures.soccermon import SoccerMon
from tests.measures.twins import Call, assert_equal_to_twin, assert_equal_to_twins, calls_for

GAP = st.just(math.nan)
SCORE = GAP | st.integers(0, 10).map(float) | st.sampled_from([2.5, 5.5])
THOUSANDTH = st.integers(0, 300_000).map(lambda thousandths: thousandths / 1000)
MINUTES = GAP | st.integers(0, 300).map(float) | THOUSANDTH
LIKERT = GAP | st.integers(1, 5).map(float)
HALF_A_TENTH = st.integers(20, 100).map(lambda twentieths: twentieths / 20)


@st.composite
def squads(draw: st.DrawFn) -> dict[str, Any]:
    """A small squad with gaps: up to 3 athletes and 60 days, several sessions a day, rows outside."""
    athletes, days = draw(st.integers(1, 3)), draw(st.integers(1, 60))

    def scores(shape: Any, values: st.SearchStrategy[float]) -> Any:
        pool = np.array(draw(st.lists(values, min_size=1, max_size=12)))
        return pool[draw(hnp.arrays(np.int64, shape, elements=st.integers(0, len(pool) - 1)))]

    def flags(shape: Any) -> Any:
        return draw(hnp.arrays(np.bool_, shape))

    more = draw(st.integers(0, 12))
    trained = flags(athletes * days)
    athlete = np.repeat(np.arange(athletes), days)[trained]
    day = np.tile(np.arange(days), athletes)[trained]
    athlete = np.append(athlete, draw(hnp.arrays(np.int64, more, elements=st.integers(-1, athletes))))
    day = np.append(day, draw(hnp.arrays(np.int64, more, elements=st.integers(-1, days))))
    return {
        "athlete": athlete,
        "day": day,
        "rpe": scores(len(day), SCORE),
        "minutes": scores(len(day), MINUTES),
        "before": scores(len(day), SCORE),
        "during": scores(len(day), SCORE),
        "after": scores(len(day), SCORE),
        "rest": flags((athletes, days)),
        "pain": scores((athletes, days), SCORE),
        "wellness_items": scores((5, athletes, days), draw(st.sampled_from([LIKERT, GAP | HALF_A_TENTH]))),
        "reported": flags((athletes, days)),
        "expected": flags((athletes, days)),
    }


@given(squads())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_measure_equals_its_twin_on_any_squad_with_gaps(squad: dict[str, Any]) -> None:
    assert_equal_to_twins(**squad)


def team_b(soccermon: SoccerMon) -> dict[str, Any]:
    """The real squad; it was never asked about its back, so its soreness turned round stands in for pain."""
    not_asked = np.full(len(soccermon.day), np.nan)
    reported = ~np.isnan(soccermon.items).all(axis=0)
    return {
        "athlete": soccermon.athlete,
        "day": soccermon.day,
        "rpe": soccermon.rpe,
        "minutes": soccermon.minutes,
        "before": not_asked,
        "during": not_asked.copy(),
        "after": soccermon.rpe - 1,
        "rest": np.zeros(soccermon.shape, dtype=bool),
        "pain": 5 - soccermon.items[2],
        "wellness_items": soccermon.items,
        "reported": reported,
        "expected": np.ones(soccermon.shape, dtype=bool),
    }


SILENCE = pytest.mark.parametrize(
    "silence_is_rest", [False, True], ids=["silence unknown", "silence as rest"]
)


@pytest.mark.real_data
@SILENCE
@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_every_measure_equals_its_twin_on_the_soccermon_squad(
    soccermon: SoccerMon, measure: Callable[..., Any], silence_is_rest: bool
) -> None:
    squad = team_b(soccermon) | {"rest": np.full(soccermon.shape, silence_is_rest)}
    calls = [call for call in calls_for(**squad) if call[0] is measure]
    assert calls
    for call in calls:
        assert_equal_to_twin(call)


def test_the_comparison_calls_every_measure() -> None:
    empty, grid = np.zeros(0), np.zeros((1, 1))
    columns = dict.fromkeys(("athlete", "day"), empty.astype(int))
    columns |= dict.fromkeys(("rpe", "minutes", "before", "during", "after"), empty)
    grids = dict.fromkeys(("rest", "reported", "expected"), grid > 0)
    calls: list[Call] = list(calls_for(**columns, **grids, pain=grid, wellness_items=np.ones((5, 1, 1))))
    assert {measure for measure, _, _ in calls} == set(MEASURES)


def years_of_load(days: int) -> Any:
    """Two athletes with many gaps, one of them with minutes to a hundredth."""
    draw = np.random.default_rng(days)
    load = draw.integers(0, 11, (2, days)) * np.stack(
        [draw.integers(0, 120, days), draw.uniform(0, 120, days)]
    )
    load[draw.random((2, days)) < 0.3] = np.nan
    return load


YEARS = pytest.mark.parametrize("days", [730, 7305], ids=["2 years", "20 years"])


@YEARS
@pytest.mark.parametrize("memory", [7, 28])
def test_ewma_over_years_equals_the_recursion_day_by_day(days: int, memory: int) -> None:
    assert_equal_to_twin((ewma, (years_of_load(days),), {"days": memory}))


@YEARS
@pytest.mark.parametrize("memory", [7, 28])
def test_ewma_over_years_equals_the_sum_of_all_weighted_days(days: int, memory: int) -> None:
    load = years_of_load(days)
    line, weight = ewma(load, days=memory), 2 / (memory + 1)
    for athlete, row in enumerate(load):
        values = row[~np.isnan(row)].tolist()
        terms = [weight * value * (1 - weight) ** back for back, value in enumerate(reversed(values))]
        terms.append(values[0] * (1 - weight) ** len(values))
        assert line[athlete, -1] == pytest.approx(math.fsum(terms), rel=1e-12)


@YEARS
@pytest.mark.parametrize("step", [1.0, 0.1], ids=["whole items", "items in tenths"])
def test_z_over_years_equals_its_twin(days: int, step: float) -> None:
    draw = np.random.default_rng(days)
    items = np.round(draw.uniform(1, 5, (5, 2, days)) / step) * step
    items[:, draw.random((2, days)) < 0.3] = np.nan
    total = wellness_total(items)
    usual = usual_before(total, days=28, at_least=14)
    assert np.isfinite(usual.mean).sum() > days
    assert_equal_to_twin((usual_before, (total,), {"days": 28, "at_least": 14}))
    assert_equal_to_twin((z_score, (total, usual.mean, usual.sd), {"sd_floor": 1.0}))


def test_ewma_of_a_constant_load_stays_there_for_twenty_years() -> None:
    assert ewma(np.full((1, 7305), 100.0), days=28) == pytest.approx(np.full((1, 7305), 100.0), rel=1e-12)
