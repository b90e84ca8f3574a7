"""Which education cards an athlete has read, and when."""

import datetime as dt
from collections.abc import Mapping

from teamback.clinic.education import AFTER_FLARE, AFTER_PAIN, Card, called_for
from teamback.record.events import CheckIn, EducationRead
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries


def read_on(
    store: Store, scope: Scope, athlete: int, day: dt.date, known_at: int | None = None
) -> Mapping[str, dt.date]:
    """By card: the last day on which the athlete said that they had read it."""
    found = clinical_entries(store, EducationRead, scope, [athlete], day, known_at)
    return {kept.event.card: kept.event.day for kept in found}


def cards_after(report: CheckIn) -> tuple[Card, ...]:
    """What a check-in calls for: nothing while the back does not hurt."""
    rules = (*(AFTER_PAIN if report.low_back_now else ()), *(AFTER_FLARE if report.flare else ()))
    return called_for(rules)
