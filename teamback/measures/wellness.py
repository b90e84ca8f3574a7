"""Wellness against the athlete's own usual: five items, their total, and how far today lies from it."""

import numpy as np

from teamback.measures.grid import Floats
from teamback.measures.window import Moments, earlier, trailing_moments


def wellness_total(items: Floats) -> Floats:
    """Wellness total: the sum of the five items (each 1 to 5, 5 is best) of an [item, athlete, day] array.

    Unit: points, 5 to 25. Source: McLean 2010, doi 10.1123/ijspp.5.3.367.
    Unknown: NaN when any item is not answered, and so on a day without report.
    """
    return np.asarray(items.sum(axis=0))


def usual_before(values: Floats, *, days: int, at_least: int) -> Moments:
    """Own usual: mean and sample sd of the previous so many days (28), today excluded, and the count known.

    Unit: that of the values (points of wellness). Source: practice, 4-week window of athletemonitoring.com;
    scores needed: house rule. Whole numbers are counted exactly.
    Unknown: a day without report is skipped; mean and sd are NaN with fewer than at_least (14) known days,
    and n then says how many there are ("building baseline, n of 14"). Looks back days + 1 days.
    """
    return trailing_moments(earlier(values, 1), days).where_at_least(at_least)


def z_score(values: Floats, mean: Floats, sd: Floats, *, sd_floor: float) -> Floats:
    """z-score: (today less own usual mean) over own usual sd, the sd counted as at least sd_floor.

    Unit: own sd. Source: practice, athletemonitoring.com; the floor (1 point, a step of the scale, which also
    serves an sd of 0) is a house rule; single items follow load weakly, Duignan 2020,
    doi 10.4085/1062-6050-0528.19.
    Unknown: NaN on a day without report and where the usual is not known; nothing is put in its place.
    """
    return (values - mean) / np.maximum(sd, sd_floor)
