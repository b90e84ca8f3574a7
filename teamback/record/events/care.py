"""What was done and planned for an athlete: notes, treatment, programmes, referrals, tasks."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_ONLY, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class Note(Event):
    """A dated note: what the athlete says, what was found, what is made of it, what comes next."""

    kind: ClassVar[str] = "note"
    athlete: int = must(CLINICIAN_ONLY)
    case_id: int | None = read_by(CLINICIAN_ONLY)
    subjective: str | None = read_by(CLINICIAN_ONLY)
    objective: str | None = read_by(CLINICIAN_ONLY)
    assessment: str | None = read_by(CLINICIAN_ONLY)
    plan: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class Treatment(Event):
    """Treatment that was given."""

    kind: ClassVar[str] = "treatment"
    athlete: int = must(CLINICIAN_ONLY)
    given: str = must(CLINICIAN_ONLY)
    case_id: int | None = read_by(CLINICIAN_ONLY)
    minutes: float | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class Medication(Event):
    """Medication in words; a doctor alone writes it."""

    kind: ClassVar[str] = "medication"
    athlete: int = must(CLINICIAN_ONLY)
    given: str = must(CLINICIAN_ONLY)
    case_id: int | None = read_by(CLINICIAN_ONLY)
    until: dt.date | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class Programme(Event):
    """What an athlete is to do: the weekly plan, the home programme or the maintenance plan.

    Each one takes the place of the one before it of the same `purpose`. `lines` are the exercises with their
    dose, as record.programme writes them.
    """

    kind: ClassVar[str] = "programme"
    athlete: int = must(STAFF_AND_SELF)
    purpose: str = must(STAFF_AND_SELF)
    lines: tuple[str, ...] = read_by(STAFF_AND_SELF, ())
    case_id: int | None = read_by(STAFF_AND_SELF)
    next_check_in: dt.date | None = read_by(STAFF_AND_SELF)
    note: str | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class AtHand(Event):
    """The equipment that an athlete has at home; no list means bodyweight alone."""

    kind: ClassVar[str] = "at_hand"
    athlete: int = must(STAFF_AND_SELF)
    equipment: tuple[str, ...] = read_by(STAFF_AND_SELF, ())


@dataclass(frozen=True, kw_only=True)
class Referral(Event):
    """An athlete is sent to somebody else; it stays an open task until there is an outcome."""

    kind: ClassVar[str] = "referral"
    athlete: int = must(CLINICIAN_ONLY)
    to_role: str = must(CLINICIAN_ONLY)
    reason: str = must(CLINICIAN_ONLY)
    due: dt.date = must(CLINICIAN_ONLY)
    case_id: int | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class TaskAct(Event):
    """What a person did about an open task: acknowledged, acted on or closed it, with an outcome.

    Tasks themselves are derived from the record, never stored: `rule` and `cause` (the number of the entry
    that opened it) say which one is meant.
    """

    kind: ClassVar[str] = "task_act"
    athlete: int = must(CLINICIAN_ONLY)
    rule: str = must(CLINICIAN_ONLY)
    cause: int = must(CLINICIAN_ONLY)
    act: str = must(CLINICIAN_ONLY)
    outcome: str | None = read_by(CLINICIAN_ONLY)
    note: str | None = read_by(CLINICIAN_ONLY)
