"""The pen: what was written when and by whom, put into the journal in that order by a walking clock."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from teamback.record.event import Event
from teamback.record.events import CheckIn, InterventionEnded, RedFlagScreen, TaskAct
from teamback.record.scope import Scope
from teamback.rounds.urgent.red_flags import with_what_follows
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.engine import Engine


@dataclass(frozen=True)
class Writing:
    """One batch: the moment it is recorded, by whom, and whether it corrects check-ins written before.

    `cites` is the entry, written before, whose number its events name.
    """

    at: dt.datetime
    by: Scope
    events: Sequence[Event]
    corrects: bool = False
    cites: Event | None = None


@dataclass
class WalkingClock:
    """A clock that stands where it was last put."""

    at: dt.datetime

    def __call__(self) -> dt.datetime:
        """The moment it stands at."""
        return self.at


def write(engine: Engine, writings: Iterable[Writing], present: dt.datetime | None) -> None:
    """Keeps every batch through the one write path, oldest first; nothing is recorded after the present."""
    in_order = sorted((w for w in writings if w.events), key=lambda writing: writing.at)
    corrected = {_key(event) for w in in_order if w.corrects for event in w.events}
    written: dict[tuple[int, dt.date], int] = {}
    cited = {id(w.cites): 0 for w in in_order if w.cites}
    clock = WalkingClock(in_order[0].at)
    store = Store(engine, clock)
    for writing in in_order:
        clock.at = min(writing.at, present) if present else writing.at
        events = [_rated_by(event, clock.at) for event in writing.events]
        if writing.cites:
            events = [citing(event, cited[id(writing.cites)]) for event in events]
        entries = [Entry(e, written[_key(e)] if writing.corrects else None) for e in events]
        numbers = store.keep(_with_what_follows(store, entries), writing.by)
        for seq, event in zip(numbers, writing.events, strict=False):
            if id(event) in cited:
                cited[id(event)] = seq
            if isinstance(event, CheckIn) and _key(event) in corrected:
                written[_key(event)] = seq


def citing(event: Event, number: int) -> Event:
    """An event about another entry, with the number that this one was given."""
    if isinstance(event, TaskAct):
        return replace(event, cause=number)
    if isinstance(event, InterventionEnded):
        return replace(event, intervention=number)
    return event


def _with_what_follows(store: Store, entries: list[Entry]) -> list[Entry]:
    """A warning sign brings about what it does when an athlete answers it; asked only where there is one."""
    screened = any(isinstance(entry.event, RedFlagScreen) and entry.event.yes for entry in entries)
    return with_what_follows(store, entries) if screened else entries


def _rated_by(event: Event, moment: dt.datetime) -> Event:
    if isinstance(event, CheckIn) and event.rated_at and event.rated_at > moment:
        return replace(event, rated_at=moment)
    return event


def _key(event: Event) -> tuple[int, dt.date]:
    return int(event.subject), event.day
