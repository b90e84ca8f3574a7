"""Morning pain from one week to the next, and the worst pain of a day."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from teamback.measures.grid import Bools, Floats, Ints, unmasked
from teamback.measures.window import WEEK, earlier, known_sum


class WeekMeans(NamedTuple):
    """Mean morning pain of the last 7 days and of the 7 before (0 to 10), the change, and mornings scored."""

    now: Floats
    before: Floats
    change: Floats
    n_now: Ints
    n_before: Ints


def week_means(pain: Floats, *, at_least: int) -> WeekMeans:
    """Weekly pain: mean morning NRS of the last 7 days, of the 7 days before, and the first less the second.

    Unit: points of the NRS, 0 to 10. Source: no rise from week to week, Silbernagel 2007,
    doi 10.1177/0363546506298279; a change of 2 matters, Ostelo 2008, doi 10.1097/BRS.0b013e31815e3a10; the
    two weekly means are a house rule.
    Unknown: a morning without score is skipped; a mean is NaN with fewer than at_least scored mornings of its
    7, and the change where either mean is. Looks back 14 days.
    """
    s_now, n_now = known_sum(pain, WEEK)
    s_before, n_before = known_sum(earlier(pain, WEEK), WEEK)
    now, before = n_now >= max(at_least, 1), n_before >= max(at_least, 1)
    # over one denominator, or a rise of exactly 1 could come out as 0.9999999999999998
    change = _over(s_now * n_before - s_before * n_now, n_now * n_before, now & before)
    return WeekMeans(_over(s_now, n_now, now), _over(s_before, n_before, before), change, n_now, n_before)


def pain_of_day(pain: Floats, athlete: Ints, day: Ints, peak: npt.ArrayLike) -> Floats:
    """Pain of the day: the higher of the morning NRS and the highest peak of the day's sessions.

    Rows are sessions with their place in the [athlete, day] array `pain`; peak = max(during, after).
    Unit: points of the NRS, 0 to 10. Source: house rule (the days of pain of the referral clock).
    Unknown: a day without a morning score and without a session's peak is NaN; the one that is known counts
    where the other is not. Sessions outside the array are left out.
    """
    row, column, peak = np.asarray(athlete, np.int64), np.asarray(day, np.int64), unmasked(peak)
    inside = (row >= 0) & (row < pain.shape[0]) & (column >= 0) & (column < pain.shape[1])
    worst = pain.copy()
    np.fmax.at(worst, (row[inside], column[inside]), peak[inside])
    return worst


def _over(total: Floats, n: Ints, shown: Bools) -> Floats:
    return np.divide(total, n, out=np.full_like(total, np.nan), where=shown)
