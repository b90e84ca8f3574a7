"""A test that staff make: how, in which unit, held against what; and the batteries tests are made in."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from teamback.clinic.assessment.symmetry import mdc95

MEASURED, SCORED, JUDGED = "measured", "scored", "judged"
PERCENT, DIFFERENCE = "percent", "difference"
NOT_READ = "not read"
"""Status of a reference that is commonly quoted, whose source nobody here has read."""
REFERENCE_STATUS = {
    "published": "published",
    "practice": "practice",
    "house rule": "house rule",
    NOT_READ: "as commonly quoted, source not read",
}


@dataclass(frozen=True)
class Reference:
    """What others reach: a value with or without its sd, or a range; for one sex or one side only, or all."""

    group: str
    source: str
    status: str
    value: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    sex: str | None = None
    side: str | None = None

    def speaks_to(self, sex: str | None, side: str | None) -> bool:
        """Whether it is about this side and sex; one that names a sex speaks to no one of unknown sex."""
        return self.sex in (None, sex) and (self.side is None or side in (None, self.side))

    @property
    def band(self) -> tuple[float, float] | None:
        """From where to where it reaches: its range, or mean plus or minus one sd; None for a bare value."""
        if self.status == NOT_READ:
            return None
        if self.low is not None and self.high is not None:
            return self.low, self.high
        if self.value is None or self.sd is None:
            return None
        return self.value - self.sd, self.value + self.sd


@dataclass(frozen=True)
class Error:
    """How far a test errs in a group: standard error of measurement, and the change it can detect (MDC95)."""

    group: str
    sem: float
    source: str
    status: str
    mdc95: float | None = None

    @property
    def detects(self) -> float:
        """The smallest change beyond the error: as published, else 1.96 · √2 · SEM."""
        return self.mdc95 if self.mdc95 is not None else mdc95(self.sem)


@dataclass(frozen=True)
class FieldTest:
    """One test. `low` and `high` bound what may be entered, `best` says which end is good ("high", "low").

    `sum_of` names the tests whose sum it is: such a test is computed and never entered. `goal` is what is
    aimed at; where `pain_counts`, the pain meanwhile is what is judged. `due_every_days` 0 is never due.
    """

    key: str
    title: str
    unit: str
    kind: str
    best: str
    low: float
    high: float
    sides: bool
    protocol: str
    batteries: tuple[str, ...]
    due_every_days: int
    source: str
    status: str
    checked_by: str
    next_review: dt.date
    symmetry: str | None = None
    hold: bool = False
    whole: bool = False
    compensated: bool = True
    pain_counts: bool = False
    of_own_best: bool = False
    goal: float | None = None
    regions: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    errors: tuple[Error, ...] = ()

    @property
    def places(self) -> tuple[str | None, ...]:
        """The sides it is made on: left and right, or no side."""
        return ("left", "right") if self.sides else (None,)

    @property
    def asks_compensations(self) -> bool:
        """Whether the checklist of compensations belongs to it."""
        return self.kind in (SCORED, JUDGED) and self.compensated

    @property
    def widest_error(self) -> Error | None:
        """The error of the group in which the test errs most: a change beyond it is real in every group."""
        return max(self.errors, key=lambda error: error.detects, default=None)

    def in_words(self, value: float) -> str:
        """A value as the screen shows it, without the unit."""
        if self.kind == JUDGED:
            return "Pass" if value else "Not yet"
        return f"{round(value, 2):g}"


@dataclass(frozen=True)
class Ratio:
    """Two tests held against each other; advisory: `below` a value, or `within` so much of 1."""

    key: str
    title: str
    top: str
    bottom: str
    source: str
    status: str
    top_side: str | None = None
    bottom_side: str | None = None
    below: float | None = None
    within: float | None = None

    @property
    def expected(self) -> str:
        """What it is held against, in words."""
        return f"below {self.below:g}" if self.below is not None else f"1 ± {self.within:g}"

    def holds(self, ratio: float) -> bool:
        """Whether a ratio is as expected."""
        if self.below is not None:
            return round(ratio, 9) < self.below
        return self.within is not None and round(abs(ratio - 1), 9) <= self.within


@dataclass(frozen=True)
class Battery:
    """All tests of one version, the sets they are made in, and the sets that make a baseline."""

    version: str
    tests: Mapping[str, FieldTest]
    sets: Mapping[str, str]
    baseline: tuple[str, ...]
    ratios: tuple[Ratio, ...] = field(default=())

    def __getitem__(self, test: str) -> FieldTest:
        return self.tests[test]

    def __iter__(self) -> Iterator[FieldTest]:
        return iter(self.tests.values())

    def of(self, battery: str) -> tuple[FieldTest, ...]:
        """The tests of a set, in the order of the file."""
        return tuple(test for test in self if battery in test.batteries)
