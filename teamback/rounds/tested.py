"""When the athletes of a squad were tested as a baseline: one plain select for the board."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED
from teamback.clinic.morning import StaleTest
from teamback.record.events import TestResult
from teamback.record.flag import RowRead
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.record.words import SIDES
from teamback.store import Store
from teamback.store.queries.daily import daily_columns, daily_entries

EVER = dt.date(1970, 1, 1)


def _none() -> Iterable[RowRead]:
    return ()


@dataclass(frozen=True)
class Tested:
    """One athlete's last baseline; its results are read, and put into words, only when somebody looks."""

    baseline_on: dt.date | None = None
    baseline_rows: Callable[[], Iterable[RowRead]] = _none
    stale_tests: tuple[StaleTest, ...] = ()
    """Tests older than a criterion's window, from clinic.testing.out_of_date, where a case asks for them."""


NEVER = Tested()
"""Somebody who was not tested when well, or of whom it is not known."""


def tested_of(
    store: Store, scope: Scope, people: Sequence[RosterAthlete], day: dt.date, known_at: int | None
) -> dict[int, Tested]:
    """The last baseline of each athlete up to a day; who was never tested when well is not among them."""
    homes = {person.athlete: person.home for person in people}
    if not homes:
        return {}
    version = store.head() if known_at is None else known_at
    found = daily_columns(
        store, TestResult, ("baseline",), scope, sorted(set(homes.values())), EVER, day, known_at
    )
    well = np.flatnonzero(found["baseline"] == 1)
    last: dict[int, int] = {}
    for athlete, on in zip(found["athlete"][well].tolist(), found["day"][well].tolist(), strict=True):
        last[athlete] = max(on, last.get(athlete, on))
    tested = {}
    for athlete in last.keys() & homes.keys():
        on = EVER + dt.timedelta(days=last[athlete])
        tested[athlete] = Tested(on, partial(_rows, store, scope, athlete, homes[athlete], on, version))
    return tested


def _rows(
    store: Store, scope: Scope, athlete: int, home: str, on: dt.date, known_at: int
) -> Iterable[RowRead]:
    """The results of a baseline, as they were known when the board was read."""
    results = daily_entries(store, TestResult, scope, [athlete], [home], on, on, known_at)
    return [RowRead(one.seq, "test_result", on, _said(one)) for one in results if one.event.baseline]


def _said(result: Kept[TestResult]) -> str:
    """One result in words; a test that is in the list no more stands under its name in the record."""
    event = result.event
    test = battery().tests.get(event.test)
    if test is None:
        return f"{event.test.replace('_', ' ')}: {event.value:g} {event.unit}"
    where = f", {SIDES[event.side].lower()}" if event.side in SIDES else ""
    unit = "" if test.kind == JUDGED else f" {event.unit}"
    return f"{test.title}{where}: {test.in_words(event.value)}{unit}"
