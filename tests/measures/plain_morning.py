"""Slow, obvious twins of what is counted over mornings: wellness, pain, responses and reporting."""

import math
import statistics
from typing import Any

from tests.measures.plain import NAN, apart, each_day, known, last_days, mean, rows_of, sd


def wellness_total_twin(items: Any) -> list[list[float]]:
    return [[sum(items[:, a, d].tolist()) for d in range(items.shape[2])] for a in range(items.shape[1])]


def usual_before_twin(values: Any, days: int, at_least: int) -> Any:
    def usual(row: list[float], day: int) -> tuple[float, float, int]:
        scores = last_days(row, day - 1, days)
        return mean(scores, at_least), sd(scores, at_least), len(scores)

    return apart(each_day(values, usual), 3)


def z_score_twin(values: Any, means: Any, sds: Any, sd_floor: float) -> list[list[float]]:
    def z(value: float, usual: float, spread: float) -> float:
        if math.isnan(value) or math.isnan(usual) or math.isnan(spread):
            return NAN
        return (value - usual) / max(spread, sd_floor)

    cells = zip(values.tolist(), means.tolist(), sds.tolist(), strict=True)
    return [[z(*cell) for cell in zip(*row, strict=True)] for row in cells]


def week_means_twin(pain: Any, at_least: int) -> Any:
    def weeks(row: list[float], day: int) -> tuple[float, ...]:
        now, before = last_days(row, day, 7), last_days(row, day - 7, 7)
        means = mean(now, at_least), mean(before, at_least)
        return *means, means[0] - means[1], len(now), len(before)

    return apart(each_day(pain, weeks), 5)


def flare_by_pain_twin(worst: Any, days: int, at_least: int, above: float, from_score: float) -> Any:
    def flare(row: list[float], day: int) -> bool:
        before = last_days(row, day - 1, days)
        if math.isnan(row[day]) or len(before) < at_least:
            return False
        return row[day] >= statistics.median(before) + above and row[day] >= from_score

    return each_day(worst, flare)


def days_up_to_twin(pain: Any, limit: float, gap: int) -> Any:
    def stretch(row: list[float], day: int) -> int:
        scored = [d for d in range(day, -1, -1) if not math.isnan(row[d])]
        good: list[int] = []
        for d in scored:
            after = good[-1] if good else day + 1
            if row[d] > limit or after - d - 1 > gap:
                break
            good.append(d)
        return good[0] - good[-1] + 1 if good else 0

    return each_day(pain, stretch)


def cell(grid: Any, athlete: int, day: int) -> float:
    inside = 0 <= athlete < grid.shape[0] and 0 <= day < grid.shape[1]
    return float(grid[athlete, day]) if inside else NAN


def session_responses_twin(athlete: Any, day: Any, before: Any, during: Any, after: Any, pain: Any) -> Any:
    rows = []
    for a, d, *scores in zip(athlete, day, before, during, after, strict=True):
        worst = known([float(score) for score in scores[1:]])
        morning = cell(pain, a, d)
        base = float(scores[0]) if math.isnan(morning) else morning
        rows.append((max(worst) if worst else NAN, base, cell(pain, a, d + 1)))
    return tuple([row[part] for row in rows] for part in range(3))


def pain_of_day_twin(pain: Any, athlete: Any, day: Any, peak: Any) -> Any:
    rows = rows_of(athlete, day)

    def worst(a: int, today: int) -> float:
        peaks = [float(peak[row]) for row in rows.get((a, today), [])]
        scores = known([float(pain[a, today]), *peaks])
        return max(scores) if scores else NAN

    athletes, days = pain.shape
    return [[worst(a, today) for today in range(days)] for a in range(athletes)]


def last_session_twin(athlete: Any, day: Any, shape: Any) -> list[list[int]]:
    rows, grid = rows_of(athlete, day), []
    for a in range(shape[0]):
        last, line = -1, []
        for today in range(shape[1]):
            last = rows.get((a, today), [last])[-1]
            line.append(last)
        grid.append(line)
    return grid


def session_before_twin(athlete: Any, day: Any, shape: Any) -> list[int]:
    last = last_session_twin(athlete, day, shape)
    pairs = zip(athlete.tolist(), day.tolist(), strict=True)
    return [last[a][d - 1] if 0 <= a < shape[0] and 1 <= d <= shape[1] else -1 for a, d in pairs]


def reporting_twin(reported: Any, expected: Any, window: int) -> Any:
    def counts(a: int, today: int) -> tuple[int, int]:
        asked = [day for day in range(today + 1) if expected[a, day]][-window:]
        return sum(bool(reported[a, day]) for day in asked), len(asked)

    athletes, days = expected.shape
    return apart([[counts(a, today) for today in range(days)] for a in range(athletes)], 2)


def adherence_twin(planned: Any, done: Any, window: int) -> Any:
    def counts(a: int, today: int) -> tuple[int, int]:
        days = range(max(0, today - window + 1), today + 1)
        return sum(min(done[a, d], planned[a, d]) for d in days), sum(planned[a, d] for d in days)

    athletes, days = planned.shape
    return apart([[counts(a, today) for today in range(days)] for a in range(athletes)], 2)


def streak_twin(planned: Any, done: Any) -> list[list[int]]:
    grid = []
    for a in range(planned.shape[0]):
        running, line = 0, []
        for day in range(planned.shape[1]):
            if planned[a, day]:
                running = running + 1 if done[a, day] >= planned[a, day] else 0
            line.append(running)
        grid.append(line)
    return grid
