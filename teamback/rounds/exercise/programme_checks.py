"""The clinic's checks of a programme, an exercise done and equipment at hand, on what the record holds."""

import datetime as dt
from collections.abc import Sequence

from teamback.clinic.exercise import programmes
from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.programmes import lines_of
from teamback.clinic.exercise.progression import against_changes
from teamback.record.event import Event
from teamback.record.events import AtHand, Programme, SessionExercise
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.exercise.last_response import LastResponse, last_response
from teamback.rounds.exercise.programme import held_against
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import roster, squads


def against(store: Store, event: Event, by: Scope, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses it; nothing for events of other kinds. `today` is the athlete's squad's day."""
    if isinstance(event, SessionExercise):
        return programmes.done(event, library(), today)
    if isinstance(event, AtHand):
        return programmes.at_hand(event)
    if isinstance(event, Programme):
        versions = clinical_entries(store, Programme, PROGRAM, [event.athlete], today)
        return against_programme(event, versions, _last_response(store, event.athlete, today), today)
    return ()


def against_programme(
    typed: Programme, versions: Sequence[Kept[Programme]], last: LastResponse, today: dt.date
) -> tuple[Refusal, ...]:
    """What refuses a programme as typed, and what in it gets harder too fast.

    `versions` are the athlete's programmes so far, `last` is how the back took the last session.
    """
    if refusals := programmes.programme(typed, library(), today):
        return refusals
    before = held_against(versions, typed.purpose, last)
    return against_changes(lines_of(before), lines_of(typed), last.response) if before else ()


def _last_response(store: Store, athlete: int, today: dt.date) -> LastResponse:
    for squad in squads(store, PROGRAM):
        for person in roster(store, PROGRAM, squad.squad, today):
            if person.athlete == athlete:
                return last_response(store, PROGRAM, squad.squad, person, today)
    return LastResponse()
