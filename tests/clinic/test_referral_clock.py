"""The referral clock against its worked cases, at its boundary, across gaps, and through relapse."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.referral_clock import referral_clock

TODAY = dt.date(2026, 11, 23)
FILE = Path(__file__).parents[1] / "oracles" / "persistence_cases.csv"
CASES = list(csv.DictReader(FILE.open(encoding="utf-8")))


def days_ago(*days: int) -> list[dt.date]:
    return [TODAY - dt.timedelta(days=n) for n in days]


def pain_days(said: str) -> list[dt.date]:
    """The pain days of a worked case: a list, or a stretch of every day."""
    if "..." in said:
        first, *_, last = said.split(",")
        return days_ago(*range(int(first), int(last) + 1))
    if ".." in said:
        first, last = said.removesuffix(" every day").split("..")
        return days_ago(*range(int(first), int(last) + 1))
    return days_ago(*(int(n) for n in said.split(",")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_worked_cases_of_persistence(case: dict[str, str], limits: Limits) -> None:
    clock = referral_clock(pain_days(case["pain_days_ago"]), TODAY, limits)
    assert (clock is not None and clock.refers) == (case["expected"] == "REFER")
    if case["episode_elapsed_days"]:
        assert clock is not None
        assert clock.runs_for == int(case["episode_elapsed_days"])


def test_a_relapse_after_a_pause_of_seven_days_goes_on_and_after_eight_begins_anew(limits: Limits) -> None:
    went_on = referral_clock(days_ago(0, 1, 8, 15), TODAY, limits)
    anew = referral_clock(days_ago(0, 1, 9, 16), TODAY, limits)
    assert went_on is not None
    assert anew is not None
    assert (went_on.runs_for, went_on.refers) == (15, True)
    assert (anew.runs_for, anew.refers) == (1, False)


def test_the_clock_stops_on_the_fourth_day_without_pain(limits: Limits) -> None:
    assert referral_clock(days_ago(*range(3, 20)), TODAY, limits)
    assert referral_clock(days_ago(*range(4, 20)), TODAY, limits) is None
    assert referral_clock([], TODAY, limits) is None
    assert referral_clock([TODAY + dt.timedelta(days=1)], TODAY, limits) is None


def test_it_says_from_which_day_an_assessment_is_due(limits: Limits) -> None:
    clock = referral_clock(days_ago(*range(0, 10)), TODAY, limits)
    assert clock is not None
    assert clock.due_from == TODAY + dt.timedelta(days=5)
