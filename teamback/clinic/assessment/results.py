"""What the record says of a test: the newest value of a side, its derived values, the own best, the sides."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from teamback.clinic.assessment import symmetry
from teamback.clinic.assessment.field_test import DIFFERENCE, Battery, FieldTest
from teamback.record.events import TestResult
from teamback.record.kept import Kept


@dataclass(frozen=True)
class Reading:
    """One value of one side of a test on a day; `rows` are the entries it was read from, one or several."""

    test: str
    side: str | None
    value: float
    day: dt.date
    rows: tuple[int, ...]
    pain_during: float | None = None
    compensations: tuple[str, ...] = ()
    baseline: bool = False


@dataclass(frozen=True)
class Sides:
    """Both sides of a test held against each other: a percentage, or a difference in the test's unit.

    Of an involved side in percent of the other where `involved` names it, else weaker of stronger. `on` is
    the day of the older of the two values: no newer than that is what the figure says.
    """

    value: float
    unit: str
    involved: str | None
    worse: str | None
    left: Reading
    right: Reading

    @property
    def on(self) -> dt.date:
        """The day of the older value."""
        return min(self.left.day, self.right.day)


def readings(kept: Iterable[Kept[TestResult]], tests: Battery) -> tuple[Reading, ...]:
    """All values, oldest first (of a day: as recorded), those of tests that are sums among them.

    What is recorded under a name that is no test any more is left out.
    """
    ordered = sorted(kept, key=lambda entry: (entry.event.day, entry.seq))
    found = [_reading(entry) for entry in ordered if entry.event.test in tests.tests]
    found += [one for test in tests if test.sum_of for one in _sums(test, found)]
    return tuple(sorted(found, key=lambda one: (one.day, max(one.rows))))


def latest(
    results: Iterable[Reading], test: str, side: str | None = None, since: dt.date | None = None
) -> Reading | None:
    """The newest value of a side of a test, `since` a day or ever; None when there is none."""
    return next(iter(reversed(of(results, test, side, since))), None)


def of(
    results: Iterable[Reading], test: str, side: str | None = None, since: dt.date | None = None
) -> list[Reading]:
    """The values of a side of a test, oldest first."""
    asked = (one for one in results if one.test == test and one.side == side)
    return [one for one in asked if since is None or one.day >= since]


def own_best(
    results: Iterable[Reading], test: FieldTest, side: str | None = None, until: dt.date | None = None
) -> Reading | None:
    """The best value ever of a side, up to a day (before an onset, for one); None when there is none."""
    known = [one for one in of(results, test.key, side) if until is None or one.day <= until]
    sign = 1 if test.best == "high" else -1
    return max(known, key=lambda one: sign * one.value, default=None)


def share_of_own_best(
    results: Sequence[Reading], test: FieldTest, side: str | None = None, until: dt.date | None = None
) -> float | None:
    """The newest value in percent of the own best up to a day; None where one of the two is not known."""
    now, best = latest(results, test.key, side), own_best(results, test, side, until)
    return symmetry.limb_symmetry(now.value, best.value, test.best) if now and best else None


def baseline_of(results: Iterable[Reading], test: str, side: str | None = None) -> Reading | None:
    """The newest value that was measured when well; None when there is none."""
    return next((one for one in reversed(of(results, test, side)) if one.baseline), None)


def worse_of(
    results: Iterable[Reading], test: FieldTest, since: dt.date | None = None
) -> tuple[Reading, Reading] | None:
    """The newest value of each side, the worse one first; None unless both sides are known."""
    known = list(results)
    left, right = (latest(known, test.key, side, since) for side in ("left", "right"))
    if left is None or right is None:
        return None
    worse = symmetry.worse_side(left.value, right.value, test.best)
    return (right, left) if worse == "right" else (left, right)


def sides_of(
    results: Iterable[Reading], test: FieldTest, involved: str | None = None, since: dt.date | None = None
) -> Sides | None:
    """How the newest values of both sides compare; None unless both are known and can be compared."""
    pair = worse_of(results, test, since)
    if pair is None:
        return None
    left, right = sorted(pair, key=lambda one: one.side == "right")
    worse = symmetry.worse_side(left.value, right.value, test.best)
    if test.symmetry == DIFFERENCE:
        difference = symmetry.side_difference(left.value, right.value)
        return None if difference is None else Sides(difference, test.unit, None, worse, left, right)
    if involved in ("left", "right"):
        one, other = (left, right) if involved == "left" else (right, left)
        share = symmetry.limb_symmetry(one.value, other.value, test.best)
    else:
        involved, share = None, symmetry.weaker_of_stronger(left.value, right.value)
    return None if share is None else Sides(share, "%", involved, worse, left, right)


def newest_days(results: Iterable[Reading], tests: Battery) -> dict[str, dt.date]:
    """The day of the newest result of each test, of the older side where there are two; both are needed."""
    known = list(results)
    found = {}
    for test in tests:
        sides = [latest(known, test.key, side) for side in test.places]
        days = [one.day for one in sides if one is not None]
        if len(days) == len(sides):
            found[test.key] = min(days)
    return found


def missing_since(
    results: Iterable[Reading], tests: Battery, battery: str, since: dt.date | None
) -> list[str]:
    """The tests of a set that are not recorded on every side since a day; empty: the set is complete."""
    known = list(results)
    return [
        test.key
        for test in tests.of(battery)
        if any(latest(known, test.key, side, since) is None for side in test.places)
    ]


def _reading(entry: Kept[TestResult]) -> Reading:
    event = entry.event
    return Reading(
        event.test,
        event.side,
        event.value,
        event.day,
        (entry.seq,),
        event.pain_during,
        event.compensations,
        event.baseline,
    )


def _sums(test: FieldTest, found: Iterable[Reading]) -> Iterator[Reading]:
    """The sums of a day and side on which every part is known; each part as last entered that day."""
    parts: dict[tuple[dt.date, str | None], dict[str, Reading]] = {}
    for one in found:
        if one.test in test.sum_of:
            parts.setdefault((one.day, one.side), {})[one.test] = one
    for (day, side), known in parts.items():
        if len(known) == len(test.sum_of):
            rows = tuple(row for part in known.values() for row in part.rows)
            pain = [part.pain_during for part in known.values() if part.pain_during is not None]
            value = sum(part.value for part in known.values())
            well = all(part.baseline for part in known.values())
            yield Reading(test.key, side, value, day, rows, max(pain, default=None), (), well)
