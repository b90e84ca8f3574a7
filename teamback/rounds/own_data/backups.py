"""Nightly backups: when one is due, how long each is kept, and which of them still hold a removed person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from teamback.record.events import Erased
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.backup import Backup, backup, backups_of
from teamback.store.queries.audit import erasures
from teamback.store.queries.roster import squads

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """Where backups go, to whom they are encrypted, at which time of day, how many and how long they stay."""

    folder: Path
    to: str | None
    plain: bool
    at: dt.time
    keep: int
    days: int

    @property
    def wanted(self) -> bool:
        """Whether backups are made by themselves: encrypted, or plain where that was asked for."""
        return self.to is not None or self.plain


@dataclass(frozen=True)
class Standing:
    """How the backups stand: the last one, how many are here, and whether one is missing."""

    wanted: bool
    last: dt.datetime | None
    sealed: bool
    count: int
    late: bool
    at: dt.time
    days: int


@dataclass(frozen=True)
class Removed:
    """A person who was removed, how many backups here still hold them, and when the last of them goes."""

    at: dt.datetime
    by: str
    asked_by: str | None
    how: str
    reason: str
    entries: int
    still_in: int
    gone_by: dt.date
    by_itself: bool

    @property
    def backups_in_words(self) -> str:
        """Which backups still hold the person, and until when."""
        if not self.still_in:
            return "No backup here holds this person; copies elsewhere have to be deleted by hand."
        count = "1 backup still holds" if self.still_in == 1 else f"{self.still_in} backups still hold"
        if not self.by_itself:
            return (
                f"{count} this person. No nightly backup is made, so nothing deletes old ones: do it by hand."
            )
        by = f"{self.gone_by.day} {self.gone_by:%b %Y}"
        return f"{count} this person; the last of them goes by {by}. Copies elsewhere go by hand."


def last_due(store: Store, plan: Plan) -> dt.datetime:
    """The latest moment, up to now, at which a backup should have been made: every night, in squad time."""
    named = squads(store, PROGRAM)
    zone = ZoneInfo(named[0].time_zone) if named else dt.UTC
    now = store.now().astimezone(zone)
    tonight = dt.datetime.combine(now.date(), plan.at, zone)
    return tonight if tonight <= now else tonight - _DAY


def is_due(store: Store, plan: Plan) -> bool:
    """Whether the last night's backup is missing; an empty store needs none."""
    if not store.head():
        return False
    made = backups_of(store, plan.folder)
    return not made or made[0].at < last_due(store, plan)


def standing(store: Store, plan: Plan) -> Standing:
    """How the backups of a store stand; one is late an hour after it was due."""
    made = backups_of(store, plan.folder)
    patience = last_due(store, plan) + dt.timedelta(hours=1)
    late = is_due(store, plan) and store.now() > patience
    last = made[0] if made else None
    return Standing(
        plan.wanted,
        last.at if last else None,
        bool(last and last.sealed),
        len(made),
        late,
        plan.at,
        plan.days,
    )


def make(store: Store, plan: Plan) -> Path:
    """Makes a backup, then lets the old ones go."""
    path = backup(store, plan.folder, plan.to)
    expire(store, plan)
    return path


def expire(store: Store, plan: Plan) -> list[Path]:
    """Deletes the backups of this store that are too many or too old; the newest stays."""
    oldest = store.now() - plan.days * _DAY
    gone = [
        one
        for place, one in enumerate(backups_of(store, plan.folder))
        if place and (place >= plan.keep or one.at < oldest)
    ]
    for one in gone:
        one.delete()
    return [one.path for one in gone]


def removed(store: Store, plan: Plan) -> list[Removed]:
    """Everybody who was removed, newest first, with the backups here that were made before."""
    made = backups_of(store, plan.folder)
    return [_removed(kept, made, plan) for kept in erasures(store, PROGRAM)[::-1]]


def _removed(kept: Kept[Erased], made: Sequence[Backup], plan: Plan) -> Removed:
    event = kept.event
    before = [one for one in made if one.at <= kept.recorded_at]
    last = max((one.at for one in before), default=kept.recorded_at)
    gone_by = (last + plan.days * _DAY).date() + _DAY
    return Removed(
        kept.recorded_at,
        kept.recorded_by,
        event.asked_by,
        event.how or "erase",
        event.reason,
        event.entries,
        len(before),
        gone_by,
        plan.wanted,
    )
