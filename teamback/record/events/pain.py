"""What an athlete writes into the pain journal and the diary of progress; daily facts, as a check-in is."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import CLINICIAN_AND_SELF, STAFF_AND_SELF


@dataclass(frozen=True, kw_only=True)
class PainEntry(Event):
    """One entry of the pain journal; there may be several a day, with or without a check-in.

    `site` is a word of SITES, `area` the place on the body map (pain_words.AREAS), `started` and `ended` are
    moments. `with_check_in` marks what was asked inside the check-in of the day.
    """

    kind: ClassVar[str] = "pain_entry"
    daily: ClassVar[bool] = True
    athlete: int = must(STAFF_AND_SELF)
    site: str = must(STAFF_AND_SELF)
    pain: float | None = read_by(STAFF_AND_SELF, scale="pain")
    side: str | None = read_by(STAFF_AND_SELF)
    area: str | None = read_by(STAFF_AND_SELF)
    started: dt.datetime | None = read_by(STAFF_AND_SELF)
    ended: dt.datetime | None = read_by(STAFF_AND_SELF)
    spread_to_leg: bool | None = read_by(STAFF_AND_SELF)
    preceding_activity: str | None = read_by(STAFF_AND_SELF)
    position_trigger: str | None = read_by(STAFF_AND_SELF)
    easing_factor: str | None = read_by(STAFF_AND_SELF)
    note: str | None = read_by(CLINICIAN_AND_SELF)
    with_check_in: bool = read_by(STAFF_AND_SELF, False)
    asked_by: str | None = read_by(STAFF_AND_SELF)


@dataclass(frozen=True, kw_only=True)
class ManoeuvreScore(Event):
    """How sure an athlete is of one challenging manoeuvre, and how well it goes against before (0 to 10)."""

    kind: ClassVar[str] = "manoeuvre_score"
    daily: ClassVar[bool] = True
    athlete: int = must(STAFF_AND_SELF)
    manoeuvre: str = must(STAFF_AND_SELF)
    confidence: float | None = read_by(STAFF_AND_SELF, scale="manoeuvre_confidence")
    performance: float | None = read_by(STAFF_AND_SELF, scale="manoeuvre_performance")
    asked_by: str | None = read_by(STAFF_AND_SELF)
