"""A squad's OSTRC answers week by week, and what the newest answer of each athlete comes to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from teamback.clinic.assessment.ostrc_weekly import Share, Weekly, prevalence
from teamback.clinic.limits import Limits
from teamback.record.words import WEEKDAYS
from teamback.rounds.low_back.weekly_answers import Known

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class OstrcWeek:
    """One week from its first day on: who had any health problem, and who a substantial one."""

    first: dt.date
    any: Share
    substantial: Share


def weeks_of(answers: Known, asked_on: str | None, since: dt.date, until: dt.date) -> tuple[OstrcWeek, ...]:
    """The weeks in which anybody answered, newest first; they begin on the squad's day of the OSTRC.

    Of several answers of an athlete in a week the last one counts.
    """
    begins = list(WEEKDAYS).index(asked_on) if asked_on else 0
    first = since - dt.timedelta(days=(since.weekday() - begins) % 7)
    weeks = []
    while first <= until:
        last = {
            athlete: mine[-1]
            for athlete, given in answers.items()
            if (mine := [one for one in given if first <= one.day < first + _WEEK])
        }
        if last:
            weeks.append(_week(first, last))
        first += _WEEK
    return tuple(reversed(weeks))


def _week(first: dt.date, last: Mapping[int, Weekly]) -> OstrcWeek:
    return OstrcWeek(
        first,
        prevalence({athlete: one.problem for athlete, one in last.items()}),
        prevalence({athlete: one.substantial for athlete, one in last.items()}),
    )


def problems_of(answers: Known, day: dt.date, limits: Limits) -> dict[int, str]:
    """In words, the newest answer that still counts where it comes to a substantial problem."""
    fresh = day - dt.timedelta(days=limits["ostrc_fresh_days"].value)
    newest = {athlete: given[-1] for athlete, given in answers.items() if given and given[-1].day >= fresh}
    return {
        athlete: "OSTRC: could not take part" if one.out else "OSTRC: substantial problem"
        for athlete, one in newest.items()
        if one.out or one.substantial
    }
