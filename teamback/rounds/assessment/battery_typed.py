"""A battery as it is typed on a tablet: what becomes a result, what refuses it, and what is still missing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from teamback.clinic.assessment import testing
from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import FieldTest
from teamback.record.events import TestResult
from teamback.record.refusal import Refusal
from teamback.record.words import SIDES
from teamback.rounds.reports_of_day import Person


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of one side of a test; an empty field is None."""

    test: FieldTest
    side: str | None
    value: float | None
    pain_during: float | None = None
    compensations: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The test and its side as a sentence names them."""
        return f"{self.test.title}, {SIDES[self.side].lower()}" if self.side else self.test.title


@dataclass(frozen=True)
class Checked:
    """The results that would be kept, what refuses them, and which of the tests asked for have no value."""

    results: tuple[TestResult, ...]
    refusals: tuple[Refusal, ...]
    missing: tuple[str, ...]


def check(
    typed: Sequence[Typed], who: Person, day: dt.date, today: dt.date, baseline: bool, sets: Sequence[str]
) -> Checked:
    """What becomes of a battery as typed; an empty field is no result, never a zero."""
    results = tuple(
        TestResult(
            day=day,
            athlete=who.athlete,
            test=one.test.key,
            value=one.value,
            unit=one.test.unit,
            side=one.side,
            pain_during=one.pain_during,
            compensations=one.compensations,
            baseline=baseline,
            battery=next((name for name in one.test.batteries if name in sets), None),
        )
        for one in typed
        if one.value is not None
    )
    refusals = [
        *(refusal for result in results for refusal in testing.result(result, battery(), today, who.joined)),
        *(
            Refusal(
                f"{one.name}: there is no value beside what was seen or felt. Enter it, or clear the rest.",
                testing.place(one.test.key, one.side),
            )
            for one in typed
            if one.value is None and (one.pain_during is not None or one.compensations)
        ),
    ]
    if not results and not refusals:
        refusals.append(Refusal("Nothing was entered yet. Enter one value or more."))
    return Checked(results, tuple(refusals), tuple(one.name for one in typed if one.value is None))


def corrected(old: TestResult, typed: Typed, baseline: bool) -> TestResult | None:
    """An older result as it should have been entered; None without a value."""
    if typed.value is None:
        return None
    return replace(
        old,
        value=typed.value,
        pain_during=typed.pain_during,
        compensations=typed.compensations,
        baseline=baseline,
    )
