"""A case beside the earlier ones of the athlete: new, come back, not yet over, or another kind."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.clinic.return_to_sport.relation import relation_to
from teamback.record.events import CaseClosed, CaseOpened

TODAY = dt.date(2026, 11, 23)
TYPED = CaseOpened(day=TODAY, case_id=0, athlete=1, nature="injury", region="L", onset=dt.date(2026, 11, 20))
MARCH = replace(TYPED, case_id=7, day=dt.date(2026, 3, 2), onset=dt.date(2026, 3, 2))


def over(on: dt.date, outcome: str = "recovered") -> CaseClosed:
    return CaseClosed(day=on, case_id=7, athlete=1, outcome=outcome)


def proposed(closed: CaseClosed | None, typed: CaseOpened = TYPED, **changed: Any) -> str | None:
    found = relation_to(typed, [(replace(MARCH, **changed), closed)])
    return found and found.relation


def test_the_same_site_and_kind_after_recovery_is_a_reinjury_and_says_of_what() -> None:
    found = relation_to(TYPED, [(MARCH, over(dt.date(2026, 3, 20)))])
    assert found
    assert found.relation == "reinjury"
    assert found.says == "Low back injury of Mon 2 Mar had recovered on Fri 20 Mar"


@pytest.mark.parametrize(
    ("closed", "changed", "relation"),
    [
        (over(TYPED.onset), {}, "reinjury"),
        (over(TYPED.onset + dt.timedelta(days=1)), {}, "exacerbation"),
        (None, {}, "exacerbation"),
        (over(dt.date(2026, 3, 20), "recurring"), {}, "reinjury"),
        (over(dt.date(2026, 3, 20), "left"), {}, "exacerbation"),
        (over(dt.date(2026, 3, 20), "mistaken"), {}, "new"),
        (over(dt.date(2026, 3, 20)), {"nature": "complaint"}, "local"),
        (over(dt.date(2026, 3, 20)), {"region": "K"}, "new"),
        (None, {"onset": TYPED.onset + dt.timedelta(days=1)}, "new"),
    ],
)
def test_what_the_earlier_case_makes_of_it(
    closed: CaseClosed | None, changed: dict[str, Any], relation: str
) -> None:
    assert proposed(closed, **changed) == relation


def test_the_other_knee_is_another_site_and_a_side_not_said_is_not() -> None:
    knee = replace(TYPED, region="K", side="left")
    assert proposed(None, knee, region="K", side="right") == "new"
    assert proposed(None, knee, region="K", side="left") == "exacerbation"
    assert proposed(None, knee, region="K") == "exacerbation"


def test_of_several_the_newest_of_the_same_kind_counts() -> None:
    complaint = replace(MARCH, case_id=8, nature="complaint", onset=dt.date(2026, 9, 1))
    found = relation_to(TYPED, [(complaint, None), (MARCH, over(dt.date(2026, 3, 20)))])
    assert found
    assert found.relation == "reinjury"


@pytest.mark.parametrize("unsaid", [{"nature": ""}, {"region": ""}, {"region": "X"}, {"onset": dt.date.max}])
def test_nothing_is_proposed_before_what_where_and_when_are_said(unsaid: dict[str, Any]) -> None:
    assert relation_to(replace(TYPED, **unsaid), [(MARCH, None)]) is None
