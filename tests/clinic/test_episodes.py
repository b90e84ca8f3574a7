"""Episodes and recurrences by their definitions, at a month, over gaps, and at the edge of what is known."""

import datetime as dt

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.episodes import Episode, Scores, episodes, recurrences

FIRST = dt.date(2026, 1, 1)


def days(said: str) -> tuple[Scores, dt.date]:
    """Scores from FIRST on, and the last day: `0x31` is 31 days at 0, `.` a day without a score."""
    row: list[str] = []
    for word in said.split():
        score, _, times = word.partition("x")
        row += [score] * int(times or 1)
    told = {FIRST + dt.timedelta(days=i): float(score) for i, score in enumerate(row) if score != "."}
    return told, FIRST + dt.timedelta(days=len(row) - 1)


def day(n: int) -> dt.date:
    return FIRST + dt.timedelta(days=n - 1)


def found(said: str, limits: Limits) -> list[tuple[int, int, bool | None, bool | None]]:
    told, today = days(said)
    of_day = [(e.first, e.last, e.after_a_month, e.ended) for e in episodes(told, today, limits)]
    return [((a - FIRST).days + 1, (b - FIRST).days + 1, after, ended) for a, b, after, ended in of_day]


def test_two_days_of_pain_between_two_months_without_are_an_episode(limits: Limits) -> None:
    told, today = days("0x30 3 5 0x30")
    (episode,) = episodes(told, today, limits)
    assert episode == Episode(day(31), day(32), 5.0, after_a_month=True, ended=True)
    assert (episode.whole, episode.runs_for) == (True, 2)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("0x30 3 0x40", []),  # one day is not more than 24 hours
        ("0x30 3 0 3 0x40", []),
        ("0x29 1 1 0x30", [(30, 31, None, True)]),  # the record begins too late to say so
        ("0x30 1 1 0x29", [(31, 32, True, False)]),  # running: no month without yet
        ("0x30 2 2 0x29 2 2 0x30", [(31, 63, True, True)]),  # a day short of a month: one episode
        ("0x30 2 2 0x30 2 2 0x30", [(31, 32, True, True), (63, 64, True, True)]),
        ("0x30 2 2 .x30 2 2 0x30", [(31, 32, True, None), (63, 64, None, True)]),  # silence is no month free
        ("0x10 .x3 0x17 2 2 0x30", [(31, 32, True, True)]),  # three days of silence are let through
        ("0x10 .x4 0x16 2 2 0x30", [(31, 32, None, True)]),
        ("0x30 0.5 0.5 0x30", [(31, 32, True, True)]),  # any pain is pain
        ("0x30 4 . 4 0x40", []),  # the day between is not known: no two days running
        ("", []),
    ],
)
def test_episodes_at_their_edges(
    said: str, expected: list[tuple[int, int, bool | None, bool | None]], limits: Limits
) -> None:
    assert found(said, limits) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("0x30 2 2", [31]),
        ("0x30 2 1.9", []),
        ("0x30 2", []),
        ("0x29 2 2", []),
        ("0x15 1 0x14 2 2", []),
        ("0x30 2 2 0x30 5 5 5", [31, 63]),
        ("0x20 .x5 0x5 2 2", []),
    ],
)
def test_a_recurrence_is_two_days_at_2_after_a_month_without(
    said: str, expected: list[int], limits: Limits
) -> None:
    told, today = days(said)
    assert [(back - FIRST).days + 1 for back in recurrences(told, today, limits)] == expected


def test_what_comes_later_is_not_known_yet(limits: Limits) -> None:
    told, _ = days("0x30 3 5 0x30")
    (then,) = episodes(told, day(40), limits)
    assert then.ended is False
    assert episodes(told, day(31), limits) == ()
