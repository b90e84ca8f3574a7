"""What was entered about one athlete, entry by entry: who entered it, and what was corrected since."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

import numpy as np

from teamback.measures.load import session_load
from teamback.record.events import CheckIn, InstrumentTotal, ManoeuvreScore, PainEntry, Session, TestResult
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.counted import known
from teamback.rounds.reports_of_day import Person
from teamback.store import Store
from teamback.store.queries.corrections import Correction, corrections
from teamback.store.queries.daily import daily_entries

F = TypeVar("F", CheckIn, Session, TestResult, InstrumentTotal, PainEntry, ManoeuvreScore)
_ABOUT_THE_ENTRY = ("athlete", "rated_at", "asked_by")


@dataclass(frozen=True)
class Change:
    """One field of an entry that was corrected: what stood there, what stands there now, by whom and when."""

    field: str
    old: Any
    new: Any
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Line(Generic[F]):
    """One entry of the diary with its corrections, oldest first; or one that was set aside, and by whom."""

    entry: Kept[F]
    changes: tuple[Change, ...] = ()
    set_aside: Correction[F] | None = None

    @property
    def counts(self) -> bool:
        """Whether the entry counts: what was set aside stays in the record, and counts for nothing."""
        return self.set_aside is None


def lines(
    store: Store,
    kind: type[F],
    scope: Scope,
    person: RosterAthlete | Person,
    since: dt.date,
    until: dt.date,
    known_at: int | None = None,
) -> tuple[Line[F], ...]:
    """The entries of one kind about an athlete, newest day first; two of one day stand as two lines."""
    asked = ([person.home], since, until, known_at)
    live = daily_entries(store, kind, scope, [person.athlete], *asked)
    former = corrections(store, kind, scope, person.athlete, *asked)
    before = {item.by_seq: item for item in former}
    found = [Line(entry, _changes(entry, before)) for entry in live]
    found += [Line(item.old, _changes(item.old, before), item) for item in former if item.set_aside]
    return tuple(sorted(found, key=_newest_first))


def load_of(line: Line[Session]) -> float | None:
    """The load of a session, AU, as it is counted; None where not known, and for one that was set aside."""
    event = line.entry.event
    rpe, minutes = (np.nan if value is None else value for value in (event.rpe, event.minutes))
    return known(float(session_load(rpe, minutes))) if line.counts else None


def _newest_first(line: Line[F]) -> tuple[int, str, int]:
    event = line.entry.event
    return -event.day.toordinal(), getattr(event, "start", None) or "", line.entry.seq


def _changes(entry: Kept[F], before: dict[int, Correction[F]]) -> tuple[Change, ...]:
    """What each correction on the way to this entry changed."""
    steps: list[tuple[Change, ...]] = []
    while correction := before.get(entry.seq):
        steps.append(_differences(correction, entry.event))
        entry = correction.old
    return tuple(change for step in reversed(steps) for change in step)


def _differences(correction: Correction[F], new: F) -> tuple[Change, ...]:
    old = correction.old.event
    names: Sequence[str] = [f.name for f in fields(new) if f.name not in _ABOUT_THE_ENTRY]
    return tuple(
        Change(name, getattr(old, name), getattr(new, name), correction.by, correction.at)
        for name in names
        if getattr(old, name) != getattr(new, name)
    )
