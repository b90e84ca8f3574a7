"""The account of an import that has not happened yet: every row, and what would become of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from teamback.intake.rows import NEW, UPDATED, Row
from teamback.intake.squad import Target
from teamback.store.appending import Entry

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""


@dataclass(frozen=True)
class LeftOutRows:
    """Rows of one file that are left out for one reason."""

    file: str
    reason: str
    rows: int


@dataclass(frozen=True)
class Preview:
    """What would happen if a file or folder came in.

    `counts` gives, for each file, how many of its rows have each outcome (rows.OUTCOMES); they add up to its
    input rows. `entries` are what `commit` keeps, `seen` the head of the journal that they rest on.
    """

    source: str
    preset: str
    target: Target
    counts: dict[str, Counter[str]]
    left_out: tuple[LeftOutRows, ...]
    invalid: tuple[Row, ...]
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    seen: int
    inputs: tuple[Path, ...] = field(repr=False)

    @property
    def total(self) -> Counter[str]:
        """The counts of all files together."""
        return sum(self.counts.values(), Counter())

    @property
    def coming_in(self) -> int:
        """How many rows come in: the new and the updated ones."""
        return self.total[NEW] + self.total[UPDATED]
