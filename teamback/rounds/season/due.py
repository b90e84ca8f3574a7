"""What comes round again in a squad: check-ins with a clinician, technique reviews, changes to look at."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teamback.record.clinical_words import PURPOSES
from teamback.record.events import (
    ClinicianCheckIn,
    Intervention,
    InterventionEnded,
    Programme,
    TechniqueReview,
)
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.pain_words import INTERVENTIONS, TECHNIQUES
from teamback.record.scope import CLINICIAN, Scope
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import roster

CHECK_IN, TECHNIQUE, TEMPORARY = "check_in", "technique", "temporary"
AHEAD = dt.timedelta(days=14)
"""So far ahead of its day a thing is listed."""


@dataclass(frozen=True)
class Due:
    """One thing that comes round for an athlete; `cause` is the number of the entry that set its day.

    `what` is CHECK_IN, TECHNIQUE or TEMPORARY; `title` says it in words, `by` who set it.
    """

    who: RosterAthlete
    what: str
    title: str
    on: dt.date
    cause: int
    by: str
    about: str = ""

    def overdue(self, day: dt.date) -> int:
        """Days since its day; 0 on it and before."""
        return max((day - self.on).days, 0)


def due_list(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None = None
) -> tuple[Due, ...]:
    """What is overdue, longest first, then what comes in the next 14 days, of everybody on the roster.

    Performance staff are given technique reviews and changes; check-ins are the clinicians'.
    """
    people = roster(store, scope, squad_named(store, scope, squad).squad, day, known_at)
    return due_of(store, scope, people, day, known_at)


def due_of(
    store: Store, scope: Scope, people: Sequence[RosterAthlete], day: dt.date, known_at: int | None = None
) -> tuple[Due, ...]:
    """The same of some athletes."""
    who = {person.athlete: person for person in people}
    asked = (store, scope, list(who), day, known_at)
    found = [*_techniques(who, *asked), *_temporary(who, *asked)]
    if scope.audience == CLINICIAN or scope.athlete is not None:
        found += _check_ins(who, *asked)
    listed = [due for due in found if due.on <= day + AHEAD]
    return tuple(sorted(listed, key=lambda due: (due.on, due.who.known_as.casefold(), due.cause)))


def round_due(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> tuple[Due, ...]:
    """`due_list` as pages ask for it."""
    return due_list(store, scope, squad, day, known_at)


def _check_ins(
    who: dict[int, RosterAthlete],
    store: Store,
    scope: Scope,
    athletes: Sequence[int],
    day: dt.date,
    known_at: int | None,
) -> Iterator[Due]:
    """The next check-in by whatever set it last: a check-in, or the maintenance plan."""
    seen = clinical_entries(store, ClinicianCheckIn, scope, athletes, day, known_at)
    plans = clinical_entries(store, Programme, scope, athletes, day, known_at)
    said: list[Kept[ClinicianCheckIn] | Kept[Programme]] = [
        *seen,
        *(kept for kept in plans if kept.event.purpose == "maintenance"),
    ]
    newest = {kept.event.athlete: kept for kept in sorted(said, key=lambda k: (k.event.day, k.seq))}
    for athlete, kept in newest.items():
        event = kept.event
        on = event.next_on if isinstance(event, ClinicianCheckIn) else event.next_check_in
        if on is not None:
            about = PURPOSES["maintenance"] if isinstance(event, Programme) else ""
            yield Due(
                who[athlete], CHECK_IN, "Check-in with a clinician", on, kept.seq, kept.recorded_by, about
            )


def _techniques(
    who: dict[int, RosterAthlete],
    store: Store,
    scope: Scope,
    athletes: Sequence[int],
    day: dt.date,
    known_at: int | None,
) -> Iterator[Due]:
    """Of each technique of an athlete the newest review says when the next one is."""
    reviews = clinical_entries(store, TechniqueReview, scope, athletes, day, known_at)
    newest = {(kept.event.athlete, kept.event.technique): kept for kept in reviews}
    for (athlete, technique), kept in newest.items():
        if kept.event.next_on is not None:
            name = TECHNIQUES.get(technique, "Technique")
            title = f"Technique review: {name.lower()}"
            yield Due(
                who[athlete], TECHNIQUE, title, kept.event.next_on, kept.seq, kept.recorded_by, technique
            )


def _temporary(
    who: dict[int, RosterAthlete],
    store: Store,
    scope: Scope,
    athletes: Sequence[int],
    day: dt.date,
    known_at: int | None,
) -> Iterator[Due]:
    """Changes meant to last until a day and not ended yet."""
    ended = {
        kept.event.intervention
        for kept in clinical_entries(store, InterventionEnded, scope, athletes, day, known_at)
    }
    for kept in clinical_entries(store, Intervention, scope, athletes, day, known_at):
        if kept.event.until is not None and kept.seq not in ended:
            word = INTERVENTIONS.get(kept.event.what, "Change")
            title = f"Temporary change ends: {word.lower()}"
            yield Due(
                who[kept.event.athlete],
                TEMPORARY,
                title,
                kept.event.until,
                kept.seq,
                kept.recorded_by,
                kept.event.change,
            )
