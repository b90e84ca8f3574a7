"""Slow, obvious twins of the measures of load: sessions, weeks, lines and ratios."""

import math
from typing import Any

from tests.measures.plain import NAN, apart, each_day, known, last_days, mean, rows_of, sd


def session_load_twin(rpe: Any, minutes: Any) -> list[float]:
    pairs = zip(rpe.tolist(), minutes.tolist(), strict=True)
    return [0.0 if m == 0 else r * m for r, m in pairs]


def daily_load_twin(loads: Any, athlete: Any, day: Any, rest: Any, shape: Any) -> list[list[float]]:
    rows = rows_of(athlete, day)

    def of_a_day(a: int, d: int) -> float:
        if (a, d) in rows:
            return sum(float(loads[row]) for row in rows[a, d])
        return 0.0 if rest[a, d] else NAN

    return [[of_a_day(a, d) for d in range(shape[1])] for a in range(shape[0])]


def one_week(row: list[float], day: int, at_least: int) -> float:
    values = last_days(row, day, 7)
    return math.fsum(values) if len(values) >= at_least else NAN


def week_load_twin(load: Any, at_least: int) -> Any:
    return apart(each_day(load, lambda r, d: (one_week(r, d, at_least), len(last_days(r, d, 7)))), 2)


def week_change_twin(load: Any, at_least: int, week_from: float) -> Any:
    def change(row: list[float], day: int) -> tuple[float, float]:
        now, before = one_week(row, day, at_least), one_week(row, day - 7, at_least)
        percent = (now / before - 1) * 100 if before >= week_from else NAN
        return percent, now - before

    return apart(each_day(load, change), 2)


def usual_week_twin(load: Any, at_least: int, weeks_at_least: int) -> Any:
    def usual(row: list[float], day: int) -> tuple[float, float, int]:
        weeks = known([one_week(row, day - back, at_least) for back in (7, 14, 21, 28)])
        return mean(weeks, weeks_at_least), sd(weeks, weeks_at_least), len(weeks)

    return apart(each_day(load, usual), 3)


def one_monotony(row: list[float], day: int, at_least: int) -> float:
    week = last_days(row, day, 7)
    spread = sd(week, at_least)
    return mean(week, at_least) / spread if spread > 0 else NAN


def monotony_twin(load: Any, at_least: int) -> Any:
    return each_day(load, lambda row, day: one_monotony(row, day, at_least))


def strain_twin(load: Any, at_least: int) -> Any:
    return each_day(load, lambda row, d: one_week(row, d, at_least) * one_monotony(row, d, at_least))


def rolling_mean_twin(load: Any, days: int, at_least: int) -> Any:
    return each_day(load, lambda row, day: mean(last_days(row, day, days), at_least))


def ewma_twin(load: Any, days: int) -> list[list[float]]:
    weight = 2 / (days + 1)
    lines = []
    for row in load.tolist():
        line, now = [], NAN
        for value in row:
            if not math.isnan(value):
                now = value if math.isnan(now) else weight * value + (1 - weight) * now
            line.append(now)
        lines.append(line)
    return lines


def ratio_is_shown(row: list[float], day: int, at_least: int, month_at_least: int) -> bool:
    enough = len(last_days(row, day, 7)) >= at_least and len(last_days(row, day, 28)) >= month_at_least
    return enough and len(known(row[: max(0, day - 26)])) > 0


def over(numerator: float, denominator: float) -> float:
    return numerator / denominator if denominator > 0 else NAN


def acwr_coupled_twin(load: Any, at_least: int, month_at_least: int) -> Any:
    def ratio(row: list[float], day: int) -> float:
        if not ratio_is_shown(row, day, at_least, month_at_least):
            return NAN
        return over(mean(last_days(row, day, 7), 1), mean(last_days(row, day, 28), 1))

    return each_day(load, ratio)


def acwr_uncoupled_twin(load: Any, at_least: int, month_at_least: int) -> Any:
    def ratio(row: list[float], day: int) -> float:
        if not ratio_is_shown(row, day, at_least, month_at_least):
            return NAN
        return over(mean(last_days(row, day, 7), 1), mean(last_days(row, day - 7, 21), 1))

    return each_day(load, ratio)


def acwr_ewma_twin(load: Any, at_least: int, month_at_least: int) -> list[list[float]]:
    week, month = ewma_twin(load, 7), ewma_twin(load, 28)
    rows = load.tolist()
    return [
        [
            over(week[a][d], month[a][d]) if ratio_is_shown(row, d, at_least, month_at_least) else NAN
            for d in range(len(row))
        ]
        for a, row in enumerate(rows)
    ]
