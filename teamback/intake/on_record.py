"""What the record already says about the days of a file: what counts, what was withdrawn, whose it is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from teamback.intake.rows import Row
from teamback.record.event import Event
from teamback.record.events import CalendarEntry, CheckIn, PainEntry, RestDay, Session
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.calendar import calendar
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.history import imports
from teamback.store.queries.intake import Withdrawn, withdrawn

Spot = tuple[int | None, dt.date]


def own_batches(store: Store, preset: str) -> frozenset[int]:
    """The batches that came in through a preset and still count."""
    return frozenset(kept.batch for kept in imports(store, PROGRAM) if kept.event.preset == preset)


def says_the_same(event: Event, values: Mapping[str, Any]) -> bool:
    """Whether an entry holds all these values."""
    return all(getattr(event, name) == value for name, value in values.items())


@dataclass(frozen=True)
class OnRecord:
    """The entries of one kind by athlete and day: those that count, and those that people withdrew."""

    live: Mapping[Spot, list[Kept[Any]]]
    gone: Mapping[Spot, list[Withdrawn[Any]]]
    own: frozenset[int]

    def is_own(self, kept: Kept[Any]) -> bool:
        """Whether an entry came in through the same preset, and no person has changed it since."""
        return kept.batch in self.own

    def by_a_person(self, item: Withdrawn[Any]) -> bool:
        """Whether an entry of the same preset was corrected or set aside otherwise than by an import."""
        return self.is_own(item.entry) and item.in_batch not in self.own

    def withdrawn_by(self, spot: Spot, values: Mapping[str, Any]) -> str | None:
        """Who corrected or set aside an entry of the same preset that held these values, if anybody."""
        for item in self.gone.get(spot, ()):
            if self.by_a_person(item) and says_the_same(item.entry.event, values):
                return item.by
        return None


def on_record(
    store: Store,
    kind: type[Event],
    squad: str,
    homes: Mapping[int, str],
    rows: Sequence[Row],
    own: frozenset[int],
) -> OnRecord:
    """Reads what the record says on the days of these rows (which are of one kind)."""
    since, until = min(row.dated for row in rows), max(row.dated for row in rows)
    live: dict[Spot, list[Kept[Any]]] = defaultdict(list)
    gone: dict[Spot, list[Withdrawn[Any]]] = defaultdict(list)
    athletes = sorted({row.athlete for row in rows if row.athlete is not None} & homes.keys())
    subjects = [squad] if kind is CalendarEntry else [str(athlete) for athlete in athletes]
    for kept in _live(store, kind, squad, homes, athletes, since, until):
        live[spot_of(kept.event)].append(kept)
    for item in withdrawn(store, kind, PROGRAM, subjects, since, until):
        gone[spot_of(item.entry.event)].append(item)
    return OnRecord(live, gone, own)


def spot_of(event: Any) -> Spot:
    """The athlete (None: the squad) and day that an entry is about."""
    return event.athlete, event.day


def _live(
    store: Store,
    kind: type[Event],
    squad: str,
    homes: Mapping[int, str],
    athletes: list[int],
    since: dt.date,
    until: dt.date,
) -> Sequence[Kept[Any]]:
    if kind is CalendarEntry:
        return calendar(store, PROGRAM, squad, since, until)
    assert issubclass(kind, CheckIn | Session | RestDay | PainEntry)
    at_home = [homes[athlete] for athlete in athletes]
    return daily_entries(store, kind, PROGRAM, athletes, at_home, since, until) if athletes else []
