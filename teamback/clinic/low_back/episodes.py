"""Episodes of low back pain and recurrences by their research definitions, from the scores of days.

Neither is the referral clock, which asks for an assessment: that stands in clinic.low_back.referral_clock.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from teamback.clinic.limits import Limits

EPISODE_SOURCE = "de Vet 2002, doi 10.1097/01.BRS.0000030307.34002.BE"
_DAY = dt.timedelta(days=1)
Scores = Mapping[dt.date, float]


@dataclass(frozen=True)
class Episode:
    """Pain for more than 24 hours between two stretches of at least a month without (de Vet 2002).

    `after_a_month` and `ended` are None where too few days have a score to say so; an episode that is running
    has not ended.
    """

    first: dt.date
    last: dt.date
    worst: float
    after_a_month: bool | None
    ended: bool | None

    @property
    def runs_for(self) -> int:
        """Days from the first day of pain to the last, both counted."""
        return (self.last - self.first).days + 1

    @property
    def whole(self) -> bool:
        """Whether a month without pain is known on either side: what research counts as an episode."""
        return bool(self.after_a_month and self.ended)


def episodes(worst: Scores, today: dt.date, limits: Limits) -> tuple[Episode, ...]:
    """The episodes up to a day, oldest first: pain for more than 24 hours, a month without on either side.

    `worst` is each day's highest NRS; a day that is missing is not known. More than 24 hours are two days
    running with a score above 0. Days of pain less than `episode_free_days` (30) apart are of one episode. A
    month counts as free of pain when all its scores are 0 and at most `reporting_gap_days` (3) in a row are
    missing; otherwise it is not known. Source: de Vet 2002, doi 10.1097/01.BRS.0000030307.34002.BE; how
    silence is read is a house rule.
    """
    month = dt.timedelta(days=limits["episode_free_days"].value)
    gap = int(limits["reporting_gap_days"].value)
    known = {day: score for day, score in worst.items() if day <= today}
    begin = min(known, default=today)
    found = []
    for group in _groups(sorted(day for day, score in known.items() if score > 0), month):
        if not _lasted(group):
            continue
        first, last = group[0], group[-1]
        found.append(
            Episode(
                first,
                last,
                max(known[day] for day in group),
                _without(known, first - month, first - _DAY, gap) if first - month >= begin else None,
                _without(known, last + _DAY, last + month, gap) if last + month <= today else False,
            )
        )
    return tuple(found)


def recurrences(worst: Scores, today: dt.date, limits: Limits) -> tuple[dt.date, ...]:
    """The days on which pain came back: at least 24 hours at 2 of 10 or more after a month without any.

    Two days running at `recurrence_pain` or more, the first after `episode_free_days` without pain, with gaps
    read as for episodes. Source: Stanton, as quoted; the score is the minimal important change.
    """
    month = dt.timedelta(days=limits["episode_free_days"].value)
    gap, floor = int(limits["reporting_gap_days"].value), limits["recurrence_pain"].value
    known = {day: score for day, score in worst.items() if day <= today}
    back = sorted(day for day, score in known.items() if score >= floor)
    begin = min(known, default=today)
    return tuple(
        day
        for day, following in pairwise(back)
        if following - day == _DAY and day - month >= begin and _without(known, day - month, day - _DAY, gap)
    )


def _groups(days: Sequence[dt.date], month: dt.timedelta) -> Iterator[list[dt.date]]:
    """Days of pain, parted where a month or more lies between two of them."""
    group: list[dt.date] = []
    for day in days:
        if group and day - group[-1] > month:
            yield group
            group = []
        group.append(day)
    if group:
        yield group


def _lasted(days: Sequence[dt.date]) -> bool:
    """Whether two days running are among them."""
    return any(later - day == _DAY for day, later in pairwise(days))


def _without(known: Scores, first: dt.date, last: dt.date, gap: int) -> bool | None:
    """Whether these days were free of pain: yes, no, or not known for too long a silence."""
    silent = 0
    unknown = False
    for back in range((last - first).days + 1):
        score = known.get(first + back * _DAY)
        if score is not None and score > 0:
            return False
        silent = silent + 1 if score is None else 0
        unknown = unknown or silent > gap
    return None if unknown else True
