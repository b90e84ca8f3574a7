"""Days lost by the IOC's day-0 rule, from what was decided about availability, and the case each belongs to.

Source: Bahr et al. 2020, doi 10.1136/bjsports-2019-101969, table 10: the day on which an athlete is first
unavailable is day 0, the day of being fully available again is not lost; where time loss is intermittent,
the missed days are counted.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from teamback.record.events import Availability

MEDICAL = ("injury", "illness", None)
"""Reasons for which a day less than fully available is time lost; without a reason given it is too."""
AWAY = ("personal", "international_duty")
"""Reasons for which a day says nothing about health."""
FULL, LESS, AWAY_ELSEWHERE, UNDECIDED = "full", "less", "away", "undecided"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class CaseSpan:
    """A case as far as time loss goes: it takes the days from its onset until the day it was closed."""

    number: int
    nature: str
    onset: dt.date
    closed: dt.date | None = None

    def takes(self, day: dt.date, reason: str | None) -> bool:
        """Whether a day lost for this reason may belong to it; an absence of another kind takes none."""
        if self.nature == "absence":
            return False
        open_then = self.onset <= day and (self.closed is None or day < self.closed)
        return open_then and (reason is None or (reason == "illness") == (self.nature == "illness"))


def counted_days(unavailable: Collection[dt.date]) -> tuple[dt.date, ...]:
    """Of the days on which a case kept an athlete from being fully available those that count as lost.

    One unbroken stretch: all but its first day (day 0). Several stretches: every missed day.
    """
    days = sorted(set(unavailable))
    unbroken = bool(days) and (days[-1] - days[0]).days == len(days) - 1
    return tuple(days[1:] if unbroken else days)


def fully_available(decision: Availability) -> bool:
    """Full for training, and not less than available for matches (not decided for matches is no less)."""
    return decision.training == "full" and decision.match in ("available", "not_decided")


def standing(decision: Availability | None) -> str:
    """What a day counts as: full, less for a medical reason or load, away for another, or not decided."""
    if decision is None or decision.training == "not_decided":
        return UNDECIDED
    if fully_available(decision):
        return FULL
    return AWAY_ELSEWHERE if decision.reason in AWAY else LESS


def by_day(
    history: Sequence[Availability], first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, Availability | None]]:
    """Which decision was in force on each day: the latest so far, for it never ends by itself.

    `history` is in the order of the days.
    """
    place, now = 0, None
    for n in range((last - first).days + 1):
        day = first + n * _DAY
        while place < len(history) and history[place].day <= day:
            place, now = place + 1, history[place]
        yield day, now


def lost_by_case(
    history: Sequence[Availability], cases: Sequence[CaseSpan], first: dt.date, last: dt.date
) -> Mapping[int | None, tuple[dt.date, ...]]:
    """The days not fully available for a medical reason, by the case they belong to, None for no case.

    Where several cases were open, a day belongs to the one that began first: no day counts twice.
    """
    in_order = sorted(cases, key=lambda case: (case.onset, case.number))
    found: dict[int | None, list[dt.date]] = {}
    for day, decision in by_day(history, first, last):
        if decision is None or standing(decision) != LESS or decision.reason not in MEDICAL:
            continue
        whose = next((case.number for case in in_order if case.takes(day, decision.reason)), None)
        found.setdefault(whose, []).append(day)
    return {whose: tuple(days) for whose, days in found.items()}


def stretches(days: Sequence[dt.date]) -> list[list[dt.date]]:
    """Days in unbroken stretches."""
    found: list[list[dt.date]] = []
    for day in sorted(days):
        if found and day - found[-1][-1] == _DAY:
            found[-1].append(day)
        else:
            found.append([day])
    return found
