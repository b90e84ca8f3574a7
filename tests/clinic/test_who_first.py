"""Whose back needs somebody this week: each rule at its threshold and just under it, in order of urgency."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.referral_clock import referral_clock
from teamback.clinic.low_back.who_first import BackOfTheWeek, findings

TODAY = dt.date(2026, 11, 23)
QUIET = BackOfTheWeek(day=TODAY, worst=1, week=1, week_n=7, usual=1, usual_sd=1, usual_n=28)


def said(limits: Limits, **known: Any) -> list[str]:
    return [found.says for _, found in findings(replace(QUIET, **known), limits)]


def test_a_quiet_week_and_an_unknown_one_find_nothing(limits: Limits) -> None:
    assert said(limits) == []
    assert findings(BackOfTheWeek(day=TODAY), limits) == ()


def test_a_clock_that_ran_out_asks_for_an_assessment_and_one_day_less_does_not(limits: Limits) -> None:
    def clock(days: int) -> Any:
        return referral_clock([TODAY - dt.timedelta(days=n) for n in range(days + 1)], TODAY, limits)

    span = int(limits["referral_days"].value)
    assert said(limits, clock=clock(span - 1)) == []
    (one,) = said(limits, clock=clock(span))
    assert one.endswith("assessment due")


def test_worst_of_the_week_above_its_limit(limits: Limits) -> None:
    limit = limits["low_back_red"].value
    assert said(limits, worst=limit) == []
    assert said(limits, worst=limit + 1) == [f"Worst of the week {limit + 1:g}/10 (above {limit:g})"]


def test_a_rise_that_matters_is_said_once_and_a_smaller_one_beyond_own_usual_apart(limits: Limits) -> None:
    assert "7-day" not in said(limits, week=3, worst=3)[0]
    assert len(said(limits, week=3, worst=3)) == 1
    (one,) = said(limits, week=3.5, usual=2.4, usual_sd=1)
    assert one == "Week's mean 3.5 above own usual 2.4 ± 1.0"
    assert said(limits, week=3.4, usual=2.4, usual_sd=1) == []


@pytest.mark.parametrize("few", [{"week_n": 2}, {"usual_n": 9}])
def test_too_few_mornings_say_nothing_of_a_rise(limits: Limits, few: dict[str, int]) -> None:
    assert said(limits, week=5, **few) == []


def test_flares_of_both_kinds_are_told_apart(limits: Limits) -> None:
    assert said(limits, flares_by_pain=2) == ["Flare in the last 7 days: none reported, by pain on 2 days"]
    assert said(limits, flares_reported=1) == ["Flare in the last 7 days: reported on 1 day, none by pain"]


def test_the_most_urgent_stands_first_and_each_names_its_source(limits: Limits) -> None:
    found = findings(replace(QUIET, worst=8, flares_reported=1, problem="OSTRC: substantial problem"), limits)
    assert [place for place, _ in found] == sorted(place for place, _ in found)
    assert [f.says.split(" ")[0] for _, f in found] == ["Worst", "Flare", "OSTRC:"]
    assert all(f.source and f.status and f.threshold for _, f in found)
