"""What the twins share: known values, windows and rows of an athlete's days, in plain Python."""

import math
import statistics
from collections.abc import Callable
from typing import Any

NAN = math.nan


def known(values: list[float]) -> list[float]:
    return [value for value in values if not math.isnan(value)]


def last_days(row: list[float], day: int, days: int) -> list[float]:
    """The known ones among the last so many days, today included."""
    return known(row[max(0, day - days + 1) : day + 1]) if day >= 0 else []


def each_day(grid: Any, figure: Callable[[list[float], int], Any]) -> list[list[Any]]:
    return [[figure(row, day) for day in range(len(row))] for row in grid.tolist()]


def apart(cells: list[list[tuple[float, ...]]], parts: int) -> tuple[list[list[float]], ...]:
    return tuple([[cell[part] for cell in row] for row in cells] for part in range(parts))


def mean(values: list[float], at_least: int) -> float:
    return math.fsum(values) / len(values) if len(values) >= max(at_least, 1) else NAN


def sd(values: list[float], at_least: int) -> float:
    return statistics.stdev(values) if len(values) >= max(at_least, 2) else NAN


def rows_of(athlete: Any, day: Any) -> dict[tuple[int, int], list[int]]:
    """The rows of each athlete and day, in their order."""
    found: dict[tuple[int, int], list[int]] = {}
    for row, pair in enumerate(zip(athlete.tolist(), day.tolist(), strict=True)):
        found.setdefault(pair, []).append(row)
    return found
