"""A squad's weeks by the OSTRC: how many have a health problem, new ones, and each problem as a case.

Clarsen 2013 and 2020 (doi 10.1136/bjsports-2019-101337): who did not answer in a week is on neither side.
"""

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from teamback.clinic.assessment import ostrc
from teamback.clinic.surveillance.intervals import Interval, t_quantile, wilson

Answers = Mapping[int, bool | None]
"""By athlete: whether there was a problem; None where the answer does not say."""


@dataclass(frozen=True)
class Share:
    """How many of how many, with the Wilson interval of 95 %; nothing is said of nobody."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Its interval."""
        return wilson(self.count, self.of)


def prevalence(week: Answers) -> Share:
    """Athletes with a problem out of those whose answer says so or says not."""
    known = [said for said in week.values() if said is not None]
    return Share(sum(known), len(known))


def incidence(week: Answers, before: Answers | None) -> Share | None:
    """Athletes with a new problem out of those who answered: new is one after a week without.

    The first week is not known (None), unless nobody has a problem.
    """
    found = prevalence(week)
    if before is None:
        return None if found.count else found
    new = sum(bool(said) and before.get(athlete) is False for athlete, said in week.items())
    return Share(new, found.of)


def mean_share(shares: Sequence[Share | None]) -> tuple[float, Interval | None] | None:
    """The mean over the weeks that are known, with its t limits; None of no week.

    As published: n is the number of all weeks, also of the first one whose incidence is not known, and the
    limits can lie outside 0 to 1: `within(0, 1)` before they are shown.
    """
    values = [share.value for share in shares if share and share.value is not None]
    if len(values) < 2:
        return (values[0], None) if values else None
    n = len(shares)
    mean, reach = fmean(values), t_quantile(n - 1) * stdev(values) / math.sqrt(n)
    return mean, Interval(mean - reach, mean + reach)


@dataclass(frozen=True)
class Weekly:
    """One athlete's answers to the four questions in one week; `version` is the instrument."""

    day: dt.date
    q1: float | None = None
    q2: float | None = None
    q3: float | None = None
    q4: float | None = None
    version: str = "ostrc"
    seq: int = 0

    @property
    def problem(self) -> bool | None:
        """Whether there was a health problem."""
        return ostrc.health_problem(self.q1)

    @property
    def substantial(self) -> bool | None:
        """Whether it was substantial; where there was no problem, it was not."""
        found = ostrc.substantial(self.q1, self.q2, self.q3, self.version)
        return False if self.problem is False else found

    @property
    def out(self) -> bool:
        """Whether the athlete could not take part at all."""
        return self.q1 == ostrc.COULD_NOT_TAKE_PART

    @property
    def severity(self) -> float | None:
        """The sum of the four answers."""
        return ostrc.severity(self.q1, self.q2, self.q3, self.q4)


@dataclass(frozen=True)
class ProblemCase:
    """A health problem over the weeks that it was reported in, one after the other."""

    weeks: tuple[Weekly, ...]

    @property
    def first(self) -> dt.date:
        """The day of the first report."""
        return self.weeks[0].day

    @property
    def last(self) -> dt.date:
        """The day of the last report."""
        return self.weeks[-1].day

    @property
    def duration(self) -> int:
        """In how many weeks it was reported."""
        return len(self.weeks)

    @property
    def time_loss(self) -> int:
        """In how many of them the athlete could not take part."""
        return sum(week.out for week in self.weeks)

    @property
    def substantial(self) -> bool:
        """Whether it was substantial in any of them."""
        return any(week.substantial for week in self.weeks)


def cases(answers: Sequence[Weekly]) -> Iterator[ProblemCase]:
    """The health problems of one athlete, oldest first: each ends with a week without one.

    A week without an answer, or whose answer does not say, neither counts nor ends it.
    """
    weeks: list[Weekly] = []
    for answer in sorted(answers, key=lambda one: (one.day, one.seq)):
        if answer.problem:
            weeks.append(answer)
        elif answer.problem is False and weeks:
            yield ProblemCase(tuple(weeks))
            weeks = []
    if weeks:
        yield ProblemCase(tuple(weeks))
