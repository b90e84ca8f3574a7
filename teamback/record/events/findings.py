"""What was found when an athlete was looked at: tests, questionnaires, red flags, the clinical picture."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class TestResult(Event):
    """One test of one side on one day; a judged test has the value 1 (pass) or 0 (not yet)."""

    __test__: ClassVar[bool] = False
    kind: ClassVar[str] = "test_result"
    daily: ClassVar[bool] = True
    athlete: int = must(STAFF_AND_SELF)
    test: str = must(STAFF_AND_SELF)
    value: float = must(STAFF_AND_SELF)
    unit: str = must(STAFF_AND_SELF)
    side: str | None = read_by(STAFF_AND_SELF)
    pain_during: float | None = read_by(STAFF_AND_SELF)
    compensations: tuple[str, ...] = read_by(STAFF_AND_SELF, ())
    baseline: bool = read_by(STAFF_AND_SELF, False)
    battery: str | None = read_by(STAFF_AND_SELF)
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class InstrumentTotal(Event):
    """The total of a questionnaire; the four answers of the OSTRC where it is that one."""

    kind: ClassVar[str] = "instrument_total"
    daily: ClassVar[bool] = True
    athlete: int = must(CLINICIAN_AND_SELF)
    instrument: str = must(CLINICIAN_AND_SELF)
    total: float | None = read_by(CLINICIAN_AND_SELF, scale="instrument_total")
    distress: float | None = read_by(CLINICIAN_AND_SELF, scale="start_back_distress")
    sections_answered: int | None = read_by(CLINICIAN_AND_SELF)
    q1: float | None = read_by(CLINICIAN_AND_SELF, scale="ostrc_answer")
    q2: float | None = read_by(CLINICIAN_AND_SELF, scale="ostrc_answer")
    q3: float | None = read_by(CLINICIAN_AND_SELF, scale="ostrc_answer")
    q4: float | None = read_by(CLINICIAN_AND_SELF, scale="ostrc_answer")
    asked_by: str | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class RedFlagScreen(Event):
    """Which red-flag items were answered yes, no or unknown; `raised` are the rules that a yes speaks to.

    `confirmed` says that the person answering tapped a second time; without it nothing follows by itself.
    `background` marks the questions about the past that staff ask once.
    """

    kind: ClassVar[str] = "red_flag_screen"
    daily: ClassVar[bool] = True
    athlete: int = must(CLINICIAN_AND_SELF)
    yes: tuple[str, ...] = read_by(CLINICIAN_AND_SELF, ())
    no: tuple[str, ...] = read_by(CLINICIAN_AND_SELF, ())
    unknown: tuple[str, ...] = read_by(CLINICIAN_AND_SELF, ())
    raised: tuple[str, ...] = read_by(CLINICIAN_AND_SELF, ())
    confirmed: bool = read_by(CLINICIAN_AND_SELF, False)
    background: bool = read_by(CLINICIAN_AND_SELF, False)
    asked_by: str | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class InflammatoryScreen(Event):
    """The questions on inflammatory back pain (NICE NG65); `onset` is when the back pain began."""

    kind: ClassVar[str] = "inflammatory_screen"
    athlete: int = must(CLINICIAN_ONLY)
    onset: dt.date = must(CLINICIAN_ONLY)
    yes: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())
    no: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())
    unknown: tuple[str, ...] = read_by(CLINICIAN_ONLY, ())
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class Assessment(Event):
    """The clinical picture on a day: symptoms, how irritable, and what is thought to be behind it."""

    kind: ClassVar[str] = "assessment"
    athlete: int = must(CLINICIAN_ONLY)
    case_id: int | None = read_by(CLINICIAN_ONLY)
    symptoms: str | None = read_by(CLINICIAN_ONLY)
    irritability: str | None = read_by(CLINICIAN_ONLY)
    hypothesis: str | None = read_by(CLINICIAN_ONLY)
    hypothesis_confidence: str | None = read_by(CLINICIAN_ONLY)
    hypothesis_note: str | None = read_by(CLINICIAN_ONLY)
    findings: str | None = read_by(CLINICIAN_ONLY)
    imaging: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class StageReview(Event):
    """How spine position, core engagement and hip control look at a stage (the words of QUALITY)."""

    kind: ClassVar[str] = "stage_review"
    about: ClassVar[str] = "case_id"
    case_id: int = must(CLINICIAN_AND_SELF)
    athlete: int = must(CLINICIAN_AND_SELF)
    stage: int = must(CLINICIAN_AND_SELF)
    spine_position: str | None = read_by(CLINICIAN_AND_SELF)
    core_engagement: str | None = read_by(CLINICIAN_AND_SELF)
    hip_control: str | None = read_by(CLINICIAN_AND_SELF)
    note: str | None = read_by(CLINICIAN_ONLY)
