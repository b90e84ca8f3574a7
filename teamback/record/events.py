"""The kinds of events, one dataclass each; every field declares who may read it."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import (
    CLINICIAN_AND_SELF,
    CLINICIAN_ONLY,
    EVERYONE,
    STAFF,
    STAFF_AND_SELF,
)


@dataclass(frozen=True, kw_only=True)
class SquadNamed(Event):
    """A squad exists under a name, in a time zone (IANA name) that decides which day it is."""

    kind: ClassVar[str] = "squad"
    about: ClassVar[str] = "squad"
    squad: str = must(EVERYONE)
    name: str = must(EVERYONE)
    sport: str = read_by(EVERYONE, "football")
    time_zone: str = read_by(EVERYONE, "UTC")


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


@dataclass(frozen=True, kw_only=True)
class CheckIn(Event):
    """What an athlete reported in the morning; null is a question not answered, never a zero."""

    kind: ClassVar[str] = "check_in"
    daily: ClassVar[bool] = True
    athlete: int = must(EVERYONE)
    low_back_now: float | None = read_by(STAFF_AND_SELF)
    low_back_worst: float | None = read_by(STAFF_AND_SELF)
    side: str | None = read_by(STAFF_AND_SELF)
    spread_to_leg: bool | None = read_by(STAFF_AND_SELF)
    morning_stiffness: float | None = read_by(STAFF_AND_SELF)
    flare: bool | None = read_by(STAFF_AND_SELF)
    confidence: float | None = read_by(STAFF_AND_SELF)
    fatigue: float | None = read_by(STAFF_AND_SELF)
    sleep_quality: float | None = read_by(STAFF_AND_SELF)
    soreness: float | None = read_by(STAFF_AND_SELF)
    stress: float | None = read_by(STAFF_AND_SELF)
    mood: float | None = read_by(STAFF_AND_SELF)
    sleep_h: float | None = read_by(STAFF_AND_SELF)
    note: str | None = read_by(CLINICIAN_AND_SELF)
    rated_at: dt.datetime | None = read_by(STAFF_AND_SELF)
    asked_by: str | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class Session(Event):
    """One training or match of one athlete: what was done, and how the back took it."""

    kind: ClassVar[str] = "session"
    daily: ClassVar[bool] = True
    athlete: int = must(EVERYONE)
    start: str | None = read_by(STAFF_AND_SELF)
    type: str | None = read_by(STAFF_AND_SELF)
    planned: bool | None = read_by(STAFF_AND_SELF)
    minutes: float | None = read_by(STAFF_AND_SELF)
    rpe: float | None = read_by(STAFF_AND_SELF)
    pain_before: float | None = read_by(STAFF_AND_SELF)
    pain_during: float | None = read_by(STAFF_AND_SELF)
    pain_after: float | None = read_by(STAFF_AND_SELF)
    pain_site: str | None = read_by(STAFF_AND_SELF)
    function_after: float | None = read_by(STAFF_AND_SELF)
    activities: tuple[str, ...] = read_by(STAFF_AND_SELF, ())
    surface: str | None = read_by(STAFF_AND_SELF)
    footwear: str | None = read_by(STAFF_AND_SELF)
    warm_up: float | None = read_by(STAFF_AND_SELF)
    cool_down: float | None = read_by(STAFF_AND_SELF)
    participation: str | None = read_by(STAFF_AND_SELF)
    note: str | None = read_by(CLINICIAN_AND_SELF)
    rated_at: dt.datetime | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class RestDay(Event):
    """A planned rest of one athlete: load 0. Silence is not a rest."""

    kind: ClassVar[str] = "rest_day"
    daily: ClassVar[bool] = True
    athlete: int = must(EVERYONE)


@dataclass(frozen=True, kw_only=True)
class Availability(Event):
    """A named clinician's decision, from this day on and until the next one: it never ends by itself."""

    kind: ClassVar[str] = "availability"
    athlete: int = must(EVERYONE)
    training: str = must(EVERYONE)
    match: str = must(EVERYONE)
    until_reviewed: bool = read_by(EVERYONE, False)
    restrictions: tuple[str, ...] = read_by(EVERYONE, ())
    can_do: str | None = read_by(EVERYONE)
    minutes_cap: float | None = read_by(EVERYONE)
    review_on: dt.date | None = read_by(EVERYONE)
    text_to_coach: str | None = read_by(EVERYONE)
    reason: str | None = read_by(CLINICIAN_AND_SELF)
    clinical_note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class LimitsInForce(Event):
    """The thresholds that the rules read from this moment on: version and the file's text."""

    kind: ClassVar[str] = "limits"
    about: ClassVar[str] = "version"
    version: str = must(EVERYONE)
    text: str = must(EVERYONE)


@dataclass(frozen=True, kw_only=True)
class Imported(Event):
    """A file was let in as one batch: its name, preset and counts."""

    kind: ClassVar[str] = "imported"
    about: ClassVar[str] = "squad"
    squad: str = must(STAFF)
    source: str = must(STAFF)
    preset: str = must(STAFF)
    row_count: int = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class Undone(Event):
    """A batch counts no longer."""

    kind: ClassVar[str] = "undone"
    about: ClassVar[str] = "undone_batch"
    undone_batch: int = must(STAFF)
    reason: str = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class SetAside(Event):
    """One entry counts no longer (it stays in the journal); which one stands in `replaces`."""

    kind: ClassVar[str] = "set_aside"
    about: ClassVar[str] = "whom"
    whom: str = must(EVERYONE)
    reason: str = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class Erased(Event):
    """A person's content was deleted; the chain of digests stays whole."""

    kind: ClassVar[str] = "erased"
    about: ClassVar[str] = "erased_as"
    erased_as: str = must(EVERYONE)
    reason: str = must(STAFF)
    entries: int = must(STAFF)


KINDS: dict[str, type[Event]] = {
    kind.kind: kind
    for kind in (
        SquadNamed,
        AthleteNamed,
        Joined,
        Left,
        CalendarEntry,
        CheckIn,
        Session,
        RestDay,
        Availability,
        LimitsInForce,
        Imported,
        Undone,
        SetAside,
        Erased,
    )
}
