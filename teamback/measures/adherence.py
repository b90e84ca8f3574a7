"""How much of what was planned was done, and for how many planned days running."""

from typing import NamedTuple

import numpy as np

from teamback.measures.grid import Ints


class Adherence(NamedTuple):
    """Exercises done, and exercises planned, over a window of days."""

    done: Ints
    planned: Ints


def adherence(planned: Ints, done: Ints, *, window: int) -> Adherence:
    """Adherence: planned exercises done over the last so many (28) days up to each day, that day included.

    Unit: exercises (percent = done / planned). Source: house rule.
    Unknown: a planned exercise without an entry on its day counts as not done, silence is no exercise; a day
    on which none was planned counts on neither side, and more than was planned counts no more.
    """
    counted = np.minimum(done, planned)
    return Adherence(_last_days(counted, window), _last_days(planned, window))


def streak(planned: Ints, done: Ints) -> Ints:
    """Streak: planned days running, up to each day, on which everything planned was done.

    Unit: days. Source: house rule.
    Unknown: a planned day with an exercise not entered ends it; a day without a plan neither adds nor ends.
    """
    asked, kept = planned > 0, (planned > 0) & (done >= planned)
    so_far = np.cumsum(kept, axis=1, dtype=np.int64)
    broken = np.where(asked & ~kept, so_far, 0)
    return np.asarray(so_far - np.maximum.accumulate(broken, axis=1))


def _last_days(counts: Ints, window: int) -> Ints:
    total = np.cumsum(counts, axis=1, dtype=np.int64)
    earlier = np.zeros_like(total)
    earlier[:, window:] = total[:, :-window] if window < total.shape[1] else 0
    return np.asarray(total - earlier)
