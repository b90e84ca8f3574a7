"""One side against the other, one test against another, and what a test can tell from its own error."""

import math


def limb_symmetry(involved: float | None, other: float | None, best: str = "high") -> float | None:
    """The involved side in percent of the other one; the other way round where less is better (a time).

    None where a side is not known, or not above 0: a share of nothing says nothing.
    """
    if involved is None or other is None or involved <= 0 or other <= 0:
        return None
    return 100 * (involved / other if best == "high" else other / involved)


def weaker_of_stronger(left: float | None, right: float | None) -> float | None:
    """The weaker side in percent of the stronger, where no side is the involved one."""
    if left is None or right is None:
        return None
    return limb_symmetry(min(left, right), max(left, right))


def worse_side(left: float | None, right: float | None, best: str = "high") -> str | None:
    """The side that does worse; None where one is not known, or both are alike."""
    if left is None or right is None or left == right:
        return None
    return "left" if (left < right) == (best == "high") else "right"


def side_difference(left: float | None, right: float | None) -> float | None:
    """How far the sides lie apart."""
    return None if left is None or right is None else abs(left - right)


def ratio(top: float | None, bottom: float | None) -> float | None:
    """One value over another; None where one is not known, or the lower one not above 0."""
    return None if top is None or bottom is None or bottom <= 0 else top / bottom


def mdc95(sem: float) -> float:
    """The smallest change that is not error, with 95 % confidence: 1.96 · √2 · SEM."""
    return 1.96 * math.sqrt(2) * sem


def within_error(change: float, detects: float | None) -> bool | None:
    """Whether a change may be nothing but the error of the test; None where no error is published."""
    return None if detects is None else round(abs(change), 9) <= detects
