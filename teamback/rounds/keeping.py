"""The write path of every form: the clinic's checks once more, then the store."""

from collections.abc import Sequence

from teamback.clinic.availability import missing
from teamback.record.event import Event
from teamback.record.events import Availability
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.squads import now_in
from teamback.rounds.stage_moves import refuse_moves
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.roster import athlete_named, squads


def keep(store: Store, events: Sequence[Event | Entry], by: Scope, seen: int | None) -> range:
    """Stores what a form gives as one batch; Refusal with the clinic's first sentence against it."""
    said = [item.event if isinstance(item, Entry) else item for item in events]
    for event in said:
        if isinstance(event, Availability) and (refusals := _against(store, event, by)):
            raise refusals[0]
    refuse_moves(store, said, by)
    return store.keep(events, by, seen=seen)


def _against(store: Store, decision: Availability, by: Scope) -> tuple[Refusal, ...]:
    """What refuses a decision on the day it is where the athlete's squad is: Sydney is ahead of UTC."""
    named = athlete_named(store, by, decision.athlete)
    at_home = [squad for squad in squads(store, PROGRAM) if named and squad.squad == named.event.home]
    return missing(decision, by, now_in(store, at_home[0]).date() if at_home else store.clock().date())
