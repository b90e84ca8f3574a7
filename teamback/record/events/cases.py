"""A case and its way back: opened, moved from stage to stage, closed, each by a named clinician."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Event):
    """An injury, illness, complaint or other absence of one athlete; `region` is its letter in OSIICS."""

    kind: ClassVar[str] = "case_opened"
    about: ClassVar[str] = "case_id"
    case_id: int = must(STAFF_AND_SELF)
    athlete: int = must(STAFF_AND_SELF)
    nature: str = must(STAFF_AND_SELF)
    region: str = must(STAFF_AND_SELF)
    onset: dt.date = must(STAFF_AND_SELF)
    pathway: str = read_by(CLINICIAN_AND_SELF, "")
    side: str | None = read_by(STAFF_AND_SELF)
    mode_of_onset: str | None = read_by(CLINICIAN_AND_SELF)
    mechanism: str | None = read_by(CLINICIAN_AND_SELF)
    contact: bool | None = read_by(CLINICIAN_AND_SELF)
    relation: str | None = read_by(CLINICIAN_AND_SELF)
    diagnosis_code: str | None = read_by(CLINICIAN_ONLY)
    diagnosis: str | None = read_by(CLINICIAN_ONLY)
    diagnosed_on: dt.date | None = read_by(CLINICIAN_ONLY)
    reference_load: float | None = read_by(STAFF_AND_SELF)
    days_set: float | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class CaseUpdated(Event):
    """What is known better by now about a case; what is left empty stays as it was.

    Another pathway is another case: its stages would not be those that were decided here.
    """

    kind: ClassVar[str] = "case_updated"
    about: ClassVar[str] = "case_id"
    case_id: int = must(STAFF_AND_SELF)
    athlete: int = must(STAFF_AND_SELF)
    side: str | None = read_by(STAFF_AND_SELF)
    mode_of_onset: str | None = read_by(CLINICIAN_AND_SELF)
    mechanism: str | None = read_by(CLINICIAN_AND_SELF)
    contact: bool | None = read_by(CLINICIAN_AND_SELF)
    relation: str | None = read_by(CLINICIAN_AND_SELF)
    diagnosis_code: str | None = read_by(CLINICIAN_ONLY)
    diagnosis: str | None = read_by(CLINICIAN_ONLY)
    diagnosed_on: dt.date | None = read_by(CLINICIAN_ONLY)
    reference_load: float | None = read_by(STAFF_AND_SELF)
    days_set: float | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class CaseClosed(Event):
    """The case is over: a clinician says how it ended."""

    kind: ClassVar[str] = "case_closed"
    about: ClassVar[str] = "case_id"
    case_id: int = must(STAFF_AND_SELF)
    athlete: int = must(STAFF_AND_SELF)
    outcome: str | None = read_by(CLINICIAN_AND_SELF)
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class StageChange(Event):
    """A decision about the stage of a case, with every criterion's verdict and value at that moment.

    `criteria` are the verdicts as record.verdict writes them, `unmet` the ids of those that an override
    passed over. `counted_anew` starts the days and sessions in the stage again.
    """

    kind: ClassVar[str] = "stage_change"
    about: ClassVar[str] = "case_id"
    case_id: int = must(STAFF_AND_SELF)
    athlete: int = must(STAFF_AND_SELF)
    decision: str = must(STAFF_AND_SELF)
    to_stage: int = must(STAFF_AND_SELF)
    stage_name: str = must(STAFF_AND_SELF)
    from_stage: int | None = read_by(STAFF_AND_SELF)
    load_ceiling: float | None = read_by(STAFF_AND_SELF)
    counted_anew: bool = read_by(STAFF_AND_SELF, False)
    override: bool = read_by(STAFF_AND_SELF, False)
    reason: str | None = read_by(CLINICIAN_ONLY)
    criteria: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())
    unmet: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())


@dataclass(frozen=True, kw_only=True)
class CriterionWaived(Event):
    """A named clinician waives one criterion of a case, with a reason that is shown for ever."""

    kind: ClassVar[str] = "criterion_waived"
    about: ClassVar[str] = "case_id"
    case_id: int = must(CLINICIAN_ONLY)
    athlete: int = must(CLINICIAN_ONLY)
    criterion: str = must(CLINICIAN_ONLY)
    reason: str = must(CLINICIAN_ONLY)
    item: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class SignedOff(Event):
    """Somebody whose word a case needs has given it: a consultant on healing, for one."""

    kind: ClassVar[str] = "signed_off"
    about: ClassVar[str] = "case_id"
    case_id: int = must(CLINICIAN_ONLY)
    athlete: int = must(CLINICIAN_ONLY)
    what: str = must(CLINICIAN_ONLY)
    given_by: str = must(CLINICIAN_ONLY)
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class RiskAssessed(Event):
    """The three steps of StARRT; the decision takes the most limiting one (Shrier 2015)."""

    kind: ClassVar[str] = "risk_assessed"
    about: ClassVar[str] = "case_id"
    case_id: int = must(CLINICIAN_ONLY)
    athlete: int = must(CLINICIAN_ONLY)
    tissue_health: str = must(CLINICIAN_ONLY)
    tissue_stress: str = must(CLINICIAN_ONLY)
    risk_tolerance: str = must(CLINICIAN_ONLY)
    note: str | None = read_by(CLINICIAN_ONLY)
    decided_with: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())
    match_minutes: float | None = read_by(CLINICIAN_ONLY)
