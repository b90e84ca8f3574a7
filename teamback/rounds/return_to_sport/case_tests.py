"""Measures of a case that rest on tests: for every test of data/tests.toml its value, sides and pain."""

import datetime as dt
from collections.abc import Callable, Sequence

from teamback.clinic.assessment import results, symmetry
from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED, Battery, FieldTest
from teamback.clinic.assessment.results import Reading
from teamback.clinic.return_to_sport.criteria import Finding
from teamback.clinic.return_to_sport.pathway import Window
from teamback.record.flag import RowRead
from teamback.record.words import SIDES, short_day
from teamback.rounds.return_to_sport.case_record import CaseRecord

Measure = Callable[[CaseRecord, Window], Finding]
SCREEN = ("movement_hinge", "movement_squat", "movement_dead_bug", "movement_bird_dog")
_GOOD = 2
"""A movement item scored this or more, without a compensation, is done well."""


def measures_of_tests(tests: Battery) -> dict[str, Measure]:
    """The measures that every test gives by itself: nothing is added in code for a new one."""
    found: dict[str, Measure] = {}
    for test in tests:
        found[test.key] = _value(test)
        found[f"{test.key}_pain"] = _pain(test)
        if test.sides:
            found[f"{test.key}_symmetry"] = _between_sides(test, symmetry.weaker_of_stronger, "%")
            found[f"{test.key}_ratio"] = _between_sides(test, _right_over_left, "")
            found[f"{test.key}_difference"] = _between_sides(test, symmetry.side_difference, test.unit)
            found[f"{test.key}_lsi"] = _involved(test)
    return found


def tests_behind(measure: str) -> tuple[str, ...]:
    """The tests that a measure of this name reads; none where it reads no test."""
    several = {"movement_screen": SCREEN, "flexor_extensor_ratio": ("flexor_endurance", "biering_sorensen")}
    if measure in several:
        return several[measure]
    endings = ("", "_pain", "_symmetry", "_ratio", "_difference", "_lsi")
    return tuple(test.key for test in battery() if measure in {f"{test.key}{end}" for end in endings})


def movement_screen(record: CaseRecord, window: Window) -> Finding:
    """Pass when each item of the movement screen was last scored 2 or more, without a compensation."""
    newest = [_newest(record, key, window) for key in SCREEN]
    there = [one for one in newest if one is not None]
    if len(there) < len(SCREEN):
        return _nothing(record, [(key, None) for key in SCREEN], f"{len(there)} of {len(SCREEN)} items")
    passed = all(one.value >= _GOOD and not one.compensations for one in there)
    oldest = min(there, key=lambda one: one.day)
    return Finding("pass" if passed else "not yet", "", oldest.day, len(there), rows=_rows(there))


def flexor_extensor_ratio(record: CaseRecord, window: Window) -> Finding:
    """Flexor endurance over the Biering-Sørensen hold."""
    keys = ("flexor_endurance", "biering_sorensen")
    flexor, extensor = (_newest(record, key, window) for key in keys)
    if flexor is None or extensor is None:
        return _nothing(record, [(key, None) for key in keys], "one of the two holds")
    share = symmetry.ratio(flexor.value, extensor.value)
    if share is None:
        return Finding(lacks="a hold of 0 s")
    return Finding(share, "", min(flexor.day, extensor.day), 2, rows=_rows([flexor, extensor]))


def baseline_set(tests: Battery) -> Measure:
    """Whether the baseline set is complete in the case, each item done or waived by name."""

    def complete(record: CaseRecord, _: Window) -> Finding:
        waived = {entry.event.item for entry in record.waived}
        missing = [
            tests[key].title
            for name in tests.baseline
            for key in results.missing_since(record.readings, tests, name, record.case.began)
            if key not in waived
        ]
        done = results.newest_days(record.readings, tests)
        newest = max((d for d in done.values() if d >= record.case.began), default=None)
        if missing:
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            return Finding(on=newest, n=len(missing), lacks=f"missing: {', '.join(missing[:3])}{more}")
        return Finding("complete", "", newest, len(tests.baseline))

    complete.__doc__ = "Whether the baseline set is complete in the case, each item done or waived by name."
    return complete


