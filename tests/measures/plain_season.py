"""Slow, obvious twins of the measures of the season."""

import math
from typing import Any

from tests.measures.plain import NAN
from tests.measures.plain_load import one_week, usual_week_twin


def rest_days_twin(load: Any, rest: Any, window: int) -> Any:
    rests, unknown = [], []
    for values, entered in zip(load.tolist(), rest.tolist(), strict=True):
        last = [range(max(0, day - window + 1), day + 1) for day in range(len(values))]
        rests.append([sum(entered[d] and values[d] == 0 for d in days) for days in last])
        unknown.append([sum(math.isnan(values[d]) for d in days) for days in last])
    return rests, unknown


def deload_week_twin(load: Any, at_least: int, weeks_at_least: int, share: float) -> Any:
    usual = usual_week_twin(load, at_least, weeks_at_least)[0]
    found = []
    for values, own in zip(load.tolist(), usual, strict=True):
        row = []
        for day, mean in enumerate(own):
            week = one_week(values, day, at_least)
            known = not math.isnan(week) and mean > 0
            row.append(float(week <= share * mean) if known else NAN)
        found.append(row)
    return found


def off_band_twin(week: Any, low: Any, high: Any) -> Any:
    def off(total: float, least: float, most: float) -> float:
        if math.isnan(total) or (math.isnan(least) and math.isnan(most)):
            return NAN
        if total < least:
            return total - least
        return total - most if total > most else 0.0

    cells = zip(week.ravel().tolist(), low.ravel().tolist(), high.ravel().tolist(), strict=True)
    return [off(*cell) for cell in cells]


def routine_twin(minutes: Any, athlete: Any, athletes: int) -> Any:
    done, answered, total = ([0.0] * athletes for _ in range(3))
    for amount, who in zip(minutes.tolist(), athlete.tolist(), strict=True):
        if 0 <= who < athletes and not math.isnan(amount):
            answered[who] += 1
            done[who] += amount > 0
            total[who] += amount
    return done, answered, total
