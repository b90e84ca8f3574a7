"""The intervals against published tables, package output and what they are defined by."""

import csv
import math
from pathlib import Path

import pytest

from teamback.clinic.surveillance.intervals import Interval, at_most, garwood, t_limits, t_quantile, wilson

FILE = Path(__file__).parents[1] / "oracles" / "ostrc_prevalence_output.csv"
WEEKLY = {row["measure"]: row for row in csv.DictReader(FILE.open(encoding="utf-8"))}


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.6889),
        (1, 0.0253, 5.5716),
        (4, 1.0899, 10.2416),
        (5, 1.6235, 11.6683),
        (10, 4.7954, 18.3904),
        (20, 12.2165, 30.8884),
        (50, 37.1110, 65.9188),
        (100, 81.3639, 121.6268),
    ],
)
def test_exact_limits_of_a_count_by_the_known_quantiles_of_chi_square(
    count: int, low: float, high: float
) -> None:
    found = garwood(count)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@pytest.mark.parametrize("count", [1, 2, 7, 82, 2049])
def test_each_tail_beyond_an_exact_limit_is_2_5_percent(count: int) -> None:
    found = garwood(count)
    assert 1 - at_most(count - 1, found.low) == pytest.approx(0.025, abs=1e-9)
    assert at_most(count, found.high) == pytest.approx(0.025, abs=1e-9)


def test_the_chance_of_at_most_so_many_is_the_plain_sum() -> None:
    plain = sum(math.exp(-3.7) * 3.7**n / math.factorial(n) for n in range(6))
    assert at_most(5, 3.7) == pytest.approx(plain, abs=1e-14)
    assert at_most(0, 0.0) == 1.0
    assert at_most(-1, 2.0) == 0.0


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_printed_it(count: int, of: int, low: float, high: float) -> None:
    """Newcombe 1998, Stat Med 17:857-872, table I, method 3."""
    found = wilson(count, of)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_wilson_stays_between_nothing_and_all_and_says_nothing_of_nobody() -> None:
    assert wilson(0, 0) is None
    everybody = wilson(20, 20)
    assert everybody is not None
    assert everybody.high == 1.0
    assert everybody.low == pytest.approx(1 - 0.1611, abs=1e-4)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.7062), (2, 4.30265), (3, 3.18245), (5, 2.57058), (10, 2.22814), (30, 2.04227), (51, 2.00758)],
)
def test_students_t_as_printed_in_tables(freedom: int, value: float) -> None:
    assert t_quantile(freedom) == pytest.approx(value, abs=1e-4)


def test_limits_of_a_weekly_mean_as_the_package_gives_them() -> None:
    found = t_limits([5 / 6, 4 / 6, 3 / 4])
    row = WEEKLY["mean_prevalence_injury"]
    assert found is not None
    assert found.low == pytest.approx(float(row["ci_lower"]), abs=5e-4)
    assert found.high == pytest.approx(float(row["ci_upper"]), abs=5e-4)


def test_a_mean_of_one_week_has_no_limits_and_limits_that_cannot_be_are_cut() -> None:
    assert t_limits([0.5]) is None
    assert Interval(-0.355, 1.37).within(0.0, 1.0) == Interval(0.0, 1.0)
    assert Interval(1.0, 2.0).times(10) == Interval(10.0, 20.0)
