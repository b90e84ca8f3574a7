"""An athlete's low back day by day: morning, session, next morning, own usual, flares; NaN is a gap."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from teamback.clinic.limits import Limits
from teamback.measures.flare import flare_by_pain
from teamback.measures.grid import Bools, Floats, spread
from teamback.measures.trend import rolling_mean
from teamback.measures.wellness import usual_before
from teamback.measures.window import WEEK, Moments, earlier
from teamback.record.events import CheckIn
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH, Facts
from teamback.rounds.lanes import ByDay, begun
from teamback.store import Store
from teamback.store.queries.daily import daily_columns

_MORNINGS_OF_A_WEEK = 4


@dataclass(frozen=True)
class PainDays(ByDay):
    """One value a day. Pain NRS 0 to 10, load in AU a day; two flares that need not agree.

    `before`, `during` and `after` are the worst of the day's sessions, `next_morning` the morning's score on
    a day after a session with a score. `week` is the mean of the last 7 mornings, `usual` and `usual_sd` the
    own mornings of the 28 days before those 7.
    """

    morning: Floats
    before: Floats
    during: Floats
    after: Floats
    next_morning: Floats
    week: Floats
    usual: Floats
    usual_sd: Floats
    load: Floats
    rest: Bools
    flare_reported: Bools
    flare_by_pain: Bools

    @property
    def known(self) -> bool:
        """Whether any morning, session or flare stands in these days."""
        return any(bool(np.isfinite(line).any()) for line in self._told) or bool(self.flare_reported.any())

    @property
    def begins(self) -> dt.date:
        """The first day on which anything about the back is known."""
        return self.first + dt.timedelta(days=begun(*self._told))

    @property
    def _told(self) -> tuple[Floats, ...]:
        """The values that somebody gave, not those that follow from them."""
        return self.morning, self.before, self.during, self.after, self.load


def pain_days(facts: Facts, limits: Limits, worst_24h: Floats) -> PainDays:
    """The days of the first athlete of some facts; `worst_24h` is what the check-in says of the night."""
    usual = usual_mornings(facts.pain, limits)
    before, during, after = (_worst(facts, name) for name in ("pain_before", "pain_during", "pain_after"))
    peak = np.fmax(during, after)
    worst = np.fmax(np.fmax(facts.pain[0], worst_24h), np.fmax(before, peak))
    return PainDays(
        first=facts.first,
        morning=facts.pain[0],
        before=before,
        during=during,
        after=after,
        next_morning=np.where(np.isnan(earlier(peak[None], 1)[0]), np.nan, facts.pain[0]),
        week=rolling_mean(facts.pain, days=WEEK, at_least=_MORNINGS_OF_A_WEEK)[0],
        usual=usual.mean[0],
        usual_sd=usual.sd[0],
        load=facts.load[0],
        rest=facts.rest[0] & (facts.load[0] == 0),
        flare_reported=facts.scores("flare")[0] == 1,
        flare_by_pain=flares_by_pain(worst[None], limits)[0],
    )


def worst_of_the_nights(store: Store, scope: Scope, facts: Facts, known_at: int | None) -> Floats:
    """The worst low back pain of 24 hours, as each check-in says it: an [athlete, day] array."""
    homes = sorted({person.home for person in facts.people})
    rows = daily_columns(store, CheckIn, ["low_back_worst"], scope, homes, facts.first, facts.last, known_at)
    numbers = np.array([person.athlete for person in facts.people])
    order = np.argsort(numbers)
    row = order[np.searchsorted(numbers, rows["athlete"], sorter=order).clip(max=len(numbers) - 1)]
    own = np.flatnonzero(numbers[row] == rows["athlete"])
    own = own[np.argsort(rows["seq"][own], kind="stable")]
    column = rows["day"][own] - (facts.first - EPOCH).days
    return spread(rows["low_back_worst"][own], row[own], column, facts.shape, how="last")


def usual_mornings(pain: Floats, limits: Limits) -> Moments:
    """The own mornings before the last seven, up to each day: mean, sd (of at least a step) and how many."""
    found = usual_before(
        earlier(pain, WEEK - 1),
        days=int(limits["pain_usual_days"].value),
        at_least=int(limits["pain_usual_scores"].value),
    )
    return found._replace(sd=np.maximum(found.sd, limits["pain_usual_sd_floor"].value))


def flares_by_pain(worst: Floats, limits: Limits) -> Bools:
    """Flares defined by pain, of the worst score of each day: an [athlete, day] array."""
    return flare_by_pain(
        worst,
        days=int(limits["flare_window_days"].value),
        at_least=int(limits["flare_days_needed"].value),
        above=limits["flare_above_median"].value,
        from_score=limits["flare_from"].value,
    )


def _worst(facts: Facts, field: str) -> Floats:
    """The highest score of each day's sessions; NaN where none was given."""
    rows = facts.sessions
    order = np.argsort(np.nan_to_num(rows[field], nan=-1.0), kind="stable")
    place = (rows["row"][order], rows["column"][order], facts.shape)
    return _of_the_one(spread(rows[field][order], *place, how="last"))


def _of_the_one(grid: Floats) -> Floats:
    line: Floats = grid[0]
    return line
