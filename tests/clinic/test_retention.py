"""How long a record is kept: eight years after the last contact, and until the twenty-fifth birthday."""

import datetime as dt

import pytest

from teamback.clinic.retention import Rules, kept_until, second_person, why_kept

LAST = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "until"),
    [
        (dt.date(1995, 5, 1), dt.date(2034, 11, 23)),
        (dt.date(2010, 5, 1), dt.date(2035, 5, 1)),
        (dt.date(2009, 11, 23), dt.date(2034, 11, 23)),
        (dt.date(2012, 2, 29), dt.date(2037, 3, 1)),
        (None, None),
    ],
)
def test_the_later_of_both_counts_and_without_a_date_of_birth_nobody_knows(
    born: dt.date | None, until: dt.date | None
) -> None:
    assert kept_until(LAST, born, Rules()) == until


def test_a_club_sets_its_own_periods() -> None:
    assert kept_until(LAST, dt.date(1995, 5, 1), Rules(years=10, age=30)) == dt.date(2036, 11, 23)
    assert kept_until(None, dt.date(1995, 5, 1), Rules()) == dt.date(2020, 5, 1)


def test_one_person_alone_removes_from_the_last_day_on_and_not_before() -> None:
    until = dt.date(2034, 11, 23)
    assert why_kept(until, until) is None
    assert "has to be kept until 23 Nov 2034" in (why_kept(until, until - dt.timedelta(days=1)) or "")
    assert "date of birth is not known" in (why_kept(None, until) or "")


def test_the_second_person_is_another_person_and_was_asked_for_the_same() -> None:
    assert "Nobody has asked" in (second_person(None, None, "erase", "Anna") or "")
    assert "Nobody has asked" in (second_person("Erik", "anonymise", "erase", "Anna") or "")
    assert "yourself" in (second_person("Anna", "erase", "erase", "Anna") or "")
    assert second_person("Erik", "erase", "erase", "Anna") is None
