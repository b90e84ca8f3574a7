"""One input row on its way in: where it stands, what it says, and what became of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from teamback.intake.preset import Source

NEW, UPDATED, UNCHANGED, LEFT_OUT, INVALID = "new", "updated", "unchanged", "left out", "invalid"
OUTCOMES = (NEW, UPDATED, UNCHANGED, LEFT_OUT, INVALID)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: a file, its line (None in JSON) and, within it, a column or an entry."""

    file: str
    line: int | None
    within: str = ""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line is not None else ""
        return f"{self.file}{line}{', ' if self.within else ''}{self.within}"


@dataclass(slots=True, eq=False)
class Row:
    """One input row (in a wide file, one filled cell). `outcome` stays empty until it is known."""

    place: Place
    source: Source
    written_athlete: str
    written_day: str
    cells: Mapping[str, str]
    original: Mapping[str, str] | Sequence[str]
    day: dt.date | None = None
    athlete: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    outcome: str = ""
    reason: str = ""

    def refuse(self, reason: str) -> None:
        """The row is invalid, for a reason in one sentence that says what to do."""
        self.settle(INVALID, reason)

    def settle(self, outcome: str, reason: str = "") -> None:
        """What became of the row."""
        self.outcome, self.reason = outcome, reason

    @property
    def dated(self) -> dt.date:
        """The day of a row that was understood."""
        assert self.day is not None
        return self.day
