"""What a named clinician decides about taking part."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY, EVERYONE


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
