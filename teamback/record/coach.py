"""What a coach may receive about an athlete: a type of its own, with no clinical field."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Acknowledged:
    """Who has read a sheet, when, and the newest entry that it was drawn from."""

    by: str
    at: dt.datetime
    as_of: int


@dataclass(frozen=True)
class CoachLine:
    """One athlete on the training sheet: all that a coach's browser ever receives about them."""

    known_as: str
    position: str | None
    training: str = "not_decided"
    match: str = "not_decided"
    restrictions: tuple[str, ...] = ()
    can_do: str | None = None
    minutes_cap: float | None = None
    review_on: dt.date | None = None
    until_reviewed: bool = False
    text_to_coach: str | None = None
    talk_first: bool | None = None
    since: dt.date | None = None
    decided_at: dt.datetime | None = None
