"""Timing several things in turn, each turn in another order: a drift of the machine meets all of them, and
none always follows the one that leaves the caches cold."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One row of the table: a figure, what it is held against, and the goal for their ratio."""

    what: str
    ours: float
    against: float
    unit: str
    goal: str

    @property
    def ratio(self) -> float:
        """Ours over the other."""
        return self.ours / self.against


def medians(runs: int, *things: Callable[[], object]) -> list[float]:
    """The median seconds of each thing over a number of turns, after two turns that do not count."""
    times: list[list[float]] = [[] for _ in things]
    order, dice = list(zip(things, times, strict=True)), random.Random(1)
    for turn in range(runs + 2):
        dice.shuffle(order)
        for thing, kept in order:
            start = time.perf_counter()
            thing()
            if turn >= 2:
                kept.append(time.perf_counter() - start)
    return [statistics.median(kept) for kept in times]


def table(lines: list[Line]) -> str:
    """The lines as text."""
    rows = [["what", "ours", "against", "unit", "ratio", "goal"]]
    rows += [
        [line.what, f"{line.ours:.3g}", f"{line.against:.3g}", line.unit, f"{line.ratio:.3g}", line.goal]
        for line in lines
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(6)]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows)
