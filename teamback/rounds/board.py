"""The morning board of a squad: the whole roster, worst first, each colour with its reasons."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from teamback.clinic.response import Response
from teamback.record.events import CalendarEntry, SquadNamed
from teamback.record.flag import WORST_FIRST, Flag
from teamback.record.kept import RosterAthlete
from teamback.record.words import TRAINING
from teamback.rounds.about import Decision

APART = ("rehab", "out")
"""Availability of those who stand in a section of their own below today's decisions."""


@dataclass(frozen=True)
class Figures:
    """What is shown beside a flag; None is not known. Pain NRS 0 to 10, wellness 5 to 25, load in AU.

    The 7-day load and the figures it is held against end with the day before the morning looked at.
    """

    pain_now: float | None
    pain_line: tuple[float | None, ...]
    wellness: float | None
    wellness_usual: float | None
    wellness_z: float | None
    week_load: float | None
    week_known_days: int
    load_change: float | None
    usual_load: float | None
    usual_load_sd: float | None
    answered: int
    expected: int


@dataclass(frozen=True)
class BoardRow:
    """One athlete on one morning: the decision and the data side by side, never merged.

    `stage` is that of the open case that limits most, by number and name.
    """

    athlete: RosterAthlete
    reported: bool
    flag: Flag
    decision: Decision | None
    figures: Figures
    response: Response | None
    review_overdue: bool
    stage: str = ""

    @property
    def training(self) -> str:
        """The decision for training; never decided stays "not decided"."""
        return self.decision.event.training if self.decision else "not_decided"

    @property
    def match(self) -> str:
        """The decision for the match."""
        return self.decision.event.match if self.decision else "not_decided"

    @property
    def red_flag_open(self) -> bool:
        """Whether a red flag is open: nothing but Out may be decided."""
        return any(reason.rule == "C1" for reason in self.flag.reasons)

    @property
    def apart(self) -> bool:
        """Whether the athlete is out or in rehab: no decision is due about today's training."""
        return self.training in APART


@dataclass(frozen=True)
class SquadDay:
    """A squad's board on a day, as known at an entry of the journal (None: everything known now)."""

    squad: SquadNamed
    day: dt.date
    known_at: int | None
    limits: str
    match_day: str | None
    calendar: tuple[CalendarEntry, ...]
    rows: tuple[BoardRow, ...]

    @property
    def today(self) -> tuple[BoardRow, ...]:
        """Those about whose training somebody decides today, worst first."""
        return tuple(row for row in self.rows if not row.apart)

    @property
    def apart(self) -> tuple[BoardRow, ...]:
        """Those out or in rehab."""
        return tuple(row for row in self.rows if row.apart)

    @property
    def overdue(self) -> tuple[BoardRow, ...]:
        """Those whose review date has passed: first in the list of decisions."""
        return tuple(row for row in self.rows if row.review_overdue)

    @cached_property
    def training_counts(self) -> dict[str, int]:
        """How many of the roster stand where, in the order of the words."""
        counted = Counter(row.training for row in self.rows)
        return {word: counted[word] for word in TRAINING}

    @cached_property
    def flag_counts(self) -> dict[str, int]:
        """How many of the roster have each colour, worst first."""
        counted = Counter(row.flag.level for row in self.rows)
        return {level: counted[level] for level in WORST_FIRST}

    @property
    def reported(self) -> int:
        """How many checked in that day."""
        return sum(row.reported for row in self.rows)


def worst_first(row: BoardRow) -> tuple[int, int, int, str, int]:
    """The order of a board: colour, then how many rules of that colour spoke, then overdue, then name."""
    spoke = sum(reason.level == row.flag.level for reason in row.flag.reasons)
    level, name = WORST_FIRST.index(row.flag.level), row.athlete.known_as.casefold()
    return (level, -spoke, -row.review_overdue, name, row.athlete.athlete)
