"""What a named clinician decides about taking part, and that the coach has seen it."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, CLINICIAN_ONLY, EVERYONE


@dataclass(frozen=True, kw_only=True)
class Availability(Event):
    """A named clinician's decision, from this day on and until the next one: it never ends by itself.

    `talk_first` asks the coach to talk to the medical staff before practice.
    """

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
    talk_first: bool | None = read_by(EVERYONE)
    reason: str | None = read_by(CLINICIAN_AND_SELF)
    clinical_note: str | None = read_by(CLINICIAN_ONLY)


@dataclass(frozen=True, kw_only=True)
class SheetAcknowledged(Event):
    """A coach has read the training sheet of a day; `as_of` is the newest entry that it was drawn from."""

    kind: ClassVar[str] = "sheet_acknowledged"
    about: ClassVar[str] = "squad"
    squad: str = must(EVERYONE)
    as_of: int = must(EVERYONE)
