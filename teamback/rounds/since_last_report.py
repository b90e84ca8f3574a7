"""What the medical staff decided after an athlete's last report: the answer that a report deserves."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import Availability, CheckIn
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.rounds.reports_of_day import Person, reports
from teamback.store import Store
from teamback.store.queries.status import availability_on

LOOKS_BACK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Answered:
    """An athlete's last report before a day, and the decision on availability that followed it."""

    report: CheckIn
    decision: Availability
    decided_by: str


def answered(store: Store, scope: Scope, who: Person, day: dt.date) -> Answered | None:
    """The decision in force on a day, if it was made after the last report of the 7 days before."""
    yesterday = day - dt.timedelta(days=1)
    given = reports(store, CheckIn, scope, [who], day - LOOKS_BACK, yesterday)
    decision = availability_on(store, scope, [who.athlete], day).get(who.athlete)
    last: Kept[CheckIn] | None = max(given, key=lambda entry: entry.event.day, default=None)
    if last is None or decision is None or decision.recorded_at <= last.recorded_at:
        return None
    if decision.event.day < last.event.day:
        return None
    return Answered(last.event, decision.event, decision.recorded_by)
