"""The kinds of events, one dataclass each; every field declares who may read it."""

from teamback.record.event import Event
from teamback.record.events.care import (
    AtHand,
    Medication,
    Note,
    Programme,
    Referral,
    TaskAct,
    Treatment,
)
from teamback.record.events.cases import (
    CaseClosed,
    CaseOpened,
    CaseUpdated,
    CriterionWaived,
    RiskAssessed,
    SignedOff,
    StageChange,
)
from teamback.record.events.daily import CheckIn, Observation, RestDay, Session, SessionExercise
from teamback.record.events.decisions import Availability
from teamback.record.events.findings import (
    Assessment,
    InstrumentTotal,
    RedFlagScreen,
    StageReview,
    TestResult,
)
from teamback.record.events.journal import Erased, Imported, LimitsInForce, SetAside, Undone
from teamback.record.events.people import AthleteNamed, CalendarEntry, Joined, Left, SquadNamed

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
        Observation,
        SessionExercise,
        Availability,
        TestResult,
        InstrumentTotal,
        RedFlagScreen,
        CaseOpened,
        CaseUpdated,
        CaseClosed,
        StageChange,
        CriterionWaived,
        Assessment,
        StageReview,
        SignedOff,
        RiskAssessed,
        Note,
        Treatment,
        Medication,
        Programme,
        AtHand,
        Referral,
        TaskAct,
        LimitsInForce,
        Imported,
        Undone,
        SetAside,
        Erased,
    )
}

__all__ = [
    "KINDS",
    "Assessment",
    "AtHand",
    "AthleteNamed",
    "Availability",
    "CalendarEntry",
    "CaseClosed",
    "CaseOpened",
    "CaseUpdated",
    "CheckIn",
    "CriterionWaived",
    "Erased",
    "Imported",
    "InstrumentTotal",
    "Joined",
    "Left",
    "LimitsInForce",
    "Medication",
    "Note",
    "Observation",
    "Programme",
    "RedFlagScreen",
    "Referral",
    "RestDay",
    "RiskAssessed",
    "Session",
    "SessionExercise",
    "SetAside",
    "SignedOff",
    "SquadNamed",
    "StageChange",
    "StageReview",
    "TaskAct",
    "TestResult",
    "Treatment",
    "Undone",
]
