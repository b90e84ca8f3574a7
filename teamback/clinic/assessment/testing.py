"""What stands between a typed test and saving it, and the rule about tests that are too old."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from teamback.clinic.assessment.field_test import JUDGED, Battery, FieldTest
from teamback.clinic.limits import Limits
from teamback.clinic.morning import Input, Morning, StaleTest, by_limit
from teamback.record.clinical_words import COMPENSATIONS
from teamback.record.events import TestResult
from teamback.record.flag import INFO, Reason
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import SIDES, short_day


def result(
    typed: TestResult, tests: Battery, today: dt.date, joined: dt.date | None = None
) -> tuple[Refusal, ...]:
    """Everything that refuses a result as typed; the field is the test's key with its side (see `place`)."""
    test = tests.tests.get(typed.test)
    if test is None or test.sum_of:
        what = "is computed from others" if test else "is none of the list"
        return (Refusal(f"The test {typed.test.replace('_', ' ')} {what}: choose one that is made."),)
    return tuple(
        Refusal(f"{_named(test, typed.side)}: {sentence}", place(typed.test, typed.side))
        for sentence in (
            *_day(typed.day, today, joined),
            *_value(typed.value, test),
            *_side(typed, test),
            *_around_it(typed, test),
        )
    )


def place(test: str, side: str | None) -> str:
    """The name of the place in a form where a value of a test and side is typed."""
    return f"{test}-{side}" if side else test


def _named(test: FieldTest, side: str | None) -> str:
    return f"{test.title}, {SIDES[side].lower()}" if side in SIDES else test.title


def _day(day: dt.date, today: dt.date, joined: dt.date | None) -> Iterator[str]:
    if day > today:
        yield f"{short_day(day, today)} lies in the future. Enter what has been measured."
    if joined and day < joined:
        yield f"{short_day(day, today)} lies before the athlete joined, on {short_day(joined, today)}."


def _value(value: float, test: FieldTest) -> Iterator[str]:
    if value != value or not test.low <= value <= test.high:
        yield f"{value:g} must lie between {test.low:g} and {test.high:g} {test.unit}."
    elif test.whole and value != int(value):
        yield f"{value:g} must be a whole number."


def _side(typed: TestResult, test: FieldTest) -> Iterator[str]:
    if typed.side not in test.places:
        wanted = "say left or right" if test.sides else "it has no side"
        yield f"{wanted}."
    if typed.unit != test.unit:
        yield f"it is measured in {test.unit}, not in {typed.unit}."


def _around_it(typed: TestResult, test: FieldTest) -> Iterator[str]:
    if sentence := SCALES["pain_during"].refuse(typed.pain_during):
        yield sentence
    if unknown := [word for word in typed.compensations if word not in COMPENSATIONS]:
        yield f"{unknown[0]} is no compensation of the list. Choose from the list."
    if typed.compensations and not test.asks_compensations:
        yield "compensations belong to tests that are judged by eye."
    if test.kind == JUDGED and typed.value == 1 and typed.compensations:
        yield "a pass has no compensation. Take it away, or choose Not yet."


def out_of_date(
    newest: Mapping[str, dt.date], windows: Mapping[str, int], tests: Battery, day: dt.date
) -> tuple[StaleTest, ...]:
    """The tests whose newest result is older than the window (days) of the criterion that reads it.

    `newest` is what results.newest_days gives. A test without any result is not too old: it is missing, and
    its criterion says so.
    """
    return tuple(
        StaleTest(tests[test].title, (day - newest[test]).days, window)
        for test, window in windows.items()
        if test in newest and (day - newest[test]).days > window
    )


def test_is_out_of_date(morning: Morning, limits: Limits) -> Reason | None:
    """T1: a test is older than its criterion's window, or the baseline older than 180 days: a note."""
    parts = [*_too_old(morning.stale_tests), *_old_baseline(morning, limits)]
    if not parts:
        return None
    ages = [test.days_old for test in morning.stale_tests]
    if morning.baseline_on and _old_baseline(morning, limits):
        ages.append((morning.day - morning.baseline_on).days)
    windows = [f"{test.title} {test.window} days" for test in morning.stale_tests]
    return by_limit(
        limits,
        "baseline_battery_days",
        rule="T1",
        level=INFO,
        says="; ".join(parts),
        value=float(max(ages)),
        threshold="; ".join([*windows, f"baseline {limits['baseline_battery_days'].value:g} days"]),
        rows=morning.read("tests"),
    )


def tests_stand(morning: Morning, limits: Limits) -> Input:
    """Whether the athlete was ever tested when well."""
    if morning.baseline_on is None:
        return Input(False, "no baseline tests")
    return Input(True, "tests in date")


def _too_old(stale: Iterable[StaleTest]) -> Iterator[str]:
    for test in stale:
        yield f"{test.title} is {test.days_old} days old (counts for {test.window})"


def _old_baseline(morning: Morning, limits: Limits) -> list[str]:
    if morning.baseline_on is None:
        return []
    age = (morning.day - morning.baseline_on).days
    if age <= limits["baseline_battery_days"].value:
        return []
    return [f"Baseline tests are {age} days old (last {short_day(morning.baseline_on, morning.day)})"]
