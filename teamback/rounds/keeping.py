"""The write path of every form: the clinic's checks once more, then the store."""

import datetime as dt
from collections.abc import Sequence

from teamback.clinic.availability import missing
from teamback.record.event import Event
from teamback.record.events import AtHand, Availability, Programme, SessionExercise
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds import programme_checks
from teamback.rounds.squads import now_in
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.roster import athlete_named, squads


def keep(store: Store, events: Sequence[Event | Entry], by: Scope, seen: int | None) -> range:
    """Stores what a form gives as one batch; Refusal with the clinic's first sentence against it."""
    for item in events:
        event = item.event if isinstance(item, Entry) else item
        if refusals := _against(store, event, by):
            raise refusals[0]
    return store.keep(events, by, seen=seen)


def _against(store: Store, event: Event, by: Scope) -> tuple[Refusal, ...]:
    """What the clinic has against an event."""
    if isinstance(event, Availability):
        return missing(event, by, _today(store, by, event.athlete))
    if isinstance(event, Programme | SessionExercise | AtHand):
        return programme_checks.against(store, event, by, _today(store, by, event.athlete))
    return ()


def _today(store: Store, by: Scope, athlete: int) -> dt.date:
    """The day it is where the athlete's squad is: Sydney is ahead of UTC."""
    named = athlete_named(store, by, athlete)
    at_home = [squad for squad in squads(store, PROGRAM) if named and squad.squad == named.event.home]
    return now_in(store, at_home[0]).date() if at_home else store.clock().date()
