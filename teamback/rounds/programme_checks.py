"""The clinic's checks of a programme, an exercise done and equipment at hand, on what the record holds."""

import datetime as dt

from teamback.clinic import programmes
from teamback.clinic.exercises import library
from teamback.clinic.programmes import lines_of
from teamback.clinic.progression import against_changes
from teamback.record.event import Event
from teamback.record.events import AtHand, Programme, SessionExercise
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.last_response import LastResponse, last_response
from teamback.rounds.programme import held_against
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
        return programmes.programme(event, library(), today) or _gets_harder(store, event, today)
    return ()


def _gets_harder(store: Store, typed: Programme, today: dt.date) -> tuple[Refusal, ...]:
    versions = tuple(clinical_entries(store, Programme, PROGRAM, [typed.athlete], today))
    last = _last_response(store, typed.athlete, today)
    before = held_against(versions, typed.purpose, last)
    if before is None:
        return ()
    return against_changes(lines_of(before), lines_of(typed), last.response)


def _last_response(store: Store, athlete: int, today: dt.date) -> LastResponse:
    for squad in squads(store, PROGRAM):
        for person in roster(store, PROGRAM, squad.squad, today):
            if person.athlete == athlete:
                return last_response(store, PROGRAM, squad.squad, person, today)
    return LastResponse()
