"""The write path of every form: the clinic's checks once more, what follows by itself, then the store."""

from collections.abc import Sequence

from teamback.clinic import answers, education
from teamback.clinic.assessment import instruments, testing
from teamback.clinic.assessment.battery import battery
from teamback.clinic.availability import missing
from teamback.clinic.return_to_sport import case_entries
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.clinic.season import entries as season_entries
from teamback.clinic.urgent import inflammatory
from teamback.clinic.urgent import tasks as clinic_tasks
from teamback.record.event import Event
from teamback.record.events import (
    AtHand,
    Availability,
    Consent,
    Guardian,
    InflammatoryScreen,
    InstrumentTotal,
    InterventionEnded,
    Programme,
    Referral,
    SeasonPhase,
    SessionExercise,
    TaskAct,
    TestResult,
)
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.exercise import programme_checks
from teamback.rounds.own_data import guardians
from teamback.rounds.return_to_sport.stage_moves import refuse_moves
from teamback.rounds.season import changes, phases
from teamback.rounds.squads import today_at_home
from teamback.rounds.urgent import tasks
from teamback.rounds.urgent.red_flags import open_red_flags, with_what_follows
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.roster import athlete_named


def keep(store: Store, events: Sequence[Event | Entry], by: Scope, seen: int | None) -> range:
    """Stores what a form gives as one batch; Refusal with the clinic's first sentence against it.

    A red-flag screen brings what it raises with it: see `with_what_follows`.
    """
    entries = [item if isinstance(item, Entry) else Entry(item) for item in events]
    for entry in entries:
        if refusals := _against(store, entry, by):
            raise refusals[0]
    try:
        refuse_moves(store, [entry.event for entry in entries], by)
    except Refusal:
        if seen is not None:  # who was first says more than what does not hold any longer
            store.refuse_changed_since(entries, seen)
        raise
    return store.keep(with_what_follows(store, entries), by, seen=seen)


def _against(store: Store, entry: Entry, by: Scope) -> tuple[Refusal, ...]:
    """What refuses an entry on the day it is where the athlete's squad is."""
    event = entry.event
    if isinstance(event, Availability):
        today = today_at_home(store, event.athlete)
        return missing(event, by, today, red_flag_open=_red_flag_open(store, event))
    if isinstance(event, education.CHECKED):
        return education.refusals(event)
    if isinstance(event, answers.CHECKED):
        return answers.refusals(event, today_at_home(store, event.athlete))
    if isinstance(event, TaskAct):
        return tasks.refusals(store, event, by)
    if isinstance(event, Referral):
        return clinic_tasks.refer(event, today_at_home(store, event.athlete))
    if isinstance(event, InflammatoryScreen):
        named = athlete_named(store, PROGRAM, event.athlete)
        born = named.event.date_of_birth if named else None
        return inflammatory.refusals(event, born, today_at_home(store, event.athlete))
    if isinstance(event, TestResult):
        return testing.result(event, battery(), today_at_home(store, event.athlete))
    if isinstance(event, InstrumentTotal):
        return instruments.refusals(event, today_at_home(store, event.athlete))
    if isinstance(event, case_entries.CHECKED):
        return case_entries.refusals(event, by, today_at_home(store, event.athlete), all_pathways())
    if isinstance(event, SeasonPhase):
        return phases.refusals(store, event, entry.replaces)
    if isinstance(event, InterventionEnded) and (refusal := changes.not_to_be_ended(store, event)):
        return (refusal,)
    if isinstance(event, season_entries.CHECKED):
        return season_entries.refusals(event, today_at_home(store, event.athlete))
    if isinstance(event, Guardian):
        return tuple(guardians.guardian_refusals(event))
    if isinstance(event, Consent):
        return tuple(guardians.consent_refusals(event, today_at_home(store, event.athlete)))
    if isinstance(event, Programme | SessionExercise | AtHand):
        return programme_checks.against(store, event, by, today_at_home(store, event.athlete))
    return ()


def _red_flag_open(store: Store, decision: Availability) -> bool:
    named = athlete_named(store, PROGRAM, decision.athlete)
    if named is None:
        return False
    today = max(decision.day, today_at_home(store, decision.athlete))
    found = open_red_flags(store, PROGRAM, [decision.athlete], [named.event.home], today)
    return found[decision.athlete].open > 0
