"""How one athlete stands in every test: against the own baseline, the other side, others, and when again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from teamback.clinic.assessment import symmetry
from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import Battery, Error, FieldTest, Ratio, Reference
from teamback.clinic.assessment.results import (
    Reading,
    Sides,
    baseline_of,
    latest,
    missing_since,
    newest_days,
    of,
    readings,
    share_of_own_best,
    sides_of,
)
from teamback.clinic.limits import Limits
from teamback.record.events import AthleteNamed, InstrumentTotal, TestResult
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN_AND_SELF, Scope
from teamback.rounds.assessment.involved import involved_in, involved_sides
from teamback.rounds.diary import Line, lines
from teamback.rounds.limits_now import limits_at
from teamback.rounds.tested import EVER
from teamback.store import Store
from teamback.store.queries.roster import athlete_named, roster


@dataclass(frozen=True)
class SideStanding:
    """One side of a test: the newest value, the baseline, and all values, oldest first.

    `change` is the newest value less the baseline, None where one of them is not known or both are the same
    entry; `within_error` whether that may be error alone, None where no error is published.
    """

    side: str | None
    last: Reading | None
    baseline: Reading | None
    change: float | None
    within_error: bool | None
    series: tuple[Reading, ...]
    of_own_best: float | None = None


@dataclass(frozen=True)
class Standing:
    """One test with its sides, how they compare, what others reach, and when it is due again."""

    test: FieldTest
    sides: tuple[SideStanding, ...]
    compared: Sides | None
    references: tuple[Reference, ...]
    error: Error | None
    due: dt.date | None

    @property
    def measured_on(self) -> dt.date | None:
        """The newest day on which it was made on any side."""
        return max((side.last.day for side in self.sides if side.last), default=None)


@dataclass(frozen=True)
class RatioStanding:
    """Two tests held against each other; `on` is the day of the older value."""

    ratio: Ratio
    value: float
    on: dt.date
    holds: bool


@dataclass(frozen=True)
class Assessed:
    """All that the record says of an athlete's tests up to a day.

    `missing` names, for each set of the baseline, the tests that no baseline holds. `totals` is empty for
    who may not read questionnaires.
    """

    person: AthleteNamed
    day: dt.date
    results: tuple[Reading, ...]
    standings: tuple[Standing, ...]
    ratios: tuple[RatioStanding, ...]
    baseline_on: dt.date | None
    baseline_due: dt.date | None
    missing: Mapping[str, tuple[FieldTest, ...]]
    lines: tuple[Line[TestResult], ...]
    totals: tuple[Line[InstrumentTotal], ...]

    def standing(self, test: str) -> Standing | None:
        """How the athlete stands in a test; None when it was never made."""
        return next((one for one in self.standings if one.test.key == test), None)


def assessed(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int
) -> Assessed:
    """Every test of an athlete of a squad up to a day; Refusal for who is not on its roster that day."""
    person = next((one for one in roster(store, scope, squad, day, known_at) if one.athlete == athlete), None)
    named = athlete_named(store, scope, athlete, known_at)
    if person is None or named is None:
        raise Refusal("This athlete is not on the squad that day. Choose another day or athlete.")
    tests = battery()
    entries = lines(store, TestResult, scope, person, EVER, day, known_at)
    results = readings([line.entry for line in entries if line.counts], tests)
    well = [one.day for one in results if one.baseline]
    sides = involved_sides(store, athlete, day, known_at)
    return Assessed(
        person=named.event,
        day=day,
        results=results,
        standings=_standings(results, tests, named.event.sex, sides),
        ratios=_ratios(results, tests),
        baseline_on=max(well, default=None),
        baseline_due=_baseline_due(well, limits_at(store, known_at)),
        missing=_missing([one for one in results if one.baseline], tests),
        lines=entries,
        totals=totals_of(store, scope, person, day, known_at),
    )


def totals_of(
    store: Store, scope: Scope, person: RosterAthlete, day: dt.date, known_at: int | None
) -> tuple[Line[InstrumentTotal], ...]:
    """The questionnaires of an athlete, newest first; none for who may not read them."""
    if not scope.may_read(CLINICIAN_AND_SELF):
        return ()
    return lines(store, InstrumentTotal, scope, person, EVER, day, known_at)


def _standings(
    results: tuple[Reading, ...], tests: Battery, sex: str | None, sides: Mapping[str, str]
) -> tuple[Standing, ...]:
    days = newest_days(results, tests)
    return tuple(
        Standing(
            test=test,
            sides=tuple(_side(results, test, side) for side in test.places),
            compared=sides_of(results, test, involved_in(test, sides)) if test.sides else None,
            references=tuple(one for one in test.references if one.speaks_to(sex, None)),
            error=test.widest_error,
            due=_due(test, days.get(test.key)),
        )
        for test in tests
        if any(one.test == test.key for one in results)
    )


def _side(results: tuple[Reading, ...], test: FieldTest, side: str | None) -> SideStanding:
    last, baseline = latest(results, test.key, side), baseline_of(results, test.key, side)
    change = None
    if last and baseline and last.rows != baseline.rows:
        change = last.value - baseline.value
    error = test.widest_error
    within = None if change is None or error is None else symmetry.within_error(change, error.detects)
    share = share_of_own_best(results, test, side) if test.of_own_best else None
    return SideStanding(side, last, baseline, change, within, tuple(of(results, test.key, side)), share)


def _due(test: FieldTest, last: dt.date | None) -> dt.date | None:
    if last is None or not test.due_every_days:
        return None
    return last + dt.timedelta(days=test.due_every_days)


def _baseline_due(well: list[dt.date], limits: Limits) -> dt.date | None:
    lasts = dt.timedelta(days=limits["baseline_battery_days"].value)
    return max(well) + lasts if well else None


def _ratios(results: tuple[Reading, ...], tests: Battery) -> tuple[RatioStanding, ...]:
    found = []
    for ratio in tests.ratios:
        top, bottom = (
            latest(results, ratio.top, ratio.top_side),
            latest(results, ratio.bottom, ratio.bottom_side),
        )
        value = symmetry.ratio(top.value, bottom.value) if top and bottom else None
        if top and bottom and value is not None:
            found.append(RatioStanding(ratio, value, min(top.day, bottom.day), ratio.holds(value)))
    return tuple(found)


def _missing(well: list[Reading], tests: Battery) -> dict[str, tuple[FieldTest, ...]]:
    gaps = {name: missing_since(well, tests, name, None) for name in tests.baseline}
    return {name: tuple(tests[key] for key in keys) for name, keys in gaps.items() if keys}