def _value(test: FieldTest) -> Measure:
    def value(record: CaseRecord, window: Window) -> Finding:
        newest = _sides(record, test, window)
        if newest is None:
            return _nothing(record, [(test.key, side) for side in test.places], "not tested")
        worst = newest[0] if len(newest) == 1 else _worse(newest, test)
        if test.kind == JUDGED:
            word = "pass" if worst.value and not worst.compensations else "not yet"
            return Finding(word, "", worst.day, 1, rows=_rows(newest))
        best = results.own_best(
            record.readings, test, worst.side, record.case.case.onset - dt.timedelta(days=1)
        )
        return Finding(
            worst.value,
            test.unit,
            min(one.day for one in newest),
            len(newest),
            own_best=best.value if best else None,
            less_is_better=test.best == "low",
            rows=_rows(newest),
        )

    value.__doc__ = f"{test.title}: the newest value, of the worse side where there are two."
    return value


def _pain(test: FieldTest) -> Measure:
    def pain(record: CaseRecord, window: Window) -> Finding:
        newest = _sides(record, test, window)
        if newest is None:
            return _nothing(record, [(test.key, side) for side in test.places], "not tested")
        scores = [one.pain_during for one in newest if one.pain_during is not None]
        if len(scores) < len(newest):
            return Finding(on=newest[0].day, n=len(scores), lacks="pain not scored", rows=_rows(newest))
        return Finding(max(scores), "/10", min(one.day for one in newest), len(scores), rows=_rows(newest))

    pain.__doc__ = f"{test.title}: the pain during the newest one."
    return pain


def _between_sides(
    test: FieldTest, compare: Callable[[float | None, float | None], float | None], unit: str
) -> Measure:
    def between(record: CaseRecord, window: Window) -> Finding:
        newest = _sides(record, test, window)
        if newest is None:
            return _nothing(record, [(test.key, side) for side in test.places], "not tested on both sides")
        left, right = sorted(newest, key=lambda one: one.side == "right")
        found = compare(left.value, right.value)
        if found is None:
            return Finding(lacks="a side of 0", rows=_rows(newest))
        return Finding(found, unit, min(left.day, right.day), 2, rows=_rows(newest))

    between.__doc__ = f"{test.title}: the newest values of both sides, held against each other."
    return between


def _involved(test: FieldTest) -> Measure:
    def involved(record: CaseRecord, window: Window) -> Finding:
        side = record.case.case.side
        if side not in ("left", "right"):
            return _between_sides(test, symmetry.weaker_of_stronger, "%")(record, window)
        compare = _between_sides(test, lambda left, right: _limb(left, right, side, test.best), "%")
        return compare(record, window)

    involved.__doc__ = (
        f"{test.title}: the involved side in percent of the other; weaker of stronger where none is involved."
    )
    return involved


def _limb(left: float | None, right: float | None, side: str, best: str) -> float | None:
    one, other = (left, right) if side == "left" else (right, left)
    return symmetry.limb_symmetry(one, other, best)


def _right_over_left(left: float | None, right: float | None) -> float | None:
    return symmetry.ratio(right, left)


def _sides(record: CaseRecord, test: FieldTest, window: Window) -> list[Reading] | None:
    """The newest value of every side of a test in the window; None unless all are there."""
    since = record.since(window)
    found = [results.latest(record.readings, test.key, side, since) for side in test.places]
    there = [one for one in found if one is not None]
    return there if len(there) == len(found) else None


def _newest(record: CaseRecord, key: str, window: Window) -> Reading | None:
    return results.latest(record.readings, key, None, record.since(window))


def _worse(newest: Sequence[Reading], test: FieldTest) -> Reading:
    worst = min if test.best == "high" else max
    return worst(newest, key=lambda one: one.value)


def _nothing(record: CaseRecord, places: Sequence[tuple[str, str | None]], lacks: str) -> Finding:
    """No value in the window: too old where every test and side that is needed was made at some time."""
    newest = [results.latest(record.readings, key, side) for key, side in places]
    days = [one.day for one in newest if one is not None]
    older = len(days) == len(places)
    lacks = f"{lacks} since {short_day(min(days))}" if older else lacks
    return Finding(on=min(days, default=None), n=0, older=older, lacks=lacks)


def _rows(read: Sequence[Reading]) -> tuple[RowRead, ...]:
    return tuple(
        RowRead(one.rows[0], "test_result", one.day, f"{SIDES.get(one.side or '', 'Result')} {one.value:g}")
        for one in read
    )
