"""Sums, means and sample sd over the trailing days of [athlete, day] arrays, without loss of digits.

Nothing is found by subtracting running totals: an error would be carried on for years, and a week of rest
would not be exactly 0.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from teamback.measures.grid import Floats, Ints

WEEK = 7
MONTH = 28
_WHOLE_UP_TO = 1e6
"""Up to here n times the sum of 28 squares is below 2**53, so that whole numbers are counted exactly."""


class Moments(NamedTuple):
    """Mean, sample sd (n - 1) and number of the known values of each cell's window; NaN where there are
    too few, and an sd of exactly 0 where all are equal."""

    mean: Floats
    sd: Floats
    n: Ints

    def where_at_least(self, n: int) -> "Moments":
        """The same, with mean and sd unknown where fewer than n values are known."""
        enough = self.n >= n
        return Moments(np.where(enough, self.mean, np.nan), np.where(enough, self.sd, np.nan), self.n)


def earlier(grid: Floats, days: int, before: float = np.nan) -> Floats:
    """What stood in each cell so many days earlier; before the first day stands the value given."""
    moved = np.empty_like(grid)
    moved[:, :days] = before
    moved[:, days:] = grid[:, : max(grid.shape[1] - days, 0)]
    return moved


def trailing_sum(values: Floats, days: int) -> Floats:
    """The sum over the last so many days, today included, of an array without gaps.

    Sums of 1, 2, 4, ... days are doubled and put together: 28 days cost seven additions.
    """
    total, block, width, reach = np.zeros_like(values), values, 1, 0
    while True:
        if days & width:
            total += earlier(block, reach, before=0.0)
            reach += width
        if reach == days:
            return total
        block = block + earlier(block, width, before=0.0)
        width *= 2


def known_sum(grid: Floats, days: int) -> tuple[Floats, Ints]:
    """The sum over the known ones of the last so many days, and how many are known."""
    known = ~np.isnan(grid)
    total = trailing_sum(np.where(known, grid, 0.0), days)
    return total, trailing_sum(known.astype(np.float64), days).astype(np.int64)


def moments(layers: Iterable[Floats]) -> Moments:
    """Mean, sample sd and number of the known values that lie behind one another in layers of one shape.

    Sums are taken about one of the values themselves: equal values give an sd of exactly 0, and none loses
    digits however far from 0 they lie.
    """
    pivot, n, s, q = (np.asarray(start) for start in (np.nan, 0.0, 0.0, 0.0))
    for layer in layers:
        pivot = np.where(np.isnan(pivot), layer, pivot)
        known = ~np.isnan(layer)
        off = np.where(known, layer - pivot, 0.0)
        n, s, q = n + known, s + off, q + off * off
    return _from_sums(pivot, n, s, q)


def trailing_moments(grid: Floats, days: int) -> Moments:
    """Mean, sample sd and number of the known values of the last so many days, today included.

    Whole numbers are counted exactly from n, S and Q; others about one of the values (see moments).
    """
    values = np.where(np.isnan(grid), 0.0, grid)
    if not np.all((values == np.rint(values)) & (np.abs(values) <= _WHOLE_UP_TO)):
        return moments(earlier(grid, k) for k in range(days))
    s, n = known_sum(grid, days)
    return _from_sums(np.zeros(()), n.astype(np.float64), s, trailing_sum(values * values, days))


def _from_sums(pivot: Floats, n: Floats, s: Floats, q: Floats) -> Moments:
    with np.errstate(divide="ignore", invalid="ignore"):
        return Moments(pivot + s / n, np.sqrt((n * q - s * s) / (n * (n - 1))), n.astype(np.int64))
