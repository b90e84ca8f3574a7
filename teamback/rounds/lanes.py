"""The lines of an athlete's story, day by day on one time axis; NaN is a gap, and no line bridges one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np

from teamback.clinic.limits import Limits
from teamback.measures.grid import Bools, Floats, spread
from teamback.measures.load import usual_week
from teamback.measures.response import session_responses
from teamback.measures.trend import rolling_mean
from teamback.measures.wellness import usual_before
from teamback.measures.window import WEEK, earlier
from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.rounds.cases import CaseNow, stages_by_day
from teamback.rounds.facts import Facts


@dataclass(frozen=True)
class ByDay:
    """Arrays with one value a day from `first` on; NaN is a gap."""

    first: dt.date

    def since(self, day: dt.date) -> Self:
        """The same from a later first day on."""
        cut = max((day - self.first).days, 0)
        parts = {f.name: getattr(self, f.name)[cut:] for f in fields(self) if f.name != "first"}
        return replace(self, first=self.first + dt.timedelta(days=cut), **parts)


def begun(*lines: Floats) -> int:
    """The place of the first day on which anything is known; of the last day when nothing is."""
    known = ~np.isnan(np.stack(lines)).all(axis=0)
    return int(known.argmax()) if known.any() else known.size - 1


@dataclass(frozen=True)
class Lanes(ByDay):
    """One value a day. Pain NRS 0 to 10, load in AU a day, wellness 5 to 25.

    `peak` is the worst pain of the day's sessions; `next_morning` the morning's score on a day after such a
    session, `rise` the points by which it lies above where that session started from. The usual of the load
    is the own usual week divided by seven, that of wellness the own previous 28 days: both as mean and sd.
    `training` and `match` are the decisions in force, `stage` is that of the open case that limits most, by
    number and name (an empty text on a day without one).
    """

    pain: Floats
    peak: Floats
    next_morning: Floats
    rise: Floats
    load: Floats
    rest: Bools
    week_mean: Floats
    load_usual: Floats
    load_sd: Floats
    wellness: Floats
    wellness_usual: Floats
    wellness_sd: Floats
    training: tuple[str, ...]
    match: tuple[str, ...]
    stage: tuple[str, ...] = ()

    def since(self, day: dt.date | None) -> Self:
        """The same from a later first day on; None: from the first day on which anything was entered."""
        first = begun(self.pain, self.peak, self.load, self.wellness)
        return super().since(day or self.first + dt.timedelta(days=first))


def lanes(
    facts: Facts,
    limits: Limits,
    history: Sequence[Kept[Availability]],
    cases: Sequence[CaseNow] = (),
) -> Lanes:
    """The lanes of the first athlete of some facts."""
    needed = int(limits["load_known_days"].value)
    week = usual_week(facts.load, at_least=needed, weeks_at_least=int(limits["usual_weeks_needed"].value))
    usual = usual_before(
        facts.wellness,
        days=int(limits["wellness_window_days"].value),
        at_least=int(limits["wellness_scores_needed"].value),
    )
    peak, following, rise = _session_pain(facts)
    decided = _decided(history, facts.first, facts.shape[1])
    return Lanes(
        first=facts.first,
        pain=facts.pain[0],
        peak=peak,
        next_morning=following,
        rise=rise,
        load=facts.load[0],
        rest=facts.rest[0] & (facts.load[0] == 0),
        week_mean=rolling_mean(facts.load, days=WEEK, at_least=needed)[0],
        load_usual=week.mean[0] / WEEK,
        load_sd=week.sd[0] / WEEK,
        wellness=facts.wellness[0],
        wellness_usual=usual.mean[0],
        wellness_sd=np.maximum(usual.sd[0], limits["wellness_sd_floor"].value),
        training=tuple(item.event.training if item else "not_decided" for item in decided),
        match=tuple(item.event.match if item else "not_decided" for item in decided),
        stage=stages_by_day(cases, facts.first, facts.shape[1]),
    )


def _session_pain(facts: Facts) -> tuple[Floats, Floats, Floats]:
    """The worst of each day's sessions, the score of the morning after it, and that morning's rise."""
    rows = facts.sessions
    pains = (rows["pain_before"], rows["pain_during"], rows["pain_after"])
    found = session_responses(rows["row"], rows["column"], *pains, facts.pain)
    worst_last = np.argsort(np.nan_to_num(found.peak, nan=-1.0), kind="stable")
    place = (rows["row"][worst_last], rows["column"][worst_last], facts.shape)
    peak, base = (spread(part[worst_last], *place, how="last")[0] for part in (found.peak, found.base))
    peak_before, base_before = (earlier(part[None], 1)[0] for part in (peak, base))
    following = np.where(np.isnan(peak_before), np.nan, facts.pain[0])
    return peak, following, following - base_before


def _decided(
    history: Sequence[Kept[Availability]], first: dt.date, days: int
) -> list[Kept[Availability] | None]:
    """Which decision was in force on each day: it holds until the next one, and never ends by itself."""
    found: list[Kept[Availability] | None] = [None] * days
    for item in history:
        begin = max((item.event.day - first).days, 0)
        found[begin:] = [item] * max(days - begin, 0)
    return found
