"""Recent load as a line: rolling mean and exponentially weighted moving average."""

import numpy as np

from teamback.measures.grid import Floats
from teamback.measures.window import known_sum

_BLOCK = 64


def rolling_mean(load: Floats, *, days: int, at_least: int) -> Floats:
    """Rolling mean: the mean over the known ones of the last so many days, today included.

    Unit: AU a day. Source: Williams 2017, doi 10.1136/bjsports-2016-096589.
    Unknown: a day without report is skipped; NaN with fewer than at_least known days in the window.
    """
    total, known = known_sum(load, days)
    return np.divide(total, known, out=np.full_like(total, np.nan), where=known >= max(at_least, 1))


def ewma(load: Floats, *, days: int) -> Floats:
    """EWMA: today's load times w plus yesterday's EWMA times (1 - w), with w = 2 / (days + 1).

    Unit: AU a day. Source: Williams 2017, doi 10.1136/bjsports-2016-096589.
    Unknown: the first known day starts it (NaN before); a day without report is skipped: it carries the value
    of the last known day, and the gap neither counts as rest nor fades what was before. Needs 1 known day;
    looks back over the whole array.
    """
    known = ~np.isnan(load)
    place = np.cumsum(known, axis=1) - 1
    packed = np.zeros_like(load)
    packed[np.nonzero(known)[0], place[known]] = load[known]
    line = np.take_along_axis(_smoothed(packed, 2 / (days + 1)), np.maximum(place, 0), axis=1)
    return np.where(place >= 0, line, np.nan)


def _smoothed(values: Floats, weight: float) -> Floats:
    """EWMA of rows without gaps, a block of days at a time: weights stay in 0 to 1, nothing overflows."""
    step = np.arange(_BLOCK)
    weights = np.triu(weight * (1 - weight) ** np.abs(step - step[:, None]))
    fading = (1 - weight) ** (step + 1)
    line = np.empty_like(values)
    carried = values[:, :1]
    for start in range(0, values.shape[1], _BLOCK):
        block = values[:, start : start + _BLOCK]
        width = block.shape[1]
        smooth = block @ weights[:width, :width] + carried * fading[:width]
        line[:, start : start + width] = smooth
        carried = smooth[:, -1:]
    return line
