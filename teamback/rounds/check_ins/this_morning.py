"""What one athlete is asked on a day, and what stands there already, read for whoever enters it."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.low_back.weekly_question import WEEK, is_due
from teamback.record.event import audience_of
from teamback.record.events import InstrumentTotal, PainEntry, SelfManagement, SquadNamed
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.rounds.reports_of_day import Person, reports
from teamback.rounds.urgent.morning_report import Asked, asked
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

OSTRC = "ostrc"


@dataclass(frozen=True)
class ThisMorning:
    """What else a check-in asks.

    `besides` are warning signs and cases, `journal` what was said about the back inside the check-in of that
    day, `weekly` whether the OSTRC is asked and `week` its answers of that day, `plan` what the athlete does
    alone.
    """

    besides: Asked
    journal: Kept[PainEntry] | None
    weekly: bool
    week: Kept[InstrumentTotal] | None
    plan: SelfManagement | None


def this_morning(store: Store, scope: Scope, squad: SquadNamed, who: Person, day: dt.date) -> ThisMorning:
    """Read for one athlete; nobody is asked what they could not read back."""
    said = [kept for kept in reports(store, PainEntry, scope, [who], day, day) if kept.event.with_check_in]
    plans = clinical_entries(store, SelfManagement, scope, [who.athlete], day)
    weekly, week = _week(store, scope, squad, who, day)
    return ThisMorning(
        besides=asked(store, scope, who, day),
        journal=said[-1] if said else None,
        weekly=weekly,
        week=week,
        plan=plans[-1].event if plans else None,
    )


def _week(
    store: Store, scope: Scope, squad: SquadNamed, who: Person, day: dt.date
) -> tuple[bool, Kept[InstrumentTotal] | None]:
    if squad.ostrc_on is None or not scope.may_read(audience_of(InstrumentTotal, "q1")):
        return False, None
    found = reports(store, InstrumentTotal, scope, [who], day - WEEK, day)
    answered = [kept for kept in found if kept.event.instrument == OSTRC]
    today = [kept for kept in answered if kept.event.day == day]
    return is_due(squad.ostrc_on, day, [kept.event.day for kept in answered]), today[-1] if today else None
