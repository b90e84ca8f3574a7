"""What keeps an athlete well over a season: its phases, changes made, reviews that come round again."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY, STAFF, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class SeasonPhase(Event):
    """A part of a squad's season with its planned weekly load band (AU an athlete); the day is its first."""

    kind: ClassVar[str] = "season_phase"
    about: ClassVar[str] = "squad"
    squad: str = must(STAFF)
    phase: str = must(STAFF)
    last_day: dt.date = must(STAFF)
    name: str | None = read_by(STAFF)
    load_from: float | None = read_by(STAFF, scale="planned_week_load")
    load_to: float | None = read_by(STAFF, scale="planned_week_load")


@dataclass(frozen=True, kw_only=True)
class Intervention(Event):
    """A change that was made for an athlete (posture, footwear ...), temporary where `until` says so."""

    kind: ClassVar[str] = "intervention"
    athlete: int = must(STAFF_AND_SELF)
    what: str = must(STAFF_AND_SELF)
    change: str = must(STAFF_AND_SELF)
    until: dt.date | None = read_by(STAFF_AND_SELF)
    reason: str | None = read_by(CLINICIAN_AND_SELF)
    case_id: int | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class InterventionEnded(Event):
    """A change was taken back or kept for good; `intervention` is the number of the entry that began it."""

    kind: ClassVar[str] = "intervention_ended"
    athlete: int = must(STAFF_AND_SELF)
    intervention: int = must(STAFF_AND_SELF)
    kept_for_good: bool = read_by(STAFF_AND_SELF, False)
    outcome: str | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class SelfManagement(Event):
    """What an athlete can do alone: breathing, mobilisation, changes of daily activity; the latest counts.

    `avoid` are the movements to go easy on for now (pain_words.ACTIVITY_CHANGES).
    """

    kind: ClassVar[str] = "self_management"
    athlete: int = must(STAFF_AND_SELF)
    breathing: str | None = read_by(STAFF_AND_SELF)
    mobilisation: str | None = read_by(STAFF_AND_SELF)
    activity_change: str | None = read_by(STAFF_AND_SELF)
    avoid: tuple[str, ...] = read_by(STAFF_AND_SELF, ())


@dataclass(frozen=True, kw_only=True)
class ClinicianCheckIn(Event):
    """A clinician looked at a well athlete: mechanics, flexibility, endurance (the words of QUALITY)."""

    kind: ClassVar[str] = "clinician_check_in"
    athlete: int = must(CLINICIAN_AND_SELF)
    mechanics: str | None = read_by(CLINICIAN_AND_SELF)
    flexibility: str | None = read_by(CLINICIAN_AND_SELF)
    endurance: str | None = read_by(CLINICIAN_AND_SELF)
    next_on: dt.date | None = read_by(CLINICIAN_AND_SELF)
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class TechniqueReview(Event):
    """How an athlete moves in one technique (the words of QUALITY), what to work on, and the next review."""

    kind: ClassVar[str] = "technique_review"
    athlete: int = must(STAFF_AND_SELF)
    technique: str = must(STAFF_AND_SELF)
    quality: str | None = read_by(STAFF_AND_SELF)
    compensations: tuple[str, ...] = read_by(STAFF_AND_SELF, ())
    cues: str | None = read_by(STAFF_AND_SELF)
    next_on: dt.date | None = read_by(STAFF_AND_SELF)
