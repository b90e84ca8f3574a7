"""What was told to whom: alerts to the staff, answers and education to the athlete."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_ONLY, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class AlertSent(Event):
    """An alert about an open task left by mail or webhook, without clinical text, or could not leave.

    `rule` and `cause` name the task as TaskAct does; `failure` says in a sentence why it did not leave.
    """

    kind: ClassVar[str] = "alert_sent"
    athlete: int = must(CLINICIAN_ONLY)
    rule: str = must(CLINICIAN_ONLY)
    cause: int = must(CLINICIAN_ONLY)
    channel: str = must(CLINICIAN_ONLY)
    sent_at: dt.datetime = must(CLINICIAN_ONLY)
    attempt: int = must(CLINICIAN_ONLY)
    failure: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class Answer(Event):
    """A line to the athlete: what changed because of the report of a day."""

    kind: ClassVar[str] = "answer"
    athlete: int = must(STAFF_AND_SELF)
    report_of: dt.date = must(STAFF_AND_SELF)
    said: str = must(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class EducationRead(Event):
    """An athlete has read an education card; `card` is its file name under data/education."""

    kind: ClassVar[str] = "education_read"
    athlete: int = must(STAFF_AND_SELF)
    card: str = must(STAFF_AND_SELF)
