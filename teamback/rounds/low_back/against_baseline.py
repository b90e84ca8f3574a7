"""Three lines against the athlete's own baseline: pain, movement tests, confidence in what is hard."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED
from teamback.measures.grid import Floats
from teamback.measures.window import MONTH
from teamback.record.events import ManoeuvreScore, TestResult

_HIGH = "high"
Points = tuple[tuple[dt.date, float, int], ...]
"""Day, value, and of how many scores it is the mean."""


@dataclass(frozen=True)
class Baseline:
    """One line: its points, where it began, and on how many scores that rests; None where it is not known."""

    points: Points
    began: float | None
    n: int

    @property
    def change(self) -> float | None:
        """The newest point less the baseline."""
        return self.points[-1][1] - self.began if self.points and self.began is not None else None


def pain_line(pain: Floats, first: dt.date, baseline_on: dt.date | None) -> Baseline:
    """Mean morning pain of each week that ends with the day in view, against the 28 days up to the baseline.

    Without a baseline battery the first 28 days with a score stand for it.
    """
    known = np.flatnonzero(~np.isnan(pain))
    if not len(known):
        return Baseline((), None, 0)
    end = known[0] + MONTH - 1 if baseline_on is None else (baseline_on - first).days
    then = pain[max(end - MONTH + 1, 0) : max(end + 1, 0)]
    scores = then[~np.isnan(then)]
    points = []
    for last in range(len(pain) - 1, int(known[0]) - 1, -7):
        week = pain[max(last - 6, 0) : last + 1]
        if (found := week[~np.isnan(week)]).size:
            points.append((first + dt.timedelta(days=last), float(found.mean()), int(found.size)))
    began = float(scores.mean()) if len(scores) else None
    return Baseline(tuple(reversed(points)), began, len(scores))


def test_line(results: Sequence[TestResult]) -> Baseline:
    """By day: the mean of all tests in percent of the same test's baseline, a high value being the better."""
    begun: dict[tuple[str, str | None], float] = {}
    by_day: dict[dt.date, list[float]] = defaultdict(list)
    for result in sorted(results, key=lambda result: result.day):
        test = battery().tests.get(result.test)
        if test is None or test.kind == JUDGED or test.best != _HIGH:
            continue
        about = result.test, result.side
        if result.baseline and result.value > 0:
            begun[about] = result.value
        if about in begun:
            by_day[result.day].append(100 * result.value / begun[about])
    points = tuple((day, fmean(shares), len(shares)) for day, shares in sorted(by_day.items()))
    return Baseline(points, 100.0 if points else None, len(begun))


def confidence_line(scores: Sequence[ManoeuvreScore]) -> Baseline:
    """By day: the mean confidence over the manoeuvres scored, against the first day with a score."""
    by_day: dict[dt.date, list[float]] = defaultdict(list)
    for score in scores:
        if score.confidence is not None:
            by_day[score.day].append(score.confidence)
    points = tuple((day, fmean(found), len(found)) for day, found in sorted(by_day.items()))
    return Baseline(points, points[0][1] if points else None, points[0][2] if points else 0)
