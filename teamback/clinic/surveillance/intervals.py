"""Intervals of 95 %: Wilson for shares, exact Poisson (Garwood) for counts, Student's t for means.

All by their definitions and bisection: a quantile is found where its tail reaches half of what is left out.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

LEVEL = 0.95
_TAIL = (1 - LEVEL) / 2
_HALVINGS = 200


@dataclass(frozen=True)
class Interval:
    """The lower and the upper limit of a figure."""

    low: float
    high: float

    def times(self, factor: float) -> "Interval":
        """The same interval in another unit, such as per 1000 hours."""
        return Interval(self.low * factor, self.high * factor)

    def within(self, lowest: float, highest: float) -> "Interval":
        """The interval without the values that cannot be."""
        return Interval(max(self.low, lowest), min(self.high, highest))


def wilson(count: int, of: int) -> Interval | None:
    """The score interval of a share (Wilson 1927), without continuity correction; None of nobody."""
    if of == 0:
        return None
    z = NormalDist().inv_cdf(1 - _TAIL)
    share, spread = count / of, z * z / of
    centre = (share + spread / 2) / (1 + spread)
    reach = z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return Interval(centre - reach, centre + reach).within(0.0, 1.0)


def garwood(count: int) -> Interval:
    """The exact interval of the mean behind a count of events (Garwood 1936), by the two Poisson tails.

    The lower limit is the mean at which `count` or more come up in 2.5 % of cases, the upper the one at
    which `count` or fewer do: half the chi-square quantiles of 2 n and 2 n + 2 degrees of freedom.
    """
    far = count + 10 * math.sqrt(count + 1) + 20
    low = _where(lambda mean: at_most(count - 1, mean) < 1 - _TAIL, 0.0, far) if count else 0.0
    return Interval(low, _where(lambda mean: at_most(count, mean) < _TAIL, 0.0, far))


def t_limits(values: Sequence[float]) -> Interval | None:
    """The limits of a mean by Student's t with n - 1 degrees of freedom; None of fewer than two values."""
    if len(values) < 2:
        return None
    reach = t_quantile(len(values) - 1) * stdev(values) / math.sqrt(len(values))
    return Interval(fmean(values) - reach, fmean(values) + reach)


def at_most(count: int, mean: float) -> float:
    """The chance of `count` events or fewer where `mean` are expected (Poisson)."""
    if count < 0 or mean == 0:
        return 0.0 if count < 0 else 1.0
    term = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
    total = 0.0
    for events in range(count, -1, -1):
        total += term
        term *= events / mean
    return min(total, 1.0)


def t_quantile(freedom: int) -> float:
    """The value that Student's t exceeds in 2.5 % of cases, for whole degrees of freedom."""
    return _where(lambda value: _between(value, freedom) > LEVEL, 0.0, 100.0)


def _between(value: float, freedom: int) -> float:
    """The chance that t lies within plus and minus a value (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = math.atan(value / math.sqrt(freedom))
    odd = freedom % 2
    term = math.cos(angle) if odd else 1.0
    total = 0.0
    for step in range(freedom // 2):
        total += term
        raised = 2 * step + (2 if odd else 1)
        term *= math.cos(angle) ** 2 * raised / (raised + 1)
    return 2 / math.pi * (angle + math.sin(angle) * total) if odd else math.sin(angle) * total


def _where(passed: Callable[[float], bool], low: float, high: float) -> float:
    """Where a condition that holds from some value on begins to hold."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (low, middle) if passed(middle) else (middle, high)
    return (low + high) / 2
