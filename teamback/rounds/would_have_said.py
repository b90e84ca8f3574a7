"""What one rule would have said over a past period, and how long before the clinician changed something."""

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.record.scope import Scope
from teamback.rounds.past_days import PastDay
from teamback.store import Store
from teamback.store.queries.status import availability_history

ELSEWHERE = ("personal", "international_duty")
"""Reasons of a decision that are no answer to what the data say."""
_MORE_TO_LESS = ("full", "modified", "rehab", "out")


@dataclass(frozen=True)
class Lessened:
    """A decision for less training than before; `since` is the day of the decision before it."""

    athlete: int
    day: dt.date
    training: str
    since: dt.date | None


@dataclass(frozen=True)
class Told:
    """For one athlete: on how many mornings the rule spoke, from when to when, and the leads in days."""

    athlete: int
    known_as: str
    days: int
    first: dt.date
    last: dt.date
    leads: tuple[int, ...]
    changes: int


@dataclass(frozen=True)
class WouldHaveSaid:
    """The rule over the period: athlete-days on which it spoke, of all on the roster, and for whom.

    `leads` are the days from the first morning on which the rule spoke since the decision before, to the
    change; `changes` counts all changes towards less in the period, foretold or not.
    """

    spoke: int
    athlete_days: int
    by_athlete: tuple[Told, ...]
    changes: int

    @property
    def leads(self) -> tuple[int, ...]:
        """Of every change before which the rule had spoken."""
        return tuple(lead for told in self.by_athlete for lead in told.leads)

    @property
    def median_lead(self) -> float | None:
        """The median of the leads, None without any."""
        return statistics.median(self.leads) if self.leads else None


def changes_towards_less(
    store: Store,
    squad: str,
    day: dt.date,
    known_at: int | None,
    scope: Scope,
    first: dt.date,
    athletes: tuple[int, ...],
) -> tuple[Lessened, ...]:
    """Every decision of a period for less training than before, but for personal reasons and other duty.

    Who was never decided about trains without limits, so a first decision for less is one too.
    """
    before: dict[int, tuple[str, dt.date | None]] = {}
    found = []
    for item in availability_history(store, scope, athletes, day, known_at):
        event = item.event
        training, since = before.get(event.athlete, ("full", None))
        before[event.athlete] = (event.training, event.day)
        less = _rank(event.training) > _rank(training)
        if less and event.day >= first and event.reason not in ELSEWHERE:
            found.append(Lessened(event.athlete, event.day, event.training, since))
    return tuple(found)


def _rank(training: str) -> int:
    return _MORE_TO_LESS.index(training) if training in _MORE_TO_LESS else 0


def would_have_said(past: Sequence[PastDay], changes: Sequence[Lessened], rule: str) -> WouldHaveSaid:
    """One rule counted over past mornings, most often first."""
    days: dict[int, list[dt.date]] = {}
    names: dict[int, str] = {}
    for each in past:
        for spoke in each.spoke:
            if spoke.rule == rule:
                days.setdefault(spoke.athlete, []).append(each.day)
                names[spoke.athlete] = spoke.known_as
    told = []
    for athlete, mornings in days.items():
        own = [change for change in changes if change.athlete == athlete]
        leads = tuple(lead for change in own if (lead := _lead(mornings, change)) is not None)
        told.append(Told(athlete, names[athlete], len(mornings), mornings[0], mornings[-1], leads, len(own)))
    told.sort(key=lambda one: (-one.days, one.known_as.casefold()))
    spoke_days = sum(one.days for one in told)
    return WouldHaveSaid(spoke_days, sum(len(each.athletes) for each in past), tuple(told), len(changes))


def _lead(mornings: Sequence[dt.date], change: Lessened) -> int | None:
    """Days from the first morning on which the rule spoke since the decision before; None when it had not."""
    before = [day for day in mornings if day <= change.day and (change.since is None or day > change.since)]
    return (change.day - before[0]).days if before else None
