"""Days on which the back hurt much more than usual, and how long it has hardly hurt."""

import numpy as np

from teamback.measures.grid import Bools, Floats, Ints
from teamback.measures.window import earlier


def flare_by_pain(worst: Floats, *, days: int, at_least: int, above: float, from_score: float) -> Bools:
    """Flare defined by pain: the day's worst score lies so far above the median of the days before.

    Unit: yes or no for each [athlete, day]; `worst` is the day's highest NRS, 0 to 10. Source: a
    house rule beside the athlete's own report of a flare (Costa 2019, J Pain 20:1267).
    Unknown: a day without score is skipped, and is no flare; a day is judged only when at_least scores are
    known among the so many days before it, today left out.
    """
    before = np.stack([earlier(worst, k) for k in range(1, days + 1)])
    known = (~np.isnan(before)).sum(axis=0)
    ordered = np.sort(before, axis=0)  # NaN goes last
    low = np.take_along_axis(ordered, np.maximum((known - 1) // 2, 0)[None], axis=0)[0]
    high = np.take_along_axis(ordered, np.minimum(known // 2, days - 1)[None], axis=0)[0]
    median = (low + high) / 2
    judged = (known >= max(at_least, 1)) & ~np.isnan(worst)
    return np.asarray(judged & (worst >= np.where(judged, median, 0) + above) & (worst >= from_score))


def days_up_to(pain: Floats, *, limit: float, gap: int) -> Ints:
    """Days nearly free of pain: how long, up to each day, every known morning score was at or below a limit.

    Unit: days, from the first such morning of the stretch to its last, both counted; 0 where the last known
    score lies above the limit. Source: recovery as a month nearly free of pain, Stanton
    as quoted in clinical practice; the gap is a house rule.
    Unknown: up to `gap` days in a row without score are let through; a longer gap ends the stretch, and a
    stretch whose last score is older than that is over.
    """
    length = np.zeros(pain.shape, dtype=np.int64)
    first = np.full(pain.shape[0], -1)
    last = np.full(pain.shape[0], -1)
    for day in range(pain.shape[1]):
        score = pain[:, day]
        known = ~np.isnan(score)
        broken = (known & (score > limit)) | ((first >= 0) & (day - last > gap + (known.astype(int))))
        first, last = np.where(broken, -1, first), np.where(broken, -1, last)
        good = known & (score <= limit)
        first = np.where(good & (first < 0), day, first)
        last = np.where(good, day, last)
        length[:, day] = np.where(first >= 0, last - first + 1, 0)
    return length
