"""What keeps one athlete well: what they do alone, what was changed, check-ins and techniques looked at."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from teamback.clinic.season.entries import SECTIONS
from teamback.record.events import CheckIn, ClinicianCheckIn, SelfManagement, TechniqueReview
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN_AND_SELF, Scope
from teamback.rounds.season.changes import Change, changes_of
from teamback.rounds.season.due import Due, due_of
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.daily import daily_columns
from teamback.store.queries.roster import roster

WINDOW = 28
HOW_TICKED = (
    f"Ticks of the check-ins since the plan began, in the last {WINDOW} days. A check-in without an answer "
    "counts on neither side and is named."
)


@dataclass(frozen=True)
class Ticked:
    """One section of the plan: days ticked yes, days answered, and check-ins in which it was left open."""

    section: str
    done: int
    answered: int
    unanswered: int


@dataclass(frozen=True)
class Upkeep:
    """What there is for one athlete on a day; entries newest first. Check-ins: not for performance staff."""

    person: RosterAthlete
    day: dt.date
    plan: Kept[SelfManagement] | None
    ticked: tuple[Ticked, ...]
    changes: tuple[Change, ...]
    check_ins: tuple[Kept[ClinicianCheckIn], ...]
    reviews: tuple[Kept[TechniqueReview], ...]
    due: tuple[Due, ...]

    @property
    def holding(self) -> tuple[Change, ...]:
        """The changes that nobody has ended."""
        return tuple(change for change in self.changes if change.holds)

    def change(self, number: object) -> Change | None:
        """The change that holds and began with this entry."""
        return next((change for change in self.holding if change.began.seq == number), None)

    @property
    def techniques(self) -> tuple[Kept[TechniqueReview], ...]:
        """The newest review of each technique."""
        newest = {kept.event.technique: kept for kept in reversed(self.reviews)}
        return tuple(newest.values())


def upkeep(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int
) -> Upkeep:
    """The upkeep of an athlete of a squad; Refusal when they are not on its roster that day."""
    found = [person for person in roster(store, scope, squad, day, known_at) if person.athlete == athlete]
    if not found:
        raise Refusal("This athlete is not on this squad on that day. Choose another squad or day.")
    asked = (scope, [athlete], day, known_at)
    plans = clinical_entries(store, SelfManagement, *asked)
    reads = scope.may_read(CLINICIAN_AND_SELF)
    plan = plans[-1] if plans else None
    return Upkeep(
        person=found[0],
        day=day,
        plan=plan,
        ticked=_ticked(store, scope, found[0], plan, day, known_at) if plan else (),
        changes=changes_of(store, scope, athlete, day, known_at),
        check_ins=tuple(reversed(clinical_entries(store, ClinicianCheckIn, *asked))) if reads else (),
        reviews=tuple(reversed(clinical_entries(store, TechniqueReview, *asked))),
        due=due_of(store, scope, found, day, known_at),
    )


def _ticked(
    store: Store,
    scope: Scope,
    person: RosterAthlete,
    plan: Kept[SelfManagement],
    day: dt.date,
    known_at: int | None,
) -> tuple[Ticked, ...]:
    """The ticks of each section that the plan fills."""
    first = max(plan.event.day, day - dt.timedelta(days=WINDOW - 1))
    asked = (scope, [person.home], first, day, known_at)
    rows = daily_columns(store, CheckIn, tuple(SECTIONS), *asked)
    mine = rows["athlete"] == person.athlete
    sections = [
        name
        for name in SECTIONS
        if getattr(plan.event, name) or (name == "activity_change" and plan.event.avoid)
    ]
    return tuple(
        Ticked(
            name,
            done=int((rows[name][mine] == 1).sum()),
            answered=int((~np.isnan(rows[name][mine])).sum()),
            unanswered=int(np.isnan(rows[name][mine]).sum()),
        )
        for name in sections
    )
