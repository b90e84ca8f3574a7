"""An event as the journal gives it back: with its number, who recorded it and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from teamback.record.event import Event

E = TypeVar("E", bound=Event, covariant=True)


@dataclass(frozen=True)
class Kept(Generic[E]):
    """One live or former entry of the journal; fields that its reader may not see are left empty."""

    seq: int
    event: E
    recorded_at: dt.datetime
    recorded_by: str
    batch: int
    replaces: int | None = None


@dataclass(frozen=True)
class RosterAthlete:
    """An athlete on a squad's roster on a day, as every list of the product is driven by it."""

    athlete: int
    known_as: str
    position: str | None
    sport: str | None
    home: str
    since: dt.date
    loan: bool
