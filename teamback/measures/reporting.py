"""Who reports: check-ins given out of check-ins expected."""

from typing import NamedTuple

import numpy as np

from teamback.measures.grid import Bools, Ints


class Reporting(NamedTuple):
    """Among the last expected days: how many were answered, and how many there were."""

    answered: Ints
    expected: Ints


def reporting(reported: Bools, expected: Bools, *, window: int) -> Reporting:
    """Reporting: check-ins given on the last so many (14) expected days up to each day, that day included.

    Unit: check-ins. Source: house rule.
    Unknown: an expected day without check-in counts as not answered; a day on which none was expected counts
    on neither side, whether or not one was given. Fewer expected days than window: those there are.
    """
    so_far = np.cumsum(expected, axis=1, dtype=np.int64)
    given = np.zeros((expected.shape[0], expected.shape[1] + 1), dtype=np.int64)
    given[np.nonzero(expected)[0], so_far[expected]] = reported[expected]
    given = np.cumsum(given, axis=1)
    earlier = np.take_along_axis(given, np.maximum(so_far - window, 0), axis=1)
    answered = np.take_along_axis(given, so_far, axis=1) - earlier
    return Reporting(answered, np.minimum(so_far, window))
