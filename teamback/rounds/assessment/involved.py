"""Which side an open case is about: what symmetry is counted from."""

import datetime as dt
from collections.abc import Mapping

from teamback.clinic.assessment.field_test import FieldTest
from teamback.record.scope import PROGRAM
from teamback.rounds.cases import open_cases
from teamback.store import Store


def involved_sides(store: Store, athlete: int, day: dt.date, known_at: int | None) -> Mapping[str, str]:
    """The side of the newest open case of each region on a day, the newest of all cases last.

    Region and side may be read by all staff, the rest of a case not: the program reads it, and hands on
    these two alone.
    """
    found: dict[str, str] = {}
    for case in open_cases(store, PROGRAM, [athlete], day, known_at):
        found.pop(case.case.region, None)
        found[case.case.region] = case.case.side or ""
    return found


def involved_in(test: FieldTest, sides: Mapping[str, str]) -> str | None:
    """The side that counts as involved for a test: that of the newest open case of a region it is about."""
    about = [side for region, side in sides.items() if region in test.regions]
    return about[-1] if about and about[-1] in ("left", "right") else None
