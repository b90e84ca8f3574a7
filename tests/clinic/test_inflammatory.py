"""NICE NG65: who is asked, who is referred, who is tested, each case of the table."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.urgent.inflammatory import CRITERIA, judge, refusals
from teamback.record.events import InflammatoryScreen

CASES = Path(__file__).parents[1] / "oracles" / "nice_ng65_cases.csv"
TODAY = dt.date(2026, 11, 23)
EXPECTED = {
    "REFER (>=4)": ("refer", "rheumatology referral proposed"),
    "HLA-B27 test": ("test", "HLA-B27 test proposed, and referral if it is positive"),
    "advise re-assessment": ("again", "advise re-assessment"),
    "NOT ELIGIBLE YET (needs >3 months)": (
        "not_yet",
        "Not eligible yet: it must last for more than 3 months",
    ),
    "NOT ELIGIBLE (onset must be <45)": ("not_eligible", "Not eligible"),
}
NAMED = {
    "night waking": "night_waking",
    "buttock pain": "buttock_pain",
    "improves with movement": "better_moving",
    "psoriasis": "psoriasis",
}
with CASES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def told(row: dict[str, str]) -> tuple[InflammatoryScreen, dt.date]:
    """A row of the table as a screen of today, and the date of birth."""
    years, months = (int(n) for n in re.findall(r"\d+", row["description"].split(";")[0]))
    onset = dt.date(TODAY.year, TODAY.month - months, TODAY.day - 1)
    yes = [key for words, key in NAMED.items() if f"{words} yes" in row["description"]]
    if "five criteria" in row["description"]:
        yes = list(CRITERIA)[: 5 if years >= 35 else 4]
    no = tuple(key for key in CRITERIA if key not in yes)
    screen = InflammatoryScreen(day=TODAY, athlete=1, onset=onset, yes=tuple(yes), no=no)
    return screen, dt.date(onset.year - years, onset.month, 1)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_each_case_of_the_table(row: dict[str, str], limits: Limits) -> None:
    judged = judge(*told(row), limits)
    outcome, sentence = EXPECTED[row["expected"]]
    assert (judged.outcome, judged.met) == (outcome, int(row["criteria_met"]))
    assert sentence in judged.says


@pytest.mark.parametrize(
    ("onset", "outcome"),
    [(dt.date(2026, 8, 23), "not_yet"), (dt.date(2026, 8, 22), "refer"), (dt.date(2026, 8, 24), "not_yet")],
)
def test_three_months_must_have_passed(onset: dt.date, outcome: str, limits: Limits) -> None:
    screen = InflammatoryScreen(day=TODAY, athlete=1, onset=onset, yes=tuple(CRITERIA))
    assert judge(screen, dt.date(2000, 1, 1), limits).outcome == outcome


@pytest.mark.parametrize(
    ("birthday", "outcome", "met"),
    [
        (dt.date(1981, 1, 31), "not_eligible", 3),
        (dt.date(1981, 2, 1), "test", 3),
        (dt.date(1991, 1, 31), "test", 3),
        (dt.date(1991, 2, 1), "refer", 4),
    ],
)
def test_the_age_is_that_at_the_onset(birthday: dt.date, outcome: str, met: int, limits: Limits) -> None:
    screen = InflammatoryScreen(day=TODAY, athlete=1, onset=dt.date(2026, 1, 31), yes=tuple(CRITERIA)[:3])
    judged = judge(screen, birthday, limits)
    assert (judged.outcome, judged.met) == (outcome, met)


def test_what_is_not_known_is_said_and_never_counted(limits: Limits) -> None:
    keys = tuple(CRITERIA)
    screen = InflammatoryScreen(
        day=TODAY, athlete=1, onset=dt.date(2026, 1, 1), yes=keys[:2], unknown=keys[2:5], no=keys[5:]
    )
    judged = judge(screen, dt.date(1986, 1, 1), limits)
    assert judged.outcome == "again"
    assert "3 not known: it could become more" in judged.says


def test_without_a_date_of_birth_nothing_is_judged(limits: Limits) -> None:
    screen = InflammatoryScreen(day=TODAY, athlete=1, onset=dt.date(2026, 1, 1), yes=tuple(CRITERIA))
    assert judge(screen, None, limits).outcome == "unknown"
    assert "date of birth is not known" in refusals(screen, None, TODAY)[0].sentence


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"onset": TODAY + dt.timedelta(days=1)}, "onset"),
        ({"onset": dt.date.min}, "onset"),
        ({"onset": dt.date(1999, 1, 1)}, "onset"),
        ({"yes": tuple(CRITERIA)[:3]}, "answers"),
    ],
)
def test_a_screen_is_whole_before_it_is_saved(said: dict[str, object], field: str) -> None:
    screen = InflammatoryScreen(
        **{"day": TODAY, "athlete": 1, "onset": dt.date(2026, 1, 1), "yes": tuple(CRITERIA)} | said
    )
    assert [refusal.field for refusal in refusals(screen, dt.date(2000, 1, 1), TODAY)] == [field]
