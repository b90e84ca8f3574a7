"""A season as it was counted: the figures of one athlete, or of several together."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.clinic.surveillance.rates import Rates, rates
from teamback.record.kept import RosterAthlete

LOW_BACK = "L"
GROUPS: dict[str, tuple[str, str | None, bool]] = {
    "injuries": ("injury", None, False),
    "time_loss": ("injury", None, True),
    "back_injuries": ("injury", LOW_BACK, False),
    "back_complaints": ("complaint", LOW_BACK, False),
}
"""The groups of cases that are counted: their kind, the region, and whether only those with time loss."""


@dataclass(frozen=True)
class CaseLoss:
    """One case and the days lost by it up to the last day; `going_on`: they are not over yet."""

    athlete: RosterAthlete
    number: int
    nature: str
    region: str
    relation: str | None
    onset: dt.date
    days_lost: int
    going_on: bool


@dataclass(frozen=True)
class Season:
    """What was counted from a first day to a last, of one athlete or of several together.

    `mornings` are those on which back pain was answered. `hours_*` leave out rehab; sessions without minutes
    are counted apart. `full_days` of `decided_days`: days away for personal reasons or other duty, and days
    without a decision, are in neither. `cases` are those that began in the period.
    """

    days: int
    mornings: int
    low_back_days: int
    time_loss_days: int
    low_back_loss_days: int
    no_case_days: int
    full_days: int
    decided_days: int
    away_days: int
    undecided_days: int
    sessions: int
    without_minutes: int
    hours_training: float
    hours_match: float
    planned: int
    done: int
    cases: tuple[CaseLoss, ...]

    @property
    def hours(self) -> float:
        """Exposure: training and match."""
        return self.hours_training + self.hours_match

    @property
    def availability(self) -> float | None:
        """The share of days fully available, in percent of those decided."""
        return 100 * self.full_days / self.decided_days if self.decided_days else None

    @property
    def adherence(self) -> float | None:
        """Exercises done of those planned, in percent."""
        return 100 * self.done / self.planned if self.planned else None

    def group(self, name: str) -> tuple[CaseLoss, ...]:
        """The cases of one of GROUPS."""
        nature, region, time_loss = GROUPS[name]
        return tuple(
            case
            for case in self.cases
            if case.nature == nature
            and region in (None, case.region)
            and (case.days_lost > 0 or not time_loss)
        )

    def rates(self, cases: Sequence[CaseLoss]) -> Rates:
        """Incidence and burden of some of the cases for every 1000 hours."""
        return rates([case.days_lost for case in cases], self.hours)


def together(seasons: Sequence[Season]) -> Season:
    """Several seasons as one: every count is a sum."""
    counted = [name for name in Season.__annotations__ if name != "cases"]
    sums = {name: sum(getattr(season, name) for season in seasons) for name in counted}
    return Season(**sums, cases=tuple(case for season in seasons for case in season.cases))
