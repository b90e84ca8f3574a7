"""Incidence, burden and severity of injuries, from the days lost by each and the exposure of the squad.

Source: Bahr et al. 2020, doi 10.1136/bjsports-2019-101969: incidence is injuries, burden days lost, for every
1000 hours of exposure.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.clinic.surveillance.intervals import Interval, garwood

PER_HOURS = 1000.0
FEW = 5
"""With fewer events the count comes before the rate, and nothing is ranked by it."""


@dataclass(frozen=True)
class Rates:
    """What so many events, with so many days lost, come to in so much exposure; None where there was none."""

    events: int
    days_lost: int
    exposure: float
    per: float = PER_HOURS

    @property
    def few(self) -> bool:
        """Whether there are so few events that the rate says little."""
        return self.events < FEW

    @property
    def incidence(self) -> float | None:
        """Events for every `per` of exposure."""
        return self._of(self.events)

    @property
    def burden(self) -> float | None:
        """Days lost for every `per` of exposure."""
        return self._of(self.days_lost)

    @property
    def incidence_limits(self) -> Interval | None:
        """The exact interval of the incidence, 95 %."""
        return garwood(self.events).times(self.per / self.exposure) if self.exposure else None

    @property
    def burden_limits(self) -> Interval | None:
        """The exact interval of the burden, 95 %, each day taken for an event of its own: rather narrow."""
        return garwood(self.days_lost).times(self.per / self.exposure) if self.exposure else None

    def _of(self, count: int) -> float | None:
        return count * self.per / self.exposure if self.exposure else None


def rates(days_lost: Sequence[int], exposure: float, per: float = PER_HOURS) -> Rates:
    """Incidence and burden of events, each with the days lost by it (0 where none was)."""
    return Rates(len(days_lost), sum(days_lost), exposure, per)


@dataclass(frozen=True)
class Spread:
    """How long events lasted, in days lost: mean, median and quartiles."""

    mean: float
    median: float
    lower: float
    upper: float


def spread(days_lost: Sequence[int]) -> Spread | None:
    """The spread of days lost over the events; None of none. Quartiles between values, as in R (type 7)."""
    if not days_lost:
        return None
    if len(days_lost) == 1:
        return Spread(*[float(days_lost[0])] * 4)
    lower, median, upper = statistics.quantiles(days_lost, n=4, method="inclusive")
    return Spread(statistics.fmean(days_lost), median, lower, upper)
