"""An event as the journal gives it back: with its number and, where asked, who recorded it and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from teamback.record.event import Event

E = TypeVar("E", bound=Event, covariant=True)


@dataclass(frozen=True)
class Numbered(Generic[E]):
    """One live or former entry of the journal; fields that its reader may not see are left empty."""

    seq: int
    event: E


@dataclass(frozen=True)
class Kept(Numbered[E]):
    """The same with who recorded it and when, in which batch, and which entry it took the place of."""

    recorded_at: dt.datetime
    recorded_by: str
    batch: int
    replaces: int | None = None


class Move(NamedTuple):
    """An athlete joined a squad on a day (`here`), or left it."""

    athlete: int
    day: dt.date
    squad: str
    here: bool


@dataclass(frozen=True)
class RosterAthlete:
    """An athlete on a squad's roster on a day, as every list of the product is driven by it.

    `moves` are all the squads joined and left, in the order of the days.
    """

    athlete: int
    known_as: str
    position: str | None
    sport: str | None
    home: str
    since: dt.date
    loan: bool
    moves: tuple[Move, ...] = ()
