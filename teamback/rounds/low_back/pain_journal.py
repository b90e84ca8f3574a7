"""The pain journal of some athletes, whatever hurt: its entries in time, and what was counted from them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.triggers import Trigger, counted, time_of_day
from teamback.measures.grid import Ints
from teamback.record.event import audience_of
from teamback.record.events import PainEntry, Session
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH
from teamback.store import Store
from teamback.store.queries.daily import daily_columns

_SAID = ("site", "side", "area", "preceding_activity", "position_trigger", "easing_factor")
_FIELDS = ("pain", "started", "ended", *_SAID)


@dataclass(frozen=True)
class JournalEntry:
    """One entry; `at` is when the pain began in the squad's own time, None where only the day was said."""

    seq: int
    day: dt.date
    pain: float | None
    at: dt.datetime | None
    lasted: dt.timedelta | None
    site: str
    side: str | None
    area: str | None
    preceding_activity: str | None
    position_trigger: str | None
    easing_factor: str | None
    note: str | None = None


def journal_of(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    since: dt.date,
    until: dt.date,
    known_at: int | None,
    time_zone: str,
) -> tuple[JournalEntry, ...]:
    """The entries of some days, oldest first; a note only for whom it was written."""
    noted = ["note"] if scope.may_read(audience_of(PainEntry, "note")) else []
    asked = (scope, _homes(people), since, until, known_at)
    rows = daily_columns(store, PainEntry, [*_FIELDS, *noted], *asked)
    own = _theirs(rows["athlete"], people)
    own = own[np.lexsort((rows["seq"][own], rows["day"][own]))]
    zone = ZoneInfo(time_zone)
    taken = {name: column[own].tolist() for name, column in rows.items() if name != "athlete"}
    lines = (dict(zip(taken, values, strict=True)) for values in zip(*taken.values(), strict=True))
    return tuple(_entry(line, zone) for line in lines)


def _homes(people: Sequence[RosterAthlete]) -> list[str]:
    return sorted({person.home for person in people})


def _theirs(athletes: Ints, people: Sequence[RosterAthlete]) -> Ints:
    """The places of the rows about these athletes."""
    return np.flatnonzero(np.isin(athletes, [person.athlete for person in people]))


def _entry(line: dict[str, object], zone: ZoneInfo) -> JournalEntry:
    pain, began, over = (_known(line.pop(name)) for name in ("pain", "started", "ended"))
    day = EPOCH + dt.timedelta(days=int(str(line.pop("day"))))
    at = None if began is None else dt.datetime.fromtimestamp(began, zone).replace(tzinfo=None)
    lasted = None if began is None or over is None else dt.timedelta(seconds=over - began)
    return JournalEntry(day=day, pain=pain, at=at, lasted=lasted, **line)  # type: ignore[arg-type]


def _known(value: object) -> float | None:
    number = float(str(value))
    return None if number != number else number


def triggers_of(entries: Sequence[JournalEntry], limits: Limits) -> dict[str, tuple[Trigger, ...]]:
    """What came before pain or with it, by what it is."""
    hours = [(time_of_day(e.at.hour + e.at.minute / 60) if e.at else None, e.pain) for e in entries]
    return {
        "preceding_activity": counted(((e.preceding_activity, e.pain) for e in entries), limits),
        "position_trigger": counted(((e.position_trigger, e.pain) for e in entries), limits),
        "time_of_day": counted(hours, limits),
        "easing_factor": counted(((e.easing_factor, e.pain) for e in entries), limits),
    }


def by_ground(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    since: dt.date,
    until: dt.date,
    known_at: int | None,
    limits: Limits,
) -> Mapping[str, tuple[Trigger, ...]]:
    """The worst pain of sessions by surface and by footwear: every session counts, also one without pain."""
    fields = ("surface", "footwear", "pain_during", "pain_after")
    rows = daily_columns(store, Session, fields, scope, _homes(people), since, until, known_at)
    own = _theirs(rows["athlete"], people)
    peaks = [_known(peak) for peak in np.fmax(rows["pain_during"][own], rows["pain_after"][own]).tolist()]
    return {
        name: counted(zip(rows[name][own].tolist(), peaks, strict=True), limits)
        for name in ("surface", "footwear")
    }
