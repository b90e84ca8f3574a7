"""What an athlete reports and does on a day; each of these carries the home squad in its table."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, EVERYONE, STAFF_AND_SELF


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
    sitting: float | None = read_by(STAFF_AND_SELF)
    commute: float | None = read_by(STAFF_AND_SELF)
    manual_work: float | None = read_by(STAFF_AND_SELF)
    breathing: bool | None = read_by(STAFF_AND_SELF)
    mobilisation: bool | None = read_by(STAFF_AND_SELF)
    activity_change: bool | None = read_by(STAFF_AND_SELF)
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
    equipment: str | None = read_by(STAFF_AND_SELF)
    warm_up: float | None = read_by(STAFF_AND_SELF)
    warm_up_cardio: float | None = read_by(STAFF_AND_SELF)
    warm_up_stretch: float | None = read_by(STAFF_AND_SELF)
    warm_up_activation: float | None = read_by(STAFF_AND_SELF)
    cool_down: float | None = read_by(STAFF_AND_SELF)
    cool_down_stretch: float | None = read_by(STAFF_AND_SELF)
    cool_down_mobility: float | None = read_by(STAFF_AND_SELF)
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
class Observation(Event):
    """One score on any further scale, or morning pain at another site while a case is open there."""

    kind: ClassVar[str] = "observation"
    daily: ClassVar[bool] = True
    athlete: int = must(STAFF_AND_SELF)
    scale: str = must(STAFF_AND_SELF)
    value: float = must(STAFF_AND_SELF)
    site: str | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class SessionExercise(Event):
    """One exercise as it was done: dose, quality, and whether pain made the athlete take another."""

    kind: ClassVar[str] = "session_exercise"
    daily: ClassVar[bool] = True
    athlete: int = must(STAFF_AND_SELF)
    exercise: str = must(STAFF_AND_SELF)
    programme: str | None = read_by(STAFF_AND_SELF)
    sets: float | None = read_by(STAFF_AND_SELF)
    reps: float | None = read_by(STAFF_AND_SELF)
    hold_s: float | None = read_by(STAFF_AND_SELF)
    load_kg: float | None = read_by(STAFF_AND_SELF)
    minutes: float | None = read_by(STAFF_AND_SELF)
    side: str | None = read_by(STAFF_AND_SELF)
    quality: str | None = read_by(STAFF_AND_SELF)
    compensations: tuple[str, ...] = read_by(STAFF_AND_SELF, ())
    paused_for_pain: float | None = read_by(STAFF_AND_SELF)
    substitute: str | None = read_by(STAFF_AND_SELF)
