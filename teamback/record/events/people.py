"""Who is there, and what is planned for them."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import EVERYONE, STAFF, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class SquadNamed(Event):
    """A squad exists under a name, in a time zone (IANA name) that decides which day it is.

    `ostrc_on` is the day of the week (words.WEEKDAYS) on which the check-in asks the OSTRC; None: never.
    """

    kind: ClassVar[str] = "squad"
    about: ClassVar[str] = "squad"
    squad: str = must(EVERYONE)
    name: str = must(EVERYONE)
    sport: str = read_by(EVERYONE, "football")
    time_zone: str = read_by(EVERYONE, "UTC")
    ostrc_on: str | None = read_by(EVERYONE)


@dataclass(frozen=True, kw_only=True)
class AthleteNamed(Event):
    """Who an athlete is. `home` is the squad first joined: the key of the athlete's daily facts for ever."""

    kind: ClassVar[str] = "athlete"
    athlete: int = must(EVERYONE)
    home: str = must(EVERYONE)
    known_as: str = must(EVERYONE)
    name: str | None = read_by(STAFF_AND_SELF)
    date_of_birth: dt.date | None = read_by(STAFF_AND_SELF)
    sex: str | None = read_by(STAFF_AND_SELF)
    position: str | None = read_by(EVERYONE)
    sport: str | None = read_by(EVERYONE)
    external_ids: tuple[str, ...] = read_by(STAFF, ())


@dataclass(frozen=True, kw_only=True)
class Joined(Event):
    """An athlete is on a squad's roster from this day on (loan: from another squad or club, for a time)."""

    kind: ClassVar[str] = "joined"
    athlete: int = must(EVERYONE)
    squad: str = must(EVERYONE)
    loan: bool = read_by(EVERYONE, False)


@dataclass(frozen=True, kw_only=True)
class Left(Event):
    """An athlete is no longer on a squad's roster from this day on."""

    kind: ClassVar[str] = "left_squad"
    athlete: int = must(EVERYONE)
    squad: str = must(EVERYONE)
    reason: str | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class CalendarEntry(Event):
    """Something planned for a squad (an appointment: for one athlete); a squad day off counts as load 0."""

    kind: ClassVar[str] = "calendar"
    about: ClassVar[str] = "squad"
    squad: str = must(EVERYONE)
    what: str = must(EVERYONE)
    start: str | None = read_by(EVERYONE)
    place: str | None = read_by(EVERYONE)
    planned_minutes: float | None = read_by(EVERYONE)
    planned_load: float | None = read_by(STAFF)
    athlete: int | None = read_by(STAFF_AND_SELF)
    title: str | None = read_by(STAFF_AND_SELF)
