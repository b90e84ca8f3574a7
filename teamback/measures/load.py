"""Training load from session-RPE: sessions, days and weeks against the athlete's own usual.

A load is known on a day with sessions that all have RPE and minutes, and on an entered rest (0). A day
without either is unknown: it is never a rest.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from teamback.measures.grid import Bools, Floats, Ints, Shape, last_row, spread, unmasked
from teamback.measures.window import WEEK, Moments, earlier, known_sum, moments, trailing_moments

USUAL_WEEKS = 4


class WeekLoad(NamedTuple):
    """Sum over the known days of the last 7 (AU), and how many of the 7 are known."""

    total: Floats
    known: Ints


class WeekChange(NamedTuple):
    """This 7-day load against the 7 days before: in percent of those, and in AU."""

    percent: Floats
    absolute: Floats


def session_load(rpe: npt.ArrayLike, minutes: npt.ArrayLike) -> Floats:
    """Session load: RPE (CR-10, 0 to 10) times minutes; one value a session.

    Unit: AU. Source: Foster 2001, doi 10.1519/00124278-200102000-00019.
    Unknown: without RPE or without minutes the load is NaN; RPE 0 or 0 minutes give 0, and 0 minutes need no
    RPE: who did not take part had no load.
    """
    worked = unmasked(minutes)
    return np.asarray(np.where(worked == 0, 0.0, unmasked(rpe) * worked))


def daily_load(
    session_load_values: npt.ArrayLike, athlete: Ints, day: Ints, rest: Bools, shape: Shape
) -> Floats:
    """Daily load: the sum of the day's sessions; one row a session, rest is [athlete, day], as is the result.

    Unit: AU. Source: Foster 2001, doi 10.1519/00124278-200102000-00019; rest and silence apart: house rule.
    Unknown: NaN on a day with neither session nor entered rest, and when one of its sessions is NaN. An
    entered rest (own or squad day off) without a session is 0; with one, the session counts.
    """
    total = spread(session_load_values, athlete, day, shape, "sum")
    return np.where(rest & (last_row(athlete, day, shape) < 0), 0.0, total)


def week_load(load: Floats, *, at_least: int) -> WeekLoad:
    """Weekly load: the sum of daily load over the last 7 days, today included, with the count of known days.

    Unit: AU. Source: Foster 1998, doi 10.1097/00005768-199807000-00023; known days needed: house rule.
    Unknown: a day without report is skipped, nothing is put in its place; NaN with fewer than at_least known
    days of the 7 (days before the first column are not known).
    """
    total, known = known_sum(load, WEEK)
    return WeekLoad(np.where(known >= max(at_least, 1), total, np.nan), known)


def week_change(load: Floats, *, at_least: int, week_from: float) -> WeekChange:
    """Week-to-week change: the 7-day load ending today less the 7-day load ending 7 days ago.

    Unit: percent of the earlier week, and AU. Source: as quoted from Gabbett 2016; contested by Impellizzeri
    2020, doi 10.4085/1062-6050-501-19: information only. The lower limit week_from (AU) is a house rule.
    Unknown: days without report are skipped in each week; NaN unless both weeks have at_least known days;
    percent is NaN also after a week below week_from. Looks back 14 days.
    """
    now = week_load(load, at_least=at_least).total
    before = earlier(now, WEEK)
    with np.errstate(divide="ignore", invalid="ignore"):
        # one rounding only: 2000 to 2300 is exactly 15 %
        percent = 100 * (now - before) / before
    return WeekChange(np.where((before >= week_from) & (before > 0), percent, np.nan), now - before)


def usual_week(load: Floats, *, at_least: int, weeks_at_least: int) -> Moments:
    """Usual week: mean and sample sd of the four 7-day loads ending 7, 14, 21 and 28 days ago.

    Unit: AU; n is the number of those weeks that are known. Source: house rule (own load against own usual,
    in place of a ratio; Impellizzeri 2020, doi 10.1007/s40279-020-01378-6).
    Unknown: a week with fewer than at_least known days is left out; mean and sd are NaN with fewer than
    weeks_at_least known weeks of the four. Looks back 35 days.
    """
    week = week_load(load, at_least=at_least).total
    weeks = moments(earlier(week, WEEK * back) for back in range(1, USUAL_WEEKS + 1))
    return weeks.where_at_least(weeks_at_least)


def monotony(load: Floats, *, at_least: int) -> Floats:
    """Monotony: mean daily load over sample sd (n - 1) of daily load, in the last 7 days.

    Unit: none (a ratio). Source: Foster 1998, doi 10.1097/00005768-199807000-00023. With the population sd,
    as some tables have it, 7 known days give a figure sqrt(7/6) times as high.
    Unknown: a day without report is skipped; NaN with fewer than at_least known days of the 7, and when there
    is no day-to-day variation (sd exactly 0): never infinite.
    """
    week = trailing_moments(load, WEEK)
    shown = (week.n >= at_least) & (week.sd > 0)
    return np.divide(week.mean, week.sd, out=np.full_like(load, np.nan), where=shown)


def strain(load: Floats, *, at_least: int) -> Floats:
    """Strain: weekly load times monotony, to be read against the athlete's own history only.

    Unit: AU. Source: Foster 1998, doi 10.1097/00005768-199807000-00023.
    Unknown: as monotony; a day without report is skipped, NaN with fewer than at_least known days of the 7
    or an sd of exactly 0.
    """
    return week_load(load, at_least=at_least).total * monotony(load, at_least=at_least)
