"""What the club owes the people on record: who stands for a minor, consents, and requests to be removed."""

from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY


@dataclass(frozen=True, kw_only=True)
class Guardian(Event):
    """Somebody who stands for an athlete under age, and how to reach them; there may be several."""

    kind: ClassVar[str] = "guardian"
    athlete: int = must(CLINICIAN_AND_SELF)
    name: str = must(CLINICIAN_AND_SELF)
    relation: str = must(CLINICIAN_AND_SELF)
    phone: str | None = read_by(CLINICIAN_AND_SELF)
    mail: str | None = read_by(CLINICIAN_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class Consent(Event):
    """A guardian consented to something from this day on, or withdrew it; the latest word counts.

    `what` is one of own_data_words.CONSENTS, `given_by` the guardian's name.
    """

    kind: ClassVar[str] = "consent"
    athlete: int = must(CLINICIAN_AND_SELF)
    what: str = must(CLINICIAN_AND_SELF)
    given: bool = must(CLINICIAN_AND_SELF)
    given_by: str = must(CLINICIAN_AND_SELF)
    note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class RemovalRequested(Event):
    """A lead clinician asks that a person be erased or made anonymous; somebody else has to carry it out.

    `how` is one of own_data_words.REMOVALS. It goes with the person: what stays is the `erased` entry.
    """

    kind: ClassVar[str] = "removal_requested"
    athlete: int = must(CLINICIAN_ONLY)
    how: str = must(CLINICIAN_ONLY)
    reason: str = must(CLINICIAN_ONLY)
