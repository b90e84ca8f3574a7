"""What the forms beside a task start from: what is known about an athlete, and what ES11 proposes to hold."""

import datetime as dt
from dataclasses import dataclass, replace

from teamback.clinic.limits import Limits
from teamback.clinic.urgent.pain_rules import HELD
from teamback.clinic.urgent.signs import next_working_day
from teamback.record.events import Availability
from teamback.record.scope import Scope
from teamback.rounds.limits_now import limits_at
from teamback.store import Store
from teamback.store.queries.roster import athlete_named
from teamback.store.queries.status import availability_on


@dataclass(frozen=True)
class Born:
    """The date of birth of an athlete, and the limits that a screen for inflammation is judged by."""

    on: dt.date | None
    limits: Limits


def born(store: Store, scope: Scope, athlete: int) -> Born:
    """What the screen for inflammation needs besides its answers."""
    named = athlete_named(store, scope, athlete)
    return Born(named.event.date_of_birth if named else None, limits_at(store, None))


def to_hold(store: Store, scope: Scope, athlete: int, today: dt.date) -> Availability:
    """The decision in force with extension, rotation and impact held: a clinician confirms or changes it."""
    kept = availability_on(store, scope, [athlete], today).get(athlete)
    review = next_working_day(today, limits_at(store, None)["assess_within_days"].value)
    held = Availability(
        day=today,
        athlete=athlete,
        training="modified",
        match="not_available",
        restrictions=HELD,
        review_on=review,
        reason="injury",
    )
    if kept is None or kept.event.training in ("full", "not_decided"):
        return held
    asked = dict.fromkeys((*kept.event.restrictions, *HELD))
    return replace(kept.event, day=today, restrictions=tuple(asked), review_on=review, clinical_note=None)
