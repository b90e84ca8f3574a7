"""Test results as one tells them: `measured(kari, side_bridge="78/92", sprint="9.1")`."""

import datetime as dt
from typing import Any

from teamback.clinic.assessment.battery import battery
from teamback.record.events import TestResult
from tests.squads import MONDAY


def measured(
    athlete: int, day: dt.date = MONDAY, baseline: bool = False, pain: float | None = None, **values: Any
) -> list[TestResult]:
    """A result for each test named; "78/92" is left and right, a dot a side that was not measured."""
    found = []
    for key, said in values.items():
        test = battery()[key]
        for side, word in zip(test.places, str(said).split("/"), strict=True):
            if word != ".":
                found.append(
                    TestResult(
                        day=day,
                        athlete=athlete,
                        test=key,
                        value=float(word),
                        unit=test.unit,
                        side=side,
                        baseline=baseline,
                        pain_during=pain,
                    )
                )
    return found
