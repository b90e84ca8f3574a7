"""The maintenance plans of a squad: who has one, how much of each pillar was done, which is missing."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.maintenance import without_lines
from teamback.clinic.exercise.programmes import MAINTENANCE, lines_of
from teamback.record.clinical_words import PILLARS
from teamback.record.events import Programme, SessionExercise
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.exercise.kept_up import KeptUp, kept_up
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import roster


@dataclass(frozen=True)
class MaintenanceRow:
    """One athlete; `pillars` holds a figure for each pillar that was ever planned, in whatever plan.

    `missing` are the pillars without an exercise in the maintenance plan in force.
    """

    athlete: RosterAthlete
    plan: Kept[Programme] | None
    whole: KeptUp | None
    pillars: dict[str, KeptUp]
    missing: tuple[str, ...]


def squad_maintenance(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope
) -> tuple[MaintenanceRow, ...]:
    """Everybody on a squad's roster: those with a plan first, by name."""
    people = roster(store, scope, squad_named(store, scope, squad).squad, day, known_at)
    asked = (scope, [person.athlete for person in people], day, known_at)
    versions = clinical_entries(store, Programme, *asked)
    entries = clinical_entries(store, SessionExercise, *asked, homes=[person.home for person in people])
    rows = [
        _row(
            person,
            [kept for kept in versions if kept.event.athlete == person.athlete],
            [kept.event for kept in entries if kept.event.athlete == person.athlete],
            day,
        )
        for person in people
    ]
    return tuple(sorted(rows, key=lambda row: row.plan is None))


def _row(
    person: RosterAthlete, versions: list[Kept[Programme]], entries: list[SessionExercise], day: dt.date
) -> MaintenanceRow:
    plans = [kept for kept in versions if kept.event.purpose == MAINTENANCE]
    figures = {one.of: one for one in kept_up([kept.event for kept in plans], entries, library(), day)}
    return MaintenanceRow(
        athlete=person,
        plan=plans[-1] if plans else None,
        whole=figures.get(MAINTENANCE),
        pillars={pillar: figures[pillar] for pillar in PILLARS if pillar in figures},
        missing=without_lines(lines_of(plans[-1].event)) if plans else (),
    )
