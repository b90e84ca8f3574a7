"""When the athletes of a squad were tested as a baseline: one plain select for the board."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from teamback.clinic.battery import battery
from teamback.clinic.morning import StaleTest
from teamback.record.events import TestResult
from teamback.record.flag import RowRead
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.record.words import SIDES
from teamback.store import Store
from teamback.store.engine import Columns
from teamback.store.queries.daily import daily_columns

EVER = dt.date(1970, 1, 1)
_FIELDS = ("test", "side", "value", "unit", "baseline")


@dataclass(frozen=True)
class Tested:
    """One athlete's last baseline: its day, and where its results stand among those that were read."""

    baseline_on: dt.date | None = None
    results: Columns | None = None
    places: Sequence[int] = ()
    stale_tests: tuple[StaleTest, ...] = ()
    """Tests older than a criterion's window, from clinic.testing.out_of_date, where a case asks for them."""

    def baseline_rows(self) -> Iterable[RowRead]:
        """The results of that day, in words."""
        for place in self.places:
            if self.results is not None and self.baseline_on is not None:
                yield RowRead(
                    int(self.results["seq"][place]),
                    "test_result",
                    self.baseline_on,
                    _said(self.results, place),
                )


NEVER = Tested()
"""Somebody who was not tested when well, or of whom it is not known."""


def tested_of(
    store: Store, scope: Scope, people: Sequence[RosterAthlete], day: dt.date, known_at: int | None
) -> dict[int, Tested]:
    """The last baseline of each athlete up to a day; who was never tested when well is not among them."""
    homes = sorted({person.home for person in people})
    if not homes:
        return {}
    found = daily_columns(store, TestResult, _FIELDS, scope, homes, EVER, day, known_at)
    baseline = np.flatnonzero(found["baseline"] == 1)
    last: dict[int, tuple[int, list[int]]] = {}
    for place in baseline.tolist():
        athlete, on = int(found["athlete"][place]), int(found["day"][place])
        before, places = last.get(athlete, (on, []))
        if on >= before:
            last[athlete] = (on, [*places, place] if on == before else [place])
    return {
        athlete: Tested(EVER + dt.timedelta(days=on), found, places) for athlete, (on, places) in last.items()
    }


def _said(results: Columns, place: int) -> str:
    """One result in words; a test that is in the list no more stands under its name in the record."""
    name, value = str(results["test"][place]), float(results["value"][place])
    test = battery().tests.get(name)
    side = SIDES.get(results["side"][place] or "", "").lower()
    title = ", ".join(part for part in (test.title if test else name.replace("_", " "), side) if part)
    return f"{title}: {test.in_words(value) if test else f'{value:g}'} {results['unit'][place]}"
