"""Acute to chronic load ratios: descriptive figures that predict nothing, and that no rule reads."""

import numpy as np

from teamback.measures.grid import Bools, Floats
from teamback.measures.trend import ewma
from teamback.measures.window import MONTH, WEEK, earlier, known_sum


def acwr_coupled(load: Floats, *, at_least: int, month_at_least: int) -> Floats:
    """Coupled ratio: mean load of the last 7 days over mean load of the last 28, which hold those 7.

    Unit: none (a ratio). Source: Windt & Gabbett 2019, doi 10.1136/bjsports-2017-098925; criticised by
    Impellizzeri 2020, doi 10.1007/s40279-020-01378-6.
    Unknown: days without report are skipped; NaN until the athlete's 28th day from the first known one, with
    fewer than at_least known days of the 7 or month_at_least of the 28, and over a mean of 0.
    """
    shown = _shown(load, at_least, month_at_least)
    (acute, a), (chronic, c) = known_sum(load, WEEK), known_sum(load, MONTH)
    return _ratio(acute * c, chronic * a, shown)


def acwr_uncoupled(load: Floats, *, at_least: int, month_at_least: int) -> Floats:
    """Uncoupled ratio: mean load of the last 7 days over mean load of the 21 days before them.

    Unit: none (a ratio; with 28 known days 3c / (4 - c), c being the coupled one). Source: Windt & Gabbett
    2019, doi 10.1136/bjsports-2017-098925; criticised by Impellizzeri 2020, doi 10.1007/s40279-020-01378-6.
    Unknown: as the coupled ratio; month_at_least is counted over the same 28 days.
    """
    shown = _shown(load, at_least, month_at_least)
    acute, a = known_sum(load, WEEK)
    chronic, c = known_sum(earlier(load, WEEK), MONTH - WEEK)
    return _ratio(acute * c, chronic * a, shown)


def acwr_ewma(load: Floats, *, at_least: int, month_at_least: int) -> Floats:
    """EWMA ratio: the 7-day EWMA of load over the 28-day EWMA.

    Unit: none (a ratio). Source: Williams 2017, doi 10.1136/bjsports-2016-096589; criticised by Impellizzeri
    2020, doi 10.1007/s40279-020-01378-6.
    Unknown: a day without report carries both lines on; NaN as for the coupled ratio.
    """
    shown = _shown(load, at_least, month_at_least)
    return _ratio(ewma(load, days=WEEK), ewma(load, days=MONTH), shown)


def _shown(load: Floats, at_least: int, month_at_least: int) -> Bools:
    known = ~np.isnan(load)
    begun = np.maximum.accumulate(known, axis=1).astype(np.float64)
    full = earlier(begun, MONTH - 1, before=0.0) > 0
    return full & (known_sum(load, WEEK)[1] >= at_least) & (known_sum(load, MONTH)[1] >= month_at_least)


def _ratio(over: Floats, under: Floats, shown: Bools) -> Floats:
    return np.divide(over, under, out=np.full_like(over, np.nan), where=shown & (under > 0))
