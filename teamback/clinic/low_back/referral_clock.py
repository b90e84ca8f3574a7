"""The referral clock: how long the back has been hurting, and whether a formal assessment is due (ES8).

It is not the research definition of an episode (de Vet 2002): that stands in clinic.low_back.episodes.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.clinic.limits import Limits


@dataclass(frozen=True)
class ReferralClock:
    """A running clock: its first and last day of pain, and the day from which an assessment is due."""

    first: dt.date
    last: dt.date
    due_from: dt.date

    @property
    def runs_for(self) -> int:
        """Whole days from the first day of pain to the last."""
        return (self.last - self.first).days

    @property
    def refers(self) -> bool:
        """Whether the pain has lasted so long that a formal assessment is due."""
        return self.last >= self.due_from


def referral_clock(pain_days: Sequence[dt.date], today: dt.date, limits: Limits) -> ReferralClock | None:
    """The clock that runs on a day, from the days on which the back hurt (in any order); None when none runs.

    Neighbouring days of pain lie at most `referral_gap_days` apart, the last is today or at most
    `referral_last_days` ago; at `referral_days` between first and last it refers. Thresholds of pain itself
    are the caller's (`referral_pain`). Source: persistence beyond two weeks (the founding article); the gaps
    are house rules.
    """
    days = sorted({day for day in pain_days if day <= today}, reverse=True)
    if not days or (today - days[0]).days > limits["referral_last_days"].value:
        return None
    first = days[0]
    for day in days[1:]:
        if (first - day).days > limits["referral_gap_days"].value:
            break
        first = day
    return ReferralClock(first, days[0], first + dt.timedelta(days=limits["referral_days"].value))
